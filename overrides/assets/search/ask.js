/*
 * The page's side of the search: one worker, made when somebody is about to search, and made anew after a failure.
 */
"use strict";
((root) => {
  /* tell: called with every message of the worker, and with { failed: true } if there can be no worker. */
  function asker(script, data, tell) {
    let worker = null, ready = false;

    const hear = ({ data: message }) => {
      ready = ready || Boolean(message.ready);
      tell(message);
    };
    const fail = (event) => {
      if (event) event.preventDefault();
      worker = null;
      ready = false;
      tell({ failed: true });
    };
    const send = (message) => {
      try {
        if (!worker) {
          worker = new Worker(script);
          worker.onmessage = hear;
          worker.onerror = fail;
        }
        worker.postMessage({ data, ...message });
      } catch {
        fail();
      }
    };
    return {
      prepare: () => send({}),
      ask: (query) => send({ query }),
      get ready() {
        return ready;
      },
    };
  }

  root.CourseSearch = Object.assign(root.CourseSearch || {}, { asker });
})(self);
