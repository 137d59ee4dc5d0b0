/*
 * Draws results. Everything that comes from the data is put in as text, never as HTML.
 */
"use strict";
((root) => {
  const make = (tag, name, ...inside) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...inside);
    return made;
  };
  const marked = (pieces) => pieces.map(([text, hit]) => hit ? make("mark", "", text) : text);

  /* The address of a result, with the words to mark there. */
  function address(home, location, words) {
    const url = new URL(location, home);
    for (const word of words) url.searchParams.append("h", word);
    return url.href;
  }

  /* One result as a list item: what it is, its name, the section and a stretch of its text; other sections under it. */
  function item(found, home, words) {
    const kind = make("span", "found__kind", make("span", "", found.label), ...found.code ? [" ", make("b", "code", found.code)] : []);
    const link = make("a", "found__link", kind, " ", make("span", "found__title", ...marked(found.title)));
    link.href = address(home, found.location, found.words);
    if (found.section.length) link.append(" ", make("span", "found__section", ...marked(found.section)));
    if (found.teaser.length) link.append(" ", make("span", "found__teaser", ...marked(found.teaser)));
    if (found.folded) link.append(" ", make("span", "found__folded", words.folded));
    if (found.missing.length) {
      link.append(
        " ",
        make("span", "found__missing", words.missing, ...found.missing.flatMap((word, n) => [n ? " " : "", make("del", "", word)])),
      );
    }
    const whole = make("li", "found", link);
    if (found.others.length) {
      whole.append(make(
        "p",
        "found__others",
        words.others,
        ...found.others.flatMap((other, n) => {
          const more = make("a", "", ...marked(other.title));
          more.href = address(home, other.location, found.words);
          return [n ? words.comma : "", more];
        }),
      ));
    }
    return whole;
  }

  Object.assign(root.CourseSearch, { item });
})(self);
