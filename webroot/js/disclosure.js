// One disclosure as read, in the order it was printed: headings, paragraphs, tables. #L12 is its twelfth line, #P3Y120 what stands there on page 3,
// #e-ID the place of an entry.

import {h} from "./dom.js";
import {anchorOf, shown} from "./figures.js";
import {t, t2} from "./words.js";

const FIRST = 60;

export function disclosure(content) {
  const d = content.disclosure;
  const taken = new Set();
  const places = placesOf(content);
  const parts = inOrder(content);
  const pieces = parts.map((part) => part.make(taken, places));
  return [h("div", {class: "document"},
    h("h1", {tabindex: -1, id: "sum"}, d.title),
    identity(d),
    h("div", {class: "columns"},
      h("aside", {class: "facets"}, outline(content.outline)),
      h("div", {class: "answer"},
        entries(content.entries, places, taken),
        h("section", {class: "full"}, h("h2", null, t("document")), pieces))))];
}

/** Brings what the address points at into view and lights it up. */
export function land() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && (document.getElementById(id) ?? nearestLine(id));
  if (!target) return;
  const shownAt = target.closest("details");
  if (shownAt) shownAt.open = true;
  const whole = target.closest("tr, p, h2, h3, h4, h5, li") ?? target;
  whole.classList.add("lit");
  whole.scrollIntoView({block: "center"});
  whole.setAttribute("tabindex", "-1");
  whole.focus({preventScroll: true});
}

/** A line that starts nothing of its own belongs to what starts above it. */
function nearestLine(id) {
  for (let line = Number(/^L(\d+)$/.exec(id)?.[1] ?? 0); line > 0; line--) {
    const above = document.getElementById(`L${line}`);
    if (above) return above;
  }
  return null;
}

function identity(d) {
  const rows = [[t("publisher"), d.publisher], [t("region"), (d.region ?? []).join(" › ")], [t("year"), d.year], [t("type"), d.type],
    [t("caliber"), d.caliber], [t("published"), d.published], [t("file"), d.file], ["SHA-256", h("code", null, d.sha256)]];
  const link = safe(d.url);
  return h("section", {"aria-label": t("identity")},
    h("dl", {class: "identity"}, rows.map(([name, value]) => [h("dt", null, name), h("dd", null, value || h("span", {class: "quiet"}, t("unknown")))]),
      link && [h("dt", null, t("source")), h("dd", null, h("a", {href: link, rel: "noopener noreferrer nofollow"}, link))]),
    h("p", null, h("a", {href: `/api/disclosures/${encodeURIComponent(d.id)}/original`, download: true}, t("original")),
      d.regionCode?.startsWith("99") && h("span", {class: "tag"}, t("sample"))));
}

/** An address that a link may lead to: a disclosure's url comes from outside. */
function safe(url) {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

function outline(headings) {
  if (headings.length === 0) return null;
  const wide = matchMedia("(min-width: 821px)").matches;
  return h("details", {open: wide}, h("summary", null, t("outline")), h("h2", null, t("outline")),
    h("ul", null, headings.filter((heading) => heading.level <= 3).map((heading) =>
      h("li", {class: `in${Math.min(heading.level - 1, 3)}`}, h("a", {href: `#${anchorOf(heading.source)}`}, heading.text)))));
}

/** Place → the entries that stand there. */
function placesOf(content) {
  const byText = new Map(content.paragraphs?.map((paragraph) => [paragraph.text, anchorOf(paragraph.source)]) ?? []);
  const places = new Map();
  for (const entry of content.entries) {
    const at = placeOf(entry) ?? byText.get(entry.text);
    if (!at) continue;
    if (!places.has(at)) places.set(at, []);
    places.get(at).push(entry.id);
  }
  return places;
}

function placeOf(entry) {
  const source = entry.readings.find((reading) => reading.basis !== "computed" && anchorOf(reading.source))?.source ?? entry.aka?.[0]?.source ?? entry.aka?.[0];
  return anchorOf(source);
}

/** Headings, paragraphs and tables by where they begin. */
function inOrder(content) {
  const parts = [];
  const headings = new Set(content.outline.map((heading) => anchorOf(heading.source)));
  for (const heading of content.outline) {
    parts.push({at: heading.source, make: (taken, places) => h(`h${Math.min(heading.level + 2, 6)}`, {id: claim(taken, anchorOf(heading.source))}, anchors(taken, places, anchorOf(heading.source)), heading.text)});
  }
  for (const paragraph of content.paragraphs ?? []) {
    if (headings.has(anchorOf(paragraph.source))) continue;
    parts.push({at: paragraph.source, make: (taken, places) => h("p", {id: claim(taken, anchorOf(paragraph.source))}, anchors(taken, places, anchorOf(paragraph.source)), paragraph.text)});
  }
  for (const table of content.tables) parts.push({at: table.source, make: (taken, places) => tableOf(table, taken, places)});
  parts.push(...loose(content));
  return parts.sort((a, b) => (a.at.page ?? 0) - (b.at.page ?? 0) || (a.at.line ?? 0) - (b.at.line ?? 0)
    || (a.at.box?.y ?? 0) - (b.at.box?.y ?? 0));
}

/** Figures of lines that stand in no table or paragraph above: each line as a row of what was read of it. */
function loose(content) {
  const covered = new Set([...content.outline, ...content.paragraphs ?? []].map((part) => anchorOf(part.source)));
  for (const table of content.tables) for (const cell of table.cells) covered.add(anchorOf(cell.source));
  const lines = new Map();
  for (const entry of content.entries) {
    for (const reading of entry.readings) {
      const at = anchorOf(reading.source);
      if (!at || covered.has(at) || reading.basis === "computed") continue;
      if (!lines.has(at)) lines.set(at, {name: entry.name, readings: []});
      lines.get(at).readings.push(reading);
    }
  }
  return [...lines].map(([at, {name, readings}]) => ({at: readings[0].source, make: (taken, places) => looseRow(at, name, readings, taken, places)}));
}

function looseRow(at, name, readings, taken, places) {
  readings.sort((a, b) => (a.source.column ?? 0) - (b.source.column ?? 0));
  return h("figure", {class: "table"},
    h("figcaption", null, h("b", null, name), h("span", {class: "quiet"}, " ", whereOf(readings[0].source))),
    h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": name}, h("table", null,
      h("thead", null, h("tr", null, readings.map((reading) => h("th", {scope: "col"}, reading.label)))),
      h("tbody", null, h("tr", {id: claim(taken, at)}, readings.map((reading, i) => h("td", {class: "n"}, i === 0 && anchors(taken, places, at), shown(reading))))))));
}

function whereOf(source) {
  return source.line ? t("line", {n: source.line}) : source.page ? t("page", {n: source.page}) : "";
}

/** The id of a place, for the first that asks for it. */
function claim(taken, id) {
  if (!id || taken.has(id)) return null;
  taken.add(id);
  return id;
}

function anchors(taken, places, at) {
  return (places.get(at) ?? []).filter((id) => !taken.has(`e-${id}`)).map((id) => {
    taken.add(`e-${id}`);
    return h("span", {id: `e-${id}`});
  });
}

function tableOf(table, taken, places) {
  const rows = [];
  for (const cell of table.cells) (rows[cell.row] ??= []).push(cell);
  const head = [];
  const body = [];
  rows.forEach((cells, r) => {
    cells.sort((a, b) => a.column - b.column);
    const at = anchorOf(cells.find((cell) => cell.rowSpan === 1 && anchorOf(cell.source))?.source ?? cells[0]?.source);
    const made = h("tr", {id: claim(taken, at)}, cells.map((cell, i) => h(r < table.headerRows ? "th" : "td", {
      rowspan: cell.rowSpan > 1 ? cell.rowSpan : null, colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
      class: /^[-−+]?[\d,.]+%?$/.test(cell.text.trim()) && r >= table.headerRows && cell.column > 0 ? "n" : null,
    }, i === 0 && anchors(taken, places, at), cell.text)));
    (r < table.headerRows ? head : body).push(made);
  });
  const title = [table.ref?.number, table.ref?.title].filter(Boolean).join(" ") || t("tableUnnamed");
  return h("figure", {class: "table"},
    h("figcaption", null, h("b", null, title), table.unit && h("span", {class: "quiet"}, " ", t("unit", {unit: table.unit}))),
    table.cells.length > 0 && h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": title}, h("table", null, h("thead", null, head), h("tbody", null, body))),
    (table.note || table.cells.length === 0) && h("p", {class: "quiet"}, table.note ?? t("emptyTable")));
}

/** What was read, by kind, each leading to its place. */
function entries(all, places, taken) {
  const kinds = new Map();
  for (const entry of all) {
    if (!kinds.has(entry.kind)) kinds.set(entry.kind, []);
    kinds.get(entry.kind).push(entry);
  }
  const order = ["project", "finding", "line", "indicator", "statement", "row", "passage"].filter((kind) => kinds.has(kind));
  return h("section", {class: "entries"}, h("h2", null, t("entries")), order.map((kind) => group(kind, kinds.get(kind), taken)));
}

function group(kind, list, taken) {
  const items = h("ul", {class: "list"}, list.slice(0, FIRST).map((entry) => item(entry, taken)));
  const rest = list.slice(FIRST);
  const more = rest.length > 0 && h("button", {type: "button", class: "link", onclick: () => {
    for (const entry of rest) items.append(item(entry, taken));
    more.remove();
  }}, t("allRows", {n: list.length}));
  return h("details", null, h("summary", null, t2("kinds", kind), " ", h("span", {class: "quiet"}, list.length.toLocaleString("en-US"))), items, more);
}

function item(entry, taken) {
  const id = `e-${entry.id}`;
  const figures = entry.readings.filter((reading) => reading.raw).slice(0, 6);
  return h("li", {id: taken.has(id) ? null : id},
    h("a", {href: `#${id}`}, entry.name || entry.text.slice(0, 60)), " ",
    figures.length > 0 && h("span", {class: "quiet"}, figures.map((reading) => `${reading.label} ${shown(reading)}`).join(" · ")));
}
