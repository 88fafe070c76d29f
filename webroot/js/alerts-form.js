// How an alert is told: its name, the ways, how often, and at which hour where the reader is.

import {h} from "./dom.js";
import {say} from "./alerts-words.js";

const CADENCES = ["at-once", "daily", "weekly"];
const HOURS = Array.from({length: 24}, (_, hour) => hour);

export function cadenceName(cadence) {
  return {"at-once": say("随到随发", "at once"), daily: say("每天一次", "once a day"), weekly: say("每周一次", "once a week")}[cadence] ?? cadence;
}

export function weekdayName(weekday) {
  return say(["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])[weekday - 1];
}

/** 08:00, Asia/Shanghai, and the day where there is one. */
export function when({cadence, hour, weekday, zone}) {
  if (cadence === "at-once") return cadenceName(cadence);
  const clock = `${String(hour).padStart(2, "0")}:00`;
  return [cadenceName(cadence), cadence === "weekly" && weekdayName(weekday), `${clock} (${zone})`].filter(Boolean).join(say("，", ", "));
}

function labelled(words, field, note) {
  const id = `alert-${field.name}`;
  field.id = id;
  const noteId = note ? `${id}-note` : null;
  if (noteId) field.setAttribute("aria-describedby", noteId);
  return h("div", {class: "field"}, h("label", {for: id}, words), field, note && h("p", {id: noteId, class: "quiet"}, note));
}

export function nameField(name) {
  return labelled(say("名称", "Name"), h("input", {name: "name", type: "text", value: name, maxlength: 100, required: true, autocomplete: "off"}));
}

export function emailField() {
  return labelled(say("邮箱", "E-mail"), h("input", {name: "email", type: "email", autocomplete: "email", maxlength: 254}),
    say("会先发一封确认信；确认以后才寄提醒，每封信里都能一键退订。", "A mail asks you to confirm first; every alert can be ended in one click."));
}

export function webhookField(address) {
  return labelled("Webhook", h("input", {name: "webhook", type: "url", value: address ?? "", maxlength: 2000, placeholder: "https://", autocomplete: "off"}),
    say("以 Standard Webhooks 的方式签名的 JSON。", "JSON, signed as Standard Webhooks has it."));
}

export function feedField(checked) {
  return h("div", {class: "field tick"}, h("input", {id: "alert-atom", name: "atom", type: "checkbox", checked}), h("label", {for: "alert-atom"}, say("Atom 订阅源", "Atom feed")));
}

/** The cadence, with the hour and the day where it has them. */
export function whenFields(alert) {
  const hour = labelled(say("钟点", "Hour"), select("hour", HOURS, (each) => `${String(each).padStart(2, "0")}:00`, alert.hour));
  const weekday = labelled(say("星期", "Day"), select("weekday", [1, 2, 3, 4, 5, 6, 7], weekdayName, alert.weekday));
  const zone = labelled(say("时区", "Time zone"), h("input", {name: "zone", type: "text", value: alert.zone, list: "alert-zones", autocomplete: "off"}));
  zone.append(h("datalist", {id: "alert-zones"}, (Intl.supportedValuesOf?.("timeZone") ?? []).map((each) => h("option", {value: each}))));
  const digest = h("div", {class: "digest"}, weekday, hour, zone);
  const choose = (cadence) => {
    digest.hidden = cadence === "at-once";
    weekday.hidden = cadence !== "weekly";
  };
  choose(alert.cadence);
  return h("fieldset", null, h("legend", null, say("什么时候通知", "When")),
    h("div", {class: "radios"}, CADENCES.map((cadence) => h("label", null,
      h("input", {type: "radio", name: "cadence", value: cadence, checked: cadence === alert.cadence, onchange: () => choose(cadence)}), " ", cadenceName(cadence)))),
    digest);
}

function select(name, values, words, chosen) {
  return h("select", {name}, values.map((value) => h("option", {value, selected: value === chosen}, words(value))));
}

/** What a form says, as the API takes it; only of the fields that it has. */
export function told(form) {
  const field = (name) => form.elements.namedItem(name);
  const request = {name: field("name").value.trim(), cadence: field("cadence").value, hour: Number(field("hour").value), weekday: Number(field("weekday").value), zone: field("zone").value.trim()};
  if (field("email")?.value.trim()) request.email = field("email").value.trim();
  if (field("webhook")) request.webhook = field("webhook").value.trim();
  if (field("atom")) request.atom = field("atom").checked;
  for (const each of form.elements) each.removeAttribute("aria-invalid");
  return request;
}

export function readersZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "Asia/Shanghai";
}
