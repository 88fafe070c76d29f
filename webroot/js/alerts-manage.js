// The page behind an alert's secret link: what it asks, what it has told, what could not be delivered; change it, try it, end it.

import {get} from "./api.js";
import {understood} from "./chips.js";
import {fill, h} from "./dom.js";
import {nameField, feedField, told, webhookField, when, whenFields} from "./alerts-form.js";
import {newsItem} from "./alerts-news.js";
import {address, button, once, pageOf, say, send} from "./alerts-words.js";

export async function manage(token, signal) {
  const alert = await get(address(token), {}, signal);
  return {
    read: () => (alert.interpretation ? understood(alert.interpretation, null) : null),
    nodes: h("div", {class: "home alerts"}, h("h1", {id: "sum", tabindex: -1}, alert.name), state(alert), facts(alert), news(alert), trouble(alert), change(alert), others(alert), end(alert)),
    title: alert.name,
  };
}

/** An alert that was set aside says so before anything else. */
function state({state, reason}) {
  if (state !== "broken") return null;
  return h("p", {class: "alert-problem"}, say("这个提醒已停用：", "This alert was set aside: "), h("span", {lang: "en"}, reason));
}

function facts(alert) {
  const row = (name, ...value) => [h("dt", null, name), h("dd", null, value)];
  return h("section", {"aria-label": say("概况", "Summary")},
    h("p", {class: "quiet"}, say("这个网址就是钥匙：知道它的人就能更改和停止这个提醒，请不要公开。", "This address is the key: whoever knows it can change and end the alert. Keep it to yourself.")),
    h("dl", {class: "cover"},
      row(say("通知", "Told"), h("span", null, when(alert))),
      alert.email && row(say("邮箱", "E-mail"), h("span", null, alert.email)),
      alert.webhook && row("Webhook", h("span", null, alert.webhook), h("details", null, h("summary", null, say("签名密钥", "Signing secret")), h("code", null, alert.secret))),
      alert.feed && row("Atom", h("a", {href: alert.feed}, alert.feed)),
      row(say("已通知", "So far"), h("span", null, say(`${alert.matches} 条`, `${alert.matches}`)))));
}

function news({latest}) {
  return h("section", {"aria-labelledby": "alert-news"}, h("h2", {id: "alert-news"}, say("最近的消息", "Latest")),
    latest.length === 0 ? h("p", {class: "quiet"}, say("还没有。", "Nothing yet.")) : h("ul", {class: "list"}, latest.map(newsItem)));
}

/** What could not be delivered, and what waits to be tried again. */
function trouble({deliveries}) {
  const failing = deliveries.filter((each) => each.state === "failed" || each.attempts > 0);
  if (failing.length === 0) return null;
  return h("section", {"aria-labelledby": "alert-trouble"}, h("h2", {id: "alert-trouble"}, say("没有送达", "Not delivered")),
    h("ul", {class: "list"}, failing.map((each) => h("li", null, each.channel, " · ",
      each.state === "failed" ? say("已放弃", "given up") : say(`试过 ${each.attempts} 次，将再试`, `tried ${each.attempts} times, will be tried again`), " ",
      h("span", {class: "quiet", lang: "en"}, each.error)))));
}

function change(alert) {
  return h("form", {class: "alert-form", novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    once(event.submitter ?? event.target.querySelector("[type=submit]"), async (place) => {
      await send("PATCH", address(alert.token), told(place));
      location.reload();
    });
  }},
  h("h2", null, say("更改", "Change")),
  nameField(alert.name), whenFields(alert),
  h("fieldset", null, h("legend", null, say("其他途径", "Other ways")), webhookField(alert.webhook), feedField(alert.feed !== null)),
  h("p", null, h("button", {type: "submit", class: "main"}, say("保存更改", "Save the changes")), " ", (alert.email || alert.webhook) && button(say("发送测试", "Send a test"), (place) => test(alert, place))));
}

async function test(alert, place) {
  const {deliveries} = await send("POST", `${address(alert.token)}/test`, {});
  place.querySelector(".tested")?.remove();
  place.append(h("div", {class: "tested", role: "status"}, deliveries.map((each) => h("p", null, each.channel, " · ",
    each.delivered ? say("已送达", "delivered") : [say("没有送达 ", "not delivered "), h("span", {lang: "en", class: "quiet"}, each.error)]))));
}

function others({token, beside}) {
  const rest = beside.filter((each) => each.token !== token);
  if (rest.length === 0) return null;
  return h("section", {"aria-labelledby": "alert-others"}, h("h2", {id: "alert-others"}, say("同一邮箱的其他提醒", "Other alerts of this address")),
    h("ul", {class: "list"}, rest.map((each) => h("li", null, h("a", {href: pageOf(each.token)}, each.name), " ", h("span", {class: "quiet"}, when(each), " · ", say(`${each.matches} 条`, `${each.matches}`))))));
}

/** Asked twice, since nothing brings it back. */
function end(alert) {
  const all = alert.email !== null;
  const ended = (words) => {
    fill(document.getElementById("main"), h("div", {class: "home alerts"}, h("h1", {id: "sum", tabindex: -1}, words), h("section", null, h("p", null, say("它的记录已经删除。", "What was kept of it is erased.")))));
    fill(document.getElementById("read"));
    document.title = words;
    document.getElementById("live").textContent = words;
    document.getElementById("sum").focus();
  };
  return h("section", {class: "end", "aria-labelledby": "alert-end"}, h("h2", {id: "alert-end"}, say("停止", "End")),
    h("details", null, h("summary", null, say("停止这个提醒…", "End this alert…")), h("p", null,
      button(say("确定停止", "End it"), async () => {
        await send("DELETE", address(alert.token));
        ended(say("提醒已停止", "The alert has ended"));
      }), " ", all && button(say("停止全部，并删除邮箱地址", "End all and erase the address"), async () => {
        await send("DELETE", `${address(alert.token)}?erase=true`);
        ended(say("全部停止，地址已删除", "All have ended, the address is erased"));
      }))));
}
