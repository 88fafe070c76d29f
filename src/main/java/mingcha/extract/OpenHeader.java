package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Box;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table without lines: above each column stands its own name, and above that, in
 * the middle of some columns, the name of all of them.
 */
final class OpenHeader {
  /** Lines of one header stand as near to each other, in heights of their type. */
  private static final double SAME_BLOCK = 0.4;

  /** And they are centred, or begin or end, as exactly below each other. */
  private static final double SAME_PLACE = 0.6;

  /** Headers of one line end as near to each other, in points. */
  private static final double SAME_LEVEL = 4;

  /** Between texts the sides of cells are not known better, in points. */
  private static final double ABOUT = 15;

  private static final double HEADS_NOTHING = 1000;

  private static final int LEFT_OUT = -1;

  /** A name is wrapped where less room than this is left, in heights of its type. */
  private static final double ROOM = 1.5;

  private final List<Box> blocks;
  private final OpenColumns columns;
  private final List<List<Box>> chains = new ArrayList<>();

  private OpenHeader(List<Box> blocks, OpenColumns columns) {
    this.blocks = blocks;
    this.columns = columns;
  }

  /** The lines of each header joined, as far as they stand below each other without a gap. */
  static List<Box> blocks(List<AlignedRow> header) {
    List<Box> blocks = new ArrayList<>();
    for (AlignedRow line : header) {
      List<Box> above = List.copyOf(blocks);
      for (TextLine field : line.fields()) {
        Box box = field.box();
        List<Box> over = above.stream().filter(b -> overlap(b, box)).toList();
        Box same = over.stream().filter(b -> isSame(b, box)).findFirst().orElse(null);
        if (same == null || heads(same, box, line, above)) {
          blocks.add(box);
        } else {
          blocks.remove(same);
          blocks.add(union(same, box));
        }
      }
    }
    return blocks;
  }

  /**
   * Whether a line of type is above the header of a column, and not its first line: it is above
   * several, or above the one in the middle of some that nothing else is above.
   */
  private static boolean heads(Box upper, Box lower, AlignedRow line, List<Box> above) {
    List<Box> boxes = line.fields().stream().map(TextLine::box).toList();
    if (boxes.stream().filter(b -> overlap(b, upper)).count() > 1) {
      return true;
    }
    int at = boxes.indexOf(lower);
    if (at == 0 || at + 1 == boxes.size()) {
      return false;
    }
    Box left = boxes.get(at - 1);
    Box right = boxes.get(at + 1);
    double room = right.x() - right(left) - upper.width();
    return room > 2 * ROOM * lower.height()
        && above.stream().noneMatch(b -> overlap(b, left) || overlap(b, right));
  }

  private static boolean isSame(Box above, Box below) {
    double em = below.height();
    double aside =
        Math.min(
            Math.abs(middle(above) - middle(below)),
            Math.min(Math.abs(above.x() - below.x()), Math.abs(right(above) - right(below))));
    return Math.abs(below.y() - bottom(above)) < SAME_BLOCK * em && aside < SAME_PLACE * em;
  }

  static void draw(
      List<Box> blocks, OpenColumns columns, double top, double to, List<Ruling> drawn) {
    OpenHeader header = new OpenHeader(blocks, columns);
    header.chains();
    for (int i = 0; i < columns.count(); i++) {
      List<Box> chain = header.chains.get(i);
      double from = top;
      for (Box parent : chain) {
        double y = bottom(parent) + 1;
        drawn.add(new Ruling(columns.edges().get(i), y, columns.edges().get(i + 1), y));
        from = i > 0 && header.chains.get(i - 1).contains(parent) ? Math.max(from, y) : from;
      }
      if (i > 0) {
        drawn.add(new Ruling(columns.edges().get(i), from, columns.edges().get(i), to));
      }
    }
  }

  /** What stands over the lowest header of each column, from the lowest to the highest. */
  private void chains() {
    List<@Nullable Box> lowest = new ArrayList<>();
    for (int i = 0; i < columns.count(); i++) {
      lowest.add(leaf(i));
      chains.add(new ArrayList<>());
    }
    List<Box> parents = new ArrayList<>(blocks);
    parents.removeIf(lowest::contains);
    parents.sort(Comparator.comparingDouble(OpenHeader::bottom).reversed());
    int from = 0;
    for (int i = 1; i <= parents.size(); i++) {
      if (i == parents.size() || bottom(parents.get(from)) - bottom(parents.get(i)) > SAME_LEVEL) {
        level(parents.subList(from, i), lowest);
        from = i;
      }
    }
  }

  private @Nullable Box leaf(int column) {
    return blocks.stream()
        .filter(b -> columns.at(b.x() + 1) <= column && columns.at(right(b) - 1) >= column)
        .max(Comparator.comparingDouble(OpenHeader::bottom))
        .orElse(null);
  }

  /** Each header of one line is over the columns that it stands in the middle of. */
  private void level(List<Box> level, List<@Nullable Box> lowest) {
    List<Box> parents = level.stream().sorted(Comparator.comparingDouble(Box::x)).toList();
    boolean[][] below = new boolean[parents.size()][columns.count()];
    for (int p = 0; p < parents.size(); p++) {
      for (int i = 0; i < columns.count(); i++) {
        Box box = chains.get(i).isEmpty() ? lowest.get(i) : chains.get(i).getLast();
        below[p][i] = box == null || bottom(parents.get(p)) < box.y() + 2;
      }
    }
    int[][] ranges = new Centred(parents, below).ranges();
    for (int p = 0; p < parents.size(); p++) {
      for (int i = ranges[p][0]; i < ranges[p][1]; i++) {
        chains.get(i).add(parents.get(p));
      }
    }
  }

  /** Shares the columns out among headers, so that each stands in the middle of its own. */
  private final class Centred {
    private final List<Box> parents;
    private final boolean[][] below;
    private final double[][] costs;
    private final int[][] ends;

    Centred(List<Box> parents, boolean[][] below) {
      this.parents = parents;
      this.below = below;
      costs = new double[parents.size() + 1][columns.count() + 1];
      ends = new int[parents.size() + 1][columns.count() + 1];
    }

    /** By header, its first column and the one behind its last. */
    int[][] ranges() {
      int count = columns.count();
      for (int p = parents.size(); p >= 0; p--) {
        for (int i = count; i >= 0; i--) {
          cost(p, i);
        }
      }
      int[][] ranges = new int[parents.size()][2];
      int p = 0;
      int i = 0;
      while (p < parents.size()) {
        int end = ends[p][i];
        if (end == LEFT_OUT) {
          i++;
        } else {
          ranges[p++] = new int[] {i, end};
          i = end;
        }
      }
      return ranges;
    }

    /** What it costs at least to share the columns from {@code i} among headers from {@code p}. */
    private void cost(int p, int i) {
      boolean ends = i == columns.count();
      if (p == parents.size()) {
        costs[p][i] = (columns.count() - i) * ABOUT;
        return;
      }
      costs[p][i] = costs[p + 1][i] + HEADS_NOTHING;
      this.ends[p][i] = i;
      if (!ends && costs[p][i + 1] + ABOUT < costs[p][i]) {
        costs[p][i] = costs[p][i + 1] + ABOUT;
        this.ends[p][i] = LEFT_OUT;
      }
      for (int end = i + 1; end <= columns.count() && below[p][end - 1]; end++) {
        double aside = Math.abs(middle(i, end - 1) - OpenHeader.middle(parents.get(p)));
        if (costs[p + 1][end] + aside < costs[p][i]) {
          costs[p][i] = costs[p + 1][end] + aside;
          this.ends[p][i] = end;
        }
      }
    }
  }

  private double middle(int first, int last) {
    return (columns.edges().get(first) + columns.edges().get(last + 1)) / 2;
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < right(b) && b.x() < right(a);
  }

  private static double middle(Box box) {
    return box.x() + box.width() / 2;
  }

  private static double right(Box box) {
    return box.x() + box.width();
  }

  private static double bottom(Box box) {
    return box.y() + box.height();
  }

  private static Box union(Box a, Box b) {
    double x = Math.min(a.x(), b.x());
    double right = Math.max(right(a), right(b));
    return new Box(x, a.y(), right - x, bottom(b) - a.y());
  }
}
