package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mingcha.interpret.SubjectTable.Figure;
import mingcha.interpret.SubjectTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Decides which column a figure belongs to where blank cells were lost with the grid. A row with as
 * many figures as there are columns is clear. For the others the arithmetic decides: in each column
 * the rows below a subject add up to it. A figure whose column stays open keeps a doubt.
 */
final class ColumnPlacer {
  static final String DOUBT = "blank cells were lost: the column is not certain";
  private static final String TOO_MANY = "more figures than columns";

  /** Ways to be tried for one parent; beyond it the answer is "not known". */
  private static final int MOST_STEPS = 50_000;

  private static final BigDecimal TOLERANCE_PER_ROW = new BigDecimal("0.0051");

  private final List<Row> rows;
  private final int columns;
  private final BigDecimal[] @Nullable [] placed;
  private int steps;

  private ColumnPlacer(List<Row> rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.placed = new BigDecimal[rows.size()][];
  }

  static List<Row> place(List<Row> rows, int columns) {
    return new ColumnPlacer(rows, columns).place();
  }

  private List<Row> place() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).figures().size() == columns) {
        placed[i] = vector(rows.get(i), identity(columns));
      }
    }
    boolean open = rows.stream().anyMatch(row -> row.figures().size() < columns);
    Map<Integer, int[]> solved = open && columns > 0 ? solve() : Map.of();
    List<Row> result = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      result.add(placed(rows.get(i), solved.get(i)));
    }
    return result;
  }

  private Row placed(Row row, int @Nullable [] slots) {
    List<Figure> figures = new ArrayList<>();
    for (int k = 0; k < row.figures().size(); k++) {
      Figure figure = row.figures().get(k);
      if (figure.column() >= 0) {
        figures.add(figure);
      } else if (row.figures().size() == columns) {
        figures.add(figure.at(k, null));
      } else if (row.figures().size() > columns) {
        figures.add(figure.at(-1, TOO_MANY));
      } else if (slots != null) {
        figures.add(figure.at(slots[k], null));
      } else {
        figures.add(k == 0 ? figure.at(0, null) : figure.at(-1, DOUBT));
      }
    }
    return row.with(figures);
  }

  /** From the top down: a parent whose columns are known decides its children's. */
  private Map<Integer, int[]> solve() {
    Map<Integer, int[]> solved = new HashMap<>();
    for (int parent = 0; parent < rows.size(); parent++) {
      BigDecimal @Nullable [] sums = placed[parent];
      List<Integer> children = children(parent);
      if (sums == null || children.isEmpty()) {
        continue;
      }
      List<List<int[]>> ways = new ArrayList<>();
      for (int child : children) {
        ways.add(ways(child));
      }
      List<int[][]> found = new ArrayList<>();
      steps = 0;
      search(sums, children, ways, 0, zeros(), new int[children.size()][], found);
      if (found.isEmpty() || steps > MOST_STEPS) {
        continue;
      }
      for (int c = 0; c < children.size(); c++) {
        int[] slots = found.getFirst()[c];
        int at = c;
        int child = children.get(c);
        if (placed[child] == null
            && found.stream().allMatch(way -> Arrays.equals(way[at], slots))) {
          placed[child] = vector(rows.get(child), slots);
          solved.put(child, slots);
        }
      }
    }
    return solved;
  }

  private void search(
      BigDecimal[] target,
      List<Integer> children,
      List<List<int[]>> ways,
      int depth,
      BigDecimal[] sum,
      int[][] chosen,
      List<int[][]> found) {
    if (++steps > MOST_STEPS || found.size() > 32) {
      return;
    }
    if (depth == children.size()) {
      if (isNear(sum, target, children.size())) {
        found.add(chosen.clone());
      }
      return;
    }
    for (int[] slots : ways.get(depth)) {
      BigDecimal[] next = sum.clone();
      BigDecimal[] own = vector(rows.get(children.get(depth)), slots);
      boolean fits = true;
      for (int i = 0; i < columns; i++) {
        next[i] = next[i].add(own[i]);
        // Figures are hardly ever negative, so a sum that is too great stays so.
        fits &= own[i].signum() < 0 || next[i].compareTo(target[i].add(BigDecimal.ONE)) <= 0;
      }
      if (fits) {
        chosen[depth] = slots;
        search(target, children, ways, depth + 1, next, chosen, found);
      }
    }
  }

  private boolean isNear(BigDecimal[] sum, BigDecimal[] target, int addends) {
    BigDecimal tolerance = TOLERANCE_PER_ROW.multiply(BigDecimal.valueOf(addends + 1L));
    for (int i = 0; i < columns; i++) {
      if (sum[i].subtract(target[i]).abs().compareTo(tolerance) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The ways to spread a row's figures over the columns; the first is always the total. */
  private List<int[]> ways(int row) {
    int count = rows.get(row).figures().size();
    if (count >= columns || placed[row] != null) {
      return List.of(identity(Math.min(count, columns)));
    }
    List<int[]> ways = new ArrayList<>();
    spread(new int[count], 1, 1, ways);
    return ways;
  }

  private void spread(int[] slots, int next, int from, List<int[]> ways) {
    if (next >= slots.length) {
      ways.add(slots.clone());
      return;
    }
    for (int column = from; column <= columns - (slots.length - next); column++) {
      slots[next] = column;
      spread(slots, next + 1, column + 1, ways);
    }
  }

  /** The rows right below a row: of 合计 the classes (or whatever is on top), of 201 the 201xx. */
  private List<Integer> children(int parent) {
    String code = rows.get(parent).code();
    List<Integer> children = new ArrayList<>();
    String last = null;
    for (int i = parent + 1; i < rows.size(); i++) {
      String below = rows.get(i).code();
      if (below == null || (code != null && !(below.startsWith(code) && !below.equals(code)))) {
        break;
      }
      if (last == null || !below.startsWith(last)) {
        children.add(i);
        last = below;
      }
    }
    return children;
  }

  private BigDecimal[] vector(Row row, int[] slots) {
    BigDecimal[] vector = zeros();
    for (int k = 0; k < slots.length && k < row.figures().size(); k++) {
      vector[slots[k]] = row.figures().get(k).value();
    }
    return vector;
  }

  private BigDecimal[] zeros() {
    BigDecimal[] zeros = new BigDecimal[columns];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private static int[] identity(int length) {
    int[] slots = new int[length];
    Arrays.setAll(slots, i -> i);
    return slots;
  }
}
