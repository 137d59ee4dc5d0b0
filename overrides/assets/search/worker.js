/*
 * Answers the search box away from the page, so that typing never stalls. It fetches the engine and the data when it is asked to
 * get ready. Names come first: who asks for a thing by its name is answered from them while the text of the pages, several
 * times as long, is still on its way.
 *
 * In:  { data: address of the data files, query?: { number, text, from, size } }; without a query only to get ready.
 * Out: { ready: true } once every text is there, { failed: true, number } when something could not be fetched, or
 *      { number, from, items, total, whole }; `whole` is false while the text is still on its way.
 */
"use strict";
let loading = null; // promise of both engines, null until somebody asks and after a failed load
let names = null, whole = null; // the engine that knows names, and the one that knows every text, once they are there
let newest = null; // the newest query, until it is answered: older ones are not worth it
let busy = false;

/* Every message that is here already is heard before this goes on. */
const heard = () => new Promise((resolve) => setTimeout(resolve));

async function file(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

async function load(folder) {
  importScripts("minisearch.js", "normalise.js", "query.js", "results.js", "engine.js");
  const texts = file(`${folder}search_text.json`);
  texts.catch(() => {}); // who waits for it is told
  const data = await file(`${folder}search_data.json`);
  names = self.CourseSearch.create(data);
  early();
  whole = self.CourseSearch.create(data, await texts);
  postMessage({ ready: true });
}

const found = (engine, { number, text, from, size }) => ({ number, from, ...engine.search(text, from, size), whole: engine === whole });

/* What can be answered from the names alone. */
function early() {
  if (whole || !names || !newest) return;
  const answer = found(names, newest);
  if (answer.named) postMessage(answer);
}

async function work(folder) {
  busy = true;
  try {
    loading = loading || load(folder);
    await loading;
    while (newest) {
      const query = newest;
      await heard();
      if (query !== newest) continue;
      newest = null;
      postMessage(found(whole, query));
    }
  } catch (error) {
    console.warn(error);
    loading = names = whole = null;
    postMessage({ failed: true, number: newest ? newest.number : 0 });
    newest = null;
  }
  busy = false;
}

addEventListener("message", ({ data: { data, query } }) => {
  newest = query || newest;
  if (busy) early();
  else work(data);
});
