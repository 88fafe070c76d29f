// The page of the original beside what was read of it, with the cell marked; of a PDF, whose pages can be drawn.

import {h} from "./dom.js";
import {anchorOf, cellOf} from "./figures.js";
import {t} from "./words.js";

/** The page that holds what stands at this place, as a figure; null where no page is known. */
export function original(content, at) {
  const source = sourceOf(content, at);
  if (!source?.page || !/\.pdf$/i.test(source.file)) return null;
  const d = content.disclosure;
  const query = new URLSearchParams();
  if (source.box) query.set("box", ["x", "y", "width", "height"].map((side) => Math.max(0, source.box[side]).toFixed(1)).join(","));
  if (source.file !== d.file) query.set("file", source.file);
  const address = `/api/disclosures/${encodeURIComponent(d.id)}/pages/${source.page}.png?${query}`;
  const name = t("originalPage", {n: source.page});
  const drawing = h("p", {class: "quiet", role: "status"}, t("drawing"));
  const picture = h("img", {src: address, alt: name, onload: () => drawing.remove(), onerror: () => {
    drawing.remove();
    picture.replaceWith(h("p", {class: "quiet"}, t("noPicture")));
  }});
  return h("figure", {class: "original", role: "group", "aria-label": name}, h("figcaption", null, h("b", null, name), " ",
    h("button", {type: "button", class: "link", onclick: () => closeOriginal()}, t("close"))), drawing,
  h("a", {href: address, target: "_blank", rel: "noopener"}, picture));
}

/** Beside the text where there is room, else below the table or paragraph. */
export function showOriginal(figure, place) {
  const columns = document.querySelector(".document .columns");
  const beside = matchMedia("(min-width: 1100px)").matches;
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

/** Where the cell, the row or the paragraph with this name is printed. */
function sourceOf(content, at) {
  for (const table of content.tables) {
    const cell = table.cells.find(({source}) => cellOf(source) === at) ?? table.cells.find(({source}) => anchorOf(source) === at);
    if (cell) return cell.source;
  }
  for (const part of [...content.paragraphs ?? [], ...content.outline]) if (anchorOf(part.source) === at) return part.source;
  for (const entry of content.entries) {
    const reading = entry.readings.find(({source}) => cellOf(source) === at || anchorOf(source) === at);
    if (reading) return reading.source;
  }
  return null;
}
