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

  // Where a browser lets us copy, a button does; the field can be copied by hand everywhere.
  document.querySelectorAll("button[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copies);
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = button.dataset.copied;
      } catch {
        field.focus();
      }
    });
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

  const words = document.body.dataset;

  // When nobody does anything for a while the server locks the session. Here the page covers itself: what it shows
  // leaves the document, and stays in the memory of this page with all that was typed, until its owner is back.
  const lockAfter = Number(words.lock || 0) * 1000;
  const template = document.getElementById("lock");
  const round = 30_000;
  const asleep = 120_000;
  const keepers = [];
  let held = null;
  let last = Date.now();
  let acted = false;

  const call = (path, content) =>
    fetch(path, {
      method: content ? "POST" : "GET",
      headers: { "HX-Request": "true" },
      body: content,
      credentials: "same-origin",
      redirect: "error",
      cache: "no-store",
    });

  const says = (which) =>
    document.querySelectorAll(".locked [data-says]").forEach((line) => (line.hidden = line.dataset.says !== which));

  const uncover = () => {
    if (!held) return;
    const { nodes, title, focus, top } = held;
    held = null;
    last = Date.now();
    document.body.replaceChildren(nodes);
    document.title = title;
    focus?.focus({ preventScroll: true });
    window.scrollTo(0, top);
    // Behind the lock nothing could be kept.
    keepers.forEach((keep) => keep());
    // What was asked again and again has stopped meanwhile.
    if (document.querySelector("[hx-trigger*='every']")) location.reload();
  };

  const cover = () => {
    if (held || !template) return;
    const nodes = document.createDocumentFragment();
    held = { nodes, title: document.title, focus: document.activeElement, top: window.scrollY };
    nodes.append(...document.body.childNodes);
    document.title = words.locked;
    document.body.append(template.content.cloneNode(true));
    const form = document.body.querySelector("form");
    form.addEventListener("submit", unlock);
    form.elements.password.focus();
  };

  // Whether the session is open, and whose it is: another tab may have unlocked it, or somebody else signed in.
  const look = async () => {
    try {
      const answer = await call("/lock/state");
      if (!answer.ok) cover();
      else if ((await answer.json()).who !== words.who) {
        cover();
        location.replace("/");
      } else if (held) uncover();
      else last = Math.max(last, Date.now() - lockAfter + round);
    } catch {
      if (Date.now() - last > lockAfter) cover();
    }
  };

  // Other tabs and windows of the same person: what is locked in one is covered in all.
  const others = lockAfter && "BroadcastChannel" in window ? new BroadcastChannel("opora-lock") : null;

  const unlock = async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.target;
    if (!form.elements.password.value) {
      says("empty");
      form.elements.password.focus();
      return;
    }
    const content = new URLSearchParams(new FormData(form));
    form.elements.password.value = "";
    says("");
    try {
      const answer = await call("/lock", content);
      if (answer.status === 204) {
        await look();
        if (held) location.replace(answer.headers.get("HX-Redirect"));
        return;
      }
      // What comes from elsewhere than the lock, such as a house that is just starting, is no such answer.
      const { who, why } = await answer.json();
      if (who === words.who) {
        uncover();
        others?.postMessage("open");
        return;
      }
      says(why === "busy" ? "unreachable" : why);
    } catch {
      says("unreachable");
    }
    form.elements.password.focus();
  };

  const closed = (answer) => {
    if (answer.status === 401 && answer.headers.get("HX-Trigger") === "opora-locked") cover();
    return answer;
  };

  if (lockAfter) {
    const act = (event) => {
      if (!event.isTrusted || held) return;
      if (Date.now() - last > lockAfter) {
        // Somebody is back, and it may be somebody else.
        cover();
        look();
        return;
      }
      last = Date.now();
      acted = true;
    };
    ["keydown", "pointerdown", "wheel", "touchmove"].forEach((name) =>
      window.addEventListener(name, act, { capture: true, passive: true }),
    );
    setInterval(() => {
      if (held) return;
      if (acted) {
        acted = false;
        call("/lock/here", new URLSearchParams({ here: "yes" })).then(closed).catch(() => {});
      }
      const over = Date.now() - last - lockAfter;
      if (over > asleep) cover();
      if (over > 0) look();
    }, round);
    document.addEventListener("opora-locked", cover);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && (held || Date.now() - last > round)) look();
    });
    window.addEventListener("focus", () => {
      if (held) look();
    });
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      // Somebody went back to it, and it may be somebody else.
      cover();
      look();
    });
    others?.addEventListener("message", (event) => {
      if (event.data === "locked") cover();
      else if (held) look();
    });
    document.addEventListener("submit", async (event) => {
      if (!event.target.matches("[data-locks]")) return;
      event.preventDefault();
      await Promise.allSettled(keepers.map((keep) => keep()));
      const answer = await call("/lock/now", new URLSearchParams({ now: "yes" })).catch(() => null);
      if (answer?.ok) {
        cover();
        others?.postMessage("locked");
      } else event.target.submit();
    });
  }

  // Unfinished forms are kept on the server, sealed, and never in this browser.
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
        const answer = closed(await post(path, content));
        if (answer.ok) kept.textContent = `${words.draftSaved} ${hour((await answer.json()).at)}.`;
        else last = "";
      } catch {
        last = "";
        kept.textContent = "";
      }
    };
    keepers.push(keep);
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
