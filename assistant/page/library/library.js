// The library's own controls: what is chosen, what is asked before it is done, and what the server is told of it.
"use strict";

window.library = function (element, trigger) {
  const chosen = () => [...element.querySelectorAll("tbody input:checked")].map((box) => box.value);

  element.addEventListener("change", (event) => {
    if (event.target.matches("[data-all]")) {
      element.querySelectorAll("tbody input").forEach((box) => (box.checked = event.target.checked));
    }
    const remove = element.querySelector('[data-ask="remove"]'), number = chosen().length;
    if (!remove) return;
    remove.disabled = number === 0;
    const digits = new Intl.NumberFormat(document.documentElement.lang === "ar" && /digits=arabic/.test(document.cookie) ? "ar-EG" : "en");
    remove.querySelector("[data-chosen]").textContent = number ? `(${digits.format(number)})` : "";
  });

  element.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { page, stop, ask, yes } = button.dataset;
    if (page !== undefined) trigger("click", { page: Number(page) });
    if (stop !== undefined) trigger("click", { stop: Number(stop) });
    if (ask !== undefined) element.querySelector(`dialog[data-for="${ask}"]`).showModal();
    if (yes !== undefined) trigger("submit", { what: yes, chosen: chosen() });
    if (yes !== undefined || button.matches("[data-no]")) button.closest("dialog").close();
  });
};
