// Appointments can be drawn to another time or room with the pointer. What is drawn is sent by the same form as the page
// "Move", which does it without this file and by keyboard.
(() => {
  "use strict";

  const plan = document.querySelector(".plan[data-start]");
  const form = document.getElementById("drawn");
  const hours = plan?.querySelector(".plan-marks");
  if (!plan || !form || !hours) return;

  const rows = Number(plan.dataset.rows);
  const start = Number(plan.dataset.start);
  const clock = plan.dataset.clock.split(" ");
  const quarter = 15 * 60;
  const inAnHour = 4;
  // Below that, somebody clicked.
  const far = 6;
  let held = null;

  const rowOf = (slot) => Number(slot.className.match(/\br(\d+)\b/)[1]);
  const rowHeight = () => hours.getBoundingClientRect().height / rows;
  const two = (number) => String(number).padStart(2, "0");

  // What the clock on the wall shows there: an hour may be missing on it, or come twice.
  const shown = (row) => {
    const [hour, minute] = clock[Math.floor((row - 1) / inAnHour)].split(":").map(Number);
    const minutes = minute + ((row - 1) % inAnHour) * 15;
    return `${two(hour)}:${two(minutes)}`;
  };

  const place = (slot, list, row) => {
    slot.className = slot.className.replace(/\br\d+\b/, `r${row}`);
    if (slot.parentElement !== list) list.append(slot);
  };

  const drop = () => {
    held?.slot.classList.remove("drawn");
    held = null;
  };

  const putBack = () => {
    if (!held) return;
    const { slot, list, next, row, when, said } = held;
    place(slot, list, row);
    list.insertBefore(slot, next);
    when.textContent = said;
    drop();
  };

  plan.addEventListener("pointerdown", (event) => {
    const slot = event.target.closest(".slot[data-move]");
    // A finger scrolls, and a link is followed.
    if (!slot || event.button !== 0 || event.pointerType === "touch" || event.target.closest("a")) return;
    // Where the hours are not drawn there is nowhere to draw to.
    if (hours.getBoundingClientRect().height === 0) return;
    const when = slot.querySelector(".slot-when");
    held = {
      slot,
      when,
      said: when.textContent,
      list: slot.parentElement,
      next: slot.nextElementSibling,
      row: rowOf(slot),
      grip: event.clientY - slot.getBoundingClientRect().top,
      x: event.clientX,
      y: event.clientY,
      moved: false,
    };
    event.preventDefault();
  });

  document.addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < far) return;
    held.moved = true;
    held.slot.classList.add("drawn");
    const below = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest(".plan-column"))
      .find(Boolean);
    // What is outside of the house has no room, and what has one stays in the house.
    const same = below && Boolean(below.dataset.room) === Boolean(held.list.closest(".plan-column").dataset.room);
    const list = (same ? below : held.slot.closest(".plan-column")).querySelector(".plan-slots");
    const row = Math.round((event.clientY - held.grip - hours.getBoundingClientRect().top) / rowHeight()) + 1;
    const within = Math.min(Math.max(row, 1), rows);
    place(held.slot, list, within);
    held.when.textContent = shown(within);
  });

  document.addEventListener("pointerup", () => {
    if (!held) return;
    const { slot, list, row, moved } = held;
    const now = rowOf(slot);
    if (!moved || (now === row && slot.parentElement === list)) {
      putBack();
      return;
    }
    const fields = form.elements;
    fields.version.value = slot.dataset.version;
    fields.on.value = plan.dataset.day;
    fields.from.value = shown(now);
    fields.at.value = start + (now - 1) * quarter;
    fields.room.value = slot.closest(".plan-column").dataset.room;
    form.action = slot.dataset.move;
    drop();
    form.requestSubmit();
  });

  document.addEventListener("pointercancel", putBack);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") putBack();
  });
})();
