// Saved questions: the link on the results page, and which of their pages an address asks for.

import {language} from "./address.js";
import {create} from "./alerts-new.js";
import {manage} from "./alerts-manage.js";
import {say, style} from "./alerts-words.js";
import {h} from "./dom.js";

/** From an answer to the alert that would tell of the next. */
export function saveLink(state) {
  const {page, sort, ...question} = state;
  const query = new URLSearchParams(question);
  if (language() === "en") query.set("lang", "en");
  return h("a", {class: "quiet save", href: `/alerts/new?${query}`}, say("保存为提醒", "Save as an alert"));
}

export async function alerts(path, signal) {
  style();
  const token = path.slice("/alerts/".length);
  return token === "new" ? create(signal) : manage(token, signal);
}
