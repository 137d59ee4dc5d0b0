/* A quiz becomes one: options to choose, a button to check, a word on each choice. Without scripts the folded answer does it. */
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("__config").textContent).words.quiz;
  const make = (tag, name, ...inside) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...inside);
    return made;
  };

  let number = 0;
  const answerable = (quiz) => {
    number += 1;
    const question = quiz.querySelector(".quiz__question"), list = quiz.querySelector(":scope > ul");
    const verdicts = [...quiz.querySelectorAll("details > ul > li")];
    if (!question || !list || verdicts.length !== list.children.length) return;
    const several = verdicts.filter((verdict) => verdict.querySelector(".verdict--right")).length > 1;

    const options = [...list.children].map((item, at) => {
      const right = Boolean(verdicts[at].querySelector(".verdict--right"));
      const said = verdicts[at].cloneNode(true), sign = said.querySelector(".verdict");
      while (sign.nextSibling && sign.nextSibling.nodeName !== "BR") sign.nextSibling.remove();
      if (sign.nextSibling) sign.nextSibling.replaceWith(" ");
      const input = Object.assign(document.createElement("input"), {
        type: several ? "checkbox" : "radio",
        name: `quiz-${number}`,
        value: String(at),
      });
      const feedback = make("span", "quiz__feedback", ...said.childNodes);
      feedback.hidden = true;
      return { right, input, feedback, label: make("label", "quiz__option", input, make("span", "", ...item.childNodes), feedback) };
    });

    const status = make("p", "quiz__status");
    status.setAttribute("role", "status");
    const forget = () => {
      status.textContent = "";
      for (const { label, feedback } of options) {
        label.classList.remove("quiz__option--right", "quiz__option--wrong");
        feedback.hidden = true;
      }
    };
    const form = make(
      "form",
      "quiz__form",
      make("fieldset", "", make("legend", "", question), ...options.map(({ label }) => label)),
      make("div", "quiz__bar", Object.assign(make("button", "button", words.check), { type: "submit" }), status),
    );
    form.addEventListener("change", forget);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      forget();
      const chosen = options.filter(({ input }) => input.checked);
      for (const { label, feedback, right } of chosen) {
        label.classList.add(right ? "quiz__option--right" : "quiz__option--wrong");
        feedback.hidden = false;
      }
      const good = chosen.filter(({ right }) => right).length, all = options.filter(({ right }) => right).length;
      const wrong = several && good ? words.mixed : words.wrong;
      status.textContent = !chosen.length ? words.none : good < chosen.length ? wrong : good < all ? words.part : words.right;
      if (chosen.length && quiz.dataset.quiz) {
        const detail = { what: "quiz", id: quiz.dataset.quiz, right: Number(good === all && good === chosen.length), of: 1 };
        dispatchEvent(new CustomEvent("practised", { detail }));
      }
    });
    list.replaceWith(form);
  };
  document.querySelectorAll(".quiz").forEach(answerable);
  /* One that another script has put into the page. */
  addEventListener("quiz", ({ target }) => answerable(target));
})();
