/*
 * Answers Material's search box in place of its own worker; the messages are Material's.
 * It is ready at once and fetches the engine and the data only when somebody types (or warm.js asks),
 * because most page views never search.
 */
"use strict";
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
let engine = null;        // promise of the engine, null until the first query and after a failed load
let newest = 0;           // number of the newest query: older ones are not worth answering
let suggest = false;

async function load() {
  importScripts("minisearch.js", "normalise.js", "query.js", "results.js", "engine.js");
  const answer = await fetch(new URL("../../search/search_data.json", self.location.href));
  if (!answer.ok) throw new Error(`search data: ${answer.status}`);
  return self.CourseSearch.create(await answer.json());
}

async function answer(query) {
  const number = ++newest;
  let data = { items: [] };
  try {
    engine = engine || load();
    const ready = await engine;
    if (number !== newest) return;
    if (query.trim()) data = ready.search(query, suggest);
  } catch (error) {
    engine = null;
    console.warn(error);
  }
  postMessage({ type: RESULT, data });
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
