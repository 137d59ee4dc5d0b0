/* What this device remembers of its reader: pages read and practised, and when a question that went wrong is to come back.
   Nothing of it is sent anywhere. `window.progress` is all other scripts know of it. */
"use strict";
(() => {
  const KEY = "course-progress", empty = () => ({ version: 1, pages: {}, quizzes: {} });
  const today = () => new Date().toISOString().slice(0, 10);
  const here = document.querySelector("[data-code]")?.dataset.code || "";
  const own = JSON.parse(document.getElementById("__config").textContent);
  const shared = `${own.base}${document.documentElement.lang.startsWith("zh") ? "" : "/.."}/assets/vendor/`;

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return kept && kept.version === 1 ? { ...empty(), ...kept } : empty();
    } catch {
      return empty();
    }
  };
  const write = (state) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
    } catch { /* A device that keeps nothing can still be read on. */ }
    dispatchEvent(new Event("progress"));
  };

  /* Codes that have been merged into others are followed; a question went with its page. */
  const moved = (state, to) => {
    for (const [old, code] of Object.entries(to)) {
      if (state.pages[old]) state.pages[code] = { ...state.pages[old], ...state.pages[code] };
      delete state.pages[old];
      for (const id of Object.keys(state.quizzes).filter((id) => id.startsWith(`${old}-`))) delete state.quizzes[id];
    }
    return state;
  };
  /* Two devices' records as one: of a question answered on both, the later answer. */
  const day = ({ card, right = "", wrong = "" }) => card?.last_review || (right > wrong ? right : wrong);
  const later = (one, other) => !one || other && day(other) > day(one) ? other : one;
  const joined = (one, other) => ({
    version: 1,
    pages: Object.fromEntries(
      [...Object.keys(one.pages), ...Object.keys(other.pages)].map((code) => [code, { ...one.pages[code], ...other.pages[code] }]),
    ),
    quizzes: Object.fromEntries(
      [...Object.keys(one.quizzes), ...Object.keys(other.quizzes)].map((id) => [id, later(one.quizzes[id], other.quizzes[id])]),
    ),
  });

  /* The library that knows when a question is due is fetched when the first one is answered: after a day, three days, ten, and then as it learns. */
  let scheduler = null;
  const schedule = () =>
    scheduler ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${shared}fsrs.js`;
      script.addEventListener("load", () =>
        resolve(FSRS.fsrs({ learning_steps: ["1d"], relearning_steps: ["1d"], request_retention: 0.88, enable_fuzz: false })));
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  const unplanned = (state) => Object.values(state.quizzes).filter(({ last }) => last !== undefined);
  const plan = async () => {
    if (!unplanned(read()).length) return;
    const planner = await schedule(), state = read();
    for (const question of unplanned(state)) {
      question.card =
        planner.next(question.card || FSRS.createEmptyCard(), new Date(), question.last ? FSRS.Rating.Good : FSRS.Rating.Again).card;
      delete question.last;
    }
    write(state);
  };
  /* An answer is kept at once: whoever goes on before the library is here has it planned by the next page. */
  const answered = (id, right) => {
    const state = read(), kept = state.quizzes[id];
    state.quizzes[id] = { ...kept, [right ? "right" : "wrong"]: today(), ...(right && !kept ? {} : { last: right }) };
    write(state);
    return plan();
  };
  const due = (state, now = new Date()) =>
    Object.entries(state.quizzes)
      .filter(([, { card }]) => card && new Date(card.due) <= now)
      .sort(([, one], [, other]) => new Date(one.card.due) - new Date(other.card.due))
      .map(([id]) => id);

  const note = (code, what) => {
    const state = read();
    state.pages[code] = { ...state.pages[code], ...what };
    write(state);
  };
  window.progress = { shared, read, write, moved, joined, answered, due, forget: () => write(empty()) };

  addEventListener("practised", ({ detail: { what, right, of, id } }) => {
    if (what === "quiz") answered(id, right === of);
    else if (here) note(here, { [what]: [right, of] });
  });
  plan();
  const end = document.querySelector(".pager");
  if (here && end && !document.querySelector(".page--trainer")) {
    new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      note(here, { read: today() });
      end.dataset.read = "";
    }).observe(end);
  }
})();
