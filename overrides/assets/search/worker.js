/*
 * Answers Material's search box in place of its own worker; the messages are Material's.
 * It is ready at once and fetches the engine and the data only when somebody types (or warm.js asks),
 * because most page views never search. Names come first: who asks for a thing by its name is answered from
 * them while the text of the pages, several times as long, is still on its way.
 */
"use strict";
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
let engines = null;       // promise of { names, whole }, null until the first query and after a failed load
let complete = null;      // the engine that knows every text, once it is there
let newest = 0;           // number of the newest query: older ones are not worth answering
let suggest = false;

async function file(name) {
  const answer = await fetch(new URL(`../../search/${name}`, self.location.href));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function load() {
  importScripts("minisearch.js", "normalise.js", "query.js", "results.js", "engine.js");
  const data = await file("search_data.json");
  const names = self.CourseSearch.create(data);
  const whole = file("search_text.json").then(texts => {
    data.pages.forEach((page, n) => page.sections.forEach((section, m) => { section[2] = texts[n][m]; }));
    complete = self.CourseSearch.create(data);
  });
  whole.catch(() => {});  // who waits for it is told
  return { names, whole };
}

async function answer(query) {
  const number = ++newest;
  const post = ({ items, suggest }) => postMessage({ type: RESULT, data: { items, ...(suggest && { suggest }) } });
  try {
    engines = engines || load();
    const { names, whole } = await engines;
    if (number !== newest) return;
    if (!query.trim()) return post({ items: [] });
    if (!complete) {
      const first = names.search(query, suggest);
      if (first.named) post(first);
      await whole;
    }
    if (number === newest) post(complete.search(query, suggest));
  } catch (error) {
    engines = null;
    console.warn(error);
    if (number === newest) post({ items: [] });
  }
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    suggest = Boolean(data.options && data.options.suggest);
    postMessage({ type: READY });
  } else if (type === QUERY) {
    if (data) answer(data);
    else { newest++; postMessage({ type: RESULT, data: { items: [] } }); }
  }
});
