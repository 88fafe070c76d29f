// A publisher's figures over its years: a small line chart a metric, and the same as a table. A year without a disclosure is a gap that is named.

import {disclosureUrl} from "./address.js";
import {get, metrics} from "./api.js";
import {fill, h} from "./dom.js";
import {anchorOf, cellOf, metricName, name as nameMetrics, separated, shown} from "./figures.js";
import {moved} from "./money.js";
import {t} from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 280;
const HIGH = 132;
const LEFT = 26;
const TOP = 26;
const BOTTOM = 26;
const FIRST = 6;
const MOST_LABELLED = 5;

/** What one looks at first; what is not among them comes after, a change or a share not at all. */
const ORDER = ["expenditure", "project_expenditure", "basic_expenditure", "three_public", "reception", "vehicle", "overseas_travel", "operating_funds", "procurement",
  "execution_rate", "completion_rate", "carryover", "revenue", "fiscal_appropriation", "personnel", "public_funds"];
const NONE = /_change|^share$|^weight$/;

/** The charts, drawn when they are first asked for. */
export function series(d) {
  const place = h("div", {class: "charts", "aria-live": "polite"});
  return h("details", {class: "series", ontoggle: (event) => {
    if (event.currentTarget.open && place.childElementCount === 0) draw(d, place);
  }}, h("summary", null, t("overYears")), place);
}

async function draw(d, place) {
  fill(place, h("p", {class: "quiet"}, t("loading")));
  try {
    const asked = Object.fromEntries(Object.entries({publisher: d.publisher, type: d.type, caliber: d.caliber}).filter(([, value]) => value));
    const [answer, registry] = await Promise.all([get("/api/series", asked), metrics()]);
    nameMetrics(registry);
    fill(place, drawn(d, answer));
  } catch (error) {
    fill(place, h("p", {class: "quiet"}, t("failed"), " ", error.message ?? ""));
  }
}

function drawn(d, {years, missing, series: all}) {
  const rank = (metric) => ORDER.includes(metric) ? ORDER.indexOf(metric) : ORDER.length;
  const lines = all.filter(({metric}) => !NONE.test(metric)).sort((a, b) => rank(a.metric) - rank(b.metric));
  if (lines.length === 0) return h("p", {class: "quiet"}, t("noSeries"));
  const charts = lines.map((line) => chart(line, years, missing));
  charts.slice(FIRST).forEach((each) => each.hidden = true);
  const more = charts.length > FIRST && h("button", {type: "button", class: "link", onclick: () => {
    charts.forEach((each) => each.hidden = false);
    more.remove();
    charts[FIRST].querySelector("a")?.focus();
  }}, t("allCharts", {n: charts.length}));
  return [
    h("p", {class: "quiet"}, t("seriesOf", {what: [d.type, d.caliber].filter(Boolean).join(" · ")}), missing.length > 0 && ` ${t("seriesGap", {years: missing.join("、")})}`),
    h("div", {class: "grid"}, charts), more,
    h("details", {class: "fold"}, h("summary", null, t("asTable")), table(lines, years)),
  ];
}

/** From nothing up: a line that begins at its least figure makes much of little. */
function chart({metric, unit, points}, years, missing) {
  const most = Math.max(...points.map(({reading}) => reading.value), 0);
  const least = Math.min(...points.map(({reading}) => reading.value), 0);
  const x = (year) => years.length === 1 ? WIDE / 2 : LEFT + (year - years[0]) / (years.length - 1) * (WIDE - 2 * LEFT);
  const y = (value) => TOP + (most - value) / (most - least || 1) * (HIGH - TOP - BOTTOM);
  const said = inOne(points, unit);
  const svg = s("svg", {viewBox: `0 0 ${WIDE} ${HIGH}`, role: "group", "aria-label": metricName(metric)});
  svg.append(s("line", {class: "base", x1: LEFT - 14, x2: WIDE - LEFT + 14, y1: y(0), y2: y(0)}));
  for (const year of missing) {
    svg.append(s("line", {class: "gap", x1: x(year), x2: x(year), y1: TOP, y2: y(0)}), s("text", {class: "gap", x: x(year), y: (TOP + y(0)) / 2}, t("missing")));
  }
  for (const run of runs(points)) svg.append(s("polyline", {points: run.map((point) => `${x(point.year)},${y(point.reading.value)}`).join(" ")}));
  const crowded = years.length > MOST_LABELLED;
  points.forEach((point, i) => svg.append(dot(point, x(point.year), y(point.reading.value), said(point), !crowded || i === 0 || i === points.length - 1)));
  years.forEach((year, i) => {
    if (!crowded || i === 0 || i === years.length - 1) svg.append(s("text", {class: missing.includes(year) ? "year gap" : "year", x: x(year), y: HIGH - 6}, year));
  });
  return h("figure", {class: "chart"}, h("figcaption", null, h("b", null, metricName(metric)), " ", h("i", null, said.unit)), svg);
}

/** A point leads to its cell. */
function dot({year, disclosure, entryId, reading}, x, y, text, labelled) {
  const link = s("a", {href: disclosureUrl(disclosure, to(reading, entryId)), "aria-label": `${year}: ${shown(reading)}`});
  link.append(s("circle", {class: "hold", cx: x, cy: y, r: 13}), s("circle", {class: "dot", cx: x, cy: y, r: 3.5}), s("title", {}, `${year}: ${shown(reading)}`));
  if (labelled) link.append(s("text", {x, y: y - 8}, text));
  return link;
}

function to(reading, entryId) {
  return cellOf(reading.source) ?? anchorOf(reading.source) ?? `e-${entryId}`;
}

/** No line is drawn through a year that is missing. */
function runs(points) {
  const found = [];
  for (const point of points) {
    if (found.at(-1)?.at(-1).year === point.year - 1) found.at(-1).push(point);
    else found.push([point]);
  }
  return found.filter((run) => run.length > 1);
}

/** How the figures of a line are written: sums in one unit, which stands above it. */
function inOne(points, unit) {
  const money = unit === "元";
  const zeros = money && Math.max(...points.map(({reading}) => Math.abs(reading.value))) >= 1e4 ? "万元" : unit;
  const said = ({reading}) => money ? separated(moved(reading.value, zeros) ?? String(reading.value)) : separated(String(reading.value));
  said.unit = money ? zeros : unit || points[0].reading.printedUnit || "";
  return said;
}

function table(lines, years) {
  return h("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": t("overYears")}, h("table", {class: "over-years"},
    h("thead", null, h("tr", null, h("th", {scope: "col"}, t("metric")), years.map((year) => h("th", {scope: "col", class: "n"}, year)))),
    h("tbody", null, lines.map(({metric, unit, points}) => {
      const said = inOne(points, unit);
      return h("tr", null, h("th", {scope: "row"}, metricName(metric), " ", h("i", null, said.unit)), years.map((year) => {
        const point = points.find((each) => each.year === year);
        return h("td", {class: "n"}, point ? h("a", {href: disclosureUrl(point.disclosure, to(point.reading, point.entryId))}, said(point)) : h("span", {class: "quiet"}, t("missing")));
      }));
    }))));
}

function s(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
