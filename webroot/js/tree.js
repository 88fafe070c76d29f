// Lists within lists that open and close: by mouse on the little triangle, by arrow keys along the links.

import {h} from "./dom.js";

/** The triangle before a link with a list below. */
export function twister(name, open) {
  return h("button", {type: "button", class: "twist", "aria-expanded": String(open), "aria-label": name, onclick: (event) => twist(event.currentTarget)});
}

function twist(button, open = button.getAttribute("aria-expanded") !== "true") {
  button.setAttribute("aria-expanded", String(open));
  button.closest("li").querySelector("ul").hidden = !open;
}

/** Opens all lists around a link. */
export function reveal(link) {
  for (let list = link.closest("ul"); list; list = list.parentElement.closest("ul")) {
    const button = list.hidden && list.parentElement.querySelector(".twist");
    if (button) twist(button, true);
  }
}

/** Up and down along what is shown, right into a branch, left out of it: for keydown on the outermost list. */
export function walk(event) {
  const link = event.target.closest("a, .twist");
  if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
  const button = link.parentElement.querySelector(".twist");
  const opened = button?.getAttribute("aria-expanded") === "true";
  if (event.key === "ArrowRight" && button && !opened) twist(button, true);
  else if (event.key === "ArrowLeft" && opened) twist(button, false);
  else {
    const to = neighbour(event.currentTarget, link, event.key);
    if (!to) return;
    to.focus();
  }
  event.preventDefault();
}

function neighbour(tree, link, key) {
  const shown = [...tree.querySelectorAll("a")].filter((each) => each.checkVisibility());
  const at = shown.indexOf(link.parentElement.querySelector("a"));
  if (key === "ArrowDown" || key === "ArrowRight") return shown[at + 1];
  if (key === "ArrowUp") return shown[at - 1];
  if (key === "ArrowLeft") return link.closest("ul").parentElement.closest("li")?.querySelector("a");
  return null;
}
