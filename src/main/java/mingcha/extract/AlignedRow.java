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

  private static AlignedRow cut(List<Glyph> line) {
    List<TextLine> fields = new ArrayList<>();
    List<Glyph> field = new ArrayList<>();
    double right = 0;
    for (Glyph glyph : line) {
      if (!field.isEmpty() && glyph.x() - right > GAP * glyph.size()) {
        fields.add(PdfLines.line(field));
        field = new ArrayList<>();
      }
      right = field.isEmpty() ? glyph.x() + glyph.width() : Math.max(right, right(glyph));
      field.add(glyph);
    }
    fields.add(PdfLines.line(field));
    return new AlignedRow(fields);
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
