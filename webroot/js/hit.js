// One hit: the figure, what disagrees with it, the thing, who and where and when, the row, the sentence, the source.

import {disclosureUrl} from "./address.js";
import {h, marked} from "./dom.js";
import {anchorOf, disagree, formula, label, metricName, printedOtherwise, separated, shown} from "./figures.js";
import {t, t2} from "./words.js";

/** The figures one would look at first, where the question names none. */
const PREFERRED = ["execution_rate", "completion_rate", "redemption_rate", "executed", "budget_adjusted", "budget_initial", "expenditure", "score"];
const MOST_COLUMNS = 12;
const MOST_SAID = 6;
const SHORT = 3;

export function hit(entry, interpretation) {
  const readings = entry.readings ?? [];
  const hero = heroOf(entry, interpretation);
  return h("li", null, h("article", {class: hero ? "hit" : "hit plain", "data-id": entry.id},
    hero && figure(hero, readings, entry.matched?.includes(readings.indexOf(hero))),
    h("div", {class: "what"},
      h("h2", null, h("a", {href: disclosureUrl(entry.disclosure.id, `e-${entry.id}`)}, entry.name || t2("kinds", entry.kind))),
      meta(entry),
      row(entry, hero),
      otherwise(entry, hero),
      (entry.snippet ?? []).filter((snippet) => snippet.text && snippet.text !== entry.name).map((snippet) => h("p", {class: "said"}, marked(snippet.text, snippet.marks))),
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

function figure(hero, readings, matched) {
  const same = readings.filter((reading) => reading !== hero && reading.metric && reading.metric === hero.metric && reading.stage === hero.stage);
  return h("div", {class: "figure"},
    h("strong", {class: shown(hero).length > 9 ? "long" : null}, shown(hero)),
    h("small", null, label(hero), " · ", t(hero.basis), matched && h("span", {class: "unseen"}, ` (${t("matched")})`)),
    hero.formula && h("small", null, formula(hero.formula)),
    printedOtherwise(hero) && h("small", null, t("printed"), " ", h("q", null, hero.raw)),
    hero.doubt && h("small", {class: "doubt"}, t("doubt"), " · ", hero.doubt),
    unique(same).map((reading) => disagree(hero, reading)
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

/** The row as it stands in its table. */
function row(entry, hero) {
  const all = entry.readings ?? [];
  const cells = all.filter((reading) => reading.basis === "table" && reading.source?.table === (hero?.basis === "table" ? hero.source?.table : firstTable(all))).slice(0, MOST_COLUMNS);
  if (cells.length < 2) return null;
  const units = new Set(cells.filter((reading) => reading.unit === "元").map((reading) => reading.printedUnit ?? ""));
  const unit = units.size === 1 ? [...units][0] : "";
  return h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": entry.name}, h("table", {class: "row"},
    unit && h("caption", null, t("unit", {unit})),
    h("thead", null, h("tr", null, cells.map((reading) => h("th", {scope: "col", class: reading.label.length <= SHORT ? "short" : null, title: (reading.labelPath ?? []).join(" › ")}, reading.label)))),
    h("tbody", null, h("tr", null, cells.map((reading) => {
      const text = unit && reading.unit === "元" ? separated(reading.raw.replace(/[,，\s]/g, "")) : shown(reading);
      return h("td", null, entry.matched?.includes(all.indexOf(reading)) ? h("mark", null, text) : text);
    })))));
}

function firstTable(readings) {
  return readings.find((reading) => reading.basis === "table")?.source?.table ?? null;
}

/** What the narrative says of other metrics, marked where the table has it differently. */
function otherwise(entry, hero) {
  const all = entry.readings ?? [];
  const others = unique(all.filter((reading) => reading.basis !== "table" && reading.metric && reading !== hero
    && !(hero && reading.metric === hero.metric && reading.stage === hero.stage))).slice(0, MOST_SAID);
  if (others.length === 0) return null;
  return ["narrative", "computed"].map((basis) => {
    const said = others.filter((reading) => reading.basis === basis);
    return said.length > 0 && h("p", {class: "others"}, h("i", null, t(basis)), said.map((reading) => {
      const other = all.find((each) => each.basis === "table" && disagree(each, reading));
      const stage = reading.stage === "prior" ? `${t(reading.stage)} ` : "";
      return h("span", {class: other ? "differs" : null}, stage, metricName(reading.metric), " ", shown(reading), other && ` ≠ ${t("table")} ${shown(other)}`);
    }));
  });
}

function where(entry, hero) {
  const source = hero?.source ?? firstSource(entry);
  const table = entry.table ? [entry.table.number, entry.table.title].filter(Boolean).join(" ") : source?.table;
  const place = [
    ...(entry.path ?? []).slice(-3).filter((heading) => heading !== table && heading !== entry.table?.title),
    table,
    source?.page && t("page", {n: source.page}),
    source?.row !== null && source?.row !== undefined && t("row", {n: source.row + 1}),
    source?.line && t("line", {n: source.line}),
  ].filter(Boolean).join(" › ");
  const file = source?.file ?? entry.disclosure.file;
  const anchor = anchorOf(source) ?? `e-${entry.id}`;
  return h("p", {class: "where"}, h("span", {class: "file"}, file), place && [" · ", place], " · ",
    h("a", {href: disclosureUrl(entry.disclosure.id, anchor)}, t("openRow")));
}

function firstSource(entry) {
  const first = entry.aka?.[0];
  return first?.source ?? first ?? null;
}
