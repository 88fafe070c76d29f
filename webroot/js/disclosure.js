// One disclosure: what it is, what needs explaining, its projects, and all of it as read.

import {disclosureUrl, searchUrl} from "./address.js";
import {findings, projects} from "./cards.js";
import {citation} from "./cite.js";
import {h} from "./dom.js";
import {anchorOf, cellOf, shown} from "./figures.js";
import {closeOriginal, original, showOriginal} from "./original.js";
import {series} from "./series.js";
import {Text} from "./text.js";
import {reveal, twister, walk} from "./tree.js";
import {t, t2} from "./words.js";

const FIRST = 60;
const MANY_HEADINGS = 24;
let landed = null;

/** @param others all disclosures of the same publisher */
export function disclosure(content, others) {
  const d = content.disclosure;
  const text = new Text(content);
  const pieces = text.pieces();
  const placed = (reading) => reading.basis === "computed" ? null : [cellOf(reading.source), anchorOf(reading.source)].find((at) => text.has(at));
  const of = (kind) => content.entries.filter((entry) => entry.kind === kind);
  landed = content;
  return h("div", {class: "document"},
    h("h1", {tabindex: -1, id: "sum"}, d.title),
    identity(d),
    years(d, others),
    d.publisher && others.length > 1 && series(d),
    h("div", {class: "columns"},
      h("aside", {class: "facets", "aria-label": t("outline")}, outline(content.outline)),
      h("div", {class: "answer"},
        findings(of("finding"), placed),
        projects(of("project")),
        h("section", {class: "full"}, h("h2", null, t("document")), pieces),
        entries(content.entries, text))));
}

/** Brings what the address points at into view and lights it up. */
export function land() {
  for (const lit of document.querySelectorAll(".lit, .here")) lit.classList.remove("lit", "here");
  document.querySelector(".cite")?.remove();
  closeOriginal();
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && (document.getElementById(id) ?? document.getElementById(id.replace(/C\d+$/, "")) ?? nearestLine(id));
  if (!target) return;
  const shownAt = target.closest("details");
  if (shownAt) shownAt.open = true;
  target.closest("[hidden]")?.removeAttribute("hidden");
  const whole = target.closest("tr, p, h2, h3, h4, h5, h6, li") ?? target;
  whole.classList.add("lit");
  const cell = target.closest("td, th");
  if (cell && target === cell) cell.classList.add("here");
  whole.scrollIntoView({block: "center"});
  (cell ?? whole).scrollIntoView({block: "center", inline: "nearest"});
  whole.setAttribute("tabindex", "-1");
  whole.focus({preventScroll: true});
  const at = target.id || whole.id;
  if (landed && /^[LP]\d/.test(at)) beside(at, whole, target === cell ? cell : whole);
}

/** What goes with the place that is lit: how to cite it, and the page it is printed on. */
function beside(at, whole, place) {
  const page = original(landed, at);
  const bar = citation(landed, place, at, page && (() => showOriginal(page, whole)));
  whole.closest(".document").append(bar);
  if (!page || !matchMedia("(min-width: 1100px)").matches) return;
  showOriginal(page, whole);
  // Beside the page the text is narrower: what was in sight has moved.
  place.scrollIntoView({block: "center", inline: "nearest"});
}

/** A cell that is clicked is the one to cite. */
export function pick(event) {
  const cell = event.target.closest(".full td[id], .full p[id]");
  if (!cell || event.target.closest("a, button") || String(getSelection()) !== "") return;
  history.replaceState(history.state, "", `#${cell.id}`);
  land();
}

/** A line that starts nothing of its own belongs to what starts above it. */
function nearestLine(id) {
  for (let line = Number(/^L(\d+)/.exec(id)?.[1] ?? 0); line > 0; line--) {
    const above = document.getElementById(`L${line}`);
    if (above) return above;
  }
  return null;
}

function identity(d) {
  const link = safe(d.url);
  const publisher = d.publisher && h("a", {href: searchUrl({publisher: d.publisher})}, d.publisher);
  const rows = [[t("publisher"), publisher], [t("region"), (d.region ?? []).join(" › ")], [t("year"), d.year], [t("type"), [d.type, d.caliber].filter(Boolean).join(" · ")],
    [t("published"), d.published], [t("source"), link && h("a", {href: link, rel: "noopener noreferrer nofollow"}, link)]];
  return h("section", {"aria-label": t("identity")},
    h("dl", {class: "identity"}, rows.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value || h("span", {class: "quiet"}, t("unknown")))))),
    h("p", {class: "file-of"}, h("a", {href: `/api/disclosures/${encodeURIComponent(d.id)}/original`, download: true}, t("original")), " ",
      h("span", {class: "quiet"}, d.file, " · SHA-256 ", h("code", null, d.sha256)),
      d.regionCode?.startsWith("99") && h("span", {class: "tag"}, t("sample"))));
}

/** An address that a link may lead to: a disclosure's url comes from outside. */
function safe(url) {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

/** The same publisher's disclosures, this one marked. */
function years(d, others) {
  if (others.length < 2) return null;
  const sorted = [...others].sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || String(a.type).localeCompare(String(b.type)));
  const types = new Set(sorted.map((each) => each.type)).size > 1;
  return h("nav", {class: "years", "aria-label": t("otherYears")}, h("span", null, t("otherYears")), sorted.map((each) =>
    h("a", {href: disclosureUrl(each.id), "aria-current": each.id === d.id ? "page" : null}, [each.year ?? t("unknown"), types && each.type].filter(Boolean).join(" "))));
}

/** The contents as a tree; a long one begins with its first level. */
function outline(headings) {
  if (headings.length === 0) return null;
  const wide = matchMedia("(min-width: 821px)").matches;
  const all = headings.length <= MANY_HEADINGS;
  const tree = h("ul", {onkeydown: walk});
  const open = [{level: 0, list: tree}];
  for (const heading of headings) {
    while (open.at(-1).level >= heading.level) open.pop();
    const parent = open.at(-1);
    if (!parent.list) {
      parent.list = h("ul", {hidden: !all});
      parent.item.firstChild.prepend(twister(t("below", {what: parent.text}), all));
      parent.item.append(parent.list);
    }
    const item = h("li", null, h("div", null, h("a", {href: `#${anchorOf(heading.source)}`}, heading.text)));
    parent.list.append(item);
    open.push({level: heading.level, list: null, item, text: heading.text});
  }
  return h("details", {open: wide}, h("summary", null, t("outline")), h("div", {class: "tree"}, h("h2", null, t("outline")), tree));
}

/** Shows in the contents where one reads. */
export function follow() {
  const links = [...document.querySelectorAll(".document .tree a")];
  if (links.length === 0) return;
  let now = null;
  for (const link of links) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading && heading.getBoundingClientRect().top < innerHeight / 3) now = link;
  }
  for (const link of links) link.toggleAttribute("data-now", link === now);
  if (now) reveal(now);
}

/** What was read, by kind, each leading to its place. */
function entries(all, text) {
  const kinds = new Map();
  for (const entry of all) {
    if (!kinds.has(entry.kind)) kinds.set(entry.kind, []);
    kinds.get(entry.kind).push(entry);
  }
  const order = ["line", "indicator", "statement", "row", "project", "finding", "passage"].filter((kind) => kinds.has(kind));
  return h("section", {class: "entries"}, h("h2", null, t("entries")), order.map((kind) => group(kind, kinds.get(kind), text)));
}

function group(kind, list, text) {
  const items = h("ul", {class: "list"}, list.slice(0, FIRST).map((entry) => item(entry, text)));
  const rest = list.slice(FIRST);
  const more = rest.length > 0 && h("button", {type: "button", class: "link", onclick: () => {
    for (const entry of rest) items.append(item(entry, text));
    more.remove();
  }}, t("allRows", {n: list.length}));
  return h("details", null, h("summary", null, t2("kinds", kind), " ", h("span", {class: "quiet"}, list.length.toLocaleString("en-US"))), items, more);
}

function item(entry, text) {
  const id = `e-${entry.id}`;
  const figures = entry.readings.filter((reading) => reading.raw).slice(0, 6);
  return h("li", {id: text.claim(id)},
    h("a", {href: entry.kind === "finding" ? `#f-${entry.id}` : `#${id}`}, entry.name || entry.text.slice(0, 60)), " ",
    figures.length > 0 && h("span", {class: "quiet"}, figures.map((reading) => `${reading.label} ${shown(reading)}`).join(" · ")));
}
