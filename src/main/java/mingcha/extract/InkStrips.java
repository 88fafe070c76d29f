package mingcha.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mingcha.extract.Tesseract.Word;

/**
 * Cuts the lines of type out of the cells of tables and pastes them one below the other, so that
 * recognition sees a column of plain lines instead of a table, of which it loses cells.
 */
final class InkStrips {
  /** Recognition is best where type is about this high, in pixels. */
  private static final double WANTED_HEIGHT = 44;

  private static final double LARGE = 1.25;
  private static final int MARGIN = 24;

  /** In pixels; a line leans and breaks by as many. */
  private static final int SAME_LINE = 3;

  /** The command takes pictures up to 32,767 pixels high. */
  private static final int TALLEST = 12_000;

  private final Ink ink;
  private final List<Strip> strips = new ArrayList<>();

  InkStrips(Ink ink) {
    this.ink = ink;
  }

  /**
   * A line of type by the pixels it covers, all inclusive.
   *
   * @param cell that it stands in
   */
  record Strip(int x0, int y0, int x1, int y1, Cell cell) {
    int height() {
      return y1 - y0 + 1;
    }
  }

  /** A cell by the pixels within its lines, all inclusive. */
  record Cell(int x0, int y0, int x1, int y1) {
    /** Whether the two stand above each other between the same lines. */
    boolean sharesColumn(Cell other) {
      return Math.abs(x0 - other.x0) <= SAME_LINE && Math.abs(x1 - other.x1) <= SAME_LINE;
    }
  }

  /**
   * Strips one below the other.
   *
   * @param tops where each strip begins in the picture
   */
  record Sheet(BufferedImage picture, List<Strip> strips, List<Integer> tops, double type) {
    /** The strip at a height of the picture, or the nearest to it. */
    int at(double y) {
      int found = Collections.binarySearch(tops, (int) y);
      int index = found >= 0 ? found : Math.max(0, -found - 2);
      return Math.min(index, strips.size() - 1);
    }

    /** A word of this picture, in the pixels of the page. */
    Word onPage(Word word, Strip strip) {
      double scale = scale(strip, type);
      return new Word(
          word.text(),
          (int) (strip.x0() + (word.x() - MARGIN) / scale),
          strip.y0(),
          (int) Math.max(1, word.width() / scale),
          strip.height(),
          strip.y0(),
          strip.height(),
          word.confidence());
    }
  }

  /** Adds the lines of type within these pixels, all inclusive. */
  void add(int x0, int y0, int x1, int y1) {
    Cell cell = new Cell(x0, y0, x1, y1);
    int from = -1;
    for (int y = y0; y <= y1 + 1; y++) {
      boolean inked = y <= y1 && inked(x0, x1, y);
      if (inked && from < 0) {
        from = y;
      } else if (!inked && from >= 0) {
        line(cell, from, y - 1);
        from = -1;
      }
    }
  }

  private boolean inked(int x0, int x1, int y) {
    for (int x = x0; x <= x1; x++) {
      if (ink.isDark(x, y)) {
        return true;
      }
    }
    return false;
  }

  private void line(Cell cell, int y0, int y1) {
    int left = cell.x0();
    while (left < cell.x1() && !inkedDown(left, y0, y1)) {
      left++;
    }
    int right = cell.x1();
    while (right > left && !inkedDown(right, y0, y1)) {
      right--;
    }
    strips.add(new Strip(left, y0, right, y1, cell));
  }

  private boolean inkedDown(int x, int y0, int y1) {
    for (int y = y0; y <= y1; y++) {
      if (ink.isDark(x, y)) {
        return true;
      }
    }
    return false;
  }

  /** The lines added so far. */
  List<Strip> lines() {
    return whole(typeHeight());
  }

  /**
   * A line alone on its sheet.
   *
   * @param size in parts of the usual
   */
  Sheet sheet(Strip line, double size) {
    return sheet(List.of(line), typeHeight() / size, (int) Math.round(WANTED_HEIGHT * 0.9));
  }

  /** Sheets of these lines. */
  List<Sheet> sheets(List<Strip> lines) {
    double type = typeHeight();
    int gap = (int) Math.round(WANTED_HEIGHT * 0.9);
    List<Sheet> sheets = new ArrayList<>();
    List<Strip> batch = new ArrayList<>();
    double tall = 0;
    for (Strip strip : lines) {
      tall += strip.height() * scale(strip, type) + gap;
      batch.add(strip);
      if (tall > TALLEST) {
        sheets.add(sheet(batch, type, gap));
        batch = new ArrayList<>();
        tall = 0;
      }
    }
    if (!batch.isEmpty()) {
      sheets.add(sheet(batch, type, gap));
    }
    return sheets;
  }

  /** The height of most lines: 一 and - are lower, and are not scaled up to it. */
  private double typeHeight() {
    int[] heights = strips.stream().mapToInt(Strip::height).sorted().toArray();
    return heights.length == 0 ? WANTED_HEIGHT : Math.max(8, heights[heights.length * 3 / 4]);
  }

  /**
   * Parts of characters that stand above each other in one cell, as in 二, are one line; specks are
   * none. Figures of narrow columns stand as near to each other as those parts do.
   */
  private List<Strip> whole(double height) {
    List<Strip> result = new ArrayList<>();
    for (Strip next : strips) {
      Strip last = result.isEmpty() ? null : result.getLast();
      boolean same =
          last != null
              && next.cell().equals(last.cell())
              && next.y0() >= last.y0()
              && next.y1() - last.y0() + 1 <= 1.15 * height
              && next.x0() <= last.x1() + height
              && next.x1() >= last.x0() - height;
      if (last != null && same) {
        result.removeLast();
        result.add(
            new Strip(
                Math.min(last.x0(), next.x0()),
                last.y0(),
                Math.max(last.x1(), next.x1()),
                next.y1(),
                last.cell()));
      } else {
        result.add(next);
      }
    }
    result.removeIf(s -> s.height() <= 3 && s.x1() - s.x0() <= 3);
    return result;
  }

  /** Larger type is brought down to the height of the others. */
  private static double scale(Strip strip, double type) {
    double height = strip.height() > LARGE * type ? strip.height() : type;
    return Math.clamp(WANTED_HEIGHT / height, 0.25, 3);
  }

  private Sheet sheet(List<Strip> batch, double type, int gap) {
    int width = 0;
    int height = gap;
    for (Strip strip : batch) {
      double scale = scale(strip, type);
      width = Math.max(width, (int) ((strip.x1() - strip.x0() + 1) * scale));
      height += (int) (strip.height() * scale) + gap;
    }
    BufferedImage picture =
        new BufferedImage(width + 2 * MARGIN, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    List<Integer> tops = new ArrayList<>();
    int y = gap;
    for (Strip s : batch) {
      double scale = scale(s, type);
      int down = (int) (s.height() * scale);
      int across = (int) ((s.x1() - s.x0() + 1) * scale);
      graphics.drawImage(
          ink.picture(),
          MARGIN,
          y,
          MARGIN + across,
          y + down,
          s.x0(),
          s.y0(),
          s.x1() + 1,
          s.y1() + 1,
          null);
      tops.add(y - gap / 2);
      y += down + gap;
    }
    graphics.dispose();
    return new Sheet(picture, List.copyOf(batch), List.copyOf(tops), type);
  }
}
