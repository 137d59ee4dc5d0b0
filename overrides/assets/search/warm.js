/*
 * Makes the search ready while the reader still thinks what to type. Material tells its worker nothing about
 * focus; it does pass on every change of the field, so one blank is "typed" and taken back.
 */
"use strict";
document.addEventListener("focusin", function warm({ target }) {
  if (!target.matches('[data-md-component="search-query"]') || target.value) return;
  document.removeEventListener("focusin", warm);
  for (const value of [" ", ""]) {
    target.value = value;
    target.dispatchEvent(new Event("keyup"));
  }
});
