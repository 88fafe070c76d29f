// The question as understood: one chip a part. A part with a dotted line opens in place; a cross takes it off.

import {FILTERS, changed, searchUrl} from "./address.js";
import {h} from "./dom.js";
import {addCondition, editCondition, editRegion, editWord, editYears} from "./edit.js";
import {opener} from "./editor.js";
import {metricName} from "./figures.js";
import {amount, said, without} from "./question.js";
import {t, t2} from "./words.js";

/**
 * The row of chips under the box. Without an answer (while one types) they are shown, not changed.
 *
 * @param asking {state, answer, go}: what the address asks, what came back, how to go elsewhere
 */
export function understood(interpretation, asking) {
  const chips = chipsOf(interpretation, asking);
  const leftover = interpretation.leftover ?? [];
  return [
    h("span", {class: "lead-in"}, t("understood")), " ",
    chips.length > 0 ? chips : h("span", {class: "chip"}, t("everything")),
    asking && adding(interpretation, asking),
    leftover.length > 0 && h("span", {class: "leftover"}, leftover.map((word) => h("q", null, word)), " ", t("leftover")),
    (interpretation.notes ?? []).map((note) => h("p", {class: "noted"}, noted(note, asking))),
    (interpretation.problems ?? []).map((problem) => h("p", {class: "problem"}, problem)),
  ];
}

/** What was supplied, and what may have been meant: the latter asks so at a click. */
function noted({kind, text, meant}, asking) {
  if (kind === "proposed") return t("proposed", {text, meant});
  const q = asking?.state.q;
  const instead = (name) => q?.includes(text) ? h("a", {href: searchUrl(changed(asking.state, {q: q.replace(text, name)}))}, name) : name;
  if (kind === "namesake") return [t("namesake", {text}), meant.split("、").map((name) => [" ", instead(name)])];
  return [t("spelling", {text}), " ", instead(meant), t("spellingEnd")];
}

/** What can still be said: another condition, a region and a year where there is none. */
function adding(q, asking) {
  const filters = q.filters ?? {};
  const add = (name, editor) => h("span", {class: "chip add"}, opener(["＋ ", t(name)], t("addThis", {what: t(name)}), editor));
  return [
    add("condition", () => addCondition(asking)),
    !filters.region && !filters.regions && !filters.notRegions && add("region", () => editRegion(asking, null)),
    !filters.year?.length && add("year", () => editYears(asking, [])),
  ];
}

function chipsOf(q, asking) {
  const chips = [];
  const add = (plain, parts, off, editor) => chips.push(chip(plain, parts, asking && off(asking.state), asking && editor));
  for (const kind of q.kinds ?? []) add(t2("kinds", kind), [h("b", null, t2("kinds", kind))], (state) => without(state, [], "kind"));
  for (const [list, name] of [[q.about, "about"], [q.terms, "term"]]) {
    for (const word of list ?? []) {
      const here = asking?.state.q?.includes(word);
      add(word, [h("i", null, t(name)), " ", h(here ? "u" : "b", null, word)], (state) => without(state, [word], null), here && (() => editWord(asking, word)));
    }
  }
  for (const word of q.not ?? []) add(word, [h("i", null, t("not")), " ", h("b", null, word)], (state) => without(state, [], null));
  for (const clause of q.where ?? []) {
    const grade = clause.metric === "grade";
    const simple = clause.metric && !clause.other && !grade && asking?.state.q?.includes(clause.text);
    add(said(clause), clauseParts(clause), (state) => without(state, clause.text ? [clause.text] : [], grade ? "grade" : null), simple && (() => editCondition(asking, clause)));
  }
  const filters = q.filters ?? {};
  const several = filters.regions ?? [];
  for (const region of several) add(region.name, [h("i", null, t("region")), " ", h("b", null, region.name)], (state) => without(state, [region.name], null));
  for (const region of filters.notRegions ?? []) {
    add(region.name, [h("i", null, t("notRegion")), " ", h("b", null, region.name)], (state) => without(state, [`除${region.name}外`, `除${region.name}以外`, `不含${region.name}`, `not in ${region.name}`], null));
  }
  const out = (filters.notYear ?? []).join("、");
  const outSaid = ["年", ""].flatMap((unit) => [`除${out}${unit}以外`, `除${out}${unit}之外`, `除${out}${unit}外`, `不含${out}${unit}`, `不是${out}${unit}`]).concat(`except ${out}`, `excluding ${out}`);
  if (out) add(out, [h("i", null, t("notYear")), " ", h("b", null, out)], (state) => without(state, outSaid, null));
  const editors = {region: () => editRegion(asking, filters.region), year: () => editYears(asking, filters.year)};
  for (const name of ["region", "year", "subject", "publisher", "institution", "type", "caliber", "rule", "form"]) {
    const value = name === "region" && several.length > 0 ? null : filters[name];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    const plain = filterText(name, value, asking?.answer);
    add(plain, [h("i", null, t(name)), " ", h(editors[name] ? "u" : "b", null, plain)], (state) => FILTERS.includes(name) ? without(state, [], name) : null, editors[name]);
  }
  if (q.sort) {
    const [metric, direction] = q.sort.split(" ");
    const plain = `${metricName(metric)} ${t(direction)}`;
    add(plain, [h("i", null, t("sortBy")), " ", h("b", null, plain)], (state) => without(state, [], "sort"));
  }
  if (q.limit) add("", [t("first", {n: q.limit})], () => null);
  return chips;
}

function chip(plain, parts, off, editor) {
  return h("span", {class: "chip"},
    editor ? opener(parts, t("change", {what: plain}), editor) : h("span", {class: "parts"}, parts),
    off && h("a", {href: searchUrl(off), class: "off", "aria-label": t("remove", {what: plain}), title: t("remove", {what: plain})}, "×"));
}

function filterText(name, value, answer) {
  if (name === "subject") return answer?.facets.subject?.find((each) => each.value === value)?.path.at(-1) ?? value;
  if (name === "rule") return t2("rules", value.split("/")[0]);
  if (name === "institution") return value.map((each) => t2("institutions", each)).join("、");
  if (Array.isArray(value)) return years(value);
  return typeof value === "object" ? value.name ?? value.code : String(value);
}

/** 2021, 2022, 2023 → 2021–2023. */
function years(list) {
  const sorted = [...list].sort();
  const run = sorted.length > 2 && sorted.at(-1) - sorted[0] === sorted.length - 1;
  return run ? `${sorted[0]}–${sorted.at(-1)}` : sorted.join("、");
}

function clauseParts(clause) {
  if (clause.any || clause.not || clause.other) return [h("b", null, said(clause))];
  return [h("b", null, metricName(clause.metric)), " ", h("u", null, t2("ops", clause.op)), " ", h("u", null, amount(clause))];
}
