// The answer: tabs by kind, the sentence, the facets, the hits, the pages.

import {changed, exportUrl, homeUrl, searchUrl} from "./address.js";
import {saveLink} from "./alerts.js";
import {h} from "./dom.js";
import {facets} from "./facets.js";
import {metricName} from "./figures.js";
import {hit} from "./hit.js";
import {money} from "./money.js";
import {sentence} from "./question.js";
import {spread} from "./spread.js";
import {english, t, t2} from "./words.js";

export const SIZE = 20;
const MOST_REACHED = 10000;
const FEW = 3;
const KINDS = ["project", "line", "indicator", "statement", "row", "passage", "finding"];

export function results(asking, files, again) {
  const {state, answer, go} = asking;
  const q = answer.interpretation;
  const counted = q.limit ? Math.min(q.limit, answer.total) : answer.total;
  return h("div", {class: "columns"},
    facets(state, answer),
    h("section", {class: "answer", "aria-labelledby": "sum"},
      tabs(state, answer),
      h("div", {class: "sum"},
        h("h1", {id: "sum", tabindex: -1}, sentence(counted, q)),
        answer.total > 0 && h("div", {class: "tools"}, answer.total > 1 && order(state, answer, go), money(again), exporting(state)), saveLink(state)),
      spread(asking),
      answer.total === 0 && nothing(answer, files),
      answer.total <= FEW && near(answer.near ?? []),
      h("ol", {class: "hits"}, answer.hits.map((each) => hit(each, q))),
      pages(state, counted),
      h("p", {class: "took"}, t("took", {n: answer.tookMillis}))));
}

/** What there is by kind, whichever is shown now. */
function tabs(state, answer) {
  const counts = new Map((answer.facets?.kind ?? []).map((each) => [each.value, each.count]));
  const kinds = answer.interpretation.kinds ?? [];
  const shown = KINDS.filter((kind) => counts.has(kind) || kinds.includes(kind));
  if (shown.length === 0) return null;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const tab = (name, count, kind, on) => h("a", {href: searchUrl(changed(state, {kind})), "aria-current": on ? "page" : null}, name, " ", h("i", null, count.toLocaleString("en-US")));
  return h("nav", {class: "tabs", "aria-label": t("kind")},
    tab(t("all"), all, "", kinds.length === 0),
    shown.map((kind) => tab(t2("kinds", kind), counts.get(kind) ?? 0, kind, kinds.length === 1 && kinds[0] === kind)));
}

/** "Not found" is never to be confused with "not read". */
function nothing(answer, files) {
  const unread = files?.failed + files?.empty > 0;
  const explained = (answer.near ?? []).length > 0 || (answer.interpretation.problems ?? []).length > 0;
  if (explained && !unread) return null;
  return h("div", {class: "nothing"}, !explained && h("p", null, t("nothing"), " ", h("a", {href: homeUrl()}, t("examples"))), unread && h("p", null, t("notRead", {n: files.failed + files.empty})));
}

function near(offered) {
  const questions = offered.filter((each, i) => offered.findIndex((other) => other.query === each.query) === i);
  if (questions.length === 0) return null;
  return h("section", {class: "near"}, h("h2", null, t("near")), h("ul", null, questions.map((each) => h("li", null,
    h("a", {href: searchUrl({q: each.query})}, each.query), " ", h("b", null, t("nearCount", {n: each.count})), " ",
    h("span", null, english() ? each.reasonEnglish : each.reason)))));
}

function order(state, answer, go) {
  const current = answer.interpretation.sort ?? "";
  const options = [h("option", {value: "", selected: current === ""}, t("relevance"))];
  for (const metric of metricsOf(answer)) {
    for (const direction of ["asc", "desc"]) {
      const value = `${metric} ${direction}`;
      options.push(h("option", {value, selected: value === current}, `${metricName(metric)} ${t(direction)}`));
    }
  }
  return h("label", {class: "tool"}, h("span", {class: "unseen"}, t("sortBy")),
    h("select", {onchange: (event) => go(searchUrl(changed(state, {sort: event.target.value || (answer.interpretation.sort ? "relevance" : null)})))}, options));
}

/** What one could sort these hits by: what was asked first, then what they hold. */
function metricsOf(answer) {
  const metrics = new Set();
  if (answer.interpretation.sort) metrics.add(answer.interpretation.sort.split(" ")[0]);
  for (const clause of answer.interpretation.where ?? []) if (clause.metric && clause.metric !== "grade") metrics.add(clause.metric);
  for (const each of answer.hits) {
    for (const reading of each.readings ?? []) if (reading.metric && reading.metric !== "grade") metrics.add(reading.metric);
  }
  return [...metrics].slice(0, 8);
}

/** The whole answer as a file, not only this page. */
function exporting(state) {
  const link = (format, name) => h("li", null, h("a", {href: exportUrl(state, format), download: true}, name));
  return h("details", {class: "menu", onkeydown: (event) => {
    if (event.key !== "Escape") return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary").focus();
  }}, h("summary", null, t("export")), h("ul", null, link("csv", "CSV"), link("xlsx", "Excel"), link("jsonl", "JSON Lines")));
}

function pages(state, total) {
  const last = Math.ceil(Math.min(total, MOST_REACHED) / SIZE);
  const now = Number(state.page ?? 1);
  if (last <= 1) return null;
  return h("nav", {class: "pages", "aria-label": t("pages")},
    now > 1 && h("a", {href: searchUrl(changed(state, {page: now - 1})), rel: "prev"}, "← ", t("previous")),
    h("span", null, t("pageOf", {n: now, m: last})),
    now < last && h("a", {href: searchUrl(changed(state, {page: now + 1})), rel: "next"}, t("next"), " →"),
    now === last && total > MOST_REACHED && h("p", null, t("deep", {n: MOST_REACHED.toLocaleString("en-US")})));
}
