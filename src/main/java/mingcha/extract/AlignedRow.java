package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
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
    List<AlignedRow> rows = new ArrayList<>();
    for (List<Glyph> line : PdfLines.lines(glyphs)) {
      rows.add(cut(line));
    }
    return rows;
  }

  /** A figure at the right of its column and a name at the left of the next stand nearer. */
  private static final double GAP_BEHIND_A_FIGURE = 0.5;

  private static AlignedRow cut(List<Glyph> line) {
    List<TextLine> fields = new ArrayList<>();
    List<Glyph> field = new ArrayList<>();
    double right = 0;
    for (Glyph glyph : line) {
      double gap = field.isEmpty() ? 0 : (glyph.x() - right) / glyph.size();
      if (gap > GAP || (gap > GAP_BEHIND_A_FIGURE && endsFigure(field, glyph))) {
        fields.add(PdfLines.line(field));
        field = new ArrayList<>();
      }
      right = field.isEmpty() ? glyph.x() + glyph.width() : Math.max(right, right(glyph));
      field.add(glyph);
    }
    fields.add(PdfLines.line(field));
    return new AlignedRow(fields);
  }

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

  double top() {
    return fields.stream().mapToDouble(f -> f.box().y()).min().orElse(0);
  }

  double bottom() {
    return fields.stream().mapToDouble(f -> f.box().y() + f.box().height()).max().orElse(0);
  }

  double middle() {
    return (top() + bottom()) / 2;
  }
}
