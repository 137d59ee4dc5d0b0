/*
 * From a hit to the entries Material's search box draws. Title and text of an entry are HTML there, so
 * everything that comes from the data file is escaped here.
 */
"use strict";
(function (root) {
  const { isHan, tokens } = root.CourseSearch;

  const SECTIONS = 4, TEASER = { han: 70, latin: 150 };
  const escape = text => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

  /* One page as the list of entries Material draws: the best section in sight, others behind 'more'. */
  function draw({ page, entry, score, words, missing }, asked, reader) {
    const single = asked.terms.filter(term => isHan(term) && term.length === 1);
    const wanted = new Set([...[...words].filter(word => !single.some(term => word.startsWith(term))), ...single]);
    const sections = page.sections.map((section, n) => {
      const title = places(section[1], wanted, reader.fold), text = places(section[2], wanted, reader.fold);
      const kinds = new Set([...title, ...text].flatMap(place => place.terms));
      return { section, n, title, text, worth: (section === entry ? 100 : 0) + kinds.size + 0.5 * new Set(title.flatMap(place => place.terms)).size };
    });
    const best = sections.filter(entry => entry.worth > 0 && entry.section[0]).sort((a, b) => b.worth - a.worth || a.n - b.n);
    const lead = sections.find(entry => !entry.section[0]);
    const titlePlaces = places(page.title, wanted, reader.fold);
    const leads = !best.length || (lead && lead.worth >= best[0].worth);
    const shown = best.slice(0, SECTIONS);
    const marks = new Map([[page.title, titlePlaces], ...[lead, ...shown].filter(Boolean).map(part => [part.section[2], part.text])]
      .flatMap(([text, places]) => places.map(({ start, end }) => text.slice(start, end))).map(word => [word.toLowerCase(), word]));
    const terms = Object.fromEntries([...marks.values()].sort((a, b) => b.length - a.length).slice(0, 6).map(word => [word, true]));
    for (const piece of asked.text.match(/[\p{L}\p{N}.-]+/gu)) {
      const own = reader.phrase(piece).terms;
      if (own.length && own.every(term => missing.has(term))) terms[piece] = false;
    }

    const parent = {
      location: page.location, title: mark(page.title, titlePlaces), text: lead ? teaser(lead.section[2], lead.text) : "",
      score, terms, ...(page.tags && page.tags.length ? { tags: page.tags.map(escape) } : {}),
    };
    const rest = shown.map((entry, n) => ({
      location: `${page.location}#${entry.section[0]}`, title: mark(entry.section[1], entry.title), text: teaser(entry.section[2], entry.text),
      score: !leads && n === 0 ? score : score / 2, terms,
    }));
    return leads ? [parent, ...rest] : [rest[0], parent, ...rest.slice(1)];
  }

  /* Where the wanted terms stand in a text, pairs of Han characters joined to runs. */
  function places(text, wanted, fold) {
    const out = [];
    for (const token of tokens(fold(text))) {
      if (token.han && wanted.has(token.term[0])) {
        out.push({ start: token.start, end: token.start + 1, terms: [token.term[0]] });
        continue;
      }
      if (!wanted.has(token.term) || token.joined) continue;
      const before = out[out.length - 1];
      if (before && token.start < before.end) {
        before.end = Math.max(before.end, token.end);
        before.terms.push(token.term);
      } else out.push({ start: token.start, end: token.end, terms: [token.term] });
    }
    return out;
  }

  function mark(text, places) {
    let html = "", at = 0;
    for (const { start, end } of places) {
      html += escape(text.slice(at, start)) + "<mark>" + escape(text.slice(start, end)) + "</mark>";
      at = end;
    }
    return html + escape(text.slice(at));
  }

  /* The stretch of the text that holds most matches, cut at its ends with an ellipsis. */
  function teaser(text, places) {
    const size = /\p{Script=Han}/u.test(text) ? TEASER.han : TEASER.latin;
    let from = 0, most = 0;
    for (const { start } of places) {
      const inside = places.filter(place => place.start >= start && place.end <= start + size);
      const worth = new Set(inside.flatMap(place => place.terms)).size;
      if (worth > most) { most = worth; from = start; }
    }
    from = Math.max(0, from - Math.floor(size / 5));
    if (size === TEASER.latin && from) from = text.indexOf(" ", from) + 1;
    const to = Math.min(text.length, from + size);
    const inside = places.filter(place => place.start >= from && place.end <= to)
      .map(place => ({ start: place.start - from, end: place.end - from }));
    return (from ? "…" : "") + mark(text.slice(from, to), inside) + (to < text.length ? "…" : "");
  }

  root.CourseSearch.draw = draw;
})(self);
