// The sentences of a hit that hold what was asked for; the rest of the text is a click away.

const END = /[。；！？\n]/;
const MOST = 160;
const MOST_PIECES = 2;

/** Pieces of text with their marks, cut to whole sentences around the marks. */
export function said(entry) {
  const pieces = (entry.snippet ?? []).filter((snippet) => snippet.text && snippet.text !== entry.name).slice(0, MOST_PIECES);
  if (entry.kind === "finding") return pieces.length > 0 ? pieces : [{text: entry.text ?? ""}];
  return pieces.map((piece) => cut(inContext(piece, entry.text ?? "")));
}

/** A snippet begins anywhere; the entry's own text has the beginning of its sentence. */
function inContext({text, marks}, whole) {
  const at = whole.indexOf(text);
  return at <= 0 ? {text, marks} : {text: whole, marks: (marks?.length ? marks : [[0, 0]]).map(([from, to]) => [from + at, to + at])};
}

function cut({text, marks}) {
  const first = marks?.[0]?.[0] ?? 0;
  const last = marks?.length ? Math.max(...marks.filter(([, to]) => to - first < MOST).map(([, to]) => to)) : 0;
  let from = first;
  while (from > 0 && !END.test(text[from - 1])) from--;
  let to = Math.max(last, from);
  while (to < text.length && !END.test(text[to])) to++;
  if (to < text.length && text[to] !== "\n") to++;
  if (first - from > MOST) from = first - MOST / 2;
  if (to - Math.max(last, from) > MOST) to = Math.max(last, from) + MOST;
  const before = from > 0 ? "… " : "";
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to) + (to < text.length ? " …" : ""),
    marks: (marks ?? []).filter(([a, b]) => a >= from && b <= to && b > a).map(([a, b]) => [a + shift, b + shift]),
  };
}
