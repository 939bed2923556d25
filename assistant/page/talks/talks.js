// Conversations: what is clicked, typed and said of answers, told to Python through window.isnad (see chat.py).
"use strict";

const find = (selector) => document.querySelector(selector);

// The address names the open conversation, so that loading the page again, or going back, shows the same one.
window.isnadIsAt = ({ talk, title }) => {
  const address = new URL(location.href), before = address.searchParams.get("talk") || "";
  document.title = (title ? title + " · " : "") + document.title.split(" · ").slice(-2).join(" · ");
  document.querySelectorAll("#listed a.talk").forEach((link) => {
    const here = link.dataset.talk === talk;
    link.toggleAttribute("aria-current", here);
    if (here) link.setAttribute("aria-current", "page");
  });
  if (before === talk) return;
  if (talk) address.searchParams.set("talk", talk); else address.searchParams.delete("talk");
  history.pushState(null, "", address);
};
window.addEventListener("popstate", () => {
  window.isnad.turn({ value: new URL(location.href).searchParams.get("talk") || "" });
});

// A dialog's answer: the text of its field, "" where it has none, null if it was closed.
function asked(name, { text = "", subject = "", asks = true } = {}) {
  const dialog = find(`#${name}-dialog`), field = dialog.querySelector("[name=field]"), about = dialog.querySelector(".subject bdi");
  if (field) field.value = text;
  if (about) about.textContent = subject;
  if (dialog.querySelector(".asks")) dialog.querySelector(".asks").hidden = !asks;
  const from = document.activeElement;
  dialog.returnValue = "";
  dialog.showModal();
  (field || dialog.querySelector(".cancel")).focus();
  if (field) field.select();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      if (from?.isConnected) from.focus();
      resolve(dialog.returnValue === "done" ? (field ? field.value : "") : null);
    }, { once: true });
  });
}

// Whatever is being answered is stopped first, and what is asked instead waits for that: one question at a time.
let instead = null;
function again(told) {
  const stop = find("#question .stop-button");
  if (!stop) return window.isnad.again(told);
  instead = told;
  stop.click();
}
window.isnadStopped = () => {
  if (instead) setTimeout(() => { window.isnad.again(instead); instead = null; });
};

const turns = () => document.querySelectorAll("#chat .question").length;
const titleOf = (talk) => find(`#listed a.talk[data-talk="${CSS.escape(talk)}"] .title`)?.textContent || "";
const later = (value) => turns() > Number(value.split(":")[0]);
let gone = null;  // where in the list something was deleted: its neighbour takes the focus

const does = {
  async edit(button) {
    const message = button.closest(".message"), text = message.querySelector(".question").innerText;
    const edited = await asked("edit", { text, asks: later(button.value) });
    if (edited !== null) again({ do: "edit", value: button.value, text: edited });
  },
  async rename({ value }) {
    const title = await asked("rename", { text: titleOf(value) });
    if (title !== null) window.isnad.rename({ value, text: title });
  },
  async delete({ value }) {
    const links = [...document.querySelectorAll("#listed a.talk")];
    const at = links.findIndex((link) => link.dataset.talk === value);
    if ((await asked("delete", { subject: titleOf(value) })) === null) return;
    gone = at;
    window.isnad.discard({ value });
  },
  async judge(button) {
    const on = !button.classList.contains("on"), verdict = button.value.split(":")[2];
    let text = "";
    if (on && verdict.startsWith("wrong") && verdict !== "wrong_speaker") text = await asked("right");
    if (text === null) return;
    if (on && button.value.split(":")[1] === "0") {  // of an answer one thing is said
      button.parentElement.querySelectorAll(".judge.on").forEach((other) => press(other, false));
    }
    press(button, on);
    window.isnad.judge({ value: button.value, on, text });
  },
  async suggest(button) { again({ do: "suggest", value: button.value }); },
};
for (const name of ["retry", "restore", "without"]) {
  does[name] = async (button) => {
    if (later(button.value) && (await asked("again")) === null) return;
    again({ do: name, value: button.value });
  };
}

function press(button, on) {
  button.classList.toggle("on", on);
  button.setAttribute("aria-pressed", String(on));
}

function drawer(open) {
  const talks = find("#talks");
  if (!talks || talks.classList.contains("open") === open) return;
  talks.classList.toggle("open", open);
  find("#show-talks")?.setAttribute("aria-expanded", String(open));
  if (open) find("#search input, #search textarea").focus(); else find("#show-talks")?.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.act");
  if (button && does[button.name]) {
    button.closest("details.more")?.removeAttribute("open");
    does[button.name](button);
    return;
  }
  const talk = event.target.closest("a.talk");
  if (talk && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    window.isnad.turn({ value: talk.dataset.talk });
    drawer(false);
    return;
  }
  if (event.target.closest("#show-talks")) drawer(true);
  else if (event.target.closest("#fresh")) drawer(false);
  else if (event.target.closest("#show-help")) asked("help");
  else if (find("#talks.open") && !event.target.closest("#talks, dialog")) drawer(false);
  const more = event.target.closest("details.more");
  document.querySelectorAll("details.more[open]").forEach((one) => { if (one !== more) one.open = false; });
});

// One question at a time: while it is being answered Enter would ask a second one into the same place.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && event.target.closest?.("#question") && find("#question .stop-button")) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

const writes = (element) => element.closest("input, textarea, select, [contenteditable=true]");

document.addEventListener("keydown", (event) => {
  if (event.isComposing || find("dialog[open]")) {
    // In a field of several lines Enter would only break the line.
    if (!event.isComposing && event.key === "Enter" && !event.shiftKey && event.target.matches("dialog textarea")) {
      event.preventDefault();
      event.target.form.requestSubmit(event.target.form.querySelector(".done"));
    }
    return;
  }
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  // By place of the key as well: on an Arabic keyboard K types ن, and the stroke stands elsewhere.
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && (event.code === "KeyK" || event.key === "k")) {
    event.preventDefault();
    find("#question textarea")?.focus();
  } else if (plain && event.key === "/" && !writes(event.target)) {
    event.preventDefault();
    find("#question textarea")?.focus();
  } else if (plain && (event.key === "?" || event.key === "؟") && !writes(event.target)) {
    event.preventDefault();
    asked("help");
  } else if (event.key === "Escape") {
    const open = find("details.more[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); } else drawer(false);
  } else if (plain) {
    inList(event);
  }
});

function inList(event) {
  const link = event.target.closest("#listed a.talk");
  const search = event.target.closest("#search");
  if (!link && !(search && event.key === "ArrowDown")) return;
  const links = [...document.querySelectorAll("#listed a.talk")], at = links.indexOf(link);
  const to = { ArrowDown: links[at + 1], ArrowUp: links[at - 1], Home: links[0], End: links[links.length - 1] }[event.key];
  if (to) {
    event.preventDefault();
    to.focus();
  } else if (link && event.key === "ArrowUp") {
    event.preventDefault();
    find("#search input, #search textarea").focus();
  } else if (link && event.key === "Delete") {
    event.preventDefault();
    does.delete({ value: link.dataset.talk });
  } else if (link && event.key === "F2") {
    event.preventDefault();
    does.rename({ value: link.dataset.talk });
  }
}

// The chat's sanitiser keeps no aria attributes: what a button is, its class says, and is told to screen readers here.
function toldAloud(root) {
  root.querySelectorAll("button.judge").forEach((button) => press(button, button.classList.contains("on")));
  root.querySelectorAll("#chat .judging").forEach((group) => group.setAttribute("aria-label", group.title));
  root.querySelectorAll("button.chip").forEach((chip) => {
    const said = chip.title + ": " + chip.textContent.replace("×", "").trim();
    if (chip.getAttribute("aria-label") !== said) chip.setAttribute("aria-label", said);
  });
  if (root.closest("#listed")) listedAnew();
}

// The list is drawn anew whenever something changes: what was open stays open, and what had the focus keeps it.
let unfolded = "", held = null;
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details.more") && event.target.isConnected) unfolded = event.target.open ? entryOf(event.target) : "";
}, true);
document.addEventListener("focusin", ({ target }) => {
  held = target.closest("#listed") ? [entryOf(target), target.matches("summary") ? "summary" : "a.talk"] : null;
});
function entryOf(element) {
  return element.closest("li")?.querySelector("a.talk").dataset.talk || "";
}
function listedAnew() {
  const entry = (talk) => find(`#listed a.talk[data-talk="${CSS.escape(talk)}"]`)?.closest("li");
  if (unfolded) entry(unfolded)?.querySelector("details").setAttribute("open", "");
  if (gone !== null) {
    const links = [...document.querySelectorAll("#listed a.talk")];
    (links[Math.min(gone, links.length - 1)] || find("#fresh"))?.focus();
    gone = null;
  } else if (held && document.activeElement === document.body) {
    entry(held[0])?.querySelector(held[1])?.focus();
  }
}
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node instanceof Element) toldAloud(node.parentElement || node);
}).observe(document, { subtree: true, childList: true });
