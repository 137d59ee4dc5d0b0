/*
 * From a hit to what the box draws of it: pieces of text, each marked or not, and where the result leads.
 *
 * What is folded away on its page is found, but never shown: no excerpt gives an answer before the reader could.
 */
"use strict";
(function (root) {
  const { isHan, tokens } = root.CourseSearch;

  const OTHERS = 3, WORDS = 8, TEASER = { han: 72, latin: 150 };
  const KEPT = 400; // texts whose tokens are kept: typing a word asks for the same pages again and again

  /* The tokens of a text, remembered. */
  class Tokens {
    constructor(fold) {
      this.fold = fold;
      this.kept = new Map();
    }

    of(text) {
      let found = this.kept.get(text);
      if (found) this.kept.delete(text); // kept anew, so that the oldest comes first
      else found = tokens(this.fold(text));
      this.kept.set(text, found);
      if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value);
      return found;
    }
  }

  /* A page, or an entry of a list, as { location, kind, code, title, section, teaser, folded, others, words, missing }. */
  function draw(hit, asked, reader, known) {
    const { page, entry } = hit;
    const name = entry ? entry.title : page.title;
    const wanted = wantedOf(hit, asked);
    const parts = page.sections.map((section, n) => part(section, n, section === entry, wanted, known));
    const title = places(name, wanted, known);
    const lead = parts[0], best = parts.slice(1).filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth || a.n - b.n);
    const first = best.length && best[0].worth > lead.worth ? best[0] : lead;
    const others = best.filter((other) => other !== first).slice(0, OTHERS);
    return {
      location: at(page, first),
      kind: page.kind,
      code: entry ? entry.code : page.code || "",
      title: pieces(name, title),
      section: entry || first === lead ? [] : pieces(first.section.title, first.title),
      teaser: teaser(first.section.text, first.text),
      folded: !first.text.length && first.folded.length > 0,
      others: others.map((other) => ({ location: at(page, other), title: pieces(other.section.title, other.title) })),
      words: literal([
        [name, title],
        ...[first, ...others].flatMap((
          { section, title, text, folded },
        ) => [[section.text, text], [section.folded, folded], [section.title, title]]),
      ]),
      missing: missing(hit, asked, reader),
    };
  }

  /* What to mark: the words of the query, and of their equivalents whole phrases; parts of these only if there is nothing else. */
  function wantedOf({ words, phrases, parts }, asked) {
    const single = asked.terms.filter((term) => isHan(term) && term.length === 1);
    const own = [...words].filter((word) => !single.some((term) => word.startsWith(term)) && !asked.faint.has(word));
    const terms = own.length || single.length || phrases.length ? [...own, ...single] : [...words, ...parts];
    return { terms: new Set(terms), phrases };
  }

  function part(section, n, asEntry, wanted, known) {
    const title = places(section.title, wanted, known),
      text = places(section.text, wanted, known),
      folded = places(section.folded, wanted, known);
    const count = (found) => new Set(found.flatMap((place) => place.terms)).size;
    return {
      section,
      n,
      title,
      text,
      folded,
      worth: (asEntry ? 100 : 0) + count([...title, ...text, ...folded]) + 0.5 * count(title) + 0.2 * count(text),
    };
  }

  const at = (page, { section }) => section.anchor ? `${page.location}#${section.anchor}` : page.location;

  /* Where the wanted words are in a text, pairs of Han characters joined to runs. */
  function places(text, { terms, phrases }, known) {
    const out = [];
    const put = (start, end, found) => {
      const before = out[out.length - 1];
      if (before && start < before.end) {
        before.end = Math.max(before.end, end);
        before.terms.push(...found);
      } else out.push({ start, end, terms: [...found] });
    };
    const all = known.of(text);
    all.forEach((token, n) => {
      for (const phrase of phrases) {
        if (phrase.some((term, k) => !all[n + k] || all[n + k].term !== term)) continue;
        put(token.start, all[n + phrase.length - 1].end, [phrase.join(" ")]);
        return;
      }
      if (token.han && terms.has(token.term[0])) put(token.start, token.start + 1, [token.term[0]]);
      else if (terms.has(token.term) && !token.joined) put(token.start, token.end, [token.term]);
    });
    return out;
  }

  /* The text as [text, marked] pieces. */
  function pieces(text, places) {
    const out = [];
    let at = 0;
    for (const { start, end } of places) {
      if (start > at) out.push([text.slice(at, start), false]);
      out.push([text.slice(start, end), true]);
      at = end;
    }
    if (at < text.length) out.push([text.slice(at), false]);
    return out;
  }

  /* What was found, as it is written there, for the page to mark: the longest words first. */
  function literal(texts) {
    const found = new Map(
      texts.flatMap(([text, places]) => places.map(({ start, end }) => text.slice(start, end))).map((word) => [word.toLowerCase(), word]),
    );
    return [...found.values()].sort((a, b) => b.length - a.length).slice(0, WORDS);
  }

  /* Words of the query this page does not have. */
  function missing({ missing }, asked, reader) {
    return (asked.text.match(/[\p{L}\p{N}.-]+/gu) || []).filter((piece) => {
      const own = reader.phrase(piece).terms;
      return own.length && own.every((term) => missing.has(term));
    });
  }

  const SENTENCE = /[。！？!?；;]["”’」』）)]*\s*|\.["”’)]*\s+/g, CLAUSE = /[，,、：:—–]\s*|\s+/g;
  const words = root.Intl && Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

  /* Ends of what a pattern matches within a stretch of text. */
  const ends = (text, pattern, from, to) =>
    [...text.slice(from, to).matchAll(pattern)].map((match) => from + match.index + match[0].length);

  /* The last place not after `to` where the text may be cut, not before `least`: after a sentence, a clause or a word. */
  function cut(text, least, to) {
    if (to >= text.length) return text.length;
    for (const pattern of [SENTENCE, CLAUSE]) {
      const found = ends(text, pattern, least, to + 1).filter((place) => place <= to);
      if (found.length) return found.pop();
    }
    if (!words) return to;
    const borders = [...words.segment(text.slice(least, to + 8))].map(({ index }) => least + index).filter((place) => place <= to);
    return borders.length > 1 ? borders.pop() : to;
  }

  /* A stretch of the text with as many different marks as possible, from the start of a sentence or of a word. */
  function teaser(text, places) {
    const size = /\p{Script=Han}/u.test(text) ? TEASER.han : TEASER.latin;
    let from = 0, most = 0;
    for (const { start } of places) {
      const inside = places.filter((place) => place.start >= start && place.end <= start + size);
      const worth = new Set(inside.flatMap((place) => place.terms)).size;
      if (worth > most) {
        most = worth;
        from = start;
      }
    }
    const back = Math.max(0, from - Math.floor(size / 3));
    const sentences = ends(text, SENTENCE, back, from), clauses = ends(text, CLAUSE, Math.max(0, from - Math.floor(size / 5)), from);
    if (!(back === 0 && !sentences.length)) from = sentences.pop() ?? clauses.shift() ?? from;
    else from = 0;
    const to = cut(text, from + Math.floor(size * 0.6), from + size);
    const inside = places.filter((place) => place.start >= from && place.end <= to).map((place) => ({
      ...place,
      start: place.start - from,
      end: place.end - from,
    }));
    const shown = pieces(text.slice(from, to).trimEnd(), inside);
    if (from && shown.length) shown.unshift([size === TEASER.han ? "…" : "… ", false]);
    if (to < text.length && shown.length) shown.push([size === TEASER.han ? "…" : " …", false]);
    return shown;
  }

  Object.assign(root.CourseSearch, { Tokens, draw, teaser });
})(self);
