package mingcha.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Box;
import mingcha.extract.PdfScan.Ruling;

/**
 * The tables that lines are drawn around. Lines that touch are one table; where no line parts two
 * fields of its lattice, they are one merged cell.
 */
final class RuledTables {
  /** Ends of lines that are this near touch: pens are up to 1.5 points wide. */
  private static final double TOUCH = 3;

  private static final double SAME = 2;
  private static final int MOST_FIELDS = 40_000;

  private RuledTables() {}

  /** A cell of the lattice. */
  record Field(int row, int column, int rowSpan, int columnSpan, Box box) {}

  /** A table: its cells in reading order, and the box around it. */
  record Lattice(List<Field> fields, Box box) {
    Lattice {
      fields = List.copyOf(fields);
    }
  }

  static List<Lattice> of(List<Ruling> rulings) {
    List<Ruling> merged = merged(rulings);
    List<Lattice> lattices = new ArrayList<>();
    for (List<Ruling> group : groups(merged)) {
      Lattice lattice = lattice(group);
      if (lattice != null) {
        lattices.add(lattice);
      }
    }
    lattices.sort(Comparator.comparingDouble(l -> l.box().y()));
    return lattices;
  }

  /** Collinear lines that touch are one; a header's lines are often drawn cell by cell. */
  static List<Ruling> merged(List<Ruling> rulings) {
    List<Ruling> result = new ArrayList<>();
    for (boolean horizontal : new boolean[] {true, false}) {
      List<Ruling> of = new ArrayList<>();
      rulings.stream().filter(r -> r.horizontal() == horizontal).forEach(of::add);
      of.sort(Comparator.comparingDouble(RuledTables::at));
      int from = 0;
      for (int i = 1; i <= of.size(); i++) {
        if (i == of.size() || at(of.get(i)) - at(of.get(from)) > SAME) {
          result.addAll(joined(of.subList(from, i)));
          from = i;
        }
      }
    }
    return result;
  }

  /** Lines at the same place: those of tables above each other do not touch. */
  private static List<Ruling> joined(List<Ruling> lines) {
    List<Ruling> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(RuledTables::from));
    List<Ruling> result = new ArrayList<>();
    Ruling open = sorted.getFirst();
    for (Ruling next : sorted.subList(1, sorted.size())) {
      if (from(next) <= to(open) + TOUCH) {
        open = spanning(open, next);
      } else {
        result.add(open);
        open = next;
      }
    }
    result.add(open);
    return result;
  }

  private static Ruling spanning(Ruling a, Ruling b) {
    double to = Math.max(to(a), to(b));
    return a.horizontal()
        ? new Ruling(a.x0(), a.y0(), to, a.y0())
        : new Ruling(a.x0(), a.y0(), a.x0(), to);
  }

  private static double at(Ruling r) {
    return r.horizontal() ? r.y0() : r.x0();
  }

  private static double from(Ruling r) {
    return r.horizontal() ? r.x0() : r.y0();
  }

  private static double to(Ruling r) {
    return r.horizontal() ? r.x1() : r.y1();
  }

  private static List<List<Ruling>> groups(List<Ruling> rulings) {
    int[] group = new int[rulings.size()];
    Arrays.setAll(group, i -> i);
    for (int i = 0; i < rulings.size(); i++) {
      for (int j = i + 1; j < rulings.size(); j++) {
        if (cross(rulings.get(i), rulings.get(j))) {
          group[root(group, i)] = root(group, j);
        }
      }
    }
    List<List<Ruling>> groups = new ArrayList<>();
    for (int i = 0; i < rulings.size(); i++) {
      if (root(group, i) == i) {
        List<Ruling> members = new ArrayList<>();
        for (int j = 0; j < rulings.size(); j++) {
          if (root(group, j) == i) {
            members.add(rulings.get(j));
          }
        }
        groups.add(members);
      }
    }
    return groups;
  }

  private static int root(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private static boolean cross(Ruling a, Ruling b) {
    if (a.horizontal() == b.horizontal()) {
      return false;
    }
    Ruling h = a.horizontal() ? a : b;
    Ruling v = a.horizontal() ? b : a;
    return v.x0() >= h.x0() - TOUCH
        && v.x0() <= h.x1() + TOUCH
        && h.y0() >= v.y0() - TOUCH
        && h.y0() <= v.y1() + TOUCH;
  }

  private static @org.jspecify.annotations.Nullable Lattice lattice(List<Ruling> group) {
    double[] ys = positions(group, true);
    double[] xs = positions(group, false);
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    // A frame around a page, or around a paragraph, is no table.
    if (rows < 1 || columns < 1 || rows * columns < 2 || rows * columns > MOST_FIELDS) {
      return null;
    }
    int[] field = new int[rows * columns];
    Arrays.setAll(field, i -> i);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double middleY = (ys[r] + ys[r + 1]) / 2;
        double middleX = (xs[c] + xs[c + 1]) / 2;
        if (c + 1 < columns && !parts(group, false, xs[c + 1], middleY)) {
          field[root(field, r * columns + c + 1)] = root(field, r * columns + c);
        }
        if (r + 1 < rows && !parts(group, true, ys[r + 1], middleX)) {
          field[root(field, (r + 1) * columns + c)] = root(field, r * columns + c);
        }
      }
    }
    return new Lattice(
        fields(field, rows, columns, xs, ys),
        new Box(xs[0], ys[0], xs[columns] - xs[0], ys[rows] - ys[0]));
  }

  private static List<Field> fields(int[] field, int rows, int columns, double[] xs, double[] ys) {
    int[][] extents = new int[field.length][];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int root = root(field, r * columns + c);
        int[] e = extents[root];
        extents[root] =
            e == null
                ? new int[] {r, c, r, c}
                : new int[] {
                  Math.min(e[0], r), Math.min(e[1], c), Math.max(e[2], r), Math.max(e[3], c)
                };
      }
    }
    List<Field> fields = new ArrayList<>();
    for (int root = 0; root < extents.length; root++) {
      int[] e = extents[root];
      if (e != null) {
        for (int[] rectangle : rectangles(field, root, e, columns)) {
          fields.add(field(rectangle, xs, ys));
        }
      }
    }
    fields.sort(Comparator.comparingInt(Field::row).thenComparingInt(Field::column));
    return fields;
  }

  private static Field field(int[] e, double[] xs, double[] ys) {
    Box box = new Box(xs[e[1]], ys[e[0]], xs[e[3] + 1] - xs[e[1]], ys[e[2] + 1] - ys[e[0]]);
    return new Field(e[0], e[1], e[2] - e[0] + 1, e[3] - e[1] + 1, box);
  }

  /**
   * What nothing parts is one rectangle, or, where half of a line is missing, has corners that go
   * in: then each of its rows is a rectangle, and those that lie above one another with the same
   * sides are one.
   *
   * @param e first row and column, last row and column
   */
  private static List<int[]> rectangles(int[] field, int root, int[] e, int columns) {
    List<int[]> done = new ArrayList<>();
    for (int r = e[0]; r <= e[2]; r++) {
      for (int c = e[1]; c <= e[3]; c++) {
        int first = c;
        while (c <= e[3] && root(field, r * columns + c) == root) {
          c++;
        }
        if (c > first) {
          add(done, r, first, c - 1);
        }
      }
    }
    return done;
  }

  private static void add(List<int[]> done, int row, int first, int last) {
    for (int[] above : done) {
      if (above[2] == row - 1 && above[1] == first && above[3] == last) {
        above[2] = row;
        return;
      }
    }
    done.add(new int[] {row, first, row, last});
  }

  /** The distinct places of the lines of one direction. */
  private static double[] positions(List<Ruling> group, boolean horizontal) {
    double[] all =
        group.stream()
            .filter(r -> r.horizontal() == horizontal)
            .mapToDouble(RuledTables::at)
            .sorted()
            .toArray();
    double[] result = new double[all.length];
    int count = 0;
    for (double at : all) {
      if (count == 0 || at - result[count - 1] > TOUCH) {
        result[count++] = at;
      }
    }
    return Arrays.copyOf(result, count);
  }

  private static boolean parts(
      List<Ruling> group, boolean horizontal, double position, double middle) {
    for (Ruling r : group) {
      if (r.horizontal() == horizontal
          && Math.abs(at(r) - position) <= TOUCH
          && from(r) <= middle
          && to(r) >= middle) {
        return true;
      }
    }
    return false;
  }
}
