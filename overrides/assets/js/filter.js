/* The case index and the phrase book: the links of the filter become buttons that filter in place; the choice is kept in the address. */
"use strict";
(() => {
  const facets = document.querySelector(".facets"), count = document.querySelector(".count");
  if (!facets || !count) return;
  const words = count.dataset;
  const cards = [...document.querySelectorAll(".cards > .card, .group .phrase")], groups = document.querySelectorAll(".group");
  const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text });

  const value = ({ dataset, href }) => {
    if (dataset.value) return dataset.value;
    const { hash, pathname } = new URL(href);
    return hash.slice(1) || pathname.replace(/(\/|\/index\.html|\.html)$/, "").split("/").pop();
  };
  const buttons = [...facets.querySelectorAll(".facet")].map((link) => {
    const button = make("button", "facet", link.textContent);
    button.type = "button";
    button.dataset.facet = link.closest("[data-facet]").dataset.facet;
    button.dataset.value = value(link);
    button.setAttribute("aria-pressed", "false");
    link.replaceWith(button);
    return button;
  });
  for (const row of facets.querySelectorAll(".facets__row")) {
    row.hidden = false;
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", row.querySelector("b").textContent);
  }

  const bar = document.createElement("div");
  bar.className = "count-bar";
  const clear = make("button", "button button--quiet", words.clear);
  clear.type = "button";
  count.replaceWith(bar);
  bar.append(count, clear);
  const empty = make("p", "empty", words.none);
  (document.querySelector(".cards") || bar).after(empty);

  const pressed = () => buttons.filter((button) => button.getAttribute("aria-pressed") === "true");
  const show = () => {
    const wanted = {};
    for (const { dataset } of pressed()) (wanted[dataset.facet] = wanted[dataset.facet] || []).push(dataset.value);
    let shown = 0;
    for (const card of cards) {
      const fits = Object.entries(wanted).every(([facet, values]) =>
        (card.dataset[facet] || "").split(" ").some((value) => values.includes(value))
      );
      card.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) group.hidden = !group.querySelector(".phrase:not([hidden])");
    count.textContent = (shown === 1 ? words.one : words.many).replace("{}", shown);
    empty.hidden = shown > 0;
    clear.hidden = !pressed().length;
  };
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const button of buttons) press(button, asked.getAll(button.dataset.facet).includes(button.dataset.value));
    show();
  };
  const write = () => {
    const query = new URLSearchParams(pressed().map(({ dataset }) => [dataset.facet, dataset.value])).toString();
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
    show();
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      press(button, button.getAttribute("aria-pressed") !== "true");
      write();
    });
  }
  clear.addEventListener("click", () => {
    for (const button of buttons) press(button, false);
    write();
    buttons[0].focus();
  });
  addEventListener("popstate", read);
  read();
})();
