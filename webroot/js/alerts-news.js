// What an alert has told: new, changed with what it was, withdrawn.

import {disclosureUrl} from "./address.js";
import {h} from "./dom.js";
import {anchorOf, label, shown} from "./figures.js";
import {say} from "./alerts-words.js";
import {t, t2} from "./words.js";

const MOST = 4;

/** An entry in a line: its name, whose it is, of which year. */
export function entryLine(entry) {
  const {publisher, file, year, id} = entry.disclosure;
  return [h("span", {class: "tag"}, t2("kinds", entry.kind)), " ", h("a", {href: disclosureUrl(id, `e-${entry.id}`)}, entry.name || t2("kinds", entry.kind)), " ",
    h("span", {class: "quiet"}, publisher ?? file, year && ` · ${t("yearOf", {n: year})}`)];
}

export function newsItem({news, told}) {
  const readings = told.entry.readings.filter((reading, i) => told.matched.includes(i) || was(told, reading));
  const figures = (readings.length > 0 ? readings : told.entry.readings).slice(0, MOST);
  return h("li", null, h("b", {class: `news ${news}`}, what(news, told)), " ", entryLine(told.entry),
    figures.map((reading) => h("p", {class: "told-figure"}, figure(told, reading))));
}

function what(news, {answers}) {
  if (news === "withdrawn") return say("已撤下", "withdrawn");
  if (news === "new") return say("新", "new");
  return answers ? say("已变更", "changed") : say("已变更，不再符合", "changed, no longer an answer");
}

/** The same figure in the version before, where it was another. */
function was({before}, reading) {
  const same = before.find((each) => each.metric === reading.metric && each.stage === reading.stage && each.basis === reading.basis && each.label === reading.label);
  return same && shown(same) !== shown(reading) ? same : null;
}

function figure(told, reading) {
  const before = was(told, reading);
  const anchor = anchorOf(reading.source);
  const value = h("a", {href: disclosureUrl(told.entry.disclosure.id, anchor || `e-${told.entry.id}`)}, shown(reading));
  return [label(reading), " ", before ? say(["原为 ", shown(before), "，现为 ", value], ["was ", shown(before), ", is now ", value]) : value, " ", h("i", null, t(reading.basis))];
}
