/*
 * The index and the ranking: data file in, results in the shape Material's search box draws out.
 * Knows neither workers nor the network, so an edition that is opened from a folder can use it as it is.
 *
 * A page is one document; where its sections are things of their own (a glossary), each of them is one. The score
 * of a document is what MiniSearch finds for the words of the query and their equivalents, times how much of the
 * query it covers, times what kind of page it is. Sections of a page are ranked afterwards by the words they hold.
 */
"use strict";
(function (root) {
  const { folder, hanOnly, isHan, draw, Reader, tokens, unique } = root.CourseSearch;

  const BOOST = { title: 3, alias: 3, tags: 1.5, headings: 2, text: 1 };
  const KIND = { case: 1, principle: 1, chapter: 1, form: 0.9, page: 0.75, entries: 0.28, generated: 0.4 };
  const BM25 = { k: 2, b: 0.8, d: 0.5 };                         // pages are long: a word said often counts on, a long page less
  const RESULTS = 20, FLOOR = 0.03;                             // a page that scores less than that share of the best is noise

  /* MiniSearch's tree tries the branches of a node one by one, and Chinese gives its root thousands. Each Han
   * character is written as two private characters instead, 170 branches at most: indexing takes half the time. */
  const coded = term => term.replace(/[\u3400-\u9fff]/g, c => {
    const place = c.charCodeAt(0) - 0x3400;
    return String.fromCharCode(0xe000 + Math.floor(place / 170), 0xe200 + place % 170);
  });
  const decoded = term => term.replace(/[\ue000-\ue1ff][\ue200-\ue2ff]/g,
    c => String.fromCharCode(0x3400 + (c.charCodeAt(0) - 0xe000) * 170 + c.charCodeAt(1) - 0xe200));

  /* What is found as one thing: a page, or an entry of a list. */
  function thing(page, sections, title) {
    const own = [title || page.title, ...(title ? [] : page.alias || []), ...sections.flatMap(section => section.slice(3))];
    return {
      page, entry: title ? sections[0] : null, names: own,
      fields: {
        title: own[0],
        alias: own.slice(1).join(" / "),
        tags: (page.tags || []).join(" / "),
        headings: title ? page.title : sections.map(section => section[1]).join(" / "),
        text: sections.map(section => section[2]).join("\n"),
      },
    };
  }

  /* The query is a name, or part of one. An entry of a list leads only if it was asked for by its name. */
  function named({ keys, entry }, key) {
    if (keys.includes(key)) return entry ? 3 : 1.5;
    return keys.some(own => own.includes(key)) ? 1.5 : 1;
  }

  /* Equivalents by what they stand for. */
  function groups(equivalents) {
    const found = new Map();
    for (const other of equivalents) {
      const key = other.covers.join(" ");
      found.set(key, [...(found.get(key) || []), other]);
    }
    return found.values();
  }

  class Engine {
    constructor(data) {
      this.fold = folder(data.simplified);
      this.vocabulary = new Map();       // term -> its spelling in the index
      this.index = new root.MiniSearch({
        idField: "n",
        fields: Object.keys(BOOST),
        tokenize: text => tokens(this.fold(text)).map(token => token.term),
        processTerm: term => {
          if (!this.vocabulary.has(term)) this.vocabulary.set(term, coded(term));
          return this.vocabulary.get(term);
        },
        searchOptions: { tokenize: text => [text], processTerm: coded, boost: BOOST, bm25: BM25 },
      });
      this.docs = data.pages.flatMap(page => page.kind === "entries" 
        ? page.sections.map(section => thing(page, [section], section[1])) : [thing(page, page.sections)]);
      this.index.addAll(this.docs.map((doc, n) => ({ n, ...doc.fields })));
      this.reader = new Reader(this.fold, this.vocabulary, this.docs.flatMap(doc => doc.names), data);
      for (const doc of this.docs)   // an entry of the glossary has its name in both languages
        doc.keys = unique(doc.names.flatMap(name => [name, hanOnly(name), name.replace(/\p{Script=Han}+/gu, " ")]).map(name => this.reader.phrase(name).key));
    }

    /* Documents that hold any of it: Map from number to { score, share of each term, words as they stand there }.
     * In an entry of a list only the best of several equivalents counts, or a term would win by listing its other names. */
    find({ terms, equivalents, slips, last }) {
      const found = new Map();
      const hit = n => {
        if (!found.has(n)) found.set(n, { score: 0, share: new Map(), words: new Set() });
        return found.get(n);
      };
      const run = (queries, options) => this.index.search({ combineWith: "OR", queries, ...options })
        .map(({ id, score, queryTerms, terms: words }) => ({ id, score: score / Math.max(1, queryTerms.length), asked: queryTerms.map(decoded), words: words.map(decoded) }));
      const take = ({ id, score, words }, asked, share) => {
        const doc = hit(id);
        doc.score += score;
        for (const word of words) doc.words.add(word);
        for (const term of asked) doc.share.set(term, Math.max(doc.share.get(term) || 0, share));
      };

      const prefix = term => isHan(term) ? term.length === 1 : term.length > 1 && (term === last || !this.vocabulary.has(term));
      for (const result of run(terms, { prefix: term => prefix(decoded(term)) })) take(result, result.asked, 1);
      for (const result of run(slips, { boost: { ...BOOST, text: 0.3 }, fuzzy: term => term.length > 6 ? 2 : 1 })) take(result, result.asked, 1);

      for (const group of groups(equivalents)) {
        const seen = new Set();
        const results = group.flatMap(other => run(other.terms).map(result => ({ ...result, other, part: result.asked.length / other.terms.length })));
        for (const result of results.sort((a, b) => b.score * b.part - a.score * a.part)) {
          const { part, other: { terms: own, covers, weight } } = result;
          if (part < 1 && !isHan(own[0])) continue;                // half a Latin phrase says nothing, half a Chinese one may
          if (seen.has(result.id) && this.docs[result.id].entry) continue;
          seen.add(result.id);
          take({ id: result.id, score: result.score * weight * part, words: part < 0.5 ? [] : result.words }, covers, weight * part ** 2);
        }
      }
      return found;
    }

    /* What was found, with the final score: how much of the query it covers, rare words more, and what kind of page it is. */
    rank(asked) {
      const found = [...this.find(asked)];
      const rarity = new Map(asked.terms.map(term => {
        const holders = found.filter(([, { share }]) => share.get(term) > 0).length;
        return [term, holders ? Math.log(1 + this.docs.length / holders) : 0];
      }));
      const total = [...rarity.values()].reduce((sum, value) => sum + value, 0) || 1;
      return found.map(([n, { score, share, words }]) => {
        const doc = this.docs[n];
        const cover = asked.terms.reduce((sum, term) => sum + (share.get(term) || 0) * rarity.get(term), 0) / total;
        return {
          ...doc, words,
          score: score * (0.1 + cover * cover) * (KIND[doc.page.kind] ?? KIND.page),
          missing: new Set(asked.terms.filter(term => !share.get(term))),
        };
      });
    }

    /* What Material's worker answers to a query: { items, suggest? }, items best first; `named`: the best is a page that was asked for by its name. */
    search(query, suggest) {
      const asked = this.reader.read(query);
      if (!asked.terms.length) return { items: [], named: false };
      const key = ` ${asked.terms.join(" ")} `;
      const ranked = this.rank(asked);
      for (const hit of ranked) hit.score *= named(hit, key);
      ranked.sort((a, b) => b.score - a.score);
      const seen = new Set();
      const best = ranked.filter(({ page, score }) => score >= ranked[0].score * FLOOR && !seen.has(page) && seen.add(page)).slice(0, RESULTS);
      const answer = {
        items: best.map(hit => draw(hit, asked, this.reader)),
        named: best.length > 0 && !best[0].entry && !best[0].missing.size && named(best[0], key) > 1,
      };
      if (suggest) answer.suggest = this.suggest(asked.text, best);
      return answer;
    }

    /* A name that goes on from the last word typed; Material shows it behind the cursor. */
    suggest(text, ranked) {
      const start = text.split(/[\s-]+/).pop();
      const names = ranked.flatMap(hit => hit.names);
      return start ? names.filter(name => this.fold(name).startsWith(start) && !/[\s-]/.test(name)).slice(0, 1) : [];
    }
  }

  root.CourseSearch.create = data => new Engine(data);
})(self);
