// What each part of the question can be changed to. Conditions live in the sentence: they are rewritten there, so that the box always says what is asked.

import {changed, searchUrl} from "./address.js";
import {ApiError, get} from "./api.js";
import {h} from "./dom.js";
import {metricName, metricsKnown} from "./figures.js";
import {phrases} from "./phrase.js";
import {t, t2} from "./words.js";

const OPS = ["<", "<=", ">", ">=", "=", "between"];
const UNITS = {money: ["元", "万元", "亿元"], rate: ["%"], score: ["分"], multiple: ["倍"], count: [""]};

export function editCondition(asking, clause) {
  const {fields, wanted} = conditionFields(clause);
  return {fields, apply: async () => rewrite(asking, clause, await wanted())};
}

/** Puts another condition in the place of this one. */
export function rewrite(asking, clause, wanted) {
  return rewritten(asking, wanted, (phrase) => asking.state.q.replace(clause.text, phrase));
}

export function addCondition(asking) {
  const {fields, wanted} = conditionFields({metric: "execution_rate", op: "<", value: "", unit: "%"});
  return {fields, apply: async () => rewritten(asking, await wanted(), (phrase) => [asking.state.q, phrase].filter(Boolean).join(" "))};
}

/** The first wording of the condition that is understood as what was chosen. */
async function rewritten({state, go}, wanted, sentenceWith) {
  if (typeof wanted === "string") return wanted;
  for (const phrase of phrases(wanted)) {
    const q = sentenceWith(phrase);
    const {where} = await get("/api/interpret", {q});
    if (where.some((clause) => clause.metric === wanted.metric && clause.op === wanted.op && String(clause.value) === String(wanted.value))) {
      go(searchUrl(changed(state, {q})));
      return null;
    }
  }
  return t("cannotSay");
}

function conditionFields(clause) {
  const [id, basis] = clause.metric.split(".");
  const metric = h("select", {"aria-label": t("metric"), onchange: () => units()}, metricOptions(id));
  const op = h("select", {"aria-label": t("comparison"), onchange: () => second()}, OPS.map((each) => h("option", {value: each, selected: each === clause.op}, t2("ops", each))));
  const values = [clause.value].flat();
  const value = number(t("value"), values[0]);
  value.setAttribute("autofocus", "");
  const upper = number(t("upper"), values[1]);
  const unit = h("select", {"aria-label": t("unitOf")});
  const units = () => {
    const known = UNITS[metricsKnown().get(metric.value)?.quantity] ?? [clause.unit];
    unit.replaceChildren(...known.map((each) => h("option", {value: each, selected: each === (metric.value === id ? clause.unit : "万元")}, each || t("pieces"))));
    unit.disabled = known.length < 2;
  };
  const second = () => {
    upper.hidden = op.value !== "between";
    upper.required = !upper.hidden;
  };
  units();
  second();
  return {
    fields: h("p", {class: "fields"}, metric, op, value, upper, unit),
    wanted: async () => {
      const given = op.value === "between" ? [value.value, upper.value] : [value.value];
      if (given.some((each) => !/^[-−]?\d+(\.\d+)?$/.test(each.trim()))) return t("needNumber");
      const plain = given.map((each) => Number(each.trim().replace("−", "-")));
      return {metric: basis && metric.value === id ? clause.metric : metric.value, op: op.value, value: plain.length > 1 ? plain : plain[0], unit: unit.value};
    },
  };
}

function metricOptions(chosen) {
  const plain = [];
  const changes = [];
  for (const each of metricsKnown().values()) {
    if (each.quantity === "grade" || each.id.endsWith("_change_amount")) continue;
    (each.id.endsWith("_change") ? changes : plain).push(h("option", {value: each.id, selected: each.id === chosen}, metricName(each.id)));
  }
  return [h("optgroup", {label: t("figures")}, plain), h("optgroup", {label: t("changes")}, changes)];
}

function number(name, value) {
  return h("input", {type: "text", inputmode: "decimal", "aria-label": name, placeholder: name, value: value ?? "", required: true, size: 8, autocomplete: "off"});
}

export function editWord({state, go}, word) {
  const input = h("input", {type: "text", "aria-label": t("words"), value: word, maxlength: 100, autocomplete: "off"});
  return {fields: h("p", {class: "fields"}, input), apply: async () => {
    go(searchUrl(changed(state, {q: state.q.replace(word, input.value.trim())})));
    return null;
  }};
}

export function editYears({state, answer, go}, chosen) {
  const counts = [...answer.facets.year ?? []].sort((a, b) => b.value.localeCompare(a.value));
  for (const year of chosen) if (!counts.some((each) => each.value === String(year))) counts.push({value: String(year), count: 0});
  const boxes = counts.map((each) => ({year: each.value, count: each.count, input: h("input", {type: "checkbox", checked: chosen.includes(Number(each.value))})}));
  return {
    fields: h("fieldset", {class: "ticks"}, h("legend", {class: "unseen"}, t("year")), boxes.map(({year, count, input}) => h("label", null, input, " ", year, " ", h("i", null, count.toLocaleString("en-US"))))),
    apply: async () => {
      const years = boxes.filter(({input}) => input.checked).map(({year}) => year).sort();
      go(searchUrl(changed(state, {year: years.length > 0 ? years.join(",") : ""})));
      return null;
    },
  };
}

export function editRegion({state, answer, go}, chosen) {
  const known = answer.facets.region ?? [];
  const input = h("input", {type: "text", list: "regions", "aria-label": t("region"), placeholder: t("regionOr"), value: chosen?.name ?? "", autocomplete: "off"});
  return {
    fields: [h("p", {class: "fields"}, input), h("datalist", {id: "regions"}, known.map((each) => h("option", {value: each.path.at(-1)}, each.path.slice(0, -1).join(""))))],
    apply: async () => {
      const name = input.value.trim();
      const region = known.find((each) => each.path.at(-1) === name)?.value ?? name;
      const next = changed(state, {region});
      try {
        if (region) await get("/api/search", {...next, size: "0"});
      } catch (error) {
        if (error instanceof ApiError && error.parameter === "region") return t("noRegion", {name});
        throw error;
      }
      go(searchUrl(next));
      return null;
    },
  };
}
