// One metric over many publishers: a table whose rows carry their bars. What cannot be compared is said first.

import {compareUrl, disclosureUrl, framesUrl} from "./address.js";
import {h} from "./dom.js";
import {anchorOf, cellOf, metricName, metricsKnown, separated, shown} from "./figures.js";
import {moved} from "./money.js";
import {ofSubject, subjects} from "./subjects.js";
import {t, t2} from "./words.js";

const METRIC = "expenditure";
const OF_SUBJECT = "executed";
const INSTITUTIONS = ["街道", "乡镇", "开发区", "学校", "高校", "中小学", "幼儿园", "医疗机构", "医院", "卫生院", "公安", "派出所", "法院", "检察院"];
const PARTED = "|";
const SVG = "http://www.w3.org/2000/svg";
const WIDE = 100;
const FIRST = 100;

/** What the page shows, asked for together: the figures, and what there is to choose from. */
export async function compareData(asked, ask) {
  const state = {...asked, metric: asked.metric ?? (asked.subject ? OF_SUBJECT : METRIC)};
  const {metric, subject, only, ...filters} = state;
  const [all, coverage, lines] = await Promise.all([
    subject ? ofSubject(state, filters, ask) : ask(`/api/frames/${encodeURIComponent(metric)}`, filters).then((answer) => answer.frames),
    ask("/api/coverage", {}), ask("/api/search", {...filters, kind: "line", size: "0"})]);
  const chosen = only?.split(PARTED);
  const frames = chosen ? all.filter((frame) => chosen.includes(frame.disclosure.publisher)) : all;
  return {state, frames, coverage, subjects: lines.facets.subject ?? []};
}

export function compare({state, frames, coverage, subjects: known}, go) {
  return h("div", {class: "compare"},
    h("h1", {id: "sum", tabindex: -1}, title({state, frames, subjects: known})),
    choices(state, coverage, go),
    cautions(frames).map((said) => h("p", {class: "caution"}, said)),
    h("div", {class: "columns"},
      h("aside", {class: "facets", "aria-label": t("subject")}, subjects(state, known)),
      h("div", {class: "answer"}, frames.length === 0
        ? h("p", {class: "nothing"}, t("nothingToCompare", {metric: metricName(state.metric)}))
        : [table(state, frames), choosing(state, frames, go), exporting(state)])));
}

export function title({state, frames, subjects: known}) {
  const subject = state.subject && (known.find((each) => each.value === state.subject)?.path.at(-1).replace(/^\d+ /, "") ?? state.subject);
  const one = frames.length === 1 ? "One" : "";
  if (frames.length === 0) return subject ? `${subject} · ${metricName(state.metric)}` : metricName(state.metric);
  return t((subject ? "compareSubject" : "compareTitle") + one, {n: frames.length.toLocaleString("en-US"), metric: metricName(state.metric), subject});
}

/** Narrows the comparison to the publishers that are ticked, or takes that off again. */
function choosing(state, frames, go) {
  if (state.only) return h("p", {class: "choosing"}, h("a", {href: compareUrl({...state, only: undefined})}, t("allPublishers")));
  if (frames.length < 3) return null;
  return h("p", {class: "choosing"}, h("button", {type: "button", onclick: () => {
    const ticked = [...document.querySelectorAll(".compare tbody input:checked")].map((input) => input.value);
    if (ticked.length > 0) go(compareUrl({...state, only: ticked.join(PARTED)}));
  }}, t("onlyTicked")));
}

/** All figures as a file; those of a subject are among the results of a search. */
function exporting(state) {
  const {metric, subject, only, ...filters} = state;
  if (subject || only) return null;
  const link = (format, name) => [" ", h("a", {href: framesUrl(metric, {...filters, format}), download: true}, name)];
  return h("p", {class: "choosing"}, t("export"), link("csv", "CSV"), link("xlsx", "Excel"), link("jsonl", "JSON Lines"));
}

function choices(state, coverage, go) {
  const chosen = (name) => (event) => go(compareUrl({...state, [name]: event.target.value || undefined}));
  const select = (name, options) => h("label", null, h("span", null, t(name)), h("select", {onchange: chosen(name)}, options.map(([value, text]) => h("option", {value, selected: value === (state[name] ?? "")}, text))));
  const metrics = [...metricsKnown().values()].filter((each) => each.quantity !== "grade" && !each.id.includes("_change")).map((each) => [each.id, metricName(each.id)]);
  const regions = coverage.regions.map(({value, name, count}) => [value, `${name} (${count})`]);
  if (state.region && !regions.some(([value]) => value === state.region)) regions.push([state.region, state.region]);
  const years = [...coverage.years].reverse().filter(({count}) => count > 0).map(({value, count}) => [value, `${value} (${count})`]);
  return h("form", {class: "choices", onsubmit: (event) => event.preventDefault()},
    select("metric", metrics), select("region", [["", t("anywhere")], ...regions]), select("year", [["", t("latest")], ...years]),
    select("institution", [["", t("anyInstitution")], ...INSTITUTIONS.map((each) => [each, t2("institutions", each)])]),
    select("caliber", [["", t("anyCaliber")], ["部门", "部门"], ["单位", "单位"], ["本级", "本级"]]));
}

/** Figures of different years, of different circles or of different kinds of document are no equals. */
function cautions(frames) {
  const said = [];
  const of = (name) => new Set(frames.map((frame) => frame.disclosure[name]).filter(Boolean));
  const calibers = of("caliber");
  const years = of("year");
  const types = of("type");
  if (calibers.size > 1) said.push(t("mixedCalibers", {list: [...calibers].join("、")}));
  if (years.size > 1) said.push(t("mixedYears", {list: [...years].sort().join("、")}));
  if (types.size > 1) said.push(t("mixedTypes", {list: [...types].join("、")}));
  if (frames.some((frame) => frame.reading.basis !== "table")) said.push(t("mixedBases"));
  return said;
}

function table(state, frames) {
  const ends = frames.map((frame) => frame.value);
  const most = Math.max(0, ...ends);
  const least = Math.min(0, ...ends);
  const unit = unitFor(frames);
  const tick = !state.only && frames.length > 2;
  const rows = frames.map((frame) => row(frame, least, most, unit, tick));
  rows.slice(FIRST).forEach((each) => each.hidden = true);
  const more = rows.length > FIRST && h("button", {type: "button", class: "link", onclick: () => {
    rows.forEach((each) => each.hidden = false);
    more.remove();
  }}, t("showAll", {n: rows.length}));
  const name = metricName(state.metric);
  return [h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": name}, h("table", null,
    h("thead", null, h("tr", null, [t("rank"), t("publisher"), unit ? `${name} (${unit})` : name, t("bar"), t("percentile"), t("year"), t("caliber"), t("basis")].map((head, i) =>
      h("th", {scope: "col", class: i === 3 ? "bar" : i === 0 || i === 2 || i === 4 ? "n" : null}, i === 3 ? h("span", {class: "unseen"}, head) : head)))),
    h("tbody", null, rows))), more];
}

/** Sums of many sizes are read best in one unit. */
function unitFor(frames) {
  if (frames.some((frame) => frame.reading.unit !== "元")) return "";
  return Math.max(...frames.map((frame) => Math.abs(frame.value))) >= 1e4 ? "万元" : "元";
}

function row(frame, least, most, unit, tick) {
  const d = frame.disclosure;
  const to = cellOf(frame.reading.source) ?? anchorOf(frame.reading.source) ?? `e-${frame.entryId}`;
  const figure = unit ? separated(moved(frame.value, unit) ?? String(frame.value)) : shown(frame.reading);
  return h("tr", null,
    h("td", {class: "n"}, frame.rank),
    h("th", {scope: "row"}, tick && d.publisher && h("input", {type: "checkbox", value: d.publisher, "aria-label": t("tick", {what: d.publisher})}), d.publisher ?? d.title, h("span", {class: "quiet"}, (d.region ?? []).slice(-1)), d.regionCode?.startsWith("99") && h("span", {class: "tag"}, t("sample"))),
    h("td", {class: "n"}, h("a", {href: disclosureUrl(d.id, to)}, figure)),
    h("td", {class: "bar"}, bar(frame.value, least, most)),
    h("td", {class: "n"}, Math.round(frame.percentile)),
    h("td", null, d.year ?? t("unknown")), h("td", null, d.caliber ?? t("unknown")), h("td", null, t(frame.reading.basis)));
}

function bar(value, least, most) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDE} 10`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const scale = WIDE / (most - least || 1);
  const rect = document.createElementNS(SVG, "rect");
  for (const [name, n] of Object.entries({x: (Math.min(0, value) - least) * scale, y: 0, width: Math.max(0.4, Math.abs(value) * scale), height: 10})) rect.setAttribute(name, n);
  svg.append(rect);
  return svg;
}
