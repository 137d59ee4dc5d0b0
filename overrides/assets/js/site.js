/* Small things on every page: the language link keeps the place, labels become buttons, words explain themselves by touch. */
"use strict";
(() => {
  const place = () => {
    for (const link of document.querySelectorAll("[data-language-link]")) link.hash = location.hash;
  };
  place();
  addEventListener("hashchange", place);

  /* Menu and search open by a label, which works without scripts but not from the keyboard: with scripts, make it a button. */
  const button = (label, words) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = label.className;
    if (words) made.setAttribute("aria-label", words);
    made.append(...label.childNodes);
    made.dataset.opens = label.htmlFor;
    made.addEventListener("click", () => document.getElementById(made.dataset.opens).click());
    label.replaceWith(made);
  };
  for (const label of document.querySelectorAll("label[data-button]")) button(label, label.dataset.button);
  for (const label of document.querySelectorAll("label.search-door")) button(label);

  /* Material listens to keys only; words that are spoken, pasted or picked from a keyboard's suggestions come without any. */
  const query = document.querySelector("[data-md-component=search-query]");
  if (query) query.addEventListener("input", () => query.dispatchEvent(new Event("keyup")));

  /* By touch, the first tap on a term or a mark shows its meaning, the second follows the link. */
  let touched = false, armed = null;
  addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; }, true);
  addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.term, a.ref, .matrix td + td a");
    if (touched && link && link !== armed) {
      event.preventDefault();
      link.focus();
      armed = link;
    } else if (link !== armed) armed = null;
  }, true);
  addEventListener("keydown", ({ key }) => {
    const link = document.activeElement;
    if (key === "Escape" && link && link.matches("a[aria-describedby]")) link.blur();
  });
})();
