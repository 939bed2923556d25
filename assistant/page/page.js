// Citations bring up their card; the rest of the page works without this file.
"use strict";

// Gradio takes its labels from the browser's language; this page speaks Arabic whatever the browser's is.
Object.defineProperty(navigator, "language", { get: () => "ar" });

// Gradio's labels for screen readers are English, and read a message's markup aloud: say them in our words.
function respeak(element) {
  const label = element.getAttribute("aria-label") || "";
  const known = Object.keys(window.spoken).find((beginning) => label.startsWith(beginning));
  if (!known) return;
  const rest = known === "Select example" ? label.slice(label.indexOf(":") + 1) : "";
  element.setAttribute("aria-label", window.spoken[known] + rest);
}
new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "attributes") respeak(change.target);
    for (const node of change.addedNodes) {
      if (node instanceof Element) [node, ...node.querySelectorAll("[aria-label]")].forEach(respeak);
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
