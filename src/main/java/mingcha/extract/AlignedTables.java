package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Box;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Ruling;
import mingcha.extract.PdfScan.Scanned;
import mingcha.extract.RuledTables.Field;
import mingcha.extract.RuledTables.Lattice;

/**
 * Draws the lines that a table lacks: the sides of one that is open to the left and right, the
 * columns of one with lines between its rows only, both where fields merely stand below each other.
 * With them it is read like any other ({@link RuledTables}).
 */
final class AlignedTables {
  private static final double NEAR = 6;
  private static final double SHORTEST_RULE = 20;
  private static final double SHORTEST_WIDE_RULE = 150;

  /** A table without a figure is a form left blank; fewer lines are ornaments of prose. */
  private static final int RULES_OF_A_BLANK = 4;

  private static final int MOST_WRAPPED = 5;

  private static final int FEWEST_ROWS = 3;

  /** Lines of prose are wider than this part of the rules around them, wrapped names are not. */
  private static final double NARROW = 0.4;

  private final List<Ruling> drawn = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();
  private final Scanned page;

  private AlignedTables(Scanned page) {
    this.page = page;
  }

  /**
   * Adds to the lines of the page those that its tables with some rules lack.
   *
   * @param lattices the tables of the lines that it has
   */
  static AlignedTables of(Scanned page, List<Lattice> lattices) {
    AlignedTables tables = new AlignedTables(page);
    for (Lattice lattice : lattices) {
      tables.lists(lattice);
      tables.taken.add(tables.closed(lattice.box()));
    }
    tables.betweenRules();
    return tables;
  }

  /** The lines drawn so far: of tables with some rules, and of those without (OpenTables). */
  List<Ruling> drawn() {
    return drawn;
  }

  /** The lines that the page has. */
  List<Ruling> printed() {
    return page.rulings();
  }

  /** What stands in no table, from top to bottom. */
  List<Glyph> free() {
    return page.glyphs().stream().filter(g -> !isTaken(g.centreX(), g.centreY())).toList();
  }

  double height() {
    return page.height();
  }

  /** A cell with several amounts below each other is several rows without lines between them. */
  private void lists(Lattice lattice) {
    Box whole = lattice.box();
    List<Glyph> inside = page.glyphs().stream().filter(g -> PdfPages.contains(whole, g)).toList();
    List<AlignedRow> rows = null;
    double done = whole.y();
    for (Field field : lattice.fields()) {
      double bottom = field.box().y() + field.box().height();
      if (bottom <= done + 1) {
        continue;
      }
      List<Glyph> own = inside.stream().filter(g -> PdfPages.contains(field.box(), g)).toList();
      if (own.size() < 8 || !isList(AlignedRow.of(own), List.of())) {
        continue;
      }
      rows = rows == null ? AlignedRow.of(inside) : rows;
      for (double y : WrappedRows.splits(between(rows, field.box().y(), bottom))) {
        drawn.add(new Ruling(whole.x(), y, whole.x() + whole.width(), y));
      }
      done = bottom;
    }
  }

  /** Where at least two lines end alike beyond the box, the table has an open side there. */
  private Box closed(Box box) {
    double bottom = box.y() + box.height();
    List<Ruling> across =
        page.rulings().stream()
            .filter(r -> r.horizontal() && r.y0() >= box.y() - 3 && r.y0() <= bottom + 3)
            .filter(r -> r.x1() >= box.x() - 3 && r.x0() <= box.x() + box.width() + 3)
            .toList();
    double left = across.stream().mapToDouble(Ruling::x0).min().orElse(box.x());
    double right = across.stream().mapToDouble(Ruling::x1).max().orElse(box.x() + box.width());
    if (box.x() - left > NEAR && across.stream().filter(r -> r.x0() < left + 3).count() > 1) {
      drawn.add(new Ruling(left, box.y(), left, bottom));
    }
    if (right - box.x() - box.width() > NEAR
        && across.stream().filter(r -> r.x1() > right - 3).count() > 1) {
      drawn.add(new Ruling(right, box.y(), right, bottom));
    }
    return new Box(left, box.y(), Math.max(0, right - left), box.height());
  }

  private boolean isTaken(double x, double y) {
    return taken.stream()
        .anyMatch(
            b ->
                x >= b.x() - 3
                    && x <= b.x() + b.width() + 3
                    && y >= b.y() - 3
                    && y <= b.y() + b.height() + 3);
  }

  private List<AlignedRow> freeRows() {
    return AlignedRow.of(free());
  }

  static List<AlignedRow> between(List<AlignedRow> rows, double top, double bottom) {
    return rows.stream().filter(r -> r.middle() > top && r.middle() < bottom).toList();
  }

  private void betweenRules() {
    List<Ruling> rules = new ArrayList<>();
    for (Ruling r : page.rulings()) {
      if (r.horizontal()
          && r.x1() - r.x0() >= SHORTEST_RULE
          && !isTaken((r.x0() + r.x1()) / 2, r.y0())) {
        rules.add(r);
      }
    }
    rules = RuledTables.merged(rules);
    rules.sort(Comparator.comparingDouble(Ruling::y0));
    List<AlignedRow> rows = rules.size() < 2 ? List.of() : freeRows();
    int from = 0;
    while (from + 1 < rules.size() && !Thread.currentThread().isInterrupted()) {
      Ruling first = rules.get(from);
      int to = from;
      while (first.x1() - first.x0() >= SHORTEST_WIDE_RULE
          && to + 1 < rules.size()
          && within(rules.get(to + 1), first)
          && isTabular(
              between(rows, rules.get(to).y0(), rules.get(to + 1).y0()), first.x1() - first.x0())) {
        to++;
      }
      if (to > from) {
        ruled(rules.subList(from, to + 1), rows);
      }
      from = to + 1;
    }
  }

  private static boolean within(Ruling rule, Ruling first) {
    return rule.x0() > first.x0() - NEAR && rule.x1() < first.x1() + NEAR;
  }

  /** Prose between two lines has one field a line; the name in a row may be wrapped. */
  private static boolean isTabular(List<AlignedRow> rows, double width) {
    long several = rows.stream().filter(row -> row.fields().size() > 1).count();
    boolean wrapped =
        rows.size() <= MOST_WRAPPED
            && rows.stream().anyMatch(row -> row.fields().size() > 1 && row.hasFigure());
    long figures = rows.stream().filter(row -> row.fields().size() > 1 && row.hasFigure()).count();
    boolean narrow =
        rows.stream()
            .filter(row -> row.fields().size() == 1)
            .allMatch(row -> row.fields().getFirst().box().width() < NARROW * width);
    return rows.size() <= 2
        || wrapped
        || 2 * several >= rows.size()
        || (narrow && figures > 1 && 4 * figures >= rows.size());
  }

  private void ruled(List<Ruling> rules, List<AlignedRow> all) {
    double left = rules.stream().mapToDouble(Ruling::x0).min().orElseThrow();
    double right = rules.stream().mapToDouble(Ruling::x1).max().orElseThrow();
    double top = rules.getFirst().y0();
    double bottom = rules.getLast().y0();
    List<AlignedRow> rows = between(all, top, bottom);
    List<Ruling> partial =
        rules.stream().filter(r -> r.x1() - r.x0() < 0.9 * (right - left)).toList();
    List<Double> columns = AlignedColumns.boundaries(rows, partial);
    boolean filled = rows.stream().anyMatch(AlignedRow::hasFigure);
    if (columns.isEmpty()
        || !(filled || rules.size() >= RULES_OF_A_BLANK)
        || (partial.isEmpty() && isHeaderAlone(rules, rows, all))) {
      return;
    }
    drawn.add(new Ruling(left, top, left, bottom));
    drawn.add(new Ruling(right, top, right, bottom));
    for (int i = 0; i + 1 < rules.size(); i++) {
      double from = rules.get(i).y0();
      double to = rules.get(i + 1).y0();
      if (to - from < 3) {
        continue;
      }
      List<AlignedRow> band = between(rows, from, to);
      List<Ruling> below = partial.stream().filter(r -> Math.abs(r.y0() - to) < 3).toList();
      double at = from;
      for (double y : isList(band, columns) ? WrappedRows.splits(band) : aroundNumbering(band)) {
        drawn.add(new Ruling(left, y, right, y));
        columns(between(band, at, y), columns, at, y, List.of());
        at = y;
      }
      columns(between(band, at, to), columns, at, to, below);
    }
    taken.add(new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top)));
  }

  /** With lines around its header and below it alone, a table is read like one without any. */
  private static boolean isHeaderAlone(
      List<Ruling> rules, List<AlignedRow> rows, List<AlignedRow> all) {
    double bottom = rules.get(1).y0();
    boolean named =
        between(rows, rules.getFirst().y0(), bottom).stream()
            .flatMap(row -> row.fields().stream())
            .noneMatch(AlignedRow::isMoney);
    if (!named || rules.size() > 3) {
      return false;
    }
    if (rules.size() == 3) {
      return between(rows, bottom, rules.getLast().y0()).stream()
              .filter(row -> row.fields().size() > 1 && row.hasFigure())
              .count()
          >= FEWEST_ROWS;
    }
    AlignedRow next = all.stream().filter(r -> r.middle() > bottom).findFirst().orElse(null);
    return next != null && next.fields().size() > 1 && next.hasFigure();
  }

  /** The row that numbers the columns stands by itself, below headers of several lines. */
  private static List<Double> aroundNumbering(List<AlignedRow> band) {
    List<Double> heights = new ArrayList<>();
    for (AlignedRow row : band) {
      if (row.isNumbering()) {
        band.stream()
            .filter(r -> r.bottom() <= row.top())
            .mapToDouble(AlignedRow::bottom)
            .max()
            .ifPresent(bottom -> heights.add((bottom + row.top()) / 2));
        band.stream()
            .filter(r -> r.top() >= row.bottom())
            .mapToDouble(AlignedRow::top)
            .min()
            .ifPresent(top -> heights.add((row.bottom() + top) / 2));
      }
    }
    return heights;
  }

  /** Whether a column has several figures between two lines: they are of several rows. */
  private static boolean isList(List<AlignedRow> band, List<Double> columns) {
    List<Integer> seen = new ArrayList<>();
    for (AlignedRow row : band) {
      for (TextLine field : row.fields()) {
        if (AlignedRow.isMoney(field) || (row.fields().size() > 1 && AlignedRow.isFigure(field))) {
          int column =
              (int) columns.stream().filter(x -> x < field.box().x() + field.box().width()).count();
          if (seen.contains(column)) {
            return true;
          }
          seen.add(column);
        }
      }
    }
    return false;
  }

  /** Draws the columns from one height to another, but through no field. */
  private void columns(
      List<AlignedRow> rows, List<Double> columns, double top, double bottom, List<Ruling> below) {
    for (double x : columns) {
      boolean crossed =
          rows.stream()
              .flatMap(row -> row.fields().stream())
              .anyMatch(f -> f.box().x() < x - 1 && f.box().x() + f.box().width() > x + 1);
      // A short line below one field is drawn under all that the field heads.
      boolean headed = below.stream().anyMatch(r -> r.x0() < x - NEAR && r.x1() > x + NEAR);
      if (!crossed && !(headed && heads(rows, below, x))) {
        drawn.add(new Ruling(x, top, x, bottom));
      }
    }
  }

  private static boolean heads(List<AlignedRow> rows, List<Ruling> below, double x) {
    return below.stream()
        .filter(r -> r.x0() < x && r.x1() > x)
        .anyMatch(
            r ->
                rows.stream()
                        .flatMap(row -> row.fields().stream())
                        .filter(
                            f ->
                                f.box().x() > r.x0() - NEAR
                                    && f.box().x() + f.box().width() < r.x1() + NEAR)
                        .count()
                    <= 1);
  }
}
