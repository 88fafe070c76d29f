// What the answer is made of, counted; each count is a filter, each filter can be taken off. Regions and subjects are trees.

import {changed, searchUrl} from "./address.js";
import {h} from "./dom.js";
import {finder} from "./finder.js";
import {asksFor, without} from "./question.js";
import {twister, walk} from "./tree.js";
import {t, t2} from "./words.js";

const ORDER = ["region", "year", "grade", "rule", "subject", "publisher", "institution", "type", "caliber"];
const GRADES = ["优", "良", "中", "差"];
const SHOWN = 8;

export function facets(state, answer) {
  const groups = ORDER.map((dimension) => group(state, answer, dimension)).filter(Boolean);
  const set = ORDER.filter((dimension) => state[dimension]).length;
  const wide = matchMedia("(min-width: 821px)").matches;
  return h("aside", {class: "facets", "aria-label": t("filters")},
    h("details", {open: wide}, h("summary", null, t("filters"), set > 0 && ` · ${set}`), groups));
}

function group(state, answer, dimension) {
  const counts = answer.facets?.[dimension] ?? [];
  if (counts.length === 0) return null;
  const rowOf = (row) => ({...row, name: nameOf(dimension, row, counts), on: asksFor(answer.interpretation, dimension, row.value), below: []});
  const rows = ordered(dimension, counts).map(rowOf);
  const list = branch(state, dimension, treeOf(rows), 0);
  const size = answer.facetSizes?.[dimension] ?? 0;
  const more = dimension === "publisher" && size > SHOWN && finder(dimension, size, state, list, (row) => item(state, dimension, rowOf(row), 0));
  return h("section", {class: rows.some((row) => row.path.length > 1) ? "tree" : null, "aria-label": t(dimension)}, h("h2", null, t(dimension)), more, list);
}

/** Rows below the row they lie in; a row whose parent is not among them stands at the top. */
function treeOf(rows) {
  const known = new Map(rows.map((row) => [row.path.join("\n"), row]));
  const top = [];
  for (const row of rows) (known.get(row.path.slice(0, -1).join("\n"))?.below ?? top).push(row);
  return top;
}

/** One level of a tree; what is chosen is in sight, however far down or late it stands. */
function branch(state, dimension, rows, depth) {
  const list = h("ul", {onkeydown: depth === 0 ? walk : null});
  let hidden = 0;
  rows.forEach((row, i) => {
    const late = i >= SHOWN && !holds(row);
    if (late) hidden++;
    list.append(item(state, dimension, row, depth, late, depth === 0 && rows.length === 1));
  });
  if (hidden > 0) list.append(h("li", null, more(list, hidden)));
  return list;
}

function holds(row) {
  return row.on || row.below.some(holds);
}

function item(state, dimension, row, depth, late = false, alone = false) {
  const off = row.on && without(state, [], dimension);
  const name = row.name;
  const open = alone || row.below.some(holds) || (row.on && depth < 2);
  const below = row.below.length > 0 && branch(state, dimension, row.below, depth + 1);
  if (below) below.hidden = !open;
  return h("li", {class: late ? "late" : null, hidden: late},
    h("div", null,
      below && twister(t("below", {what: name}), open),
      h("a", {href: searchUrl(off || changed(state, {[dimension]: row.value})), "aria-current": row.on ? "true" : null, title: off ? t("remove", {what: name}) : null},
        h("span", {class: "name"}, name, off && h("span", {class: "cross", "aria-hidden": "true"}, " ×")), h("span", {class: "count"}, row.count.toLocaleString("en-US")))),
    below);
}

/** A rule by its family; by its detail too where another of the family stands beside it. */
function nameOf(dimension, {path, value}, counts) {
  if (dimension === "institution") return t2("institutions", value);
  if (dimension !== "rule") return path.at(-1) ?? value;
  const [family, detail] = value.split("/");
  const several = counts.filter((each) => each.value.startsWith(`${family}/`)).length > 1;
  return t2("rules", family) + (several ? ` · ${t2("details", detail).replaceAll("-", " ")}` : "");
}

function more(list, hidden) {
  const button = h("button", {type: "button", class: "link", "aria-expanded": "false", onclick: () => {
    const open = button.getAttribute("aria-expanded") === "true";
    for (const late of list.querySelectorAll(":scope > .late")) late.hidden = open;
    button.setAttribute("aria-expanded", String(!open));
    button.textContent = open ? t("more", {n: hidden}) : t("less");
  }}, t("more", {n: hidden}));
  return button;
}

/** Years from the latest, grades from the best; the rest by count, as they came. */
function ordered(dimension, counts) {
  if (dimension === "year") return [...counts].sort((a, b) => b.value.localeCompare(a.value));
  if (dimension === "grade") return [...counts].sort((a, b) => GRADES.indexOf(a.value) - GRADES.indexOf(b.value));
  return counts;
}
