// Citations bring up their card; the rest of the page works without this file.
"use strict";

// Gradio takes its labels and colours from the browser; this page has them from its reader.
Object.defineProperty(navigator, "language", { get: () => document.documentElement.lang });
const ofTheBrowser = window.matchMedia.bind(window);
window.matchMedia = (query) => {
  const found = ofTheBrowser(query), chosen = document.documentElement.dataset.theme;
  if (chosen === "auto" || !/^\(prefers-color-scheme: *(light|dark)\)$/.test(query)) return found;
  return Object.create(found, { matches: { value: query.includes(chosen) }, media: { value: query },
    addEventListener: { value: () => {} }, removeEventListener: { value: () => {} }, addListener: { value: () => {} } });
};

// Gradio's labels for screen readers are English, and read a message's markup aloud: say them in our words.
function respeak(element) {
  const label = element.getAttribute("aria-label") || "";
  const known = Object.keys(window.spoken).find((beginning) => label.startsWith(beginning));
  if (!known) return;
  const rest = known === "Select example" ? label.slice(label.indexOf(":") + 1) : "";
  element.setAttribute("aria-label", window.spoken[known] + rest);
}
// It also calls the example questions a list, and gives it no items.
function mend(element) {
  if (element.matches(".examples[role]")) element.setAttribute("role", "group");
}
new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "attributes") respeak(change.target);
    for (const node of change.addedNodes) {
      if (!(node instanceof Element)) continue;
      [node, ...node.querySelectorAll("[aria-label]")].forEach(respeak);
      [node, ...node.querySelectorAll(".examples")].forEach(mend);
    }
  }
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"] });

let lastCited = null;

function showTurn(turn) {
  const turns = document.querySelectorAll(".sources .turn");
  if (!document.getElementById(`turn-${turn}`)) return null;
  turns.forEach((element) => (element.hidden = element.dataset.turn !== turn));
  return document.getElementById(`turn-${turn}`);
}

function bringUp(element) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  document.querySelectorAll(".card.shown").forEach((card) => card.classList.remove("shown"));
  element.classList.add("shown");
  element.focus({ preventScroll: true });
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "nearest" });
}

// The switches keep the choice and change the page in place; without this script they are links that do the same.
document.addEventListener("click", (event) => {
  const theme = event.target.closest("a.theme");
  if (theme) {
    event.preventDefault();
    const chosen = theme.dataset.theme;
    document.cookie = `theme=${chosen}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = chosen;
    document.body.classList.toggle("dark", chosen === "dark");
    document.querySelector(chosen === "dark" ? "a.to-light" : "a.to-dark").focus();
  }
  const language = event.target.closest("a.language");
  if (language && location.search) {  // what the room has written into its address since goes along
    const link = new URL(language.href);
    link.searchParams.set("to", link.searchParams.get("to").split("?")[0] + location.search);
    language.href = link.href;
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.cite, a.nearest");
  if (link) {
    event.preventDefault();
    lastCited = link;
    const [, turn, source] = /#(?:turn|source)-(\d+)(?:-(\d+))?$/.exec(link.getAttribute("href")) || [];
    const section = showTurn(turn);
    const target = source ? document.getElementById(`source-${turn}-${source}`) : section;
    if (target) bringUp(target);
    return;
  }
  if (event.target.closest("button.back") && lastCited?.isConnected) {
    lastCited.scrollIntoView({ block: "center" });
    lastCited.focus();
  }
});
