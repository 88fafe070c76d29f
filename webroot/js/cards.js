// What was found in a disclosure: what needs explaining, and its projects.

import {h} from "./dom.js";
import {disagree, formula, label, metricName, shown} from "./figures.js";
import {t, t2} from "./words.js";

const FIRST = 6;
const MONEY = ["budget_initial", "budget_adjusted", "executed"];

/** Each finding with the figures that disagree and the way to each of them. */
export function findings(list, placed) {
  if (list.length === 0) return null;
  return h("section", {class: "findings", "aria-labelledby": "explain"},
    h("h2", {id: "explain"}, t("toExplain", {n: list.length})), folded(list.map((entry) => finding(entry, placed)), "ul"));
}

function finding(entry, placed) {
  return h("li", {id: `f-${entry.id}`},
    h("p", null, h("span", {class: "tag look"}, t2("rules", (entry.rule ?? "").split("/")[0])), h("b", null, entry.name)),
    h("p", {class: "said"}, entry.text),
    h("p", {class: "figures"}, entry.readings.filter((reading) => reading.raw).slice(0, FIRST).map((reading) => {
      const at = placed(reading);
      const figure = [h("i", null, label(reading), " · ", t(reading.basis)), " ", h("b", null, shown(reading))];
      return h("span", null, at ? h("a", {href: `#${at}`}, figure) : figure, reading.formula && h("i", null, ` = ${formula(reading.formula)}`));
    })));
}

/** Projects with the figures one looks at first. */
export function projects(list) {
  if (list.length === 0) return null;
  return h("section", {class: "projects", "aria-labelledby": "projects"},
    h("h2", {id: "projects"}, t2("kinds", "project"), " ", h("i", null, list.length)), folded(list.map(project), "ul", "cards"));
}

function project(entry) {
  const of = (metric, basis) => entry.readings.find((reading) => reading.metric === metric && reading.raw && reading.stage !== "prior" && (!basis || reading.basis === basis));
  const rate = of("execution_rate", "table") ?? of("execution_rate");
  const other = rate && entry.readings.find((reading) => reading.metric === "execution_rate" && reading.basis !== rate.basis && disagree(rate, reading));
  const money = MONEY.map((metric) => of(metric)).filter(Boolean);
  const score = [of("score"), of("grade")].filter(Boolean);
  return h("li", {class: "card"},
    h("h3", null, h("a", {href: `#e-${entry.id}`}, entry.name)),
    rate && h("p", {class: "rate"}, h("strong", null, shown(rate)), " ", h("i", null, metricName("execution_rate"), " · ", t(rate.basis)),
      other && h("span", {class: "differs"}, " ≠ ", t(other.basis), " ", shown(other))),
    h("dl", null, money.map((reading) => [h("dt", null, metricName(reading.metric)), h("dd", null, shown(reading))]),
      score.length > 0 && [h("dt", null, metricName("score")), h("dd", null, score.map(shown).join(" "))]));
}

/** The first few; the rest by a button. */
function folded(items, tag, name) {
  const list = h(tag, {class: name}, items);
  const rest = items.slice(FIRST);
  for (const each of rest) each.hidden = true;
  const more = rest.length > 0 && h("button", {type: "button", class: "link", onclick: () => {
    for (const each of rest) each.hidden = false;
    more.remove();
    (rest[0].querySelector("a") ?? rest[0]).focus?.();
  }}, t("showAll", {n: items.length}));
  return [list, more];
}
