// A facet with more values than a list can show: a part of a name finds the others.

import {get} from "./api.js";
import {fill, h} from "./dom.js";
import {t} from "./words.js";

const PAUSE_MILLIS = 150;
const FOUND = 20;
const LONGEST = 50;

/** A box over a list; while something is typed, what is so named stands in the list's place. Each value found is shown by entry. */
export function finder(dimension, size, state, list, entry) {
  const {page, ...asked} = state;
  const found = h("ul", {hidden: true});
  const said = h("p", {class: "quiet", role: "status"});
  let waiting = null;
  let running = null;

  const back = () => {
    found.hidden = true;
    list.hidden = false;
    said.textContent = "";
  };
  const find = async (name) => {
    running = new AbortController();
    try {
      const {total, values} = await get(`/api/facets/${dimension}`, {...asked, name, size: String(FOUND)}, running.signal);
      fill(found, values.map(entry));
      found.hidden = false;
      list.hidden = true;
      said.textContent = total > values.length ? t("foundFirst", {n: total.toLocaleString("en-US"), first: values.length}) : t(total === 0 ? "foundNone" : "foundAll", {n: total});
    } catch (error) {
      if (error.name === "AbortError") return;
      back();
      said.textContent = error.message;
    }
  };
  const typed = (event) => {
    clearTimeout(waiting);
    running?.abort();
    const name = event.target.value.trim();
    if (name === "") back();
    else waiting = setTimeout(find, PAUSE_MILLIS, name);
  };
  return [h("input", {type: "search", class: "finder", maxlength: LONGEST, autocomplete: "off", oninput: typed,
    "aria-label": t("findIn", {what: t(dimension)}), placeholder: t("findAmong", {n: size.toLocaleString("en-US")})}), said, found];
}
