/* A session plan: another start moves every time of day, the number of people says how many copies. Both are kept in the address, so
   that a link can be shared: ?start=14:00&people=16. */
"use strict";
(() => {
  const choice = document.querySelector(".agenda-choice");
  if (!choice) return;
  const start = choice.querySelector("[name=start]"), people = choice.querySelector("[name=people]");
  const usual = start.value;

  const times = [...document.querySelectorAll("time[data-offset]")], copies = [...document.querySelectorAll(".copies")];

  const two = (number) => String(number).padStart(2, "0");
  const show = () => {
    const [hours, minutes] = (start.value || usual).split(":").map(Number);
    for (const time of times) {
      const at = (hours * 60 + minutes + Number(time.dataset.offset)) % 1440;
      time.textContent = `${two(Math.floor(at / 60))}:${two(at % 60)}`;
    }
    const many = people.validity.valid ? Number(people.value) : 0;
    for (const each of copies) {
      const needed = Math.ceil(many / Number(each.dataset.people)) * Number(each.dataset.copies);
      each.textContent = needed ? choice.dataset.total.replace("{}", needed) : "";
    }
  };
  const read = () => {
    const asked = new URLSearchParams(location.search);
    start.value = asked.get("start") || usual;
    if (!start.value) start.value = usual; /* No time of day: the browser has emptied the box. */
    people.value = asked.get("people") || "";
    show();
  };
  const write = () => {
    const query = [];
    if (start.value && start.value !== usual) query.push(`start=${start.value}`);
    if (people.value && people.validity.valid) query.push(`people=${people.value}`);
    history.replaceState(history.state, "", `${location.pathname}${query.length ? `?${query.join("&")}` : ""}${location.hash}`);
    show();
  };
  choice.addEventListener("input", write);
  addEventListener("popstate", read);
  read();
})();
