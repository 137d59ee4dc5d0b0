/* The reader's own corner of the home page: where to carry on, how far each part is, three questions for today, and what is kept. */
"use strict";
(() => {
  const corner = document.querySelector(".mine");
  if (!corner || !window.progress) return;
  const words = JSON.parse(document.getElementById("__config").textContent).words.today;
  const { parts, principles, moved } = JSON.parse(corner.dataset.course);
  const say = (name, ...given) => given.reduce((text, one) => text.replace("{}", one), words[name]);
  const make = (tag, properties, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };
  const button = (text, act) => {
    const made = make("button", { type: "button", className: "button button--quiet" }, text);
    made.addEventListener("click", act);
    return made;
  };
  const pages = parts.flatMap(({ pages }) => pages), byCode = new Map(pages.map((page) => [page[0], page]));
  const status = make("p", { className: "mine__status" });
  status.setAttribute("role", "status");

  /* Three for today: each question is taken from its own page. */
  const asked = async (id) => {
    const code = id.slice(0, id.lastIndexOf("-")), address = principles[code] || byCode.get(code)?.[1];
    if (!address) return null;
    const there = await fetch(address);
    const quiz = new DOMParser().parseFromString(await there.text(), "text/html").querySelector(`.quiz[data-quiz="${CSS.escape(id)}"]`);
    if (!quiz) return null;
    for (const link of quiz.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), there.url).href;
    return document.adoptNode(quiz);
  };
  const three = async (ids, place) => {
    place.replaceChildren(make("p", {}, say("loading")));
    const found = (await Promise.all(ids.slice(0, 3).map((id) => asked(id).catch(() => null)))).filter(Boolean);
    place.replaceChildren(...(found.length ? found : [make("p", {}, say("none"))]));
    for (const quiz of found) quiz.dispatchEvent(new Event("quiz", { bubbles: true }));
  };

  const next = (state) => {
    const read = pages.map(([code]) => Boolean(state.pages[code]?.read)), last = read.lastIndexOf(true);
    return pages.find((_, at) => at > last && !read[at]) || pages.find((_, at) => !read[at]);
  };
  const bar = ({ title, colour, pages }, state) => {
    const done = pages.filter(([code]) => state.pages[code]?.read).length;
    const meter = make("progress", { max: pages.length, value: done });
    meter.setAttribute("aria-label", `${title}: ${done}/${pages.length}`);
    return make("li", { className: colour }, make("span", {}, title), meter, make("small", {}, `${done}/${pages.length}`));
  };

  /* Taking it along: a file, or an address that another device reads from a code on the screen. */
  const save = () => {
    const file = new Blob([JSON.stringify(window.progress.read())], { type: "application/json" });
    const link = make("a", { href: URL.createObjectURL(file), download: "course-progress.json" });
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const take = (text) => {
    try {
      const brought = JSON.parse(text);
      if (brought.version !== 1 || typeof brought.pages !== "object" || typeof brought.quizzes !== "object") throw new Error("not ours");
      window.progress.write(window.progress.joined(window.progress.read(), window.progress.moved(brought, moved)));
      status.textContent = say("taken");
    } catch {
      status.textContent = say("refused");
    }
  };
  const load = () => {
    const input = make("input", { type: "file", accept: ".json,application/json" });
    input.addEventListener("change", async () => take(await input.files[0].text()));
    input.click();
  };
  const packed = (state) => btoa(JSON.stringify({ ...state, quizzes: {} }));
  const code = (place) => {
    const script = make("script", { src: `${window.progress.shared}qrcode.js` });
    script.addEventListener("load", () => {
      const drawn = qrcode(0, "L");
      try {
        drawn.addData(`${location.origin}${location.pathname}#progress=${packed(window.progress.read())}`);
        drawn.make();
        place.replaceChildren(
          make("img", { src: drawn.createDataURL(4, 8), alt: say("code_alt"), className: "mine__code" }),
          make("p", {}, say("code_how")),
        );
      } catch {
        place.replaceChildren(make("p", {}, say("too_much")));
      }
    });
    document.head.append(script);
  };
  const forget = () => {
    if (confirm(say("forget_sure"))) window.progress.forget();
  };

  const show = () => {
    const state = window.progress.read(), begun = Object.keys(state.pages).length + Object.keys(state.quizzes).length > 0;
    corner.hidden = !begun;
    if (!begun) return;
    const on = next(state),
      due = window.progress.due(state),
      questions = make("div", { className: "mine__questions" }),
      aside = make("div", {});
    corner.replaceChildren(
      make("h2", {}, say("title")),
      ...(on
        ? [
          make(
            "p",
            { className: "mine__next" },
            make("a", { href: on[1], className: "button" }, say("carry_on", `${on[0]} ${on[2]}`, on[3])),
          ),
        ]
        : [make("p", {}, say("all_read"))]),
      ...(due.length ? [make("p", {}, button(say("three", Math.min(3, due.length)), () => three(due, questions))), questions] : []),
      make("ul", { className: "mine__parts" }, ...parts.map((part) => bar(part, state))),
      make(
        "details",
        { className: "mine__kept" },
        make("summary", {}, say("kept")),
        make("p", {}, say("kept_how")),
        make(
          "p",
          { className: "mine__buttons" },
          button(say("save"), save),
          button(say("load"), load),
          button(say("code"), () => code(aside)),
          button(say("forget"), forget),
        ),
        aside,
      ),
      status,
    );
  };

  if (location.hash.startsWith("#progress=")) {
    const brought = location.hash.slice("#progress=".length);
    history.replaceState(null, "", location.pathname);
    try {
      if (confirm(say("take_sure"))) take(atob(brought));
    } catch {
      status.textContent = say("refused");
    }
  }
  window.progress.write(window.progress.moved(window.progress.read(), moved));
  show();
  addEventListener("progress", () => corner.contains(document.activeElement) && corner.querySelector(".quiz") || show());
})();
