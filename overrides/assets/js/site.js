/* Small things on every page: links to the same page in another language or view keep the place, labels become buttons, words explain themselves by touch. */
"use strict";
(() => {
  /* An address that has moved leads on, with the place on the page, and is not left in the way back. */
  const moved = document.querySelector("a.moved");
  if (moved) location.replace(moved.href + location.hash);

  const place = () => {
    for (const link of document.querySelectorAll("[data-language-link], [data-same-place]")) link.hash = location.hash;
  };
  place();
  addEventListener("hashchange", place);

  /* Languages, and the trainer's and the trainee's view, one changes while reading: the place is then what is on the screen, the one
     that was asked for if it still is. */
  const read = () => {
    const places = [...document.querySelectorAll("article :is(h2, h3, .phrase)[id]")].filter((place) =>
      !place.closest("[hidden], details:not([open])")
    );
    const top = (place) => place.getBoundingClientRect().top;
    const named = places.find(({ id }) => `#${id}` === location.hash);
    if (named && top(named) >= 0 && top(named) < innerHeight / 2) return named.id;
    const passed = places.filter((place) => top(place) < innerHeight / 3);
    return scrollY > 0 && passed.length ? passed.pop().id : "";
  };
  for (const link of document.querySelectorAll("[data-language-link], [data-same-place]")) {
    link.addEventListener("click", () => link.hash = read());
  }

  /* Whoever says at the end of a page what is wrong means the section last stayed on, not the one the link stands in. */
  const tell = document.querySelector("[data-section]");
  if (tell) {
    const asked = tell.href;
    let waiting = 0;
    const stayed = () => {
      const place = document.getElementById(read());
      if (!place || tell.getBoundingClientRect().top < innerHeight) return;
      const words = [...place.childNodes].filter((node) => !node.classList?.contains("headerlink")).map((node) => node.textContent);
      tell.href = asked.replace(tell.dataset.section, () => encodeURIComponent(words.join("").trim().slice(0, 80)));
    };
    addEventListener("scroll", () => {
      clearTimeout(waiting);
      waiting = setTimeout(stayed, 1500);
    }, { passive: true });
  }

  /* Menu and search open by a label, which works without scripts but not from the keyboard: with scripts, make it a button. */
  const button = (label, words) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = label.className;
    if (words) made.setAttribute("aria-label", words);
    made.append(...label.childNodes);
    made.dataset.opens = label.htmlFor;
    made.addEventListener("click", () => {
      const opened = document.getElementById(made.dataset.opens);
      opened.click();
      if (opened.id === "__search" && opened.checked) document.querySelector(".md-search__input").focus();
    });
    label.replaceWith(made);
  };
  for (const label of document.querySelectorAll("label[data-button]")) button(label, label.dataset.button);
  for (const label of document.querySelectorAll("label.search-door")) button(label);

  /* The drawer: focus goes in, stays while it is open and comes back; Escape, a chosen link or a wide window close it. */
  const drawer = document.getElementById("__drawer"), opener = document.querySelector("[data-opens=__drawer]");
  const behind = document.querySelectorAll(".md-skip, .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer");
  drawer.addEventListener("change", () => {
    const link = document.querySelector(".site-nav a");
    for (const part of behind) part.inert = drawer.checked;
    if (drawer.checked && link) setTimeout(() => link.focus({ preventScroll: true }), 50);
    else if (opener) opener.focus();
  });
  const shut = () => {
    if (drawer.checked) drawer.click();
  };
  for (const link of document.querySelectorAll(".site-nav a")) link.addEventListener("click", shut);
  matchMedia("(min-width: 76.25em)").addEventListener("change", shut);

  /* The same places are in the list of this page's sections, so the sign beside each heading is no stop for the tab key. */
  for (const link of document.querySelectorAll(".headerlink")) link.tabIndex = -1;

  /* A table that scrolls inside itself must do so from the keyboard, too. Material wraps tables after this script has run. */
  const reachable = () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (!wrap.closest(".matrix")) wrap.toggleAttribute("tabindex", wrap.scrollWidth > wrap.clientWidth);
      if (wrap.hasAttribute("tabindex")) wrap.tabIndex = 0;
    }
  };
  addEventListener("load", () => setTimeout(reachable));
  addEventListener("resize", reachable);
  addEventListener("toggle", reachable, true);

  /* By touch, the first tap on a term or a mark shows its meaning, the second follows the link. */
  let touched = false, armed = null;
  addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
  }, true);
  addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.term, a.ref, .matrix td + td a");
    if (touched && link && link !== armed) {
      event.preventDefault();
      link.focus();
      armed = link;
    } else if (link !== armed) armed = null;
  }, true);
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") shut();
    const link = document.activeElement;
    if (key === "Escape" && link && link.matches("a[aria-describedby]")) link.blur();
  });
})();
