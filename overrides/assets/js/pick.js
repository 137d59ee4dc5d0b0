/* The handout room: what is ticked is fetched and put on this page sheet after sheet, to be printed. The choice is kept in the address.
   Without answers means that they are taken out before the page has them; nothing is hidden that could come back on paper. */
"use strict";
(() => {
  const form = document.querySelector("form.pick"), plain = document.querySelector(".pick-plain");
  if (!form || !plain) return;
  const words = form.dataset;
  if (location.protocol === "file:") {
    plain.textContent = words.disk;
    return;
  }
  const controls = form.querySelector(".pick__controls"), status = form.querySelector(".pick__status");
  const make = form.querySelector("[type=submit]"), print = form.querySelector(".pick__print");
  const choices = [...form.querySelectorAll("[name=answers]")];

  /* Each link of the list becomes something to tick. */
  const boxes = [...form.querySelectorAll("li[data-code]")].map((item) => {
    const link = item.querySelector("a"), label = document.createElement("label"), shown = document.createElement("span");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "pick", value: item.dataset.code });
    const opened = item.dataset.trainer;
    shown.append(...link.childNodes);
    label.className = "pick__item";
    label.append(box, shown);
    link.replaceWith(label);
    return { box, code: item.dataset.code, reader: link.href, trainer: opened ? new URL(opened, location.href).href : link.href };
  });
  for (const group of form.querySelectorAll(".pick__group")) {
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", group.querySelector("h3").id);
  }
  plain.remove();
  controls.hidden = false;

  const ticked = () => boxes.filter(({ box }) => box.checked);
  const open = () => choices.some(({ checked, value }) => checked && value === "in");

  /* What is left of a page on paper. */
  const section = (article, id) => {
    const heading = article.querySelector(`h2#${id}`);
    for (let next = heading && heading.nextElementSibling; next && next.tagName !== "H2"; next = heading.nextElementSibling) next.remove();
    if (heading) heading.remove();
  };
  const cleaned = (article, kinds, answers, address) => {
    const drop = (selector) => {
      for (const element of article.querySelectorAll(selector)) element.remove();
    };
    drop(".above, .band a, .pager, .prints, .headerlink, .print-only, details.references");
    if (kinds.includes("page--case")) {
      for (const id of ["phrases", "near", ...(answers ? [] : ["try", "principles", "rules"])]) section(article, id);
    }
    if (!answers) {
      /* Which turn went wrong is theirs to find. */
      drop("details:is(.answer, .trainer, .role-card, .paper), .note--prop, .turn__mark");
      for (const turn of article.querySelectorAll(".turn--bad, .turn--good")) turn.classList.remove("turn--bad", "turn--good");
      for (const heading of article.querySelectorAll("h2")) {
        if (!heading.nextElementSibling || heading.nextElementSibling.tagName === "H2") heading.remove();
      }
    }
    for (const link of article.querySelectorAll("a")) {
      const text = document.createElement("span");
      text.className = link.className;
      text.classList.remove("term");
      text.append(...link.childNodes);
      link.replaceWith(text);
    }
    for (const picture of article.querySelectorAll("img[src]")) picture.src = new URL(picture.getAttribute("src"), address).href;
    for (const element of article.querySelectorAll("[id]")) element.removeAttribute("id");
  };
  const sheet = async ({ reader, trainer }, answers) => {
    const address = answers ? trainer : reader;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = page.querySelector(".md-content"), article = content.querySelector("article");
    const kinds = [...content.classList].filter((name) => name.startsWith("page--"));
    cleaned(article, kinds, answers, address);
    const made = document.createElement("article");
    made.className = ["picked__sheet", ...kinds].join(" ");
    made.append(...article.childNodes);
    return made;
  };

  /* The page to print; any other choice takes it away again. */
  let turn = 0;
  const forget = () => {
    turn += 1;
    for (const old of document.querySelectorAll(".picked")) old.remove();
    document.body.classList.remove("is-picked");
    print.hidden = true;
    make.disabled = false;
    status.textContent = "";
  };
  const put = async (unknown) => {
    forget();
    const own = turn, answers = open(), wanted = ticked();
    const lost = unknown.length ? [words.unknown.replace("{}", unknown.join(" "))] : [];
    if (!wanted.length) {
      status.textContent = [...lost, words.none].join(" ");
      return;
    }
    make.disabled = true;
    status.textContent = words.wait;
    const all = await Promise.allSettled(wanted.map((one) => sheet(one, answers)));
    if (own !== turn) return;
    const good = all.filter(({ status: how }) => how === "fulfilled").map(({ value }) => value);
    const failed = wanted.filter((_, at) => all[at].status === "rejected").map(({ code }) => code);
    if (failed.length) lost.push(words.failed.replace("{}", failed.join(" ")));
    make.disabled = false;
    status.textContent = [...(good.length ? [good.length > 1 ? words.many.replace("{}", good.length) : words.one] : []), ...lost].join(" ");
    if (!good.length) return;
    const whole = document.createElement("section");
    whole.className = "picked";
    whole.append(...good);
    document.querySelector(".md-content__inner").append(whole);
    document.body.classList.add("is-picked");
    print.hidden = false;
  };

  const write = () => {
    const codes = ticked().map(({ code }) => code);
    const query = [...(codes.length ? [`pick=${codes.join(",")}`] : []), ...(open() ? ["answers=in"] : [])].join("&");
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
    for (const link of document.querySelectorAll("[data-language-link]")) link.search = location.search;
  };
  form.addEventListener("change", () => {
    forget();
    write();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      forget();
      write();
    }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    put([]);
  });
  print.querySelector("button").addEventListener("click", () => window.print());

  const asked = new URLSearchParams(location.search);
  const codes = (asked.get("pick") || "").split(",").filter(Boolean);
  for (const { box, code } of boxes) box.checked = codes.includes(code);
  for (const choice of choices) choice.checked = choice.value === (asked.get("answers") === "in" ? "in" : "out");
  if (codes.length) {
    write();
    put(codes.filter((code) => !boxes.some((one) => one.code === code)));
  }
})();
