// What the answer is made of, counted; each count is a filter, each filter can be taken off.

import {changed, searchUrl} from "./address.js";
import {h} from "./dom.js";
import {asksFor, without} from "./question.js";
import {t, t2} from "./words.js";

const ORDER = ["kind", "region", "year", "type", "grade", "rule", "subject", "publisher", "caliber"];
const GRADES = ["优", "良", "中", "差"];
const SHOWN = 8;

export function facets(state, answer) {
  const groups = ORDER.map((dimension) => group(state, answer.interpretation, dimension, answer.facets?.[dimension] ?? [])).filter(Boolean);
  const set = ORDER.filter((dimension) => state[dimension]).length;
  const wide = matchMedia("(min-width: 821px)").matches;
  return h("aside", {class: "facets", "aria-label": t("filters")},
    h("details", {open: wide}, h("summary", null, t("filters"), set > 0 && ` · ${set}`), groups));
}

function group(state, q, dimension, counts) {
  if (counts.length === 0) return null;
  const rows = ordered(dimension, counts);
  const list = h("ul", null, rows.map((row, i) => item(state, q, dimension, row, i >= SHOWN)));
  const hidden = rows.length - SHOWN;
  return h("section", null, h("h3", null, t(dimension)), list, hidden > 0 && toggle(list, hidden));
}

function item(state, q, dimension, {path, value, count}, late) {
  const on = asksFor(q, dimension, value);
  const off = on && without(state, [], dimension);
  const name = nameOf(dimension, path, value);
  const depth = Math.min(path.length - 1, 3);
  return h("li", {class: `in${depth}${late ? " late" : ""}`, hidden: late && !on},
    h("a", {href: searchUrl(off || changed(state, {[dimension]: value})), "aria-current": on ? "true" : null, title: off ? t("remove", {what: name}) : null},
      h("span", {class: "name"}, name, off && h("span", {class: "off", "aria-hidden": "true"}, " ×")), h("span", {class: "count"}, count.toLocaleString("en-US"))));
}

function nameOf(dimension, path, value) {
  if (dimension === "kind") return t2("kinds", value);
  if (dimension === "rule") return t2("rules", value.split("/")[0]);
  return path.at(-1) ?? value;
}

function toggle(list, hidden) {
  const button = h("button", {type: "button", class: "link", "aria-expanded": "false", onclick: () => {
    const open = button.getAttribute("aria-expanded") === "true";
    for (const late of list.querySelectorAll(".late")) late.hidden = open;
    button.setAttribute("aria-expanded", String(!open));
    button.textContent = open ? t("more", {n: hidden}) : t("less");
  }}, t("more", {n: hidden}));
  return button;
}

/** Years from the latest, grades from the best, a region below the one it lies in; the rest by count, as they came. */
function ordered(dimension, counts) {
  const rows = [...counts];
  if (dimension === "year") return rows.sort((a, b) => b.value.localeCompare(a.value));
  if (dimension === "grade") return rows.sort((a, b) => GRADES.indexOf(a.value) - GRADES.indexOf(b.value));
  return rows.some((row) => row.path.length > 1) ? nested(rows) : rows;
}

function nested(rows) {
  const below = new Map();
  for (const row of rows) {
    const parent = row.path.slice(0, -1).join("\n");
    if (!below.has(parent)) below.set(parent, []);
    below.get(parent).push(row);
  }
  const result = [];
  const add = (parent) => {
    for (const row of below.get(parent) ?? []) {
      result.push(row);
      add(row.path.join("\n"));
    }
  };
  add("");
  return result.length === rows.length ? result : rows;
}
