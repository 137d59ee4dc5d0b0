/* The phrase book: a line to say is copied with one press, and that it was is said. */
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("__config").textContent).words.copy;
  const state = Object.assign(document.createElement("p"), { className: "copied" });
  state.setAttribute("role", "status");
  document.querySelector("article").append(state);
  let shown = 0;
  const tell = (text) => {
    state.textContent = "";
    clearTimeout(shown);
    setTimeout(() => state.textContent = text); // The same words a second time are news, too.
    shown = setTimeout(() => state.textContent = "", 4000);
  };

  /* Where a page may not use the clipboard (a file on a disk, an address without https), as it was done before there was one. */
  const byHand = (text) => {
    const box = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    box.className = "copied__text";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (!done) throw new Error("the clipboard was refused");
  };
  const copy = async (text) => {
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(text);
      else byHand(text);
      tell(words.copied);
    } catch {
      tell(words.failed);
    }
  };

  for (const line of document.querySelectorAll(".phrase__say")) {
    const text = [...line.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join("").trim();
    const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: words.copy });
    button.setAttribute("aria-label", `${words.copy}: ${text}`);
    button.addEventListener("click", async () => {
      await copy(text);
      button.focus();
    });
    line.after(button);
  }
})();
