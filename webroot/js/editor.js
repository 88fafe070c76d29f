// The small form that opens under a part of the question, and closes by Escape, by a click elsewhere, or when it is done.

import {fill, h} from "./dom.js";
import {t} from "./words.js";

const EDGE = 16;
let closeOpen = null;

/** A button that shows what can be changed and opens the form that changes it. */
export function opener(parts, name, make) {
  const button = h("button", {type: "button", class: "parts", "aria-haspopup": "dialog", "aria-expanded": "false", "aria-label": name, title: name, onclick: () => {
    const again = button.getAttribute("aria-expanded") === "true";
    closeOpen?.();
    if (!again) show(button, name, make());
  }}, parts);
  return button;
}

function show(button, name, {fields, apply}) {
  const said = h("p", {class: "problem", role: "alert"});
  const form = h("form", {onsubmit: async (event) => {
    event.preventDefault();
    const wrong = await apply();
    if (wrong) fill(said, wrong);
    else close(false);
  }}, fields, h("p", {class: "act"}, h("button", {type: "submit", class: "main"}, t("apply")),
    h("button", {type: "button", onclick: () => close(true)}, t("cancel"))), said);
  const panel = h("div", {class: "editor", role: "dialog", "aria-label": name}, form);
  const outside = (event) => {
    if (!panel.contains(event.target) && !button.contains(event.target)) close(false);
  };
  const close = (back) => {
    document.removeEventListener("pointerdown", outside);
    panel.remove();
    button.setAttribute("aria-expanded", "false");
    closeOpen = null;
    if (back) button.focus();
  };
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close(true);
    }
  });
  document.addEventListener("pointerdown", outside);
  button.setAttribute("aria-expanded", "true");
  closeOpen = () => close(false);
  button.parentElement.append(panel);
  inSight(panel);
  const first = form.querySelector("[autofocus]") ?? form.querySelector("input, select");
  first?.focus();
  first?.select?.();
}

/** Moves the panel to the left where it would leave the window. */
function inSight(panel) {
  const {left, right} = panel.getBoundingClientRect();
  const shift = Math.min(0, document.documentElement.clientWidth - EDGE - right);
  panel.style.left = `${Math.max(shift, EDGE - left)}px`;
}
