/*
 * The search box: what is typed goes to the worker, what it answers into the list. Every state is said in words, which a
 * screen reader reads out: getting the data, searching, found so many, found nothing, could not get the data.
 */
"use strict";
((root) => {
  const box = document.querySelector("[data-search]"), toggle = document.getElementById("__search");
  if (!box || !toggle) return;
  const words = JSON.parse(document.getElementById("__config").textContent).words.search;
  const filled = (word, ...values) => values.reduce((text, value) => text.replace("{}", () => value), word);
  const SIZE = 20, PATIENCE = 300; // results at a time; milliseconds old results may stay before "searching" is said
  const part = (name) => box.querySelector(name);
  const query = part("input"),
    form = part("form"),
    state = part(".search__state"),
    again = part(".search__again"),
    list = part(".search__list");
  const more = part(".search__more"),
    reset = part("[type=reset]"),
    scroll = part(".md-search__scrollwrap"),
    output = part(".md-search__output");
  const home = new URL(box.dataset.home, location.href);
  let asked = { number: 0, text: "" }; // the newest query
  let total = 0, waiting = false, failed = false, opening = false, resume = null;

  const search = root.CourseSearch.asker(new URL(box.dataset.worker, location.href).href, new URL("search/", home).href, answer);

  /* What is going on, in words; its name is for the style sheet. */
  function say(name, text) {
    box.dataset.state = name;
    state.textContent = text;
    again.hidden = name !== "failed";
  }

  function empty() {
    list.replaceChildren();
    more.hidden = true;
    total = 0;
  }

  /* A query anew, or its next results. */
  function ask(from = 0, size = SIZE) {
    const text = query.value.trim();
    reset.hidden = !query.value;
    asked = { number: asked.number + 1, text, from, size };
    failed = false;
    waiting = Boolean(text);
    if (!text) {
      empty();
      say("idle", words.idle);
      return;
    }
    const { number } = asked,
      wait = () => {
        if (waiting && number === asked.number) say(search.ready ? "searching" : "loading", search.ready ? words.searching : words.loading);
      };
    if (list.childElementCount && search.ready) setTimeout(wait, PATIENCE);
    else wait();
    search.ask(asked);
  }

  function answer(message) {
    if (message.failed) return fail(message.number);
    if (message.ready) {
      if (waiting) say("searching", words.searching);
      return;
    }
    if (message.number !== asked.number) return;
    if (!message.from) empty();
    waiting = !message.whole;
    total = message.total;
    const drawn = message.items.map((found) => root.CourseSearch.item(found, home, words));
    list.append(...drawn);
    const shown = list.childElementCount;
    more.hidden = shown >= total || waiting;
    more.textContent = filled(words.more, Math.min(SIZE, total - shown));
    if (!total) say("none", filled(words.none, asked.text));
    else if (waiting) say("loading", words.loading);
    else say("found", shown < total ? filled(words.first, total, shown) : filled(total === 1 ? words.one : words.all, total));
    if (message.from && drawn.length) drawn[0].querySelector("a").focus();
    else if (!message.from) scroll.scrollTop = 0;
    if (resume && message.whole) back();
    if (opening && message.whole) follow();
  }

  /* Without a question asked nobody needs to know; it is tried again when there is one. */
  function fail(number) {
    failed = true;
    opening = false;
    if (!asked.text || (number && number !== asked.number)) return;
    waiting = false;
    empty();
    say("failed", words.failed);
  }

  addEventListener("online", () => {
    if (failed && query.value.trim()) ask();
  });
  again.addEventListener("click", () => {
    query.focus();
    ask();
  });

  /* Open and shut. What Material shuts by itself a moment after a page was opened at a section stays open while it is in use. */
  const isOpen = () => toggle.checked;
  function open() {
    if (!isOpen()) toggle.click();
  }
  function shut() {
    if (box.contains(document.activeElement)) document.activeElement.blur();
    if (isOpen()) toggle.click();
    if (history.state && history.state.search) history.replaceState({ ...history.state, search: null }, "");
  }
  toggle.addEventListener("change", () => {
    if (!isOpen() && box.contains(document.activeElement)) setTimeout(open);
    list.hidden = output.inert = !isOpen();
    if (isOpen()) search.prepare();
  });
  output.inert = true;
  for (const label of box.querySelectorAll("label[for=__search]")) {
    label.addEventListener("click", (event) => {
      event.preventDefault();
      if (isOpen()) shut();
      else query.focus();
    });
  }
  query.addEventListener("focus", () => {
    open();
    query.select();
    if (!query.value) say("idle", words.idle);
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) shut();
  });

  query.addEventListener("input", () => ask());
  form.addEventListener("reset", () => {
    setTimeout(() => {
      query.focus();
      ask();
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => ask(list.childElementCount));

  /* Enter opens the best result, once it is there; arrows walk the list; Escape shuts the search. */
  const stops = () => [query, ...list.querySelectorAll("a"), ...more.hidden ? [] : [more]];
  function follow() {
    opening = false;
    const first = list.querySelector("a");
    if (first) first.click();
  }
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = stops().indexOf(document.activeElement);
    if (event.key === "Escape") shut();
    else if (event.key === "Enter" && at === 0) {
      if (waiting) opening = true;
      else follow();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && at >= 0) {
      const next = stops()[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) next.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  addEventListener("keydown", (event) => {
    const inside = event.target.closest && event.target.closest("input, select, textarea, [contenteditable]");
    if (inside || event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    query.focus();
  });

  /* Who comes back from a result finds the search as she left it. */
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const search = { text: query.value, shown: list.childElementCount, at: [...list.querySelectorAll("a")].indexOf(link) };
    history.replaceState({ ...history.state, search }, "");
    if (link.pathname + link.search === location.pathname + location.search) shut();
  });
  function back() {
    const link = list.querySelectorAll("a")[resume.at];
    resume = null;
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center" });
  }
  const left = history.state && history.state.search;
  if (left) {
    resume = left;
    query.value = left.text;
    open();
    query.focus();
    ask(0, Math.max(SIZE, left.shown));
  }
})(self);
