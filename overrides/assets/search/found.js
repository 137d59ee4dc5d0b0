/*
 * A page that was opened from a result: what was searched for is marked and brought into view. What is folded away stays
 * so; where all that was found is inside a fold, a line before the fold says so.
 */
"use strict";
(() => {
  const words = new URLSearchParams(location.search).getAll("h").filter((word) => word.trim());
  const article = document.querySelector("article");
  if (!words.length || !article) return;
  const note = JSON.parse(document.getElementById("__config").textContent).words.search.marked;

  /* The words as they are written, Latin ones only as whole words, over the borders of elements within a paragraph. */
  const whole = (word) => {
    const quoted = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
    return `${/^[a-z\d]/i.test(word) ? "(?<![a-z\\d])" : ""}${quoted}${/[a-z\d]$/i.test(word) ? "(?![a-z\\d])" : ""}`;
  };
  const pattern = new RegExp(words.map(whole).join("|"), "giu");

  /* Text nodes in order, with a break wherever a block begins. */
  const SKIPPED = "script, style, svg, nav, [hidden], .headerlink, .meta, .print-only";
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "", block = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(SKIPPED)) continue;
    const own = node.parentElement.closest("p, li, h1, h2, h3, h4, td, th, summary, div, legend, label, dd, dt");
    if (own !== block) text += "\n\n";
    block = own;
    nodes.push([node, text.length]);
    text += node.data;
  }

  const stretches = [...text.matchAll(pattern)].filter((match) => !match[0].includes("\n\n")).map(
    (match) => [match.index, match.index + match[0].length],
  );
  const marks = [];
  for (const [node, start] of nodes) {
    const end = start + node.data.length;
    const inside = stretches.filter(([from, to]) => from < end && to > start);
    for (const [from, to] of inside.reverse()) {
      const range = document.createRange();
      range.setStart(node, Math.max(0, from - start));
      range.setEnd(node, Math.min(end, to) - start);
      const mark = document.createElement("mark");
      mark.className = "found-mark";
      range.surroundContents(mark);
      marks.push(mark);
    }
  }
  marks.sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

  /* The marks of the section the address names, or of the whole page. */
  const heading = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const after = heading
    ? [...article.querySelectorAll(`${heading.tagName}[id]`)].find((other) =>
      heading.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING
    )
    : null;
  const own = marks.filter((mark) =>
    (!heading || heading.contains(mark) || heading.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) &&
    (!after || mark.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING)
  );
  const fold = (mark) => mark.closest("details:not([open])");
  const open = (mark) => !fold(mark) || mark.closest("summary");
  let aim = own.find((mark) => open(mark) && !mark.closest("h1, h2, h3, h4")) || null;
  const folded = aim ? null : own.find((mark) => !open(mark));
  if (folded) {
    const bar = fold(folded), line = document.createElement("p");
    line.className = "found-note";
    line.setAttribute("role", "status");
    line.textContent = note.replace("{}", () => folded.textContent);
    bar.before(line);
    bar.addEventListener("toggle", () => line.remove(), { once: true });
    aim = line;
  }
  aim = aim || own.find(open) || marks.find(open);

  /* Not where the reader was before is the place to be, when she comes back. */
  const [visit] = performance.getEntriesByType("navigation");
  if (!aim || (visit && visit.type !== "navigate")) return;
  const show = () => {
    const { top, bottom } = aim.getBoundingClientRect();
    if (top < 90 || bottom > innerHeight - 40) aim.scrollIntoView({ block: "center", behavior: "instant" });
  };
  if (document.readyState === "complete") show();
  else addEventListener("load", () => setTimeout(show));
})();
