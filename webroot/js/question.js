// The question in words: a condition, the sentence that the answer begins with, and the question without one of its parts.

import {changed} from "./address.js";
import {metricName, separated} from "./figures.js";
import {counted, english, t, t2} from "./words.js";

/** Whether the question as understood asks for just this value of a dimension. */
export function asksFor(q, dimension, value) {
  const filters = q.filters ?? {};
  if (dimension === "kind") return q.kinds?.length === 1 && q.kinds[0] === value;
  if (dimension === "region") return filters.region?.code === value;
  if (dimension === "year") return filters.year?.length === 1 && String(filters.year[0]) === value;
  if (dimension === "institution") return filters.institution?.length === 1 && filters.institution[0] === value;
  if (dimension === "grade") return (q.where ?? []).some((clause) => clause.metric === "grade" && clause.value === value);
  return filters[dimension] === value;
}

/** The state that asks the same without this: the filter emptied, or the words taken out of the sentence. */
export function without(state, words, parameter) {
  if (parameter && state[parameter] && state[parameter] !== "relevance") return changed(state, {[parameter]: null});
  if (parameter) return changed(state, {[parameter]: parameter === "sort" ? "relevance" : ""});
  const sentence = state.q ?? "";
  const word = words.find((each) => each && sentence.includes(each));
  if (!word) return null;
  const rest = sentence.replace(word, " ").replace(/\s+/g, " ").trim()
    .replace(/^(的|且|并|和|与|、|，|,|with|and|of)\s*/i, "").replace(/\s*(的|且|并|和|与|、|，|,|with|and|of|in)$/i, "")
    .replace(/ (?=[\u4e00-\u9fff])/g, "");
  return changed(state, {q: rest});
}

/** A clause in words: 执行率低于 60%. */
export function said(clause) {
  if (clause.any) return clause.any.map(said).join(` ${t("or")} `);
  if (clause.not) return `${t("contrary")} ${said(clause.not)}`;
  const metric = metricName(clause.metric);
  const op = t2("ops", clause.op);
  const gap = english() ? " " : "";
  if (clause.other) return `${metric}${gap}${op}${gap}${metricName(clause.other.metric)}`;
  return `${metric}${gap}${op} ${amount(clause)}`;
}

export function amount(clause) {
  const unit = clause.unit ?? "";
  const one = (value) => separated(String(value)) + (unit && !/^[%％]/.test(unit) ? ` ${unit}` : unit);
  if (clause.op === "between" && Array.isArray(clause.value)) {
    return clause.value.map(one).join(english() ? " and " : " 到 ") + (english() ? "" : " 之间");
  }
  return Array.isArray(clause.value) ? clause.value.map(one).join(` ${t("or")} `) : one(clause.value);
}

/** The sentence that the answer begins with: 7 个项目的执行率低于 60%. */
export function sentence(total, q) {
  const plain = unordered(total, q);
  if (!q.sort || !q.limit || total === 0) return plain;
  const [metric, direction] = q.sort.split(" ");
  return t("ordered", {thing: plain, metric: metricName(metric), direction: t(direction)});
}

function unordered(total, q) {
  const kind = (q.kinds ?? []).length === 1 ? q.kinds[0] : "any";
  const about = q.about ?? [];
  const where = (q.where ?? []).map(said);
  if (english()) {
    const start = total === 0 ? `No ${counted(2, kind).replace(/^2 /, "")}` : counted(total, kind);
    return start + (about.length ? ` about ${about.join(", ")}` : "") + (where.length ? ` with ${where.join(", ")}` : "")
      + ((q.terms ?? []).length ? ` mentioning ${q.terms.join(" ")}` : "");
  }
  const number = counted(total, kind);
  const [measure, noun] = [/ (.)/.exec(number)[1], number.replace(/^.* ./, "")];
  const thing = about.join("、") + noun;
  const start = total === 0 ? `没有${thing}` : `${total.toLocaleString("en-US")} ${measure}${thing}`;
  const terms = (q.terms ?? []).length ? `提到${q.terms.map((word) => `“${word}”`).join("")}` : "";
  return start + (where.length ? "的" + where.join("、") : "") + (where.length && terms ? "，" : "") + terms;
}
