package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.extract.PdfLines.TextLine;

/**
 * Which lines of type are one row where no line parts the rows. Names are wrapped, figures are not:
 * a line without a figure may go on with the row above it, or begin the row below.
 */
final class WrappedRows {
  /** Below this part of the usual distance, a line without a figure goes on with its neighbour. */
  private static final double NEAR = 0.8;

  /** What differs less is the same distance, in points. */
  private static final double NEARER = 0.5;

  /** The first of two lines stands half a line above the figures that are centred beside them. */
  private static final double HALF_A_LINE = 0.8;

  /** A line is full if what is missing is less than this, in heights of its type. */
  private static final double FULL = 1.3;

  /** A shorter line is no reason to wrap a name, in heights of its type. */
  private static final double SHORTEST_FULL = 4;

  /** What begins a name of its own. */
  private static final Pattern BEGINS =
      Pattern.compile("[（(]?[一二三四五六七八九十\\d]+[、.．）)].*|其中.*|[合总小]\\s*计.*|注[:：].*");

  private WrappedRows() {}

  /**
   * Where the body begins: with a row that has figures, or the lines of its name above it.
   *
   * @param from the first row with figures
   */
  static int first(List<AlignedRow> rows, int from) {
    int first = from;
    while (first > 0 && first < rows.size() && begins(rows, first - 1, from)) {
      first--;
    }
    return first;
  }

  private static boolean begins(List<AlignedRow> rows, int at, int figures) {
    AlignedRow above = rows.get(at);
    AlignedRow below = rows.get(at + 1);
    if (rows.get(figures).isNumbering() || !above.isTight(below)) {
      return false;
    }
    // As far apart as lines of type are, a header may stand there as well.
    return below.middle() - above.middle() < HALF_A_LINE * below.height()
        || isFull(above, below, rows.subList(at, rows.size()));
  }

  /** The heights that part the rows of a list; a wrapped line stays with its nearer neighbour. */
  static List<Double> splits(List<AlignedRow> band) {
    double usual = usualDistance(band);
    double near = NEAR * usual;
    List<Double> splits = new ArrayList<>();
    for (int i = 0; i + 1 < band.size(); i++) {
      double gap = distance(band, i);
      boolean down =
          !band.get(i).hasFigure() && gap < Math.min(near, distance(band, i - 1) - NEARER);
      boolean up = !band.get(i + 1).hasFigure() && gap < near && gap <= distance(band, i + 1);
      if (!down && !up && !(gap < usual + 1 && isRest(band, i))) {
        splits.add((band.get(i).bottom() + band.get(i + 1).top()) / 2);
      }
    }
    return splits;
  }

  /** Whether the line below the one at {@code i} is the end of its name, or of its names. */
  private static boolean isRest(List<AlignedRow> band, int i) {
    AlignedRow above = band.get(i);
    AlignedRow below = band.get(i + 1);
    return !below.hasFigure()
        && isFull(above, below, band)
        && below.fields().stream().noneMatch(f -> BEGINS.matcher(f.text()).matches())
        && !isFull(below, below, band);
  }

  /** Whether each field below has one above that fills the line as far as any of the table. */
  private static boolean isFull(AlignedRow above, AlignedRow below, List<AlignedRow> table) {
    List<TextLine> names =
        below.fields().stream().filter(field -> !AlignedRow.isFigure(field)).toList();
    return !names.isEmpty()
        && names.stream()
            .allMatch(
                field ->
                    above.fields().stream()
                        .filter(f -> !AlignedRow.isFigure(f) && overlap(f, field))
                        .anyMatch(f -> isFull(f, table)));
  }

  private static boolean isFull(TextLine field, List<AlignedRow> table) {
    double em = field.box().height();
    double furthest =
        table.stream()
            .flatMap(row -> row.fields().stream())
            .filter(f -> !AlignedRow.isFigure(f) && overlap(f, field))
            .mapToDouble(WrappedRows::right)
            .max()
            .orElse(0);
    return field.box().width() > SHORTEST_FULL * em && right(field) > furthest - FULL * em;
  }

  private static boolean overlap(TextLine a, TextLine b) {
    return a.box().x() < right(b) && b.box().x() < right(a);
  }

  private static double right(TextLine field) {
    return field.box().x() + field.box().width();
  }

  /** By its names: digits may be of another typeface, and stand higher or lower. */
  private static double place(AlignedRow row) {
    return row.fields().stream()
        .filter(field -> !AlignedRow.isFigure(field))
        .mapToDouble(field -> field.box().y() + field.box().height() / 2)
        .max()
        .orElse(row.middle());
  }

  /** From the row at {@code i} to the one below it. */
  private static double distance(List<AlignedRow> band, int i) {
    return i < 0 || i + 1 >= band.size()
        ? Double.MAX_VALUE
        : place(band.get(i + 1)) - place(band.get(i));
  }

  private static double usualDistance(List<AlignedRow> band) {
    List<AlignedRow> figures = band.stream().filter(AlignedRow::hasFigure).toList();
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i + 1 < figures.size(); i++) {
      distances.add(place(figures.get(i + 1)) - place(figures.get(i)));
    }
    distances.sort(Comparator.naturalOrder());
    return distances.isEmpty() ? 0 : distances.get(distances.size() / 2);
  }
}
