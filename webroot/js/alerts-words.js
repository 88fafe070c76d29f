// What the pages of saved questions share: their words, how they ask the server, their look.

import {language} from "./address.js";
import {ApiError} from "./api.js";
import {h} from "./dom.js";
import {english} from "./words.js";

export function say(chinese, englishWords) {
  return english() ? englishWords : chinese;
}

/** These pages have a style sheet of their own, so that the others need not load it. */
export function style() {
  if (document.getElementById("alerts-style")) return;
  document.head.append(h("link", {id: "alerts-style", rel: "stylesheet", href: "/alerts.css"}));
}

/** Asks for a change; gives what the server answers, null if that is nothing. */
export async function send(method, path, body, signal) {
  const response = await fetch(path, {
    method,
    headers: {Accept: "application/json", "Content-Type": "application/json"},
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  });
  if (response.status === 204) return null;
  let answer = {};
  try {
    answer = await response.json();
  } catch {
    // no JSON: something between us and the server answered
  }
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer;
}

export function address(token) {
  return `/api/alerts/${encodeURIComponent(token)}`;
}

/** The page that manages an alert. */
export function pageOf(token) {
  return `/alerts/${encodeURIComponent(token)}${language() === "en" ? "?lang=en" : ""}`;
}

const ZH = {
  q: "这个问题不能保存", name: "名称要有 1 到 100 个字", email: "不能用这个邮箱地址", webhook: "不能用这个 Webhook 地址",
  zone: "没有这个时区", hour: "钟点不对", weekday: "星期不对", cadence: "频率不对",
};

/** What went wrong, where one would look for it. The server explains itself in English. */
export function problem(error) {
  const offline = error instanceof TypeError;
  const chinese = offline ? "连不上服务器。" : error.status === 429 ? "太频繁了，请过一会儿再试。" : ZH[error.parameter] ?? "没有办成";
  return h("p", {class: "alert-problem", role: "alert"}, say([chinese, " ", !offline && h("span", {lang: "en", class: "quiet"}, error.message)], offline ? "The server cannot be reached." : error.message));
}

/** A button that is not pressed twice while its work is under way; what fails is said below it. */
export function button(words, work, attributes = {}) {
  return h("button", {type: "button", ...attributes, onclick: (event) => once(event.currentTarget, work)}, words);
}

export async function once(pressed, work) {
  const place = pressed.closest("form, section");
  place.querySelector(".alert-problem")?.remove();
  pressed.disabled = true;
  try {
    await work(place);
  } catch (error) {
    if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error;
    place.append(problem(error));
    const field = place.querySelector(`[name="${CSS.escape(error.parameter ?? "")}"]`);
    field?.setAttribute("aria-invalid", "true");
    field?.focus();
  } finally {
    pressed.disabled = false;
  }
}
