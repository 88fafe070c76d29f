// The site in one page: reads the address, asks the server, shows the answer.

import * as address from "./address.js";
import {alerts} from "./alerts.js";
import {ApiError, get, metrics} from "./api.js";
import {understood} from "./chips.js";
import {compare, compareData, title as compareTitle} from "./compare.js";
import {disclosure, follow, land, pick} from "./disclosure.js";
import {fill, h} from "./dom.js";
import {name} from "./figures.js";
import {home, homeData} from "./home.js";
import {SIZE, results} from "./results.js";
import {sentence} from "./question.js";
import {t} from "./words.js";

const main = document.getElementById("main");
const read = document.getElementById("read");
const live = document.getElementById("live");
const kept = new Map();
const MOST_KEPT = 30;
const SLOW_MILLIS = 1500;
let running = null;
let files = null;
let shownPath = null;
let understanding = null;

async function show({back = false, still = false} = {}) {
  running?.abort();
  const mine = running = new AbortController();
  typedLast = "";
  frame();
  main.setAttribute("aria-busy", "true");
  const waiting = setTimeout(slow, empty() ? 0 : SLOW_MILLIS);
  try {
    name(await metrics());
    const page = await pageOf(mine.signal);
    if (mine.signal.aborted) return;
    const lost = main.contains(document.activeElement);
    understanding = page.read ?? null;
    // What was typed while the page came is read already.
    if (typedLast === "") fill(read, understanding?.());
    fill(main, page.nodes);
    document.title = page.title ? `${page.title} · ${t("brand")}` : t("brand");
    live.textContent = page.title ?? "";
    if (!still) settle(back, lost);
  } catch (error) {
    if (error.name === "AbortError" || mine.signal.aborted) return;
    failure(error);
  } finally {
    clearTimeout(waiting);
    if (running === mine) main.removeAttribute("aria-busy");
  }
}

/** Whether nothing is shown yet: of a page that just came there may be what is for readers without script. */
function empty() {
  return main.querySelector(":scope > :not(noscript)") === null;
}

/** The old page stays while the new one is slow, and says so. */
function slow() {
  const first = empty();
  main.prepend(h("p", {class: "waiting"}, t(first ? "loading" : "slow")));
  live.textContent = t("loading");
}

async function pageOf(signal) {
  const path = location.pathname;
  if (path === "/") {
    const data = await homeData((resource, parameters) => ask(resource, parameters, signal));
    files = data.coverage.files;
    return {nodes: home(data), title: null};
  }
  if (path === "/search") {
    const state = address.asked();
    const answer = await ask("/api/search", {...state, size: String(SIZE)}, signal);
    if (answer.total === 0 && files === null) files = (await ask("/api/disclosures", {size: "0"}, signal)).files;
    const asking = {state, answer, go};
    return {
      read: () => understood(answer.interpretation, asking),
      nodes: results(asking, files, () => show({still: true})),
      title: sentence(answer.total, answer.interpretation),
    };
  }
  if (path === "/compare") {
    const state = address.compared();
    const data = await compareData(state, (resource, parameters) => ask(resource, parameters, signal));
    return {nodes: compare(data, go), title: compareTitle(data)};
  }
  if (path.startsWith("/alerts/")) return alerts(path, signal);
  const id = /^\/d\/([^/]+)$/.exec(path)?.[1];
  if (id) {
    const content = await ask(`/api/disclosures/${id}`, {}, signal);
    const {publisher} = content.disclosure;
    const others = publisher ? (await ask("/api/disclosures", {publisher, size: "100"}, signal)).disclosures : [];
    return {nodes: disclosure(content, others), title: content.disclosure.title};
  }
  return {nodes: missing(), title: t("notThere")};
}

/** Answers are kept, so that going back is at once. */
async function ask(path, parameters, signal) {
  const key = `${path}?${new URLSearchParams(parameters)}`;
  if (kept.has(key)) return kept.get(key);
  const answer = await get(path, parameters, signal);
  kept.set(key, answer);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  return answer;
}

/** Where one looks and where the keyboard stands, after the page has changed. */
function settle(back, lost) {
  const same = shownPath === location.pathname + location.search;
  shownPath = location.pathname + location.search;
  if (location.pathname.startsWith("/d/") && location.hash) {
    land();
  } else if (back) {
    scrollTo(0, history.state?.y ?? 0);
  } else if (!same) {
    scrollTo(0, 0);
  }
  if (lost) document.getElementById("sum")?.focus({preventScroll: true});
}

function failure(error) {
  main.querySelector(".waiting")?.remove();
  if (error instanceof ApiError && error.status === 404) {
    fill(main, missing());
    return;
  }
  const said = error instanceof ApiError ? error.message : error instanceof TypeError ? t("offline") : String(error.message);
  main.querySelector(".failure")?.remove();
  // What stands below answers another question; an address that is refused has nothing below.
  const refused = error instanceof ApiError && error.status === 400;
  main.prepend(h("div", {class: "failure", role: "alert"}, h(refused || !main.querySelector("h1") ? "h1" : "b", null, t("failed")), h("p", null, error.parameter && t("refused", {what: error.parameter}), said),
    h("button", {type: "button", onclick: () => show()}, t("retry"))));
  if (refused) fill(main, main.querySelector(".failure"));
  if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error;
}

function missing() {
  return h("div", {class: "home"}, h("h1", {id: "sum", tabindex: -1}, t("notThere")), h("p", null, t("notThereLong")), h("p", null, h("a", {href: address.homeUrl()}, t("home"))));
}

/** The head with the box; made anew only when the page or the language changes, so that typing is never lost. */
function frame() {
  const atHome = location.pathname === "/";
  const language = address.language();
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.body.className = atHome ? "at-home" : "";
  document.getElementById("skip").textContent = t("skip");
  read.setAttribute("aria-label", t("understood"));
  const head = document.getElementById("head");
  if (head.dataset.language !== language) {
    head.dataset.language = language;
    fill(head, h("div", {class: "bar"},
      h("a", {class: "brand", href: address.homeUrl()}, t("brand"), h("i", {"aria-hidden": "true"})),
      box(),
      h("a", {class: "to", href: address.compareUrl({})}, t("compare")),
      h("a", {class: "lang", id: "other", href: "/", lang: language === "en" ? "zh-CN" : "en"}, t("switch"))));
    fill(document.getElementById("foot"), h("p", null, t("madeOf"), " ", h("a", {href: "/openapi.json"}, t("api"))));
  }
  document.getElementById("other").href = address.otherLanguageUrl();
  if (!location.pathname.startsWith("/d/")) document.getElementById("q").value = address.asked().q ?? "";
}

function box() {
  const input = h("input", {id: "q", name: "q", type: "search", "aria-label": t("ask"), placeholder: t("placeholder"), autocomplete: "off", enterkeyhint: "search", maxlength: 1000, list: "suggested", oncompositionend: typing,
    oninput: typing});
  return h("form", {class: "box", role: "search", action: "/search", onsubmit: (event) => {
    event.preventDefault();
    typedLast = "";
    go(address.searchUrl({q: input.value.trim()}));
  }}, input, h("datalist", {id: "suggested"}), h("button", {type: "submit"}, t("search")));
}

let typed = 0;
let typedLast = "";

/** What one types is read at once, names are suggested a little later. */
function typing(event) {
  if (event.isComposing) return;
  clearTimeout(typed);
  const text = typedLast = event.target.value.trim();
  preview(text);
  if (text.length > 1) typed = setTimeout(() => suggest(text), 200);
}

async function preview(text) {
  if (text === "" || text === address.asked().q) {
    fill(read, understanding?.());
    return;
  }
  try {
    const [interpretation, registry] = await Promise.all([get("/api/interpret", {q: text}), metrics()]);
    name(registry);
    if (text === typedLast) fill(read, understood(interpretation, null));
  } catch {
    // what cannot be read now is read when it is asked
  }
}

async function suggest(text) {
  try {
    const {suggestions} = await get("/api/suggest", {q: text});
    fill(document.getElementById("suggested"), suggestions.map((each) => h("option", {value: each.text})));
  } catch {
    // no suggestions is no failure
  }
}

function go(url) {
  history.replaceState({y: scrollY}, "");
  history.pushState({y: 0}, "", url);
  show();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.hasAttribute("download") || link.hasAttribute("target")) return;
  // Of a link in a picture, href is an object.
  const url = new URL(link.getAttribute("href"), location.href);
  if (url.origin !== location.origin || !/^\/($|search$|compare$|d\/)/.test(url.pathname)) return;
  if (url.pathname === location.pathname && url.search === location.search && url.hash) {
    // The same entry again: the address does not change, so nothing would happen by itself.
    if (url.hash === location.hash) land();
    return;
  }
  event.preventDefault();
  go(url.pathname + url.search + url.hash);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea")) return;
  event.preventDefault();
  const input = document.getElementById("q");
  input.focus();
  input.select();
});

addEventListener("popstate", () => {
  if (shownPath === location.pathname + location.search) land();
  else show({back: true});
});
main.addEventListener("click", pick);
let following = 0;
addEventListener("scroll", () => {
  if (!location.pathname.startsWith("/d/")) return;
  cancelAnimationFrame(following);
  following = requestAnimationFrame(follow);
}, {passive: true});
history.scrollRestoration = "manual";
show();
// The box stands there before the page has come: a later focus would take the keyboard from who uses it already.
if (location.pathname === "/" && matchMedia("(hover: hover)").matches) document.getElementById("q").focus();
