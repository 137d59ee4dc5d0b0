/*
 * What a query asks for: its terms, and what else may take their place (synonyms, pinyin, another way of writing
 * it together or apart, a name one slip away).
 */
"use strict";
(function (root) {
  const { hanOnly, isHan, question, stem, tokens, unique } = root.CourseSearch;

  const SYNONYM = 0.6, SLIP = 0.8, LETTER = 0.3; // an equivalent counts less than the word itself
  const ACROSS = 0.2; // a pair with a particle in it is likely no word: 户说, 让他
  const PARTICLES = new Set("的了是在我你您他她它们这那就都也和与及或把被给跟对向从到要会能不没有说讲个");

  /* Pinyin of names -> the names' own characters, so that 'znb' and 'zhinengbiao' become 智能表 and
   * everything after that is an ordinary search. */
  function pinyinFinder(pinyin) {
    const entries = Object.entries(pinyin || {}).map(([name, reading]) => [[...name], reading.split(" ")]);
    return (letters) => {
      const found = new Map();
      for (const [chars, syllables] of entries) {
        for (let i = 0; i < syllables.length; i++) {
          let spelt = "", initials = "";
          for (let j = i; j < syllables.length && j - i < letters.length; j++) {
            spelt += syllables[j];
            initials += syllables[j][0];
            const word = chars.slice(i, j + 1).join("");
            if (initials === letters && letters.length > 1) found.set(word, Math.max(found.get(word) || 0, 0.8));
            if (spelt.length >= letters.length) {
              if (spelt === letters && word.length > 1) found.set(word, 1);
              else if (spelt.startsWith(letters) && word.length > 1) found.set(word, Math.max(found.get(word) || 0, 0.7));
              if (!letters.startsWith(initials)) break;
            } else if (!letters.startsWith(spelt) && !letters.startsWith(initials)) break;
          }
        }
      }
      const best = Math.max(0, ...found.values());
      return [...found].filter(([, weight]) => weight === best).map(([word]) => word).slice(0, 12);
    };
  }

  /* Names one character away from a piece of the query, same sound first: 首问负则制 -> 首问负责制. */
  function nearNames(piece, names, sounds) {
    const found = new Map();
    for (const name of names) {
      for (let i = 0; i + piece.length <= name.length; i++) {
        let wrong = 0, alike = 0;
        for (let k = 0; k < piece.length && wrong < 2; k++) {
          if (piece[k] !== name[i + k]) {
            wrong++;
            alike = sounds.has(piece[k]) && sounds.get(piece[k]) === sounds.get(name[i + k]) ? 100 : 0;
          }
        }
        const near = name.slice(i, i + piece.length);
        if (wrong === 1) found.set(near, (found.get(near) || alike) + 1);
      }
    }
    return [...found].sort((a, b) => b[1] - a[1]).slice(0, piece.length > 2 ? 5 : 2).map(([word]) => word);
  }

  /* The query as a text might have it, if it is long enough to mean that: four Han characters, or two words. */
  function sentence(folded) {
    const text = folded.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\s+/g, " ");
    return hanOnly(text).length > 3 || /[a-z] [a-z]/.test(text) ? text : "";
  }

  class Reader {
    /* names: names of pages and entries; vocabulary: a Map or Set of all terms of the index. */
    constructor(fold, vocabulary, names, { synonyms = [], pinyin = {} }) {
      this.fold = fold;
      this.vocabulary = vocabulary;
      this.names = unique(names.map(fold).map(hanOnly)).filter(Boolean);
      this.synonyms = synonyms.map((group) => group.map((word) => this.phrase(word)));
      this.han = pinyinFinder(pinyin);
      this.words = new Set(
        synonyms.flat().flatMap((name) => tokens(fold(name))).filter((token) => token.han && !token.lone).map((token) => token.term),
      );
      this.sounds = new Map(
        Object.entries(pinyin).flatMap(([name, reading]) => reading.split(" ").map((syllable, n) => [[...name][n], syllable])),
      );
    }

    /* A word or phrase as the terms to look for; `text` finds it in a Chinese query, `key` in a Latin one. */
    phrase(word) {
      const text = this.fold(word);
      const terms = unique(tokens(text).filter((token) => !token.lone || text.length === 1).map((token) => token.term));
      return { text, key: ` ${terms.join(" ")} `, terms, han: /\p{Script=Han}/u.test(text) };
    }

    /* The query as base terms, and equivalents: bags of terms that replace some of the base terms, for less. */
    read(query) {
      const text = question(this.fold(query));
      const all = tokens(text).filter((token) => !token.joined || this.vocabulary.has(token.term));
      const pairs = new Set(all.filter((token) => token.han && !token.lone).map((token) => token.end));
      let base = all.filter((token) => !token.lone || !pairs.has(token.end));
      const weighty = base.filter((token) => !token.lone || !PARTICLES.has(token.term));
      if (weighty.length) base = weighty;
      for (const token of base) token.letters = text.slice(token.start, token.end).replace(/[^\p{L}\p{N}]/gu, "");

      const equivalents = [...this.sameMeaning(text, base), ...this.spelt(text, base)];
      const covered = new Set(equivalents.flatMap((other) => other.covers));
      const strange = (term) => !this.vocabulary.has(term) && !covered.has(term);
      for (const other of this.otherCut(base, strange)) {
        equivalents.push(other);
        for (const term of other.covers) covered.add(term);
      }
      const slips = base.filter(({ han, term, letters }) => !han && letters.length > 3 && term.length > 2 && strange(term)).map((token) =>
        token.term
      );
      for (const piece of text.match(/\p{Script=Han}{2,12}/gu) || []) {
        const { terms } = this.phrase(piece);
        if (terms.some(strange)) {
          for (const near of nearNames(piece, this.names, this.sounds)) {
            equivalents.push({ terms: this.phrase(near).terms, covers: terms, weight: SLIP });
          }
        }
      }
      equivalents.push(...this.characters(base, strange));
      const terms = unique(base.map((token) => token.term));
      const weights = new Map(terms.filter((term) => this.across(term)).map((term) => [term, ACROSS]));
      return {
        text,
        terms,
        weights,
        faint: new Set(weights.keys()),
        equivalents,
        slips,
        last: terms[terms.length - 1],
        sentence: sentence(this.fold(query)),
      };
    }

    /* Whether a pair of characters is likely the end of one word and the start of another. */
    across(term) {
      return term.length === 2 && isHan(term) && [...term].some((letter) => PARTICLES.has(letter)) && !this.words.has(term);
    }

    /* The characters of pairs that occur nowhere, where no pair beside them says more, and only if the query has something that does. */
    characters(base, strange) {
      if (base.every((token) => strange(token.term))) return [];
      const pairs = base.filter((token) => token.han && token.term.length === 2);
      const held = new Set(pairs.filter((token) => !strange(token.term)).flatMap((token) => [token.start, token.start + 1]));
      return pairs.filter((token) => strange(token.term)).flatMap(({ term, start }) =>
        [...term]
          .filter((letter, n) => !held.has(start + n) && !PARTICLES.has(letter)).map((letter) => ({
            terms: [letter],
            covers: [term],
            weight: LETTER,
          }))
      );
    }

    /* Synonyms of words in the query. */
    sameMeaning(text, base) {
      const key = ` ${base.map((token) => token.term).join(" ")} `;
      return this.synonyms.flatMap((group) =>
        group.filter((word) => word.han ? text.includes(word.text) : key.includes(word.key)).flatMap((word) =>
          group.filter((other) => other !== word && other.terms.length).map((other) => ({
            terms: other.terms,
            covers: word.terms,
            weight: SYNONYM,
          }))
        )
      );
    }

    /* Names the query spells in pinyin: as a whole (zhi neng biao), or one of its words. */
    spelt(text, base) {
      const letters = base.filter((token) => /^[a-z]+$/.test(token.letters));
      const compact = /^[a-z\s'’-]{2,60}$/.test(text) ? text.replace(/[^a-z]/g, "") : "";
      const whole = compact ? this.han(compact) : [];
      if (whole.length && !letters.length) base.push(...tokens(whole[0]).filter((token) => !token.lone)); // nothing but stop words
      const named = (words, covers) => words.map((word) => ({ terms: this.phrase(word).terms, covers, weight: 1 }));
      if (whole.length) return named(whole, letters.map((token) => token.term));
      return letters.flatMap((token) => named(this.han(token.letters), [token.term]));
    }

    /* Latin words written apart or together: call back, callback. */
    otherCut(base, strange) {
      const found = [];
      base.forEach(({ han, term, letters }, n) => {
        if (han) return;
        if (strange(term)) {
          for (let i = 3; i <= letters.length - 3; i++) {
            const halves = [stem(letters.slice(0, i)), stem(letters.slice(i))];
            if (halves.every((half) => this.vocabulary.has(half))) found.push({ terms: halves, covers: [term], weight: 1 });
          }
        }
        const next = base[n + 1];
        const joined = next && !next.han ? stem(letters + next.letters) : "";
        if (this.vocabulary.has(joined)) found.push({ terms: [joined], covers: [term, next.term], weight: 1 });
      });
      return found;
    }
  }

  root.CourseSearch.Reader = Reader;
})(self);
