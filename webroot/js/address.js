// The address bar holds the whole state: what is asked, the filters, the order, the page, the language.

export const FILTERS = ["kind", "region", "year", "subject", "publisher", "institution", "type", "caliber", "grade", "rule"];
const KNOWN = ["q", ...FILTERS, "sort", "page"];

/** What the address asks: an object of the known parameters that are given. */
export function asked() {
  const given = new URLSearchParams(location.search);
  const state = {};
  for (const name of KNOWN) {
    const value = given.get(name);
    // An empty filter takes off what the sentence says; an empty anything else says nothing.
    if (value || (value === "" && FILTERS.includes(name))) state[name] = value;
  }
  return state;
}

/** The address of a state; the language goes with every link. */
export function searchUrl(state) {
  const query = new URLSearchParams();
  for (const name of KNOWN) {
    if (state[name] !== undefined && !(name === "page" && String(state[name]) === "1")) {
      query.set(name, state[name]);
    }
  }
  return withLanguage("/search", query);
}

const COMPARED = ["metric", "region", "year", "institution", "caliber", "subject", "only"];

/** What the comparison asks: a metric, of which subject, and which publishers. */
export function compared() {
  const given = new URLSearchParams(location.search);
  return Object.fromEntries(COMPARED.map((name) => [name, given.get(name)]).filter(([, value]) => value));
}

export function compareUrl(state) {
  return withLanguage("/compare", new URLSearchParams(Object.entries(state).filter(([, value]) => value)));
}

/** Where the whole answer comes as a file. */
export function exportUrl(state, format) {
  const {page, ...asked} = state;
  return `/api/export?${new URLSearchParams({...asked, format})}`;
}

/** Where all figures of a comparison come as a file. */
export function framesUrl(metric, asked) {
  return `/api/frames/${encodeURIComponent(metric)}/export?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`;
}

/** The state with these changes; any change but of the page leads back to the first page. */
export function changed(state, changes) {
  const next = {...state, ...changes};
  if (!("page" in changes)) delete next.page;
  for (const name of Object.keys(next)) if (next[name] === null) delete next[name];
  return next;
}

export function disclosureUrl(id, anchor) {
  return withLanguage(`/d/${encodeURIComponent(id)}`, new URLSearchParams()) + (anchor ? `#${anchor}` : "");
}

export function homeUrl() {
  return withLanguage("/", new URLSearchParams());
}

export function language() {
  return new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh";
}

/** This very address in the other language. */
export function otherLanguageUrl() {
  const query = new URLSearchParams(location.search);
  if (language() === "en") query.delete("lang");
  else query.set("lang", "en");
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "") + location.hash;
}

function withLanguage(path, query) {
  if (language() === "en") query.set("lang", "en");
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
