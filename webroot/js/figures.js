// How figures are written: as printed, thousands separated; never through binary floating point.

import {english, t} from "./words.js";

let registry = new Map();

/** Hands in the registry of metrics, for their names. */
export function name(metrics) {
  registry = metrics;
}

export function metricName(id) {
  const [plain, basis] = id.split(".");
  const metric = registry.get(plain);
  const shown = metric ? (english() ? metric.english[0] : metric.chinese[0]) : plain;
  return basis ? (english() ? `${shown} (${t(basis)})` : `${shown}（${t(basis)}）`) : shown;
}

/** 1537.40 → 1,537.40; anything that is not a plain number stays as it is. */
export function separated(digits) {
  const parts = /^([-−+]?)(\d+)(\.\d+)?$/.exec(digits);
  if (!parts) return digits;
  return parts[1] + parts[2].replace(/\B(?=(\d{3})+$)/g, ",") + (parts[3] ?? "");
}

/** A reading as it is shown: the printed digits with their unit. */
export function shown(reading) {
  const raw = (reading.raw ?? "").trim();
  if (!raw) return "—";
  if (/[^\d.,，\s()（）+−-]/.test(raw)) return raw;
  const unit = reading.printedUnit || (reading.unit === "元" ? "" : reading.unit) || "";
  const digits = separated(raw.replace(/[,，\s]/g, ""));
  if (!unit) return digits;
  return /^[%％‰]/.test(unit) ? digits + unit : `${digits} ${unit}`;
}

/** Whether the shown form leaves something to say about the printed one; money has its unit in the head of its table. */
export function printedOtherwise(reading) {
  const raw = (reading.raw ?? "").trim();
  return reading.basis !== "computed" && reading.unit !== "元" && raw !== "" && shown(reading).replace(/[,\s]/g, "") !== raw.replace(/[,，\s]/g, "");
}

/** What a figure is: its metric, else the column it stands under. */
export function label(reading) {
  return reading.metric ? metricName(reading.metric) : reading.label;
}

/** A formula with names in place of ids. */
export function formula(text) {
  return text.replace(/[a-z]\w*/g, (id) => metricName(id));
}

/** Whether two readings state the same metric of the same stage differently. */
export function disagree(a, b) {
  if (!a.metric || a.metric !== b.metric || a.stage !== b.stage) return false;
  if (a.basis === "computed" || b.basis === "computed") return false;
  if (a.value === null || b.value === null) return a.value === b.value && a.raw.trim() !== b.raw.trim();
  if (a.unit !== b.unit) return false;
  return Math.abs(a.value - b.value) > tolerance(a) + tolerance(b);
}

/** Half of the last printed digit, in the unit of the value: 12.3 万元 stands for 122,500 to 123,500 元. */
function tolerance(reading) {
  const decimals = /\.(\d+)/.exec(reading.raw ?? "")?.[1].length ?? 0;
  const zeros = {千元: 3, 万元: 4, 百万元: 6, 亿元: 8}[reading.printedUnit] ?? 0;
  return decimals === 0 && zeros === 0 ? 1e-9 : 0.5 * 10 ** (zeros - decimals) + 1e-9;
}

/** Where a figure stands, as a name that a link can lead to: L12, on a page P3Y120, in a sheet P3R7; null where it is not known. */
export function anchorOf(source) {
  if (!source) return null;
  if (source.line) return `L${source.line}`;
  if (!source.page) return null;
  if (source.box) return `P${source.page}Y${Math.round(source.box.y)}`;
  return source.row === null || source.row === undefined ? null : `P${source.page}R${source.row}`;
}
