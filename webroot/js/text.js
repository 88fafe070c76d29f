// A disclosure as read, in the order it was printed: headings, paragraphs, tables. #L12 is its twelfth line, #L12C3 the third cell there, #P3Y120 what stands
// there on page 3, #e-ID the place of an entry.

import {h} from "./dom.js";
import {anchorOf, cellOf, shown} from "./figures.js";
import {t, t2} from "./words.js";

const NUMBER = /^[-−+]?[\d,.]+[%％]?$/;

/** The whole text; each place takes its id once, from what comes first. */
export class Text {
  #content;
  #starts;
  #taken = new Set();
  #places;
  #flags;

  constructor(content) {
    const starts = new Starts(content);
    this.#content = content;
    this.#starts = starts;
    this.#places = placesOf(content, starts);
    this.#flags = flagsOf(content, starts);
  }

  pieces() {
    return inOrder(this.#content, this.#starts).map((part) => part.make(this));
  }

  /** Whether a place has this id by now. */
  has(id) {
    return this.#taken.has(id);
  }

  /** The id of a place, for the first that asks for it. */
  claim(id) {
    if (!id || this.#taken.has(id)) return null;
    this.#taken.add(id);
    return id;
  }

  /** Where the entries of a place are landed on. */
  anchors(at) {
    return (this.#places.get(at) ?? []).filter((id) => this.claim(`e-${id}`)).map((id) => h("span", {id: `e-${id}`}));
  }

  /** What needs explaining here, each leading to the explanation. */
  flags(at) {
    const found = this.#flags.get(at) ?? [];
    this.#flags.delete(at);
    return found.map((finding) => h("a", {class: "flag", href: `#f-${finding.id}`, title: finding.name}, t2("rules", finding.rule.split("/")[0])));
  }
}

/** Where headings, paragraphs and rows begin; a line that begins nothing belongs to what begins above it. */
class Starts {
  #texts = new Map();
  #lines;

  constructor(content) {
    for (const part of [...content.outline, ...content.paragraphs ?? []]) this.#texts.set(anchorOf(part.source), bare(part.text));
    for (const table of content.tables) for (const cell of table.cells) this.#texts.set(anchorOf(cell.source), "");
    this.#lines = [...this.#texts.keys()].filter((at) => /^L\d+$/.test(at)).map((at) => Number(at.slice(1))).sort((a, b) => a - b);
  }

  has(at) {
    return this.#texts.has(at);
  }

  /** The place that holds what is printed at this one: itself, or the paragraph above whose words it is. */
  holding(reading) {
    const at = anchorOf(reading.source);
    if (!at || this.#texts.has(at) || !reading.source.line) return at;
    const above = this.#lines.findLast((line) => line < reading.source.line);
    return above && this.#texts.get(`L${above}`).includes(bare(reading.raw ?? "")) ? `L${above}` : at;
  }
}

function bare(text) {
  return text.replace(/\s/g, "");
}

/** Place → the entries that stand there. */
function placesOf(content, starts) {
  const byText = new Map(content.paragraphs?.map((paragraph) => [paragraph.text, anchorOf(paragraph.source)]) ?? []);
  const places = new Map();
  for (const entry of content.entries) {
    const at = placeOf(entry, starts) ?? byText.get(entry.text);
    if (!at) continue;
    if (!places.has(at)) places.set(at, []);
    places.get(at).push(entry.id);
  }
  return places;
}

function placeOf(entry, starts) {
  const first = entry.readings.find((reading) => reading.basis !== "computed" && anchorOf(reading.source));
  return first ? starts.holding(first) : anchorOf(entry.aka?.[0]?.source ?? entry.aka?.[0]);
}

/** Place or cell → the findings about a figure there. */
function flagsOf(content, starts) {
  const flags = new Map();
  for (const finding of content.entries.filter((entry) => entry.kind === "finding")) {
    const places = new Set(finding.readings.filter((reading) => reading.basis !== "computed")
      .map((reading) => reading.basis === "table" ? cellOf(reading.source) ?? anchorOf(reading.source) : starts.holding(reading)));
    for (const at of places) {
      if (!flags.has(at)) flags.set(at, []);
      flags.get(at).push(finding);
    }
  }
  return flags;
}

/** Headings, paragraphs and tables by where they begin. */
function inOrder(content, starts) {
  const parts = [];
  const headings = new Set(content.outline.map((heading) => anchorOf(heading.source)));
  for (const heading of content.outline) {
    const at = anchorOf(heading.source);
    parts.push({at: heading.source, make: (text) => h(`h${Math.min(heading.level + 2, 6)}`, {id: text.claim(at)}, text.anchors(at), heading.text, text.flags(at))});
  }
  for (const paragraph of content.paragraphs ?? []) {
    const at = anchorOf(paragraph.source);
    if (headings.has(at)) continue;
    parts.push({at: paragraph.source, make: (text) => h("p", {id: text.claim(at)}, text.anchors(at), paragraph.text, text.flags(at))});
  }
  for (const table of content.tables) parts.push({at: table.source, make: (text) => tableOf(table, text)});
  parts.push(...loose(content, starts));
  return parts.sort((a, b) => (a.at.page ?? 0) - (b.at.page ?? 0) || (a.at.line ?? 0) - (b.at.line ?? 0)
    || (a.at.box?.y ?? 0) - (b.at.box?.y ?? 0));
}

/** Figures of lines that stand in no table or paragraph above: each line as a row of what was read of it. */
function loose(content, starts) {
  const lines = new Map();
  for (const entry of content.entries) {
    for (const reading of entry.readings) {
      const at = starts.holding(reading);
      if (!at || starts.has(at) || reading.basis === "computed" || entry.kind === "finding") continue;
      if (!lines.has(at)) lines.set(at, {name: entry.name, readings: []});
      lines.get(at).readings.push(reading);
    }
  }
  return [...lines].map(([at, {name, readings}]) => ({at: readings[0].source, make: (text) => looseRow(at, name, readings, text)}));
}

function looseRow(at, name, readings, text) {
  readings.sort((a, b) => (a.source.column ?? 0) - (b.source.column ?? 0));
  return h("figure", {class: "table"},
    h("figcaption", null, h("b", null, name), h("span", {class: "quiet"}, " ", whereOf(readings[0].source))),
    framed(name, h("table", null,
      h("thead", null, h("tr", null, readings.map((reading) => h("th", {scope: "col"}, reading.label)))),
      h("tbody", null, h("tr", {id: text.claim(at)}, readings.map((reading, i) => h("td", {class: "n", id: text.claim(cellOf(reading.source))}, i === 0 && text.anchors(at), shown(reading), text.flags(cellOf(reading.source)))))))));
}

function whereOf(source) {
  return source.line ? t("line", {n: source.line}) : source.page ? t("page", {n: source.page}) : "";
}

/** Wide tables scroll inside their frame, by keyboard as well. */
function framed(name, table) {
  return h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": name}, table);
}

function tableOf(table, text) {
  const rows = [];
  for (const cell of table.cells) (rows[cell.row] ??= []).push(cell);
  const head = [];
  const body = [];
  rows.forEach((cells, r) => {
    cells.sort((a, b) => a.column - b.column);
    const heads = r < table.headerRows;
    const at = anchorOf(cells.find((cell) => cell.rowSpan === 1 && anchorOf(cell.source))?.source ?? cells[0]?.source);
    (heads ? head : body).push(h("tr", {id: text.claim(at)}, cells.map((cell, i) => cellIn(cell, heads, i === 0 && text.anchors(at), text))));
  });
  const title = [table.ref?.number, table.ref?.title].filter(Boolean).join(" ") || t("tableUnnamed");
  return h("figure", {class: "table"},
    h("figcaption", null, h("b", null, title), table.unit && h("span", {class: "quiet"}, " ", t("unit", {unit: table.unit}))),
    table.cells.length > 0 && framed(title, h("table", null, head.length > 0 && h("thead", null, head), h("tbody", null, body))),
    (table.note || table.cells.length === 0) && h("p", {class: "quiet"}, table.note ?? t("emptyTable")));
}

function cellIn(cell, heads, anchors, text) {
  const at = cellOf(cell.source);
  return h(heads && cell.text ? "th" : "td", {
    id: text.claim(at), scope: heads && cell.text ? (cell.columnSpan > 1 ? "colgroup" : "col") : null,
    rowspan: cell.rowSpan > 1 ? cell.rowSpan : null, colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
    class: !heads && cell.column > 0 && NUMBER.test(cell.text.trim()) ? "n" : heads && !cell.text ? "blank" : null,
  }, anchors, cell.text, text.flags(at));
}
