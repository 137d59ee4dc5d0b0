/*
 * The index and the ranking: data file in, results in the shape the box draws out.
 * Knows neither workers nor the network, so an edition that is opened from a folder can use it as it is.
 *
 * A page is one document; where its sections are things of their own (a glossary), each of them is one. The score
 * of a document is what MiniSearch finds for the words of the query and their equivalents, times how much of the
 * query it covers, times what kind of page it is. Sections of a page are ranked afterwards by the words they hold.
 */
"use strict";
(function (root) {
  const { Reader, Tokens, draw, folder, hanOnly, isHan, tokens, unique } = root.CourseSearch;

  const BOOST = { title: 3, alias: 3, asked: 4, headings: 2, said: 0.5, text: 1 };
  const KIND = {
    case: 1,
    principle: 1,
    chapter: 1,
    form: 0.9,
    page: 0.75,
    plan: 0.4,
    list: 0.4,
    term: 0.28,
    reference: 0.28,
    phrase: 0.28,
  };
  const ENTRIES = new Set(["term", "reference", "phrase"]); // lists that are found entry by entry
  const BM25 = { k: 2, b: 0.8, d: 0.5 }; // pages are long: a word said often counts on, a long page less
  const FLOOR = 0.03; // a page that scores less than that share of the best is noise
  const PASSING = 0.75; // what of a word's weight a page covers that has it in its text alone
  const VERBATIM = 1.6, CANDIDATES = 60; // what holds the query word for word; looked for among so many of the best

  /* MiniSearch's tree tries the branches of a node one by one, and Chinese gives its root thousands. Each Han
   * character is written as two private characters instead, 170 branches at most: indexing takes half the time. */
  const coded = (term) =>
    term.replace(/[\u3400-\u9fff]/g, (c) => {
      const place = c.charCodeAt(0) - 0x3400;
      return String.fromCharCode(0xe000 + Math.floor(place / 170), 0xe200 + place % 170);
    });
  const decoded = (term) =>
    term.replace(
      /[\ue000-\ue1ff][\ue200-\ue2ff]/g,
      (c) => String.fromCharCode(0x3400 + (c.charCodeAt(0) - 0xe000) * 170 + c.charCodeAt(1) - 0xe200),
    );

  /* A page as it was sent, its sections as objects; `texts` are what came later: of each section open text, folded text, name;
   * then how people ask for the page. */
  function opened(page, texts) {
    const sections = page.sections.map(([anchor, title = "", text = "", folded = "", ...names], n) => {
      const [open = text, hidden = folded, name = title] = texts ? texts[n] : [];
      return { anchor, title: name, text: open, folded: hidden, names, code: names[0] || "" };
    });
    return { ...page, sections, asked: texts && texts[sections.length] || page.asked || [] };
  }

  /* What is found as one thing: a page, or an entry of a list. */
  function thing(page, sections, entry) {
    const [title, ...others] = entry
      ? [entry.title, ...entry.names]
      : [page.title, page.code, ...page.alias || [], ...sections.flatMap((section) => section.names)];
    const names = [title, ...others].filter(Boolean);
    return {
      page,
      entry,
      names,
      fields: {
        title,
        alias: names.slice(1).join(" / "),
        asked: entry ? "" : page.asked.join("\n"),
        headings: entry ? page.title : sections.map((section) => section.title).join(" / "),
        text: sections.map(({ text, folded }) => [text, folded].filter(Boolean).join("\n")).join("\n"),
        said: "",
      },
    };
  }

  /* The things of all pages. What is said in an entry finds the page it feeds, too. */
  function things(pages) {
    const docs = pages.flatMap((page) =>
      ENTRIES.has(page.kind) ? page.sections.slice(1).map((section) => thing(page, [section], section)) : [thing(page, page.sections, null)]
    );
    const at = new Map(docs.map((doc) => [doc.page.location, doc]));
    for (const { page: { feeds }, entry } of docs) {
      const fed = entry && feeds && at.get(feeds[entry.anchor]);
      if (fed) fed.fields.said += `${entry.title}\n${entry.text}\n`;
    }
    return docs;
  }

  /* The query is a name, or part of one. An entry of a list leads only if it was asked for by its name. */
  function named({ keys, entry }, key) {
    if (keys.includes(key)) return entry ? 3 : 1.5;
    return keys.some((own) => own.includes(key)) ? 1.5 : 1;
  }

  /* Equivalents by what they replace. */
  function groups(equivalents) {
    const found = new Map();
    for (const other of equivalents) {
      const key = other.covers.join(" ");
      found.set(key, [...(found.get(key) || []), other]);
    }
    return found.values();
  }

  class Engine {
    constructor(data, texts) {
      this.fold = folder(data.simplified);
      this.known = new Tokens(this.fold);
      this.vocabulary = new Map(); // term -> its spelling in the index
      this.index = new root.MiniSearch({
        idField: "n",
        fields: Object.keys(BOOST),
        tokenize: (text) => tokens(this.fold(text)).map((token) => token.term),
        processTerm: (term) => {
          if (!this.vocabulary.has(term)) this.vocabulary.set(term, coded(term));
          return this.vocabulary.get(term);
        },
        searchOptions: { tokenize: (text) => [text], processTerm: coded, boost: BOOST, bm25: BM25 },
      });
      this.labels = data.kinds || {};
      this.docs = things(data.pages.map((page, n) => opened(page, texts && texts[n])));
      this.index.addAll(this.docs.map((doc, n) => ({ n, ...doc.fields })));
      this.reader = new Reader(this.fold, this.vocabulary, this.docs.flatMap((doc) => doc.names), data);
      for (const doc of this.docs) { // an entry of the glossary has its name in both languages
        doc.keys = unique(
          doc.names.flatMap((name) => [name, hanOnly(name), name.replace(/\p{Script=Han}+/gu, " ")]).map((name) =>
            this.reader.phrase(name).key
          ),
        );
      }
    }

    /* Documents that hold any of it: Map from number to { score, share of each term, words as written there, whole phrases
     * and parts of phrases that replace some }. In an entry of a list only the best of several equivalents counts, or a term
     * would win by listing its other names. */
    find({ terms, weights, equivalents, slips, last }) {
      const found = new Map();
      const run = (queries, options) =>
        this.index.search({ combineWith: "OR", queries, ...options })
          .map(({ id, score, queryTerms, terms: words, match }) => ({
            id,
            prominent: new Set(
              Object.entries(match).filter(([, fields]) => fields.some((field) => field !== "text")).map(([word]) => decoded(word)),
            ),
            score: score / Math.max(1, queryTerms.length),
            asked: queryTerms.map(decoded),
            words: words.map(decoded),
          }));
      const take = ({ id, score }, asked, share) => {
        if (!found.has(id)) found.set(id, { score: 0, share: new Map(), words: new Set(), phrases: [], parts: new Set() });
        const doc = found.get(id);
        doc.score += score;
        for (const term of asked) doc.share.set(term, Math.max(doc.share.get(term) || 0, share));
        return doc;
      };
      const own = (result) => {
        const prominent = result.asked.filter((term) => result.prominent.has(term));
        take({ id: result.id, score: 0 }, prominent, 1);
        const doc = take(result, result.asked, this.docs[result.id].entry ? 1 : PASSING);
        for (const word of result.words) doc.words.add(word);
      };

      const prefix = (term) => isHan(term) ? term.length === 1 : term.length > 1 && (term === last || !this.vocabulary.has(term));
      const boostTerm = (term) => weights.get(decoded(term)) ?? 1;
      run(terms, { prefix: (term) => prefix(decoded(term)), boostTerm }).forEach(own);
      run(slips, { boost: { ...BOOST, text: 0.3 }, fuzzy: (term) => term.length > 6 ? 2 : 1 }).forEach(own);

      for (const group of groups(equivalents)) {
        const seen = new Set();
        const results = group.flatMap((other) =>
          run(other.terms, { prefix: (term) => isHan(decoded(term)) && decoded(term).length === 1 })
            .map((result) => ({ ...result, other, part: result.asked.length / other.terms.length }))
        );
        for (const result of results.sort((a, b) => b.score * b.part - a.score * a.part)) {
          const { part, other: { terms: own, covers, weight } } = result;
          if (part < 1 && !isHan(own[0])) continue; // half a Latin phrase says nothing, half a Chinese one may
          if (seen.has(result.id) && this.docs[result.id].entry) continue;
          seen.add(result.id);
          const doc = take({ id: result.id, score: result.score * weight * part }, covers, weight * part ** 2);
          if (part === 1) doc.phrases.push(own);
          else if (part >= 0.5) { for (const word of result.words) doc.parts.add(word); }
        }
      }
      return found;
    }

    /* What was found, with the final score: how much of the query it covers, rare words more, and what kind of page it is. */
    rank(asked) {
      const found = [...this.find(asked)];
      const rarity = new Map(asked.terms.map((term) => {
        const holders = found.filter(([, { share }]) => share.get(term) > 0).length;
        return [term, holders ? Math.log(1 + this.docs.length / holders) * (asked.weights.get(term) ?? 1) : 0];
      }));
      const total = [...rarity.values()].reduce((sum, value) => sum + value, 0) || 1;
      const key = ` ${asked.terms.join(" ")} `;
      const best = found.map(([n, hit]) => {
        const doc = this.docs[n];
        const cover = asked.terms.reduce((sum, term) => sum + (hit.share.get(term) || 0) * rarity.get(term), 0) / total;
        return {
          ...doc,
          ...hit,
          score: hit.score * (0.1 + cover * cover) * (KIND[doc.page.kind] ?? KIND.page) * named(doc, key),
          missing: new Set(asked.terms.filter((term) => !hit.share.get(term))),
        };
      }).sort((a, b) => b.score - a.score);
      if (asked.sentence) { for (const hit of best.slice(0, CANDIDATES)) if (this.holds(hit, asked.sentence)) hit.score *= VERBATIM; }
      return best.sort((a, b) => b.score - a.score);
    }

    /* Whether it has the words one after another, as they were typed. */
    holds({ fields: { title, text } }, sentence) {
      return this.fold(title).includes(sentence) || this.fold(text).includes(sentence);
    }

    /* What the box asks for: so many results from a place on, best first; how many there are in all; and whether the best is a page that was asked for by its name. */
    search(query, from = 0, size = 20) {
      const asked = this.reader.read(query);
      if (!asked.terms.length) return { items: [], total: 0, named: false };
      const ranked = this.rank(asked);
      const seen = new Set();
      const best = ranked.filter(({ page, score }) => score >= ranked[0].score * FLOOR && !seen.has(page) && seen.add(page));
      return {
        items: best.slice(from, from + size).map((hit) => ({
          label: this.labels[hit.page.kind] || "",
          ...draw(hit, asked, this.reader, this.known),
        })),
        total: best.length,
        named: best.length > 0 && !best[0].entry && !best[0].missing.size && named(best[0], ` ${asked.terms.join(" ")} `) > 1,
      };
    }
  }

  root.CourseSearch.create = (data, texts) => new Engine(data, texts);
})(self);
