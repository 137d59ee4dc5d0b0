/* A case is practised: lines are judged before the marks show, a thought is written before an answer opens, a talk can be tried again.
   Without scripts the folds do it. What is written stays on the device. */
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("__config").textContent).words.practice;
  const say = (name, ...given) => given.reduce((text, one) => text.replace("{}", one), words[name]);
  const make = (tag, properties, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };
  const button = (text, act, name = "button") => {
    const made = make("button", { type: "button", className: name }, text);
    made.addEventListener("click", act);
    return made;
  };

  /* Judging the transcript: its twin below the questions carries the marks. */
  const judge = (turns, twins, bar) => {
    const status = make("p", { className: "judge__status" });
    status.setAttribute("role", "status");
    const clean = () => {
      for (const turn of turns) {
        turn.classList.remove("turn--bad", "turn--good");
        for (const part of turn.querySelectorAll(".turn__pick, .turn__mark, .turn__yours")) part.remove();
      }
    };
    const begin = () => {
      clean();
      for (const turn of turns) {
        const pick = button(
          "",
          () => pick.setAttribute("aria-pressed", String(pick.getAttribute("aria-pressed") !== "true")),
          "turn__pick",
        );
        pick.setAttribute("aria-pressed", "false");
        pick.setAttribute("aria-label", `${words.pick}: ${turn.querySelector(".turn__words").textContent}`);
        turn.append(pick);
      }
      status.textContent = words.how;
      bar.replaceChildren(button(words.check, check), status);
      turns[0].scrollIntoView({ block: "center" });
      turns[0].querySelector(".turn__pick").focus({ preventScroll: true });
    };
    const check = () => {
      let bad = 0, hit = 0, extra = 0;
      turns.forEach((turn, at) => {
        const pick = turn.querySelector(".turn__pick"), chosen = pick.getAttribute("aria-pressed") === "true";
        const wrong = twins[at].classList.contains("turn--bad"), mark = twins[at].querySelector(".turn__mark");
        bad += wrong;
        hit += wrong && chosen;
        extra += !wrong && chosen;
        if (mark) turn.append(mark.cloneNode(true));
        if (chosen) turn.append(make("span", { className: "turn__yours" }, words.picked));
        turn.classList.toggle("turn--bad", wrong);
        turn.classList.toggle("turn--good", twins[at].classList.contains("turn--good"));
        pick.remove();
      });
      status.textContent = say(extra ? "found_extra" : "found", bad, hit, extra);
      bar.replaceChildren(status, button(words.again, begin, "button button--quiet"));
      dispatchEvent(new CustomEvent("practised", { detail: { what: "judged", right: hit - extra, of: bad } }));
    };
    bar.replaceChildren(button(words.begin, begin));
  };
  const marked = document.querySelectorAll("details.marked-talk .turn");
  const plain = [...document.querySelectorAll("#events ~ .dialogue > .turn")].slice(0, marked.length);
  if (plain.length && plain.length === marked.length && [...marked].some((turn) => turn.classList.contains("turn--bad"))) {
    const bar = make("div", { className: "judge" });
    plain[plain.length - 1].parentElement.after(bar);
    judge(plain, marked, bar);
  }

  /* A thought before each answer. */
  const place = `thoughts:${location.pathname}`;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(place)) || {};
    } catch {
      return {};
    }
  };
  document.querySelectorAll(".asked").forEach((asked, at) => {
    const number = asked.querySelector(".asked__number")?.textContent || String(at + 1), fold = asked.querySelector("details.answer");
    if (!fold) return;
    const box = make("textarea", {
      className: "thought",
      rows: 2,
      maxLength: 600,
      placeholder: say("thought", number),
      value: read()[number] || "",
    });
    box.setAttribute("aria-label", say("thought", number));
    box.addEventListener("change", () => {
      try {
        localStorage.setItem(place, JSON.stringify({ ...read(), [number]: box.value }));
      } catch { /* A device that keeps nothing still lets one think. */ }
    });
    fold.before(box);
  });

  /* The talk: one way at a time, also where a browser does not know folds of one name; at its end one can begin again. */
  document.querySelectorAll(".try").forEach((talk) => {
    talk.addEventListener("toggle", ({ target }) => {
      if (!target.open) return;
      for (const other of talk.querySelectorAll(`details[name="${target.getAttribute("name")}"]`)) {
        if (other !== target) other.open = false;
      }
      const end = target.querySelector(":scope > .try__end");
      if (end) {
        const right = end.classList.contains("try__end--good");
        dispatchEvent(new CustomEvent("practised", { detail: { what: "tried", right: Number(right), of: 1 } }));
      }
    }, true);
    for (const end of talk.querySelectorAll(".try__end")) {
      end.append(button(words.retry, () => {
        for (const fold of talk.querySelectorAll("details[open]")) fold.open = false;
        talk.querySelector("summary").focus();
        talk.scrollIntoView({ block: "start" });
      }, "button button--quiet"));
    }
  });
})();
