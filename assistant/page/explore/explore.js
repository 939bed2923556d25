// The explore room: every choice is an address. Links within the room swap its parts and keep the address in step.
"use strict";

window.explore = (element) => {
  const room = element.querySelector(".explore");
  if (!room || room.dataset.ready) return;
  room.dataset.ready = "yes";
  const base = location.pathname.replace(/\/$/, "");
  const search = room.querySelector("form.search");
  const toast = room.querySelector(".toast");
  const parts = (within) => [...within.querySelectorAll("[data-part]")];
  let asking = null;

  const narrow = room.querySelector("details.narrow");
  if (window.matchMedia("(max-width: 860px)").matches) narrow.open = false;

  async function show(query, { push = false, top = false } = {}) {
    asking?.abort();
    const mine = (asking = new AbortController());
    room.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${base}/part${query ? `?${query}` : ""}`, { signal: mine.signal });
      const html = await answer.text();
      if (push) history.pushState({}, "", query ? `${base}?${query}` : base);
      swap(html);
      fill(query);
      if (top) room.querySelector(".results").scrollIntoView({ block: "start" });
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      if (asking === mine) room.removeAttribute("aria-busy");
    }
  }

  function swap(html) {
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    const focused = document.activeElement?.closest?.("[data-focus]")?.dataset.focus;
    const open = new Set([...room.querySelectorAll("details[open]")].map(named).filter(Boolean));
    for (const part of parts(fresh.content)) {
      const place = room.querySelector(`[data-part="${part.dataset.part}"]`);
      place.replaceChildren(...part.childNodes);
    }
    for (const details of room.querySelectorAll("details")) if (open.has(named(details))) details.open = true;
    // On a phone the views stand in one line that scrolls.
    const here = room.querySelector(".views a[aria-current]");
    const line = here?.closest("ul");
    if (line && line.scrollWidth > line.clientWidth) {
      line.scrollLeft += here.getBoundingClientRect().left - line.getBoundingClientRect().left - line.clientWidth / 3;
    }
    // A choice made by keyboard keeps its place, though its element is a new one.
    if (focused) room.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  const named = (details) =>
    details.dataset.keep || (details.closest("[data-facet]") ? `facet ${details.closest("[data-facet]").dataset.facet}` : "");

  function fill(query) {
    const said = new URLSearchParams(query);
    for (const name of ["about", "since", "until"]) {
      const field = search.elements[name];
      if (field !== document.activeElement) field.value = said.get(name) || "";
    }
    for (const way of search.elements.match) way.checked = way.value === (said.get("match") || "words");
  }

  // What the search form says, in the place of what the address says of it.
  function searched() {
    const said = new URLSearchParams(location.search);
    said.delete("page");
    for (const name of ["about", "since", "until"]) {
      const value = search.elements[name].value.trim();
      value ? said.set(name, value) : said.delete(name);
    }
    const way = search.elements.match.value;
    way === "words" || !said.get("about") ? said.delete("match") : said.set("match", way);
    if (!said.get("about") && said.get("order") === "nearest") said.delete("order");
    return said.toString();
  }

  const later = (wait, act) => {
    let timer;
    return (...given) => {
      clearTimeout(timer);
      timer = setTimeout(() => act(...given), wait);
    };
  };
  const searchNow = () => {
    const query = searched();
    if (query !== location.search.slice(1)) show(query, { push: true });
  };
  const searchSoon = later(450, searchNow);

  const suggest = later(220, async (field) => {
    const facet = field.closest("[data-facet]");
    const values = facet.querySelector(".values");
    facet.before_typing ??= values.innerHTML;
    if (!field.value.trim()) {
      values.innerHTML = facet.before_typing;
      return;
    }
    const said = new URLSearchParams(location.search);
    said.set("facet", facet.dataset.facet);
    said.set("typed", field.value);
    const answer = await fetch(`${base}/suggest?${said}`);
    if (answer.ok) values.innerHTML = await answer.text();
  });

  const meant = later(220, async (field) => {
    const form = field.form;
    form.elements.key.value = "";
    const list = form.querySelector(".found");
    const typed = field.value.trim();
    const found = typed ? await (await fetch(`${base}/people?${new URLSearchParams({ typed })}`)).json() : [];
    list.replaceChildren(
      ...found
        .filter((one) => one.key !== form.dataset.person)
        .map((one) => {
          const item = document.createElement("li");
          const button = document.createElement("button");
          button.type = "button";
          button.dataset.key = one.key;
          button.textContent = `${one.shown} (${one.count})`;
          button.dataset.shown = one.shown;
          item.append(button);
          return item;
        }),
    );
    list.hidden = !list.children.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  });

  async function decide(asked) {
    const answer = await fetch(`${base}/people`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
    const told = await answer.json();
    toast.querySelector("span").textContent = told.said;
    const undo = toast.querySelector("button");
    undo.hidden = !told.undo;
    undo.dataset.token = told.undo || "";
    toast.hidden = false;
    if (!answer.ok) return;
    const said = new URLSearchParams(location.search);
    if (told.person && asked.act !== "split") said.set("speaker", told.person);
    show(said.toString(), { push: said.toString() !== location.search.slice(1) });
  }

  room.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-swap]");
    if (link) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      const query = link.getAttribute("href").split("?")[1] || "";
      show(query, { push: true, top: "top" in link.dataset });
      return;
    }
    const box = event.target.closest("button[data-box]");
    if (box) {
      const map = box.closest("figure").querySelector("svg");
      map.setAttribute("viewBox", box.dataset.box);
      map.style.setProperty("--unit", Number(box.dataset.box.split(" ")[2]) / 900);
      for (const other of box.parentElement.children) other.setAttribute("aria-pressed", String(other === box));
      return;
    }
    const person = event.target.closest(".found button");
    if (person) {
      const form = person.closest("form");
      form.elements.key.value = person.dataset.key;
      form.elements.other.value = person.dataset.shown;
      form.querySelector(".found").hidden = true;
      form.querySelector("button[type=submit]").focus();
      return;
    }
    if (event.target.closest(".toast button")) decide({ act: "undo", token: event.target.closest("button").dataset.token });
  });

  // A link that acts like a button answers to the space bar as well.
  room.addEventListener("keydown", (event) => {
    const link = event.target.closest("a[role=button]");
    if (link && event.key === " ") {
      event.preventDefault();
      link.click();
    }
  });

  room.addEventListener("input", (event) => {
    const field = event.target;
    if (field.name === "about" && field.form === search) searchSoon();
    else if (field.dataset.suggest) suggest(field);
    else if ("people" in field.dataset) meant(field);
  });
  room.addEventListener("change", (event) => {
    if (event.target.form === search && event.target.name !== "about") searchNow();
  });
  room.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (form === search) searchNow();
    else if (form.dataset.decide) {
      const data = new FormData(form);
      const person = form.dataset.person;
      if (form.dataset.decide === "merge") decide({ act: "merge", person, other: data.get("key") });
      if (form.dataset.decide === "rename") decide({ act: "rename", person, shown: data.get("shown") });
      if (form.dataset.decide === "split") decide({ act: "split", person, names: data.getAll("name") });
    } else if ("topics" in form.dataset) {
      const said = new URLSearchParams(location.search);
      said.delete("topic");
      for (const topic of form.elements.topics.value.split(/[,،;؛]/)) if (topic.trim()) said.append("topic", topic.trim());
      show(said.toString(), { push: true });
    }
  });
  window.addEventListener("popstate", () => show(location.search.slice(1)));
  show(location.search.slice(1));
};
