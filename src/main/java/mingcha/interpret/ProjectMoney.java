package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * The money table of a form: a header, the row of the total, and rows of its parts (财政资金, 其他资金)
 * that are not the project. The total row is the project; where it has no figures and one part
 * alone has some, that part is the whole.
 */
final class ProjectMoney {
  private static final String DISPLACED =
      "the cells do not stand below their headers, and the row's arithmetic does not hold";
  private static final String UNIT_ASSUMED = "no unit is printed; read as 万元";

  /** A column: what it holds, how it is headed, where. */
  private record Column(ProjectSlot slot, String label, List<String> path, int at) {}

  private final List<Column> columns = new ArrayList<>();

  /** Where headers stand that are none of the known ones: 上级资金, 备注. */
  private final Set<Integer> others = new HashSet<>();

  private final List<Reading> readings = new ArrayList<>();
  private final @Nullable String unit;
  private final @Nullable String title;

  private ProjectMoney(@Nullable String unit, @Nullable String title) {
    this.unit = unit;
    this.title = title;
  }

  /**
   * The readings of the total row; empty where there is no such table.
   *
   * @param rows of the form
   * @param unit printed above the form, or null
   */
  static List<Reading> read(List<ProjectRow> rows, @Nullable String unit, @Nullable String title) {
    int header = headerRow(rows);
    if (header < 0) {
      return List.of();
    }
    String printed = unit;
    for (int r = Math.min(header + 1, rows.size() - 1); r >= Math.max(0, header - 1); r--) {
      String here = ProjectWords.unit(rows.get(r).text());
      printed = here == null ? printed : here;
    }
    ProjectMoney money = new ProjectMoney(printed, title);
    int next = money.readHeader(rows, header);
    List<ProjectRow.Cell> total = totalRow(rows, next);
    if (!total.isEmpty()) {
      money.readRow(total);
    }
    return money.readings;
  }

  /** The first row with at least two columns of money. */
  static int headerRow(List<ProjectRow> rows) {
    for (int r = 0; r < rows.size(); r++) {
      long money =
          rows.get(r).cells().stream()
              .map(c -> ProjectSlot.of(c.text()))
              .filter(s -> s.isPresent() && s.get().isMoney())
              .count();
      if (money >= 2) {
        return r;
      }
    }
    return -1;
  }

  /** Reads the header row and, below it, 目标申报数 and 预算编制数; gives the first row after. */
  private int readHeader(List<ProjectRow> rows, int header) {
    for (ProjectRow.Cell cell : rows.get(header).cells()) {
      Optional<ProjectSlot> slot = ProjectSlot.of(cell.text());
      slot.ifPresent(
          s -> columns.add(new Column(s, cell.label(), List.of(cell.label()), cell.column())));
      if (slot.isEmpty() && !cell.isEmpty() && cell.column() > 0) {
        others.add(cell.column());
      }
    }
    int next = header + 1;
    if (next < rows.size()) {
      List<ProjectRow.Cell> below = rows.get(next).filled();
      boolean splits =
          !below.isEmpty()
              && below.stream()
                  .allMatch(
                      c ->
                          ProjectSlot.of(c.text())
                              .filter(s -> s == ProjectSlot.DECLARED || s == ProjectSlot.INITIAL)
                              .isPresent());
      if (splits) {
        splitInitial(below);
        next++;
      }
    }
    return next;
  }

  private void splitInitial(List<ProjectRow.Cell> below) {
    int at = 0;
    while (at < columns.size() && columns.get(at).slot() != ProjectSlot.INITIAL) {
      at++;
    }
    String above = at < columns.size() ? columns.get(at).label() : "";
    columns.removeIf(c -> c.slot() == ProjectSlot.INITIAL);
    at = Math.min(at, columns.size());
    for (ProjectRow.Cell cell : below) {
      List<String> path = above.isEmpty() ? List.of(cell.label()) : List.of(above, cell.label());
      columns.add(
          at++,
          new Column(ProjectSlot.of(cell.text()).orElseThrow(), cell.label(), path, cell.column()));
    }
  }

  /** The cells with the figures of the total, which may stand a row below its label. */
  private static List<ProjectRow.Cell> totalRow(List<ProjectRow> rows, int from) {
    List<ProjectRow.Cell> onlyPart = List.of();
    int parts = 0;
    for (int r = from; r < Math.min(rows.size(), from + 12); r++) {
      List<ProjectRow.Cell> filled = rows.get(r).filled();
      if (filled.isEmpty()) {
        continue;
      }
      List<ProjectRow.Cell> figures = figures(rows.get(r));
      boolean total = filled.stream().anyMatch(c -> ProjectWords.isTotal(c.label()));
      if (total && figures.isEmpty() && r + 1 < rows.size()) {
        List<ProjectRow.Cell> below = rows.get(r + 1).filled();
        figures =
            !below.isEmpty() && isFigure(below.getFirst()) ? figures(rows.get(r + 1)) : figures;
      }
      if (total && !figures.isEmpty()) {
        return figures;
      }
      if (figures.size() < 2 && filled.size() > 1) {
        break;
      }
      if (figures.stream().anyMatch(ProjectMoney::isPositive)) {
        parts++;
        onlyPart = figures;
      }
    }
    return parts == 1 ? onlyPart : List.of();
  }

  /** The figures, and the signs for none, behind the row's label. */
  private static List<ProjectRow.Cell> figures(ProjectRow row) {
    List<ProjectRow.Cell> figures = new ArrayList<>();
    for (ProjectRow.Cell cell : row.filled()) {
      if (isFigure(cell)) {
        figures.add(cell);
      } else if (!figures.isEmpty()) {
        break;
      }
    }
    return figures;
  }

  private static boolean isFigure(ProjectRow.Cell cell) {
    return ProjectWords.number(cell.text()).isPresent() || ProjectWords.isPlaceholder(cell.text());
  }

  private static boolean isPositive(ProjectRow.Cell cell) {
    return ProjectWords.number(cell.text()).filter(v -> v.signum() > 0).isPresent();
  }

  /**
   * Without those below an unknown header, where each known one has its own and their arithmetic
   * does not say that the row was shifted.
   */
  private List<ProjectRow.Cell> headed(List<ProjectRow.Cell> figures) {
    List<ProjectRow.Cell> headed =
        figures.stream().filter(figure -> !others.contains(figure.column())).toList();
    boolean all =
        headed.stream().allMatch(f -> columns.stream().anyMatch(c -> c.at() == f.column()));
    if (!all || headed.size() != columns.size()) {
      return figures;
    }
    List<@Nullable BigDecimal> values = new ArrayList<>();
    headed.forEach(figure -> values.add(ProjectWords.number(figure.text()).orElse(null)));
    int[] same = new int[columns.size()];
    Arrays.setAll(same, i -> i);
    List<ProjectSlot> slots = columns.stream().map(Column::slot).toList();
    return ProjectArithmetic.holds(slots, values, same) ? headed : figures;
  }

  private void readRow(List<ProjectRow.Cell> printed) {
    List<ProjectRow.Cell> figures = headed(printed);
    List<@Nullable BigDecimal> values = new ArrayList<>();
    for (ProjectRow.Cell cell : figures) {
      values.add(ProjectWords.number(cell.text()).orElse(null));
    }
    boolean supposed = figures.size() > columns.size() && complete();
    List<ProjectSlot> slots = columns.stream().map(Column::slot).toList();
    if (figures.size() == columns.size()) {
      String doubt = fits(figures, slots, values, supposed) ? null : DISPLACED;
      for (int i = 0; i < columns.size(); i++) {
        add(columns.get(i), figures.get(i), doubt);
      }
      return;
    }
    int[] decided = byColumn(figures);
    if (decided == null || !ProjectArithmetic.holds(slots, values, decided)) {
      decided = ProjectArithmetic.decide(slots, values);
    }
    if (decided != null) {
      for (int i = 0; i < columns.size(); i++) {
        if (decided[i] >= 0) {
          add(columns.get(i), figures.get(decided[i]), null);
        }
      }
      return;
    }
    String doubt =
        figures.size() + " figures for " + columns.size() + " columns, and no sum decides";
    for (int i = 0; i < Math.min(columns.size(), figures.size()); i++) {
      add(columns.get(i), figures.get(i), doubt);
    }
  }

  /**
   * As many figures as columns: they fit when each stands below its header, or stands in no grid,
   * or when the arithmetic holds. Where a header is supposed only arithmetic tells.
   */
  private boolean fits(
      List<ProjectRow.Cell> figures,
      List<ProjectSlot> slots,
      List<@Nullable BigDecimal> values,
      boolean supposed) {
    boolean aligned = !supposed;
    int[] same = new int[slots.size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = i;
      aligned &= columns.get(i).at() == figures.get(i).column();
    }
    return aligned || ProjectArithmetic.holds(slots, values, same);
  }

  /**
   * A header that lost its last columns, as its row shows: rate and points follow the money.
   *
   * @return whether any was added
   */
  private boolean complete() {
    int printed = columns.size();
    Map<ProjectSlot, String> standard = new EnumMap<>(ProjectSlot.class);
    standard.put(ProjectSlot.RATE, "执行率");
    standard.put(ProjectSlot.SCORE, "得分");
    standard.forEach(
        (slot, label) -> {
          if (columns.stream().noneMatch(c -> c.slot() == slot)) {
            int at = columns.size();
            while (slot == ProjectSlot.RATE && at > 0 && !columns.get(at - 1).slot().isMoney()) {
              at--;
            }
            columns.add(at, new Column(slot, label, List.of(label), -1));
          }
        });
    return columns.size() > printed;
  }

  /** Each figure right below a header: then the columns decide. Null where one is not. */
  private int @Nullable [] byColumn(List<ProjectRow.Cell> figures) {
    int[] found = new int[columns.size()];
    Arrays.fill(found, -1);
    for (int f = 0; f < figures.size(); f++) {
      int at = -1;
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).at() == figures.get(f).column()) {
          at = i;
        }
      }
      if (at < 0 || columns.get(at).at() < 0 || found[at] >= 0) {
        return null;
      }
      found[at] = f;
    }
    return found;
  }

  private void add(Column column, ProjectRow.Cell cell, @Nullable String doubt) {
    Optional<BigDecimal> number = ProjectWords.number(cell.text());
    if (number.isEmpty()) {
      return;
    }
    ProjectSlot slot = column.slot();
    BigDecimal value = number.get();
    String held = slot == ProjectSlot.RATE ? "%" : "分";
    String printed = slot == ProjectSlot.RATE ? "%" : null;
    String why = doubt;
    if (slot.isMoney()) {
      value = Units.toYuan(value, unit == null ? "万元" : unit);
      held = "元";
      printed = unit;
      why = unit == null && why == null ? UNIT_ASSUMED : why;
    }
    readings.add(
        new Reading(
            slot.metric(),
            slot.stage(),
            column.label(),
            column.path(),
            value,
            held,
            cell.text(),
            printed,
            Basis.TABLE,
            null,
            why,
            cell.source().inTable(title, cell.source().row(), cell.source().column())));
  }
}
