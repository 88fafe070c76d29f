// A question becomes an alert: what it would have matched so far, by year, and how it is to be told.

import {FILTERS, asked, language, searchUrl} from "./address.js";
import {understood} from "./chips.js";
import {fill, h} from "./dom.js";
import {emailField, feedField, nameField, readersZone, told, webhookField, whenFields} from "./alerts-form.js";
import {once, pageOf, say, send} from "./alerts-words.js";
import {entryLine} from "./alerts-news.js";

const SVG = "http://www.w3.org/2000/svg";
const LONGEST_NAME = 100;

export async function create(signal) {
  const state = asked();
  const question = {q: state.q ?? "", filters: Object.fromEntries(FILTERS.filter((name) => name in state).map((name) => [name, state[name]]))};
  const preview = await send("POST", "/api/alerts/preview", question, signal);
  const title = say("保存为提醒", "Save as an alert");
  const refusal = say(preview.refusal, preview.refusalEnglish);
  return {
    read: () => understood(preview.interpretation, null),
    nodes: h("div", {class: "home alerts"}, h("h1", {id: "sum", tabindex: -1}, title),
      refusal ? refused(refusal, state) : [soFar(preview), form(question, preview)]),
    title,
  };
}

function refused(refusal, state) {
  return h("section", null, h("p", {class: "alert-problem"}, refusal), h("p", null, h("a", {href: searchUrl(state)}, say("回去修改问题", "Back to the question"))));
}

/** What it would have matched, by fiscal year. */
function soFar({total, years, latest}) {
  const most = Math.max(1, ...years.map((each) => each.count));
  const bar = (count) => {
    const svg = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true"})) svg.setAttribute(name, value);
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({width: (100 * count) / most, height: 8})) rect.setAttribute(name, value);
    svg.append(rect);
    return svg;
  };
  return h("section", {"aria-labelledby": "so-far"},
    h("h2", {id: "so-far"}, say(`到现在为止会有 ${total.toLocaleString("en-US")} 条`, `So far it would have told of ${total.toLocaleString("en-US")}`)),
    h("p", {class: "quiet"}, say("以后新公开的、有改动的、被撤下的，各通知一次。", "From now on you are told once of each that is new, changed or withdrawn.")),
    years.length > 0 && h("table", {class: "by-year"}, h("thead", {class: "unseen"}, h("tr", null, h("th", {scope: "col"}, say("年度", "Year")), h("th", {scope: "col"}, say("条数", "Count")), h("td", null))),
      h("tbody", null, years.map(({year, count}) => h("tr", null, h("th", {scope: "row"}, year), h("td", {class: "n"}, count.toLocaleString("en-US")), h("td", {class: "bar"}, bar(count)))))),
    latest.length > 0 && h("ul", {class: "list"}, latest.map((entry) => h("li", null, entryLine(entry)))));
}

function form(question, {interpretation, channels}) {
  const mail = channels.includes("email");
  const fresh = {cadence: mail ? "daily" : "at-once", hour: 8, weekday: 1, zone: readersZone()};
  const name = (question.q || interpretation.sentence || say("提醒", "Alert")).slice(0, LONGEST_NAME);
  return h("form", {class: "alert-form", novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    once(event.submitter ?? event.target.querySelector("[type=submit]"), async (place) => {
      const request = {...question, ...told(place), language: language()};
      if (!request.webhook) delete request.webhook;
      saved(await send("POST", "/api/alerts", request), request);
    });
  }},
  h("h2", null, say("怎样通知", "How you are told")),
  nameField(name),
  h("fieldset", null, h("legend", null, say("途径（可以多选）", "By (one or more)")), mail && emailField(), webhookField(""), feedField(!mail)),
  whenFields(fresh),
  h("p", null, h("button", {type: "submit", class: "main"}, say("保存提醒", "Save the alert"))));
}

/** Who gives an address need not be its owner, so the link that manages the alert goes to the address alone. */
function saved(alert, request) {
  if (alert.state !== "pending") {
    location.assign(pageOf(alert.token));
    return;
  }
  const title = say("还差一步：请确认邮箱", "One more step: confirm your address");
  fill(document.getElementById("main"), h("div", {class: "home alerts"}, h("h1", {id: "sum", tabindex: -1}, title), h("section", null,
    h("p", null, say(["已向 ", h("b", null, request.email), " 发出确认信。点开信里的链接并确认以后，提醒才开始。"], ["A mail is on its way to ", h("b", null, request.email), ". The alert starts when you have opened its link and confirmed."])),
    h("p", {class: "quiet"}, say("没有收到？看看垃圾邮件；三天之内不确认，这个请求就作废。", "Nothing there? Look among the spam. A request that is not confirmed within three days is forgotten.")))));
  document.title = title;
  document.getElementById("live").textContent = title;
  document.getElementById("sum").focus();
}
