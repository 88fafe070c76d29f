package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Box;
import mingcha.extract.PdfScan.Glyph;
import org.jspecify.annotations.Nullable;

/** Puts glyphs together to lines, and lines to the text of a cell. */
final class PdfLines {
  /** Baselines that are nearer than this part of the type's size are one line. */
  private static final double SAME_LINE = 0.5;

  /** A gap this wide, in parts of the type's size, is a space. */
  private static final double SPACE = 0.6;

  private static final double LATIN_SPACE = 0.2;

  /** Type drawn twice, a little aside, is bold. */
  private static final double TWICE = 0.25;

  /** The second l of all stands no further off, but by its own width. */
  private static final double NARROW = 0.6;

  private static final double HARDLY = 0.05;

  private PdfLines() {}

  /** A line of type. */
  record TextLine(String text, Box box, @Nullable Integer confidence) {}

  static List<TextLine> of(List<Glyph> glyphs) {
    List<TextLine> lines = new ArrayList<>();
    for (List<Glyph> line : lines(glyphs)) {
      lines.add(line(line));
    }
    return lines;
  }

  /** The glyphs of each line, from left to right. */
  static List<List<Glyph>> lines(List<Glyph> glyphs) {
    return lines(glyphs, SAME_LINE);
  }

  /**
   * The glyphs of each line, from left to right.
   *
   * @param same how far baselines of one line differ, in sizes of the type
   */
  static List<List<Glyph>> lines(List<Glyph> glyphs, double same) {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::y));
    List<List<Glyph>> lines = new ArrayList<>();
    List<Glyph> line = new ArrayList<>();
    double baseline = 0;
    for (Glyph glyph : sorted) {
      if (!line.isEmpty() && glyph.y() - baseline > same * glyph.size()) {
        lines.add(line);
        line = new ArrayList<>();
      }
      if (line.isEmpty()) {
        baseline = glyph.y();
      }
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    lines.forEach(l -> l.sort(Comparator.comparingDouble(Glyph::x)));
    return lines;
  }

  /** The glyphs are of one line, from left to right. */
  static TextLine line(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    Glyph last = null;
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (Glyph glyph : glyphs) {
      if (last != null && isTwice(last, glyph)) {
        continue;
      }
      if (last != null && glyph.x() - (last.x() + last.width()) > space(last, glyph)) {
        text.append(' ');
      }
      text.append(glyph.text());
      left = Math.min(left, glyph.x());
      right = Math.max(right, glyph.x() + glyph.width());
      top = Math.min(top, glyph.y() - glyph.size());
      bottom = Math.max(bottom, glyph.y() + glyph.size() * 0.2);
      last = glyph;
    }
    return new TextLine(
        text.toString(),
        new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top)),
        confidence(glyphs));
  }

  /** Latin words stand nearer to each other than columns do. */
  private static double space(Glyph a, Glyph b) {
    boolean latin =
        isLatin(a.text().charAt(a.text().length() - 1))
            || isLatin(b.text().charAt(0))
            || a.text().equals(":");
    return (latin ? LATIN_SPACE : SPACE) * b.size();
  }

  private static boolean isTwice(Glyph a, Glyph b) {
    double near = Math.min(TWICE * b.size(), Math.max(HARDLY * b.size(), NARROW * b.width()));
    return a.text().equals(b.text())
        && Math.abs(a.x() - b.x()) < near
        && Math.abs(a.y() - b.y()) < TWICE * b.size();
  }

  /** The lines of a cell, joined without a space unless both sides are Latin letters. */
  static String joined(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    for (TextLine line : of(glyphs)) {
      boolean latin =
          !text.isEmpty()
              && isLatin(text.charAt(text.length() - 1))
              && isLatin(line.text().charAt(0));
      text.append(latin ? " " : "").append(line.text());
    }
    return text.toString();
  }

  /** The least of theirs: a figure is as sure as its least sure digit. Null if all are said. */
  static @Nullable Integer confidence(List<Glyph> glyphs) {
    int least = Glyph.SAID;
    for (Glyph glyph : glyphs) {
      least = Math.min(least, glyph.confidence());
    }
    return least == Glyph.SAID ? null : Integer.valueOf(least);
  }

  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
