// 引用此数字: the figure that the address points at, as a reference with a link that stays.

import {h} from "./dom.js";
import {cellOf, anchorOf, label, shown} from "./figures.js";
import {t} from "./words.js";

/**
 * The bar at the foot of the page for the place that is lit; gone with the next place.
 *
 * @param showPage shows the page of the original; null where there is none
 */
export function citation(content, place, at, showPage) {
  const text = reference(content, place, at);
  const field = h("textarea", {readonly: true, rows: 4, "aria-label": t("citation")}, text);
  const done = h("span", {role: "status"});
  const panel = h("div", {class: "reference", hidden: true}, field, h("p", null, h("button", {type: "button", onclick: async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(text);
      done.textContent = t("copied");
    } catch {
      done.textContent = t("copyByHand"); // the text is selected
    }
  }}, t("copy")), " ", done));
  const bar = h("div", {class: "cite", role: "region", "aria-label": t("cite")},
    h("p", {class: "row-of"}, h("span", {class: "quiet"}, brief(content, place, at)),
      h("button", {type: "button", class: "link", "aria-expanded": "false", onclick: (event) => {
        panel.hidden = !panel.hidden;
        event.currentTarget.setAttribute("aria-expanded", String(!panel.hidden));
        if (!panel.hidden) field.select();
      }}, t("cite")),
      showPage && h("button", {type: "button", class: "link", onclick: showPage}, t("showPage")),
      h("button", {type: "button", class: "link", onclick: () => bar.remove()}, t("close"))),
    panel);
  return bar;
}

function brief(content, place, at) {
  const reading = readingAt(content, at);
  return reading ? `${label(reading)} ${shown(reading)}` : short(place.textContent);
}

function reference(content, place, at) {
  const d = content.disclosure;
  const reading = readingAt(content, at);
  const table = place.closest("figure")?.querySelector("figcaption b")?.textContent;
  const where = reading ? placeOf(reading.source) : "";
  const said = reading ? t("figureIs", {label: label(reading), value: shown(reading)}) : t("quoted", {text: short(place.textContent)});
  const parts = [d.publisher, t("titled", {title: d.title}), table, where, said].filter(Boolean).join(t("comma"));
  return `${parts}${t("stop")}${t("brand")}, ${location.origin}/d/${encodeURIComponent(d.id)}#${at}${t("visited", {date: new Date().toISOString().slice(0, 10)})}SHA-256 ${d.sha256}`;
}

function placeOf(source) {
  return source.page ? t("page", {n: source.page}) : source.line ? t("line", {n: source.line}) : "";
}

function readingAt(content, at) {
  const all = content.entries.filter((entry) => entry.kind !== "finding").flatMap((entry) => entry.readings).filter((reading) => reading.basis !== "computed");
  const inCell = all.find((reading) => cellOf(reading.source) === at);
  if (inCell) return inCell;
  // Of a sentence with several figures the words are cited.
  const here = all.filter((reading) => anchorOf(reading.source) === at);
  return here.length === 1 ? here[0] : undefined;
}

function short(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
