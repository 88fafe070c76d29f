// The first page: six questions that have answers here, what is covered and what is not, what is new.

import {disclosureUrl, searchUrl} from "./address.js";
import {h} from "./dom.js";
import {shown} from "./figures.js";
import {t, t2} from "./words.js";

const MOST_REGIONS = 12;

/** What the page shows, asked for together. */
export async function homeData(ask) {
  const [coverage, listed, examples, findings] = await Promise.all([
    ask("/api/coverage", {}), ask("/api/disclosures", {size: "6"}), ask("/api/examples", {lang: t("language")}), newestFindings(ask)]);
  return {coverage, listed, examples: examples.examples, findings};
}

/** Of the latest year that has any; without a year they would come from anywhere. */
async function newestFindings(ask) {
  const {facets} = await ask("/api/search", {kind: "finding", size: "0"});
  const latest = (facets.year ?? []).map((each) => each.value).sort().at(-1);
  return latest ? ask("/api/search", {kind: "finding", year: latest, size: "5"}) : {total: 0, hits: []};
}

export function home({coverage, listed, examples, findings}) {
  return h("div", {class: "home"},
    h("h1", {class: "tagline", id: "sum", tabindex: -1}, t("tagline")),
    examples.length > 0 && h("section", null, h("h2", null, t("examples")),
      h("ul", {class: "examples"}, examples.map(({query, count}) => h("li", null, h("a", {href: searchUrl({q: query})}, query), " ", h("i", null, number(count)))))),
    h("section", null, h("h2", null, t("covered")), coverage.disclosures === 0 ? h("p", null, t("nothingIndexed")) : covered(coverage)),
    findings.hits.length > 0 && h("section", null, h("h2", null, t("newestFindings")),
      h("ul", {class: "list"}, findings.hits.map(finding)),
      h("p", {class: "all"}, h("a", {href: searchUrl({kind: "finding"})}, t("allFindings")))),
    listed.disclosures.length > 0 && h("section", null, h("h2", null, t("newest")),
      h("ul", {class: "list"}, listed.disclosures.map(disclosure))));
}

function covered(coverage) {
  const {files} = coverage;
  return [
    h("p", {class: "lead"}, t("coveredCounts", {d: number(coverage.disclosures), p: number(coverage.publishers), e: number(files.entries)})),
    h("dl", {class: "cover"},
      h("dt", null, t("year")), h("dd", null, coverage.years.map(({value, count}) => count > 0
        ? h("span", {class: "covered"}, h("a", {href: searchUrl({year: value})}, value), " ", h("i", null, number(count)))
        : h("span", {class: "missing"}, value, " ", h("i", null, t("missing"))))),
      counts("region", coverage.regions.slice(0, MOST_REGIONS)), counts("type", coverage.types)),
    coverage.gapsTotal > 0 && h("details", {class: "fold"}, h("summary", null, t("gaps", {n: number(coverage.gapsTotal)})),
      h("ul", {class: "list"}, coverage.gaps.map(({publisher, missing}) => h("li", null, h("a", {href: searchUrl({publisher})}, publisher), " ", h("span", {class: "quiet"}, t("lacks", {years: missing.join("、")})))))),
    coverage.unreadTotal > 0 && h("details", {class: "fold"}, h("summary", null, t("unread", {failed: number(files.failed), empty: number(files.empty)})),
      h("ul", {class: "list"}, coverage.unread.map(({file, reason}) => h("li", null, file, " ", h("span", {class: "quiet"}, why(reason)))),
        coverage.unreadTotal > coverage.unread.length && h("li", {class: "quiet"}, t("andMore", {n: number(coverage.unreadTotal - coverage.unread.length)})))),
  ];
}

function counts(dimension, list) {
  if (list.length === 0) return null;
  return [h("dt", null, t(dimension)), h("dd", null, list.map(({value, name, count}) =>
    h("span", {class: "covered"}, h("a", {href: searchUrl({[dimension]: value})}, name), " ", h("i", null, number(count)))))];
}

/** ENCRYPTED: it opens with a password only → 加密；it opens …: the word in the reader's language, the rest as logged. */
function why(reason) {
  const [word, ...rest] = (reason ?? "").split(": ");
  return [t2("reasons", word), ...rest].join(" · ");
}

function finding(entry) {
  const d = entry.disclosure;
  const [first, second] = entry.readings.filter((reading) => reading.raw);
  return h("li", null,
    h("span", {class: "tag look"}, t2("rules", (entry.rule ?? "").split("/")[0])),
    h("a", {href: disclosureUrl(d.id, `e-${entry.id}`)}, entry.name), " ",
    first && second && first.unit === second.unit && h("span", {class: "versus"}, shown(first), " ", h("b", null, "≠"), " ", shown(second)),
    h("span", {class: "quiet"}, [d.publisher ?? d.title, d.year && t("yearOf", {n: d.year})].filter(Boolean).join(" · ")));
}

function disclosure(d) {
  return h("li", null, h("a", {href: disclosureUrl(d.id)}, d.title), " ",
    h("span", {class: "quiet"}, [d.publisher, (d.region ?? []).join(""), d.year && t("yearOf", {n: d.year}), d.type].filter(Boolean).join(" · "),
      d.regionCode?.startsWith("99") && h("span", {class: "tag"}, t("sample"))));
}

function number(n) {
  return (n ?? 0).toLocaleString("en-US");
}
