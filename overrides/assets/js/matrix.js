/* The matrix: arrow keys go from mark to mark, the row and column of a mark are lit, and a line below says its reason.
   One mark takes part in the tab order. */
"use strict";
(() => {
  const matrix = document.querySelector(".matrix");
  if (!matrix) return;
  const rows = [...matrix.querySelectorAll("tr")];
  const marks = [...matrix.querySelectorAll("tbody td:not(:first-child) a")];
  const column = (cell) => (cell ? cell.cellIndex : -1);

  const reason = Object.assign(document.createElement("p"), { className: "matrix__reason", id: "matrix-reason" });
  matrix.after(reason);
  for (const mark of marks) {
    mark.dataset.reason = mark.title;
    mark.removeAttribute("title");
    mark.setAttribute("aria-describedby", reason.id);
  }
  const tell = (target) => {
    const mark = target.closest("[data-reason]");
    if (mark) reason.textContent = mark.dataset.reason;
  };

  const light = (cell) => {
    for (const lit of matrix.querySelectorAll(".is-column")) lit.classList.remove("is-column");
    if (column(cell) > 0) { for (const row of rows) row.cells[column(cell)].classList.add("is-column"); }
  };
  for (const event of ["mouseover", "focusin"]) {
    matrix.addEventListener(event, ({ target }) => {
      light(target.closest("td, th"));
      tell(target);
    });
  }
  matrix.addEventListener("mouseleave", () => light(null));
  matrix.addEventListener("focusout", () => light(null));

  const only = (mark) => {
    for (const other of marks) other.tabIndex = other === mark ? 0 : -1;
  };
  if (marks.length) only(marks[0]);
  const upOrDown = (mark, step) => {
    const cell = mark.closest("td");
    for (let at = rows.indexOf(cell.parentElement) + step; rows[at]; at += step) {
      const there = rows[at].cells[column(cell)].querySelector("td a");
      if (there) return there;
    }
    return null;
  };
  matrix.addEventListener("keydown", (event) => {
    const at = marks.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const there = {
      ArrowRight: () => marks[at + 1],
      ArrowLeft: () => marks[at - 1],
      ArrowDown: () => upOrDown(marks[at], 1),
      ArrowUp: () => upOrDown(marks[at], -1),
      Home: () => marks[0],
      End: () => marks[marks.length - 1],
    }[event.key];
    if (!there) return;
    event.preventDefault();
    const mark = there();
    if (mark) {
      only(mark);
      mark.focus();
    }
  });
})();
