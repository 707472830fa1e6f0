// What was typed stays on the page until it has arrived, also when the network goes. Nothing is put into the storage
// of the browser. Every note has a key, so what was sent twice is written once.
(() => {
  "use strict";

  const pressed = new WeakMap();
  const waiting = new Set();

  document.addEventListener("submit", (event) => pressed.set(event.target, event.submitter), true);

  const says = (form, away) =>
    form.querySelectorAll("[data-away]").forEach((line) => {
      line.hidden = !away;
    });

  const lost = (event) => {
    const form = event.target.closest("form");
    if (!form) return;
    delete form.dataset.sent;
    waiting.add(form);
    says(form, true);
  };
  ["htmx:sendError", "htmx:timeout"].forEach((name) => document.addEventListener(name, lost));

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest("form");
    if (!form) return;
    waiting.delete(form);
    says(form, false);
  });

  // What waits is sent as soon as there is a network again, each by the button that was pressed.
  window.addEventListener("online", () =>
    [...waiting].filter((form) => form.isConnected).forEach((form) => form.requestSubmit(pressed.get(form))),
  );
})();
