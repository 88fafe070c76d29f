// The original beside what was read of it: the page with the cell marked where there are pages, the lines of a text, else the row as it stands in its table.

import {get} from "./api.js";
import {fill, h} from "./dom.js";
import {anchorOf, cellOf} from "./figures.js";
import {t} from "./words.js";

const PAGED = /\.(pdf|ofd|png|jpe?g|tiff?|bmp|gif)$/i;
const AROUND = 12;
const WIDE = "(min-width: 1100px)";

/** What shows the original of this place, as a figure; null where nothing is known of it. */
export function original(content, at) {
  const {source, row} = placeOf(content, at);
  if (!source) return null;
  if (source.page && PAGED.test(source.file)) return picture(content.disclosure, source);
  if (source.line && /\.(txt|csv|tsv|md)$/i.test(source.file)) return lines(content.disclosure, source);
  return row && record(row, source);
}

function framed(name, children) {
  return h("figure", {class: "original", role: "group", "aria-label": name}, h("figcaption", null, h("b", null, name), " ",
    h("button", {type: "button", class: "link", onclick: () => closeOriginal()}, t("close"))), children);
}

function partOf(d, source) {
  return source.file === d.file ? {} : {file: source.file};
}

function picture(d, source) {
  const query = new URLSearchParams();
  if (source.box) query.set("box", ["x", "y", "width", "height"].map((side) => Math.max(0, source.box[side]).toFixed(1)).join(","));
  for (const [name, value] of Object.entries(partOf(d, source))) query.set(name, value);
  const address = `/api/disclosures/${encodeURIComponent(d.id)}/pages/${source.page}.png?${query}`;
  const name = t("originalPage", {n: source.page});
  const drawing = h("p", {class: "quiet", role: "status"}, t("drawing"));
  const image = h("img", {src: address, alt: name, onload: () => drawing.remove(), onerror: () => {
    drawing.remove();
    image.replaceWith(h("p", {class: "quiet"}, t("noPicture")));
  }});
  return framed(name, [drawing, h("a", {href: address, target: "_blank", rel: "noopener"}, image)]);
}

/** The text as it came, some lines before and after. */
function lines(d, source) {
  const place = h("div", {class: "lines", tabindex: 0, role: "group", "aria-label": t("line", {n: source.line})}, h("p", {class: "quiet", role: "status"}, t("loading")));
  const from = Math.max(1, source.line - AROUND);
  get(`/api/disclosures/${encodeURIComponent(d.id)}/lines`, {...partOf(d, source), from, to: source.line + AROUND}).then((answer) => {
    fill(place, h("ol", {start: from}, answer.lines.map((line, i) => {
      const here = from + i === source.line;
      return h("li", {class: here ? "here" : null, value: from + i}, here ? h("mark", null, line || " ") : line || " ");
    })));
    const here = place.querySelector(".here");
    if (here) place.scrollTop = here.offsetTop - place.clientHeight / 2;
  }, () => fill(place, h("p", {class: "quiet"}, t("noLines"))));
  return framed(t("originalLines", {n: source.line}), place);
}

/** The row under its header, a line a column: a file of Word, Excel or the web has no pages to show. */
function record({table, row, column}, source) {
  const cells = table.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan && row >= table.headerRows).sort((a, b) => a.column - b.column);
  if (cells.length === 0) return null;
  const heads = (at) => [...new Set(table.cells.filter((cell) => cell.row < table.headerRows && cell.column <= at && at < cell.column + cell.columnSpan)
    .sort((a, b) => a.row - b.row).map((cell) => cell.text).filter(Boolean))];
  const title = [table.ref?.number, table.ref?.title].filter(Boolean).join(" ") || t("tableUnnamed");
  const name = source.page ? t("originalSheet", {n: source.page, row: (source.row ?? row) + 1}) : t("originalRow", {row: row + 1});
  return framed(name, [h("p", {class: "quiet"}, title, table.unit && ` · ${t("unit", {unit: table.unit})}`),
    h("dl", {class: "record"}, cells.map((cell) => h("div", {class: cell.column === column ? "here" : null},
      h("dt", null, heads(cell.column).join(" › ") || t("columnOf", {n: cell.column + 1})), h("dd", null, cell.text || "—"))))]);
}

/** Beside the text where there is room, else below the table or paragraph. */
export function showOriginal(figure, place) {
  const columns = document.querySelector(".document .columns");
  const beside = matchMedia(WIDE).matches;
  columns.classList.toggle("three", beside);
  if (beside) columns.append(figure);
  else {
    (place.closest("figure.table") ?? place).after(figure);
    figure.scrollIntoView({block: "start"});
  }
}

export function closeOriginal() {
  document.querySelector(".original")?.remove();
  document.querySelector(".document .columns")?.classList.remove("three");
}

/** Where the cell, the row or the paragraph with this name is printed, and in which row of which table. */
function placeOf(content, at) {
  for (const table of content.tables) {
    const cell = table.cells.find(({source}) => cellOf(source) === at) ?? table.cells.find(({source}) => anchorOf(source) === at);
    if (cell) return {source: cell.source, row: {table, row: cell.row, column: cellOf(cell.source) === at ? cell.column : null}};
  }
  for (const part of [...content.paragraphs ?? [], ...content.outline]) if (anchorOf(part.source) === at) return {source: part.source};
  for (const entry of content.entries) {
    const reading = entry.readings.find(({source}) => cellOf(source) === at || anchorOf(source) === at);
    if (reading) return {source: reading.source};
  }
  return {};
}
