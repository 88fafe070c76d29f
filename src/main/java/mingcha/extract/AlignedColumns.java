package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table without lines between them: what stands below each other in the rows with
 * figures. A header that stands over none of them is the header of an empty column, or of the
 * nearest column that has none.
 */
final class AlignedColumns {
  /** A name that runs into the next column happens once in so many rows. */
  private static final int ROWS_A_FAULT = 12;

  private static final double LEAST_GAP = 2;

  /** The name of a total stands over code and name alike. */
  private static final Pattern TOTAL = Pattern.compile(".*[合总小]\\s*计");

  /** How far a header may stand from what it heads; figures stand at the right of wide columns. */
  private static final double NEAR = 60;

  private static final double NEAR_FIGURES = 120;

  private AlignedColumns() {}

  /** A column's extent; it grows with its headers. */
  private static final class Extent {
    double left;
    double right;
    boolean headed;
    boolean figures;

    Extent(double left, double right) {
      this.left = left;
      this.right = right;
    }

    boolean overlaps(TextLine field) {
      return left(field) < right && right(field) > left;
    }
  }

  /**
   * Where one column ends and the next begins, from left to right.
   *
   * @param partial lines below what heads several columns: they end where those do
   */
  static List<Double> boundaries(List<AlignedRow> rows, List<Ruling> partial) {
    int from = header(rows);
    List<AlignedRow> header = new ArrayList<>(rows.subList(0, from));
    List<AlignedRow> body = new ArrayList<>(rows.subList(from, rows.size()));
    if (body.isEmpty()) {
      body.addAll(header);
      header.clear();
    }
    Set<String> headed = header.stream().map(AlignedColumns::text).collect(Collectors.toSet());
    List<AlignedRow> rest =
        body.stream()
            .filter(row -> !row.isNumbering() && (row.hasFigure() || !headed.contains(text(row))))
            .toList();
    List<Extent> columns = extents(rest);
    columns.forEach(column -> column.figures = isFigures(column, rest));
    body.stream().filter(AlignedRow::isNumbering).limit(1).forEach(row -> number(row, columns));
    List<TextLine> headers = header.stream().flatMap(row -> row.fields().stream()).toList();
    for (AlignedRow row : header.reversed()) {
      head(row, headers, columns);
    }
    // Of names that few rows have, their header alone tells the column.
    reach(rest, columns);
    columns.sort(Comparator.comparingDouble(column -> column.left));
    List<Double> boundaries = new ArrayList<>();
    for (int i = 0; i + 1 < columns.size(); i++) {
      boundaries.add(between(columns.get(i).right, columns.get(i + 1).left, partial));
    }
    return boundaries;
  }

  /**
   * How many rows the header has: those before the first with a figure. Of a name that is wrapped
   * around its figures the first line is none.
   */
  private static int header(List<AlignedRow> rows) {
    int from = 0;
    while (from < rows.size() && !rows.get(from).hasFigure()) {
      from++;
    }
    return WrappedRows.first(rows, from);
  }

  /** A sweep over the edges of all fields: a column is where more than a few of them are. */
  private static List<Extent> extents(List<AlignedRow> body) {
    List<double[]> edges = new ArrayList<>();
    for (AlignedRow row : body) {
      for (TextLine field : row.fields()) {
        if (!TOTAL.matcher(field.text()).matches()) {
          edges.add(new double[] {left(field), 1});
          edges.add(new double[] {right(field), -1});
        }
      }
    }
    edges.sort(Comparator.<double[]>comparingDouble(e -> e[0]).thenComparingDouble(e -> -e[1]));
    int ignored = body.size() / ROWS_A_FAULT;
    List<Extent> columns = new ArrayList<>();
    int depth = 0;
    for (double[] edge : edges) {
      boolean was = depth > ignored;
      depth += (int) edge[1];
      boolean is = depth > ignored;
      if (is && !was) {
        boolean near = !columns.isEmpty() && edge[0] - columns.getLast().right < LEAST_GAP;
        if (!near) {
          columns.add(new Extent(edge[0], edge[0]));
        }
      } else if (was && !is) {
        columns.getLast().right = edge[0];
      }
    }
    reach(body, columns);
    return columns;
  }

  /**
   * The few that reach further than others, but into no other column, are of theirs all the same.
   */
  private static void reach(List<AlignedRow> rows, List<Extent> columns) {
    for (AlignedRow row : rows) {
      for (TextLine field : row.fields()) {
        List<Extent> own = columns.stream().filter(column -> column.overlaps(field)).toList();
        if (own.size() == 1) {
          grow(own.getFirst(), field, columns);
        }
      }
    }
  }

  private static double between(double from, double to, List<Ruling> partial) {
    double[] ends =
        partial.stream()
            .flatMapToDouble(r -> DoubleStream.of(r.x0(), r.x1()))
            .filter(x -> x >= from - LEAST_GAP && x <= to + LEAST_GAP)
            .toArray();
    return ends.length == 0 ? (from + to) / 2 : DoubleStream.of(ends).average().orElseThrow();
  }

  /** Each number of the row that numbers the columns is that of one, also of an empty one. */
  private static void number(AlignedRow row, List<Extent> columns) {
    List<TextLine> numbers = row.fields().stream().filter(AlignedRow::isFigure).toList();
    numbers.forEach(n -> columns.stream().filter(c -> c.overlaps(n)).forEach(c -> c.headed = true));
    for (TextLine number : numbers) {
      if (columns.stream().noneMatch(c -> c.overlaps(number))) {
        headOrAdd(number, columns);
      }
    }
  }

  private static boolean isFigures(Extent column, List<AlignedRow> rows) {
    return rows.stream()
        .flatMap(row -> row.fields().stream())
        .filter(field -> column.overlaps(field) && !TOTAL.matcher(field.text()).matches())
        .allMatch(AlignedRow::isFigure);
  }

  /** A header that stands over nothing is that of the nearest column, or of an empty one. */
  private static void headOrAdd(TextLine field, List<Extent> columns) {
    Extent near = nearest(field, columns);
    if (near != null) {
      near.headed = true;
      grow(near, field, columns);
    } else {
      Extent empty = new Extent(left(field), right(field));
      empty.headed = true;
      columns.add(empty);
    }
  }

  /** The headers of a table stand again above each of its parts. */
  private static String text(AlignedRow row) {
    return row.fields().stream().map(TextLine::text).collect(Collectors.joining(" "));
  }

  /** The lowest row of headers first; what lies over several columns heads them all. */
  private static void head(AlignedRow row, List<TextLine> headers, List<Extent> columns) {
    List<TextLine> loose = new ArrayList<>();
    for (TextLine field : row.fields()) {
      List<Extent> below = columns.stream().filter(c -> c.overlaps(field)).toList();
      boolean several = isOverSeveral(field, headers);
      if (below.isEmpty() && !several) {
        loose.add(field);
      }
      below.forEach(column -> column.headed = true);
      if (below.size() == 1 && !several) {
        grow(below.getFirst(), field, columns);
      }
    }
    for (TextLine field : loose) {
      Extent figures = figuresBeyond(field, headers, columns);
      if (figures == null) {
        headOrAdd(field, columns);
      } else {
        figures.headed = true;
        grow(figures, field, columns);
      }
    }
  }

  /**
   * Whether it stands in the middle of some of the lower headers: then it heads them all. Each of
   * them belongs to the nearest of those above it.
   */
  static boolean isOverSeveral(TextLine field, List<TextLine> headers) {
    double em = field.box().height();
    List<TextLine> own =
        headers.stream()
            .filter(
                lower ->
                    headers.stream()
                        .filter(h -> isAbove(h, lower))
                        .min(Comparator.comparingDouble(h -> Math.abs(middle(h) - middle(lower))))
                        .filter(field::equals)
                        .isPresent())
            .toList();
    return own.stream()
        .filter(l -> middle(l) < middle(field) - em)
        .anyMatch(
            l ->
                own.stream()
                    .anyMatch(
                        r ->
                            middle(r) > middle(field) + em
                                && Math.abs(r.box().y() - l.box().y()) < em / 2));
  }

  private static boolean isAbove(TextLine header, TextLine lower) {
    double em = header.box().height();
    return lower.box().y() > header.box().y() + em - em / 4;
  }

  private static double middle(TextLine field) {
    return (left(field) + right(field)) / 2;
  }

  /**
   * The next column to the right, if it has figures and nothing else can be their header: that
   * stands at the left of the column, and they at its right, however wide it is. Or null.
   */
  private static @Nullable Extent figuresBeyond(
      TextLine field, List<TextLine> headers, List<Extent> columns) {
    Extent next =
        columns.stream()
            .filter(column -> column.left >= right(field))
            .min(Comparator.comparingDouble(column -> column.left))
            .orElse(null);
    if (next == null || next.headed || !next.figures) {
      return null;
    }
    boolean other = headers.stream().anyMatch(h -> left(h) >= right(field) && left(h) < next.right);
    return other ? null : next;
  }

  /** A column without a header next to the field, with nothing between them; or null. */
  private static @Nullable Extent nearest(TextLine field, List<Extent> columns) {
    Extent nearest = null;
    double least = Double.MAX_VALUE;
    for (Extent column : columns) {
      double distance = Math.max(column.left - right(field), left(field) - column.right);
      if (distance < least) {
        least = distance;
        nearest = column;
      }
    }
    if (nearest == null || nearest.headed) {
      return null;
    }
    boolean number = AlignedRow.isFigure(field);
    boolean figures = nearest.figures && nearest.left >= left(field);
    return least <= (figures ? NEAR_FIGURES : number ? 0 : NEAR) ? nearest : null;
  }

  private static void grow(Extent column, TextLine field, List<Extent> columns) {
    double left = Math.min(column.left, left(field));
    double right = Math.max(column.right, right(field));
    boolean free =
        columns.stream().allMatch(c -> c == column || c.right <= left || c.left >= right);
    if (free) {
      column.left = left;
      column.right = right;
    }
  }

  private static double left(TextLine field) {
    return field.box().x();
  }

  private static double right(TextLine field) {
    return field.box().x() + field.box().width();
  }
}
