package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Glyph;

/**
 * A line of type cut where wide gaps are: the fields of a row, if it is one.
 *
 * @param fields from left to right
 */
record AlignedRow(List<TextLine> fields) {
  /** Gaps of a blank character are found within names; columns stand further apart. */
  private static final double GAP = 0.9;

  private static final Pattern FIGURE =
      Pattern.compile("[-−]?(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)(?:\\.\\d+)?%?|[-—–]+");
  private static final Pattern MONEY = Pattern.compile("[-−]?[\\d,，]+\\.\\d{1,2}%?");

  private static final Pattern CODE = Pattern.compile("2\\d{2}(?:\\d{2}){0,2}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final int SHORTEST_FIGURE = 3;
  private static final int LONGEST_LABEL = 4;

  AlignedRow {
    fields = List.copyOf(fields);
  }

  static List<AlignedRow> of(List<Glyph> glyphs) {
    return of(PdfLines.lines(glyphs), AlignedRow::isGap);
  }

  /** The lines of a wrapped name stand half a line above and below its figures. */
  private static final double FINE_LINE = 0.35;

  /** The same rows, also cut at the narrow gaps around figures that padding alone leaves. */
  static List<AlignedRow> fine(List<Glyph> glyphs) {
    return of(PdfLines.lines(glyphs, FINE_LINE), AlignedRow::isFineGap);
  }

  private static List<AlignedRow> of(List<List<Glyph>> lines, BiPredicate<List<Glyph>, Glyph> gap) {
    List<AlignedRow> rows = new ArrayList<>();
    for (List<Glyph> line : lines) {
      rows.add(cut(line, gap));
    }
    return rows;
  }

  private static AlignedRow cut(List<Glyph> line, BiPredicate<List<Glyph>, Glyph> gap) {
    List<TextLine> fields = new ArrayList<>();
    List<Glyph> field = new ArrayList<>();
    for (Glyph glyph : line) {
      if (!field.isEmpty() && gap.test(field, glyph)) {
        fields.add(PdfLines.line(field));
        field = new ArrayList<>();
      }
      field.add(glyph);
    }
    fields.add(PdfLines.line(field));
    return new AlignedRow(fields);
  }

  /** A figure at the right of its column and a name at the left of the next stand nearer. */
  private static final double GAP_BEHIND_A_FIGURE = 0.5;

  private static final double GAP_AT_A_DIGIT = 0.35;

  /** The blank between two figures, which no figure has within itself. */
  private static final double GAP_BEHIND_MONEY = 0.2;

  private static double gap(List<Glyph> field, Glyph next) {
    double right = field.stream().mapToDouble(AlignedRow::right).max().orElse(next.x());
    return (next.x() - right) / next.size();
  }

  private static boolean isGap(List<Glyph> field, Glyph next) {
    double gap = gap(field, next);
    return gap > GAP || (gap > GAP_BEHIND_A_FIGURE && endsFigure(field, next));
  }

  private static boolean isFineGap(List<Glyph> field, Glyph next) {
    double gap = gap(field, next);
    boolean digit = isDigit(field.getLast()) || isDigit(next);
    return gap > GAP_BETWEEN_NAMES
        || (gap > GAP_AT_A_DIGIT && digit)
        || (gap > GAP_BEHIND_MONEY
            && digit
            && MONEY.matcher(PdfLines.line(field).text()).matches());
  }

  private static boolean isDigit(Glyph glyph) {
    return Character.isDigit(glyph.text().charAt(0));
  }

  private static final double GAP_BETWEEN_NAMES = 0.35;

  /** Money, or a code, and then something else: 2022 年 is no two fields. */
  private static boolean endsFigure(List<Glyph> field, Glyph next) {
    if (field.size() < SHORTEST_FIGURE || Character.isDigit(next.text().charAt(0))) {
      return false;
    }
    String text = PdfLines.line(field).text();
    return MONEY.matcher(text).matches() || CODE.matcher(text).matches();
  }

  private static double right(Glyph glyph) {
    return glyph.x() + glyph.width();
  }

  static boolean isFigure(TextLine field) {
    return FIGURE.matcher(field.text()).matches();
  }

  static boolean isMoney(TextLine field) {
    return MONEY.matcher(field.text()).matches();
  }

  boolean hasFigure() {
    return fields.stream().anyMatch(AlignedRow::isFigure);
  }

  /** {@code 栏次 1 2 3}: the columns' numbers. */
  boolean isNumbering() {
    int last = 0;
    int count = 0;
    for (TextLine field : fields) {
      if (NUMBER.matcher(field.text()).matches()) {
        int number = Integer.parseInt(field.text());
        if (number != last + 1) {
          return false;
        }
        last = number;
        count++;
      } else if (isOther(field)) {
        return false;
      }
    }
    return count > 1;
  }

  private static boolean isOther(TextLine field) {
    return isFigure(field) || field.text().length() > LONGEST_LABEL;
  }

  /** Lines of one name stand as near to each other, in heights of their type. */
  private static final double TIGHT = 0.2;

  /** Whether the row below is another line of the same. */
  boolean isTight(AlignedRow below) {
    return below.top() - bottom() < TIGHT * (below.bottom() - below.top());
  }

  double top() {
    return fields.stream().mapToDouble(f -> f.box().y()).min().orElse(0);
  }

  double bottom() {
    return fields.stream().mapToDouble(f -> f.box().y() + f.box().height()).max().orElse(0);
  }

  double height() {
    return bottom() - top();
  }

  double middle() {
    return (top() + bottom()) / 2;
  }
}
