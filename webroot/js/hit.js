// One hit: the figure, what disagrees with it, the thing, who and where and when, the row, the sentence, the way to the cell.

import {disclosureUrl} from "./address.js";
import {h, marked} from "./dom.js";
import {anchorOf, cellOf, disagree, formula, label, metricName, shown, shownInRow, shownParts, unitOfRow} from "./figures.js";
import {said} from "./snippet.js";
import {t, t2} from "./words.js";

/** The figures one would look at first, where the question names none. */
const PREFERRED = ["execution_rate", "completion_rate", "redemption_rate", "executed", "budget_adjusted", "budget_initial", "expenditure", "score"];
const MOST_COLUMNS = 10;
const MOST_OTHERS = 6;
const MOST_SAME = 4;
const SHORT = 3;
const MIDDLING = 5;
const LONG = 9;

export function hit(entry, interpretation) {
  const readings = entry.readings ?? [];
  const hero = heroOf(entry, interpretation);
  const cells = rowOf(entry, hero);
  return h("li", null, h("article", {class: hero ? "hit" : "hit plain", "data-id": entry.id},
    hero && figure(hero, readings, entry.matched?.includes(readings.indexOf(hero)), entry.kind === "finding"),
    h("div", {class: "what"},
      h("h2", null, entry.kind === "finding" && h("span", {class: "tag look"}, t2("rules", (entry.rule ?? "").split("/")[0])),
        h("a", {href: disclosureUrl(entry.disclosure.id, `e-${entry.id}`)}, entry.name || t2("kinds", entry.kind))),
      meta(entry),
      row(entry, cells),
      otherwise(entry, hero, cells),
      said(entry).filter((piece) => cells.length === 0 || entry.kind === "finding" || piece.marks?.length).map((piece) => h("p", {class: "said"}, marked(piece.text, piece.marks))),
      where(entry, hero))));
}

function heroOf(entry, interpretation) {
  const readings = entry.readings ?? [];
  if (entry.matched?.length) return readings[entry.matched[0]];
  const sorted = interpretation.sort?.split(" ")[0].split(".")[0];
  for (const metric of sorted ? [sorted, ...PREFERRED] : PREFERRED) {
    const found = readings.find((reading) => reading.metric === metric && reading.raw);
    if (found) return found;
  }
  return readings.find((reading) => reading.raw) ?? null;
}

function figure(hero, readings, matched, finding) {
  const same = readings.filter((reading) => reading !== hero && reading.metric && reading.metric === hero.metric && (finding || reading.stage === hero.stage));
  const [digits, unit] = shownParts(hero);
  return h("div", {class: "figure"},
    h("strong", {class: digits.length > LONG ? "long" : digits.length > MIDDLING ? "middling" : null}, h("span", {class: "digits"}, digits), unit && [" ", h("span", {class: "unit"}, unit)]),
    h("small", null, label(hero), " · ", t(hero.basis), matched && h("span", {class: "unseen"}, ` (${t("matched")})`)),
    hero.formula && h("small", null, formula(hero.formula)),
    hero.doubt && h("small", {class: "doubt"}, t("doubt"), " · ", hero.doubt),
    unique(same).slice(0, MOST_SAME).map((reading) => finding || disagree(hero, reading)
      ? h("small", {class: "differs", title: t("differs", {basis: t(reading.basis)})}, "≠ ", t(reading.basis), " ", shown(reading))
      : h("small", null, t(reading.basis), " ", shown(reading))));
}

/** The same figure said three times in the narrative is shown once. */
function unique(readings) {
  const seen = new Set();
  return readings.filter((reading) => {
    const key = `${reading.basis} ${reading.metric} ${reading.stage} ${shown(reading)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function meta(entry) {
  const d = entry.disclosure;
  const region = (d.region ?? []).join("");
  const parts = [d.publisher ?? d.title, region, d.year && t("yearOf", {n: d.year}), d.type,
    entry.subject && `${entry.subject.code} ${entry.subject.name}`].filter(Boolean);
  return h("p", {class: "meta"}, parts.join(" · "), d.regionCode?.startsWith("99") && h("span", {class: "tag"}, t("sample")));
}

/** The readings of the table that the figure stands in, one a column; two under the same head share it: 96 优. */
function rowOf(entry, hero) {
  const all = entry.readings ?? [];
  const table = hero?.basis === "table" ? hero.source?.table : all.find((reading) => reading.basis === "table")?.source?.table ?? null;
  const cells = [];
  for (const reading of all) {
    if (reading.basis !== "table" || reading.source?.table !== table || cells.length >= MOST_COLUMNS) continue;
    const last = cells.at(-1);
    if (last && last[0].label === reading.label && last[0].source?.row === reading.source?.row) last.push(reading);
    else cells.push([reading]);
  }
  return cells.length < 2 ? [] : cells;
}

function row(entry, cells) {
  if (cells.length === 0) return null;
  const unit = unitOfRow(cells.flat());
  const one = (reading) => {
    const text = shownInRow(reading, unit);
    return entry.matched?.includes(entry.readings.indexOf(reading)) ? h("mark", null, text) : text;
  };
  return h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": t("rowOf", {what: entry.name || t2("kinds", entry.kind)})}, h("table", {class: "row"},
    unit && h("caption", null, t("unit", {unit})),
    h("thead", null, h("tr", null, cells.map(([first]) => h("th", {scope: "col", class: first.label.length <= SHORT ? "short" : null, title: (first.labelPath ?? []).join(" › ")}, first.label)))),
    h("tbody", null, h("tr", null, cells.map((readings) => h("td", null, readings.map((reading, i) => [i > 0 && " ", one(reading)])))))));
}

/** What else was asked for or is told in two ways, and is not to be seen yet. */
function otherwise(entry, hero, cells) {
  const all = entry.readings ?? [];
  const inRow = cells.flat();
  const others = [];
  for (const reading of all) {
    if (!reading.metric || reading === hero || inRow.includes(reading) || (hero && reading.metric === hero.metric && reading.stage === hero.stage)) continue;
    const other = all.find((each) => each.basis === "table" && disagree(each, reading));
    const asked = entry.matched?.includes(all.indexOf(reading)) && !inRow.some((each) => each.metric === reading.metric);
    if (other || asked) others.push({reading, other});
  }
  if (others.length === 0) return null;
  return h("p", {class: "others"}, others.slice(0, MOST_OTHERS).map(({reading, other}) => h("span", {class: other ? "differs" : null},
    reading.stage === "prior" && `${t("prior")} `, metricName(reading.metric), " ", t(reading.basis), " ", shown(reading), other && ` ≠ ${t("table")} ${shown(other)}`)));
}

function where(entry, hero) {
  const source = hero?.source ?? firstSource(entry);
  const table = entry.table ? [entry.table.number, entry.table.title].filter(Boolean).join(" ") : source?.table;
  const place = [
    ...(entry.path ?? []).slice(-3).filter((heading) => heading !== table && heading !== entry.table?.title),
    table,
    source?.page && t("page", {n: source.page}),
    source?.line && t("line", {n: source.line}),
  ].filter(Boolean).join(" › ");
  const anchor = cellOf(source) ?? anchorOf(source) ?? `e-${entry.id}`;
  return h("p", {class: "where"}, place && [place, " · "], h("a", {href: disclosureUrl(entry.disclosure.id, anchor)}, t("openRow")));
}

function firstSource(entry) {
  const first = entry.aka?.[0];
  return first?.source ?? first ?? null;
}
