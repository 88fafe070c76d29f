// One subject over many publishers: the tree of subjects (类, 款, 项) and the figures of their lines.

import {compareUrl} from "./address.js";
import {h} from "./dom.js";
import {twister, walk} from "./tree.js";
import {t} from "./words.js";

const MOST = "100";
/** The line of a subject stands in several tables; the one of all expenditure says the most. */
const FORMS = ["expenditure", "general_expenditure", "appropriation_total"];

/** Functions are numbered from 201; below 301 stand economic classes, of another tree. */
const FUNCTIONS = /^2/;

/** The tree to drill into; a subject leads to the comparison of its lines. */
export function subjects(state, all) {
  const known = all.filter((each) => FUNCTIONS.test(each.value));
  if (known.length === 0) return null;
  const wide = matchMedia("(min-width: 821px)").matches;
  const rows = new Map(known.map((each) => [each.path.join("\n"), {...each, below: []}]));
  const top = [];
  for (const row of [...rows.values()].sort((a, b) => a.value.localeCompare(b.value))) {
    (rows.get(row.path.slice(0, -1).join("\n"))?.below ?? top).push(row);
  }
  return h("details", {open: wide}, h("summary", null, t("subject")),
    h("div", {class: "tree"}, h("h2", null, t("subject")), branch(state, top, walk)),
    state.subject && h("p", {class: "all"}, h("a", {href: compareUrl({...state, subject: undefined, metric: undefined})}, t("wholePublishers"))));
}

function branch(state, rows, onkeydown) {
  return h("ul", {onkeydown}, rows.map((row) => {
    const on = state.subject === row.value;
    const open = state.subject?.startsWith(row.value) ?? false;
    const below = row.below.length > 0 && branch(state, row.below, null);
    if (below) below.hidden = !open;
    return h("li", null, h("div", null, below && twister(t("below", {what: row.path.at(-1)}), open),
      h("a", {href: compareUrl({...state, subject: row.value, metric: state.subject ? state.metric : undefined, only: undefined}), "aria-current": on ? "true" : null},
        h("span", {class: "name"}, row.path.at(-1)))), below);
  }));
}

/** The lines of one subject as frames: one a publisher, of its latest year, ranked. */
export async function ofSubject({metric, subject}, filters, ask) {
  const {hits} = await ask("/api/search", {...filters, kind: "line", subject, sort: `${metric} desc`, size: MOST});
  const best = new Map();
  for (const hit of hits) {
    const reading = hit.subject?.code === subject && hit.readings.find((each) => each.metric === metric && each.value !== null && each.stage !== "prior");
    if (!reading) continue;
    const frame = {disclosure: hit.disclosure, entryId: hit.id, reading, value: reading.value, form: hit.table?.form};
    const key = hit.disclosure.publisher ?? hit.disclosure.id;
    const other = best.get(key);
    if (!other || order(frame) > order(other)) best.set(key, frame);
  }
  const frames = [...best.values()].sort((a, b) => b.value - a.value);
  const at = (test) => frames.filter(test).length;
  return frames.map((frame) => ({...frame, rank: at((other) => other.value > frame.value) + 1,
    percentile: at((other) => other.value <= frame.value) / frames.length * 100}));
}

/** The later year first, then the better table. */
function order({disclosure, form}) {
  const place = FORMS.indexOf(form);
  return (disclosure.year ?? 0) * 10 - (place < 0 ? FORMS.length : place);
}
