// A condition in words, as one would type it: 执行率低于60%.

import {metricsKnown} from "./figures.js";
import {english} from "./words.js";

const ZH = {"<": "低于", "<=": "不超过", ">": "高于", ">=": "不低于", "=": "等于"};
const EN = {"<": "below", "<=": "at most", ">": "above", ">=": "at least", "=": "of"};
const BASES = {table: "表格", narrative: "叙述", computed: "重新计算的"};
const CHANGE = "_change";

/** Wordings of a condition, the likeliest to be understood first; in English the Chinese ones serve where none is. */
export function phrases(wanted) {
  return english() ? [...inEnglish(wanted), ...inChinese(wanted)] : inChinese(wanted);
}

function inChinese({metric, op, value, unit}) {
  const [id, basis] = metric.split(".");
  const names = metricsKnown().get(id)?.chinese ?? [id];
  const changes = id.endsWith(CHANGE) && !Array.isArray(value) ? [change(id, op, value, unit)] : [];
  return [...changes, ...names.map((name) => (BASES[basis] ?? "") + name + predicate(op, value, unit))];
}

function predicate(op, value, unit) {
  return op === "between" ? `在${value[0]}${unit}到${value[1]}${unit}之间` : `${ZH[op]}${value}${unit}`;
}

/** 机关运行经费比上年下降超过50%. */
function change(id, op, value, unit) {
  const name = metricsKnown().get(id.slice(0, -CHANGE.length))?.chinese[0] ?? id;
  const mirrored = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="};
  const how = value < 0 ? mirrored[op] : op;
  return `${name}比上年${value < 0 ? "下降" : "增长"}${ZH[how].replace("高于", "超过")}${Math.abs(value)}${unit}`;
}

function inEnglish({metric, op, value, unit}) {
  const [id, basis] = metric.split(".");
  if (basis) return [];
  const names = metricsKnown().get(id)?.english ?? [];
  const figure = (number) => `${number}${unit === "分" || unit === "倍" ? "" : unit}`;
  return names.map((name) => op === "between"
    ? `${name} between ${figure(value[0])} and ${figure(value[1])}`
    : `${name} ${EN[op]} ${figure(value)}`);
}
