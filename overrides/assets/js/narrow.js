/* A long list (glossary, references): a box above it narrows it while one types; what is left is counted and said. */
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("__config").textContent).words.narrow;
  const jumps = document.querySelector(".facets--jumps"), groups = [...document.querySelectorAll(".group")];
  if (!jumps || !groups.length) return;
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const entries = [...document.querySelectorAll(".group > .entry")].map((entry) => [entry, plain(entry.textContent)]);

  const bar = make("div", { className: "narrow" }), label = make("label", { className: "narrow__label", textContent: words.label });
  const box = make("input", { type: "search", className: "narrow__box", autocomplete: "off", spellcheck: false, enterKeyHint: "done" });
  const count = make("p", { className: "narrow__count" });
  count.setAttribute("role", "status");
  label.append(box);
  bar.append(label, count);
  jumps.before(bar);

  const show = () => {
    const wanted = plain(box.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [entry, text] of entries) {
      entry.hidden = !wanted.every((word) => text.includes(word));
      shown += !entry.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
    jumps.hidden = wanted.length > 0;
    count.textContent = !wanted.length
      ? ""
      : shown
      ? (shown === 1 ? words.one : words.many).replace("{}", shown)
      : words.none.replace("{}", () => box.value.trim());
  };
  box.addEventListener("input", show);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.value) return;
    event.stopPropagation();
    box.value = "";
    show();
  });

  /* Who follows a link to an entry that is narrowed away gets to see it. */
  addEventListener("hashchange", () => {
    const aim = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!aim || !aim.closest("[hidden]")) return;
    box.value = "";
    show();
    aim.scrollIntoView();
  });
})();
