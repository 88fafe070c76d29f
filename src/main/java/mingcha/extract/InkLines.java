package mingcha.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the straight lines of a picture: long dark runs, along and across, that are thin. A line
 * that leans by a pixel here and there is followed.
 */
final class InkLines {
  /** Lengths below are strokes of characters. In inches: 0.25 is a type of 18 points. */
  private static final double SHORTEST_ALONG = 0.28;

  private static final double SHORTEST_DOWN = 0.17;

  /** No type has strokes this long. */
  private static final double SURE = 0.7;

  private static final double TOUCH = 0.03;
  private static final double THICKEST = 0.04;

  /** Scanners break thin lines. */
  private static final double GAP = 0.015;

  private static final int MOST = 4_000;

  private final Ink ink;
  private final boolean along;
  private final int shortest;
  private final int thickest;
  private final int gap;

  private InkLines(Ink ink, boolean along, int dpi) {
    this.ink = ink;
    this.along = along;
    this.shortest = (int) Math.round((along ? SHORTEST_ALONG : SHORTEST_DOWN) * dpi);
    this.thickest = Math.max(2, (int) Math.round(THICKEST * dpi));
    this.gap = Math.max(1, (int) Math.round(GAP * dpi));
  }

  /** A line by the pixels it covers, all inclusive. */
  record Stroke(int x0, int y0, int x1, int y1, boolean along) {
    int length() {
      return (along ? x1 - x0 : y1 - y0) + 1;
    }
  }

  static List<Stroke> of(Ink ink, int dpi) {
    List<Stroke> strokes = new ArrayList<>(new InkLines(ink, true, dpi).find());
    strokes.addAll(new InkLines(ink, false, dpi).find());
    return bound(strokes, (int) (SURE * dpi), (int) (TOUCH * dpi));
  }

  /** Long lines, and short ones that reach from line to line: strokes of large type do not. */
  private static List<Stroke> bound(List<Stroke> strokes, int sure, int touch) {
    List<Stroke> bound = new ArrayList<>(strokes.stream().filter(s -> s.length() >= sure).toList());
    List<Stroke> loose = new ArrayList<>(strokes.stream().filter(s -> s.length() < sure).toList());
    boolean found = true;
    while (found) {
      List<Stroke> more =
          loose.stream()
              .filter(s -> meets(s, true, bound, touch) && meets(s, false, bound, touch))
              .toList();
      bound.addAll(more);
      found = loose.removeAll(more);
    }
    return bound;
  }

  private static boolean meets(Stroke stroke, boolean atStart, List<Stroke> bound, int touch) {
    int x = atStart ? stroke.x0() : stroke.x1();
    int y = atStart ? stroke.y0() : stroke.y1();
    return bound.stream()
        .anyMatch(
            b ->
                b.along() != stroke.along()
                    && x >= b.x0() - touch
                    && x <= b.x1() + touch
                    && y >= b.y0() - touch
                    && y <= b.y1() + touch);
  }

  /** A run at one height, and the line it belongs to as it grows. */
  private static final class Growing {
    int from;
    int to;
    int first;
    int last;
    int lastFrom;
    int lastTo;
  }

  private boolean dark(int at, int across) {
    return along ? ink.isDark(at, across) : ink.isDark(across, at);
  }

  private List<Stroke> find() {
    int length = along ? ink.width() : ink.height();
    int breadth = along ? ink.height() : ink.width();
    List<Growing> open = new ArrayList<>();
    List<Stroke> done = new ArrayList<>();
    for (int across = 0; across < breadth && done.size() < MOST; across++) {
      for (int[] run : runs(across, length)) {
        grow(open, run, across);
      }
      int now = across;
      open.removeIf(
          line -> {
            boolean over = line.last < now - 1;
            if (over) {
              close(line, done);
            }
            return over;
          });
    }
    open.forEach(line -> close(line, done));
    return done;
  }

  /** Dark runs of one row, long enough, small gaps closed; a neighbour's ink counts. */
  private List<int[]> runs(int across, int length) {
    List<int[]> runs = new ArrayList<>();
    int from = -1;
    int last = -1;
    int inked = 0;
    for (int at = 0; at <= length; at++) {
      boolean isDark = at < length && dark(at, across);
      if (isDark) {
        if (from < 0) {
          from = at;
          inked = 0;
        }
        last = at;
        inked++;
      } else if (from >= 0 && (at == length || at - last > gap)) {
        int span = last - from + 1;
        if (span >= shortest && inked >= 0.8 * span) {
          runs.add(new int[] {from, last});
        }
        from = -1;
      }
    }
    return runs;
  }

  private boolean near(int[] run, Growing line) {
    return run[0] <= line.lastTo + gap && run[1] >= line.lastFrom - gap;
  }

  private void grow(List<Growing> open, int[] run, int across) {
    for (Growing line : open) {
      if (line.last >= across - 1 && near(run, line)) {
        line.from = Math.min(line.from, run[0]);
        line.to = Math.max(line.to, run[1]);
        line.lastFrom = line.last == across ? Math.min(line.lastFrom, run[0]) : run[0];
        line.lastTo = line.last == across ? Math.max(line.lastTo, run[1]) : run[1];
        line.last = across;
        return;
      }
    }
    Growing line = new Growing();
    line.from = run[0];
    line.to = run[1];
    line.lastFrom = run[0];
    line.lastTo = run[1];
    line.first = across;
    line.last = across;
    open.add(line);
  }

  private void close(Growing line, List<Stroke> done) {
    if (line.last - line.first + 1 <= thickest) {
      done.add(
          along
              ? new Stroke(line.from, line.first, line.to, line.last, true)
              : new Stroke(line.first, line.from, line.last, line.to, false));
    }
  }
}
