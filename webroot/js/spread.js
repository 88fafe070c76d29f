// Where the figures that were asked for lie among the others of their kind: bars, and a threshold that can be dragged or moved by arrow keys.

import {get} from "./api.js";
import {fill, h} from "./dom.js";
import {rewrite} from "./edit.js";
import {metricName, separated} from "./figures.js";
import {moved} from "./money.js";
import {english, t, t2} from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 80;
const BAR = 10;
const STEPS = 5;
const LEAST_HEIGHT = 1.5;
const UNITS = {元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8};

/** The bars of the first condition, in a place that is kept free for them; null where nothing is asked of a figure. */
export function spread(asking) {
  const clause = (asking.answer.interpretation.where ?? []).find((each) => each.metric && !each.other && each.metric !== "grade");
  if (!clause || asking.answer.interpretation.where[0] !== clause) return null;
  const place = h("figure", {class: "spread", "aria-label": t("spread", {metric: metricName(clause.metric)})});
  const {page, sort, ...state} = asking.state;
  get("/api/histogram", state).then((answer) => {
    const bins = answer.metric === clause.metric ? joined(answer) : [];
    if (bins.length < 2) place.remove();
    else fill(place, drawn(bins, answer.quantity, clause, asking));
  }, () => place.remove());
  return place;
}

/** Money begins with nothing: empty steps between it and the first sum are one. */
function joined({bins, quantity}) {
  if (quantity === "rate" || quantity === "score") return bins;
  const kept = [];
  for (const bin of bins) {
    const last = kept.at(-1);
    if (last && last.low === 0 && bin.count === 0) last.high = bin.high;
    else kept.push({...bin});
  }
  return kept;
}

function drawn(bins, quantity, clause, asking) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${bins.length * BAR} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.sqrt(Math.max(...bins.map((bin) => bin.count)));
  const bars = bins.map((bin, i) => {
    const tall = bin.count === 0 ? 0 : Math.max(LEAST_HEIGHT, Math.sqrt(bin.count) / most * HEIGHT);
    const bar = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({x: i * BAR + 0.6, y: HEIGHT - tall, width: BAR - 1.2, height: tall})) bar.setAttribute(name, value);
    const title = document.createElementNS(SVG, "title");
    title.textContent = `${said(bin.low, clause)} – ${said(bin.high, clause)}: ${bin.count.toLocaleString("en-US")}`;
    bar.append(title);
    svg.append(bar);
    return bar;
  });
  const light = (meets) => bars.forEach((bar, i) => bar.classList.toggle("in", meets(bins[i])));
  // A last bin of nothing but 100% is five wide to be seen.
  const end = quantity === "rate" && bins.at(-1).low === 100 && bins.at(-1).high === 105 ? 100 : bins.at(-1).high;
  const axis = h("p", {class: "axis", "aria-hidden": "true"}, h("span", null, said(bins[0].low, clause)), h("span", null, said(bins[Math.floor(bins.length / 2)].low, clause)), h("span", null, said(end, clause)));
  const single = ["<", "<=", ">", ">="].includes(clause.op) && asking.state.q?.includes(clause.text);
  light((bin) => meets(bin, clause));
  return [h("div", {class: "bars"}, svg, single && handle(bins, clause, asking, light)), axis];
}

/** The threshold: its place is a bin and the part of it that lies below. */
function handle(bins, clause, asking, light) {
  const below = clause.op.startsWith("<");
  const shown = h("output", null);
  const input = h("input", {type: "range", min: 0, max: bins.length, step: 1 / STEPS, "aria-label": t("threshold", {metric: metricName(clause.metric)})});
  const show = () => {
    const value = valueAt(bins, Number(input.value), clause);
    const count = bins.filter((bin) => below ? bin.high <= value : bin.low >= value).reduce((sum, bin) => sum + bin.count, 0);
    light((bin) => meets(bin, {...clause, value: value / factor(clause)}));
    fill(shown, `${t2("ops", clause.op)} ${said(value, clause)}`);
    input.setAttribute("aria-valuetext", `${said(value, clause)}${english() ? ", " : "，"}${t("roughly")} ${count.toLocaleString("en-US")}`);
    shown.style.left = `${Number(input.value) / bins.length * 100}%`;
    shown.classList.toggle("late", Number(input.value) > bins.length / 2);
  };
  input.value = placeOf(bins, clause.value * factor(clause));
  show();
  input.addEventListener("input", show);
  input.addEventListener("change", () => rewrite(asking, clause, {metric: clause.metric, op: clause.op, value: valueAt(bins, Number(input.value), clause) / factor(clause), unit: clause.unit}));
  return [input, shown];
}

function placeOf(bins, value) {
  const at = bins.findIndex((bin) => value < bin.high);
  if (at < 0) return bins.length;
  return at + Math.max(0, (value - bins[at].low) / (bins[at].high - bins[at].low));
}

/** The figure at a place, as round as a person would say it. */
function valueAt(bins, place, clause) {
  const at = Math.min(Math.floor(place), bins.length - 1);
  const exact = bins[at].low + (place - at) * (bins[at].high - bins[at].low);
  return factor(clause) === 1 && clause.unit !== "元" ? Math.round(exact) : Number(exact.toPrecision(2));
}

function factor(clause) {
  return UNITS[clause.unit] ?? 1;
}

function meets(bin, clause) {
  const [value, upper] = [clause.value].flat().map((each) => each * factor(clause));
  if (clause.op === "<" || clause.op === "<=") return bin.low < value;
  if (clause.op === ">" || clause.op === ">=") return bin.high > value;
  if (clause.op === "between") return bin.high > value && bin.low <= upper;
  return bin.low <= value && value < bin.high;
}

/** A figure in the unit of the condition. */
function said(value, clause) {
  const money = clause.unit in UNITS;
  const unit = money ? (value >= 1e8 ? "亿元" : value >= 1e4 ? "万元" : "元") : clause.unit;
  const digits = separated(money ? moved(Math.round(value), unit) ?? String(value) : String(Math.round(value * 100) / 100));
  return unit === "" || /^%/.test(unit) ? digits + unit : `${digits} ${unit}`;
}
