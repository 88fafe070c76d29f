// How figures are written: as printed, thousands separated; never through binary floating point.

import {moneyUnit, moved} from "./money.js";
import {english, t} from "./words.js";

let registry = new Map();

/** Hands in the registry of metrics, for their names. */
export function name(metrics) {
  registry = metrics;
}

/** The registry of metrics by id. */
export function metricsKnown() {
  return registry;
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

/** A reading as it is shown: the printed digits with their unit, or money in the chosen unit. */
export function shown(reading) {
  const unit = moneyUnit();
  if (unit && reading.unit === "元" && reading.value !== null) {
    const digits = moved(reading.value, unit);
    if (digits !== null) return `${separated(digits)} ${unit}`;
  }
  return printed(reading);
}

/** The digits and the unit of what is shown, apart: [45.2%] and ["508.95", "万元"]. */
export function shownParts(reading) {
  const parts = /^([-−+]?[\d,.]+)\s*([^\d\s,.%％]{1,3})$/.exec(shown(reading));
  return parts ? [parts[1], parts[2]] : [shown(reading), ""];
}

function printed(reading) {
  const raw = (reading.raw ?? "").trim();
  if (!raw) return "—";
  if (/[^\d.,，\s()（）+−-]/.test(raw)) return raw;
  const unit = reading.printedUnit || (reading.unit === "元" ? "" : reading.unit) || "";
  const plain = raw.replace(/[,，\s]/g, "");
  const digits = unit === "年" ? plain : separated(plain);
  if (!unit) return digits;
  return /^[%％‰]/.test(unit) ? digits + unit : `${digits} ${unit}`;
}

/** The unit that goes over a row of figures: the chosen one, or the one that all its money is printed in. */
export function unitOfRow(readings) {
  const sums = readings.filter((reading) => reading.unit === "元");
  if (sums.length > 0 && moneyUnit()) return moneyUnit();
  const units = new Set(sums.map((reading) => reading.printedUnit ?? ""));
  return units.size === 1 ? [...units][0] : "";
}

/** A figure in a row that says the unit above. */
export function shownInRow(reading, unit) {
  if (reading.unit === "分") return reading.raw;
  if (reading.unit !== "元" || !unit) return shown(reading);
  if (moneyUnit() && reading.value !== null) return separated(moved(reading.value, unit) ?? reading.raw);
  return separated(reading.raw.replace(/[,，\s]/g, "").replace(unit, ""));
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

/** Half of the last printed digit, in the unit of the value: 12.3 万元 stands for 122,500 to 123,500 元, 25% for 24.5% to 25.5%. */
function tolerance(reading) {
  const decimals = /\.(\d+)/.exec(reading.raw ?? "")?.[1].length ?? 0;
  const zeros = {千元: 3, 万元: 4, 百万元: 6, 亿元: 8}[reading.printedUnit] ?? 0;
  const rounded = decimals > 0 || zeros > 0 || reading.unit === "%";
  return rounded ? 0.5 * 10 ** (zeros - decimals) + 1e-9 : 1e-9;
}

/** Where a figure stands, as a name that a link can lead to: L12, on a page P3Y120, in a sheet P3R7; null where it is not known. */
export function anchorOf(source) {
  if (!source) return null;
  if (source.line) return `L${source.line}`;
  if (!source.page) return null;
  if (source.box) return `P${source.page}Y${Math.round(source.box.y)}`;
  return source.row === null || source.row === undefined ? null : `P${source.page}R${source.row}`;
}

/** The cell that a figure stands in: L12C3; null where only its row or its line is known. */
export function cellOf(source) {
  const row = anchorOf(source);
  return row && source.column !== null && source.column !== undefined ? `${row}C${source.column}` : null;
}
