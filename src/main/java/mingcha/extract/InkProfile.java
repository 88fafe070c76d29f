package mingcha.extract;

import java.util.Arrays;

/**
 * What the sums of ink along the rows and columns of a picture say of how the page lies on it:
 * along lines of type and rules they rise and fall the steepest, and between the lines is paper.
 */
final class InkProfile {
  /** Degrees; what leans more was not meant to be straight. */
  private static final double MOST_LEAN = 5;

  private static final double COARSE = 0.25;
  private static final double FINE = 0.05;

  /** A picture whose rows are only as clear as this, in parts of what they were, has none. */
  private static final double CLEARER = 1.1;

  /** Every so many columns: as good as all of them. */
  private static final int STRIDE = 4;

  /** Ink of a row that is only specks. */
  private static final int SPECKS = 2;

  private static final int FEW_CHARACTERS = 4;

  private InkProfile() {}

  /** Degrees that the lines fall to the right by; 0 where there are none to tell. */
  static double lean(Ink ink) {
    int[][] columns = new int[ink.width() / STRIDE + 1][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = darkOf(ink, i * STRIDE);
    }
    double straight = steepness(columns, ink.height(), 0);
    double best = steepest(columns, ink.height(), 0, MOST_LEAN, COARSE);
    best = steepest(columns, ink.height(), best, COARSE - FINE, FINE);
    return steepness(columns, ink.height(), best) > CLEARER * straight ? best : 0;
  }

  private static int[] darkOf(Ink ink, int x) {
    int[] dark = new int[ink.height()];
    int count = 0;
    for (int y = 0; y < ink.height(); y++) {
      if (ink.isDark(x, y)) {
        dark[count++] = y;
      }
    }
    return Arrays.copyOf(dark, count);
  }

  private static double steepest(
      int[][] columns, int height, double middle, double reach, double step) {
    double best = middle;
    double most = steepness(columns, height, middle);
    for (int i = (int) -Math.round(reach / step); i <= Math.round(reach / step); i++) {
      double steepness = steepness(columns, height, middle + i * step);
      if (steepness > most) {
        most = steepness;
        best = middle + i * step;
      }
    }
    return best;
  }

  /** How much more or less ink each row has than the one above, if rows lean by so many degrees. */
  private static double steepness(int[][] columns, int height, double lean) {
    double slope = Math.tan(Math.toRadians(lean)) * STRIDE;
    int most = (int) Math.ceil(Math.abs(slope) * columns.length) + 1;
    int[] rows = new int[height + 2 * most];
    for (int i = 0; i < columns.length; i++) {
      int down = most - (int) Math.round(slope * i);
      for (int y : columns[i]) {
        rows[y + down]++;
      }
    }
    double sum = 0;
    for (int i = 1; i < rows.length; i++) {
      double step = rows[i] - rows[i - 1];
      sum += step * step;
    }
    return sum;
  }

  /**
   * Whether the lines of type stand on end. Between lines is more paper than between characters and
   * between columns: a half of the height of real pages, a quarter of their width at most. Of a
   * single line, which is no higher than a few of its characters are wide, that does not hold.
   */
  static boolean isSideways(Ink ink) {
    Bands rows = bands(ink, true);
    Bands columns = bands(ink, false);
    return columns.paper() > rows.paper() && rows.reach() > FEW_CHARACTERS * columns.breadth();
  }

  /**
   * The rows, or columns, with ink.
   *
   * @param reach from the first to the last
   * @param inked how many of these have ink
   * @param count how often they follow one without
   */
  private record Bands(int reach, int inked, int count) {
    double paper() {
      return reach == 0 ? 0 : 1 - (double) inked / reach;
    }

    double breadth() {
      return count == 0 ? 0 : (double) inked / count;
    }
  }

  private static Bands bands(Ink ink, boolean rows) {
    int length = rows ? ink.height() : ink.width();
    int first = -1;
    int last = -1;
    int inked = 0;
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (hasInk(ink, i, rows)) {
        first = first < 0 ? i : first;
        count += last < i - 1 || inked == 0 ? 1 : 0;
        last = i;
        inked++;
      }
    }
    return new Bands(first < 0 ? 0 : last - first + 1, inked, count);
  }

  private static boolean hasInk(Ink ink, int at, boolean row) {
    int across = row ? ink.width() : ink.height();
    int count = 0;
    for (int i = 0; i < across && count <= SPECKS; i++) {
      count += (row ? ink.isDark(i, at) : ink.isDark(at, i)) ? 1 : 0;
    }
    return count > SPECKS;
  }
}
