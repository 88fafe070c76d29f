// The first page: six questions to start with, and what is covered.

import {disclosureUrl, searchUrl} from "./address.js";
import {h} from "./dom.js";
import {english, t} from "./words.js";

const ZH = ["执行率低于60%的项目", "执行率低于60%的消费券项目", "自评得分低于90分的项目", "2023年决算数超过1000万元的教育支出科目", "“三公”经费增长超过10%的部门", "执行率最低的10个项目"];
const EN = ["projects with execution rate below 60%", "consumption voucher projects with execution rate below 60%", "projects with score below 90", "项目 with grade 差", "budget lines with executed over 1000万元 in 2023", "10 projects with the lowest execution rate"];

export function home(listed, everything) {
  const files = listed.files ?? {};
  const shown = listed.disclosures ?? [];
  return [h("div", {class: "home"},
    h("h1", {class: "tagline", id: "sum", tabindex: -1}, t("tagline")),
    h("section", null, h("h2", null, t("examples")),
      h("ul", {class: "examples"}, (english() ? EN : ZH).map((q) => h("li", null, h("a", {href: searchUrl({q})}, q))))),
    h("section", null, h("h2", null, t("covered")),
      listed.total === 0 ? h("p", null, t("nothingIndexed")) : [
        h("p", {class: "lead"}, t("coveredCounts", {d: number(listed.total), e: number(everything.total)})),
        h("p", {class: "quiet"}, t("coveredFiles", {read: number(files.read), empty: number(files.empty), failed: number(files.failed)})),
        h("dl", {class: "cover"}, ["region", "year", "type"].map((dimension) => coverage(everything.facets?.[dimension] ?? [], dimension)))]),
    shown.length > 0 && h("section", null, h("h2", null, t("newest")),
      h("ul", {class: "list"}, shown.map((d) => h("li", null,
        h("a", {href: disclosureUrl(d.id)}, d.title), " ",
        h("span", {class: "quiet"}, [d.publisher, (d.region ?? []).join(""), d.year, d.type].filter(Boolean).join(" · "),
          d.regionCode?.startsWith("99") && h("span", {class: "tag"}, t("sample")))))),
      listed.total > shown.length && h("p", {class: "quiet"}, `+ ${number(listed.total - shown.length)}`)))];
}

function coverage(counts, dimension) {
  const top = counts.filter((count) => count.path.length === 1).slice(0, 10);
  if (top.length === 0) return null;
  return [h("dt", null, t(dimension)), h("dd", null, top.map((count) =>
    h("a", {href: searchUrl({[dimension]: count.value})}, count.path[0], " ", h("span", null, number(count.count)))))];
}

function number(n) {
  return (n ?? 0).toLocaleString("en-US");
}
