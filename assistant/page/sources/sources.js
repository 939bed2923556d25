// An article opens beside the chat; citations are copied. Without this file links open the article's own page.
"use strict";

(() => {
  const list = () => document.getElementById("sources");
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let shown = null; // {links: the open links of the answer's cards, at: index of the one shown}
  let asked = 0;

  // ---- The article beside the chat -------------------------------------------------------------------------------

  function holder() {
    let element = document.getElementById("opened");
    if (!element) {
      element = document.createElement("section");
      element.id = "opened";
      element.tabIndex = -1;
      list().insertAdjacentElement("afterend", element);
    }
    return element;
  }

  function citations(link) {
    const card = link.closest(".card"), turn = link.closest(".turn");
    const cards = turn ? [...turn.querySelectorAll(".card[id^='source-']")] : [];
    const links = cards.map((one) => one.querySelector("a.open")).filter(Boolean);
    return links.includes(link) && card?.id ? links : [];
  }

  async function open(link, links = citations(link)) {
    const turn = ++asked, at = links.indexOf(link), address = new URL(link.href);
    const wanted = new URL(link.href);
    wanted.hash = "";
    wanted.searchParams.set("view", "beside");
    if (at >= 0) {
      wanted.searchParams.set("at", at + 1);
      wanted.searchParams.set("of", links.length);
    }
    let markup;
    try {
      markup = await (await fetch(wanted)).text();
    } catch {
      const said = document.querySelector("#sources .sources")?.dataset.failed || "";
      markup = null;
      if (turn === asked) tell(link, said);
    }
    if (turn !== asked || markup === null) return;
    const element = holder();
    element.innerHTML = markup;
    element.setAttribute("aria-label", element.querySelector(".whole :is(h1, h3)")?.textContent || "");
    element.querySelector("a.apart")?.setAttribute("href", address.href);
    document.getElementById("side").classList.add("with-article");
    shown = { link, links, at };
    reveal(element);
    const mark = element.querySelector("#cited");
    (mark || element).focus({ preventScroll: true });
    (mark || element).scrollIntoView({ block: mark ? "center" : "start" });
  }

  function close() {
    const element = document.getElementById("opened");
    if (!shown || !element) return;
    asked++;
    element.remove();
    document.getElementById("side").classList.remove("with-article");
    const { link } = shown;
    shown = null;
    if (link.isConnected) {
      const card = link.closest(".card");
      link.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
    } else list().querySelector(".turn:not([hidden])")?.focus();
  }

  function tell(link, words) {
    let said = link.parentElement.querySelector(".told");
    if (!said) {
      said = document.createElement("span");
      said.className = "told";
      said.setAttribute("role", "status");
      link.parentElement.append(said);
    }
    said.textContent = words;
  }

  // ---- Copying ---------------------------------------------------------------------------------------------------

  async function words(button) {
    if (button.dataset.href) {
      const answer = await fetch(new URL(button.dataset.href, document.baseURI));
      if (!answer.ok) throw new Error(answer.status);
      return (await answer.text()).trim();
    }
    return button.dataset.text ?? document.getElementById(button.dataset.from).textContent;
  }

  async function copy(button) {
    const place = button.parentElement;
    const said = place.querySelector(".told");
    place.querySelector("textarea.fallback")?.remove();
    let text;
    try {
      text = await words(button);
    } catch {
      said.textContent = said.dataset.failed || "";
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = button.dataset.done;
    } catch { // no permission, or a page that did not come over https
      const field = document.createElement("textarea");
      field.className = "fallback";
      field.readOnly = true;
      field.dir = "auto";
      field.value = text;
      field.setAttribute("aria-label", button.textContent);
      place.append(field);
      field.focus();
      field.select();
      const done = document.execCommand("copy");
      said.textContent = done ? button.dataset.done : said.dataset.fallback;
      if (done) { field.remove(); button.focus(); }
    }
  }

  function reveal(root) {
    root.querySelectorAll("button.copy[hidden]").forEach((button) => (button.hidden = false));
  }

  // ---- What the reader does --------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const plainly = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    const target = event.target;
    const link = target.closest("#side a.open");
    if (link && plainly) {
      event.preventDefault();
      open(link);
      return;
    }
    if (shown && target.closest("a.cite, a.nearest")) close(); // its card comes up in the list
    const button = target.closest("button.copy");
    if (button) copy(button);
    const opened = target.closest("#opened");
    if (!opened) return;
    const jump = target.closest("a[href^='#']");
    if (jump) { // in a room, "#..." is an address of the room
      event.preventDefault();
      const goal = document.getElementById(jump.getAttribute("href").slice(1));
      goal?.focus({ preventScroll: true });
      goal?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    }
    if (target.closest("button.to-list")) close();
    const step = target.closest("button.next") ? 1 : target.closest("button.previous") ? -1 : 0;
    if (step && shown?.links[shown.at + step]) open(shown.links[shown.at + step], shown.links);
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown && document.getElementById("opened")?.contains(document.activeElement)) {
      event.preventDefault();
      close();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    reveal(document);
    // On a narrow page the voices stand over the text: folded, so that the text is what is seen.
    if (window.innerWidth < 1080) document.querySelectorAll("details.voices").forEach((one) => (one.open = false));
    if (!location.hash) document.getElementById("cited")?.scrollIntoView({ block: "center" });
  });
})();
