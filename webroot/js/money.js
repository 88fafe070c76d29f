// Money as printed, or all in one unit. Chosen once, kept in this browser.

import {h} from "./dom.js";
import {t} from "./words.js";

const KEPT = "mingcha.money";
const ZEROS = {元: 0, 万元: 4, 亿元: 8};

/** 万元, or "" for as printed. */
export function moneyUnit() {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept in ZEROS ? kept : "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}

/** The choice; what it changes is shown anew. */
export function money(again) {
  const option = (value, name) => h("option", {value, selected: value === moneyUnit()}, name);
  return h("label", {class: "tool"}, h("span", {class: "unseen"}, t("moneyIn")), h("select", {onchange: (event) => {
    try {
      localStorage.setItem(KEPT, event.target.value);
    } catch {
      // then it holds for no page
    }
    again();
  }}, option("", t("asPrinted")), Object.keys(ZEROS).map((unit) => option(unit, unit))));
}

/** Decimal digits of 元 in another unit, by moving the point: 1520000 → 152. */
export function moved(value, unit) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!parts) return null;
  const digits = parts[2].padStart(ZEROS[unit] + 1, "0");
  const cut = digits.length - ZEROS[unit];
  const decimals = (digits.slice(cut) + (parts[3] ?? "")).replace(/0+$/, "");
  return parts[1] + digits.slice(0, cut) + (decimals && `.${decimals}`);
}
