// Small comforts. Every page works without this file.
(() => {
  "use strict";

  const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

  // "/" goes to the search, Ctrl+Enter saves the form one is in.
  document.addEventListener("keydown", (event) => {
    const search = document.getElementById("search");
    if (event.key === "/" && search && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
    if (event.key === "Escape") {
      document.querySelectorAll("details.who[open]").forEach((box) => {
        box.open = false;
        box.querySelector("summary").focus();
      });
    }
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.who[open]").forEach((box) => {
      if (!box.contains(event.target)) box.open = false;
    });
  });

  // The summary names the field each sentence belongs to.
  const faults = document.getElementById("faults");
  if (faults) {
    faults.querySelectorAll("a[href^='#f-']").forEach((link) => {
      const field = document.getElementById(link.getAttribute("href").slice(1));
      const label = field && (field.labels?.[0] ?? field.querySelector("legend"));
      const name = label && [...label.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (name) link.prepend(`${name.data.trim()}: `);
    });
    faults.focus();
  }

  // What scrolls sideways opens where one looks: at the part one is in, at the newest end of a picture.
  const current = document.querySelector(".tabs [aria-current]");
  if (current) {
    const row = current.parentElement;
    row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
  }
  document.querySelectorAll("[data-opens='end']").forEach((box) => {
    box.scrollLeft = box.scrollWidth;
  });

  // A second click on a slow day does nothing; the server would repeat the first answer anyway.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  // Unfinished forms are kept on the server, sealed, and never in this browser.
  const words = document.body.dataset;
  const own = ["form-key", "draft-key", "version"];
  const fields = (form) => {
    const data = new FormData(form);
    own.forEach((name) => data.delete(name));
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return new URLSearchParams(data).toString();
  };
  const post = (path, content) =>
    fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true" },
      body: new URLSearchParams({ content }),
      credentials: "same-origin",
      redirect: "error",
    });
  const hour = (iso) => new Date(iso).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const moment = (iso) => new Date(iso).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

  const fill = (form, content) => {
    const kept = new URLSearchParams(content);
    for (const element of form.elements) {
      if (!element.name || own.includes(element.name) || element.type === "file") continue;
      if (element.type === "checkbox" || element.type === "radio") {
        element.checked = kept.getAll(element.name).includes(element.value);
      } else if (element.type === "hidden") {
        // What the form showed when the draft was begun is part of it: only what was touched since counts.
        if (element.name.startsWith("opened-")) element.value = kept.get(element.name) ?? "";
      } else if (kept.has(element.name)) {
        element.value = kept.get(element.name);
      }
    }
  };

  const offer = (form, path, draft) => {
    const box = document.createElement("div");
    box.className = "draft-offer";
    box.setAttribute("role", "status");
    const text = document.createElement("span");
    text.textContent = `${words.draftFound} ${moment(draft.at)}.`;
    box.append(text);
    const button = (label, action) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "btn btn-outline-secondary";
      made.textContent = label;
      made.addEventListener("click", () => {
        action();
        box.remove();
      });
      box.append(made);
    };
    button(words.draftUse, () => fill(form, draft.content));
    button(words.draftDrop, () => post(`${path}/drop`, "").catch(() => {}));
    form.before(box);
  };

  document.querySelectorAll("form[data-draft]").forEach((form) => {
    const path = `/drafts/${encodeURIComponent(form.dataset.draft)}`;
    const fresh = !document.getElementById("faults");
    const kept = document.createElement("span");
    kept.className = "draft-kept";
    kept.setAttribute("aria-live", "polite");
    form.append(kept);
    let last = fields(form);
    let timer;
    const keep = async () => {
      const content = fields(form);
      if (content === last || form.dataset.sent) return;
      last = content;
      try {
        const answer = await post(path, content);
        if (answer.ok) kept.textContent = `${words.draftSaved} ${hour((await answer.json()).at)}.`;
      } catch {
        kept.textContent = "";
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 3000);
    });
    if (fresh) {
      fetch(path, { credentials: "same-origin", redirect: "error", headers: { "HX-Request": "true" } })
        .then((answer) => (answer.ok ? answer.json() : {}))
        .then((draft) => {
          if (draft.content && draft.content !== last) offer(form, path, draft);
        })
        .catch(() => {});
    }
  });
})();
