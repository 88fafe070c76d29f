package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * The money of 绩效目标表, the form that a budget has of each project (中央部门预算绩效目标管理办法, 财预〔2015〕88号,
 * annex): labels with the figure beside them, 年度资金总额 and below it 财政拨款 and 其他资金. In the form of a
 * whole department they are columns, 总额, 财政拨款 and 其他资金, and the row is 金额合计. What is asked for
 * several years (中期资金总额) is no budget.
 */
final class TargetMoney {
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:其中)?(?:年度|项目|全年|部门|单位|申请|本年|当年|支出)*(?:资金|预算|支出|金额)?(?:总额|总计|合计|总金额)"
              + "|(?:年度|项目|全年|本年|当年)*(?:预算|资金)(?:金额|数)");

  private static final Pattern YEARS = Pattern.compile("(?:中期|实施期|总体|全周期|累计).*总?(?:额|计|数)");

  private static final Pattern PART =
      Pattern.compile(
          "(?:其中)?[:：]?(?:中央|上级|本级|省级|市级|区级|县级|当年|本年)*(?:财政(?:性)?(?:拨款|资金)|财政专户管理资金"
              + "|(?:一般公共|政府性基金|国有资本经营)预算(?:拨款|资金)?|(?:其他|单位|单位自筹|自筹|自有)资金|上年结转(?:资金)?"
              + "|非财政(?:拨款|资金)|基本支出|项目支出)");

  /** The label and the figure in one cell: 年度资金总额：120.00. */
  private static final Pattern GLUED =
      Pattern.compile("([^:：\\d]+[:：])\\s*(-?[\\d,]+(?:\\.\\d+)?)");

  private static final String UNIT_ASSUMED = "no unit is printed; read as 万元";

  private final List<Reading> readings = new ArrayList<>();
  private final @Nullable String title;
  private final @Nullable String unit;
  private boolean total;

  private TargetMoney(@Nullable String unit, @Nullable String title) {
    this.unit = unit;
    this.title = title;
  }

  /**
   * The total first, then its parts; empty where there is none.
   *
   * @param rows of the form
   * @param unit printed above the form, or null
   */
  static List<Reading> read(List<ProjectRow> rows, @Nullable String unit, @Nullable String title) {
    int indicators = 0;
    String printed = null;
    while (indicators < rows.size() && !isIndicators(rows.get(indicators))) {
      // 项目资金（万元） is set in the middle of its rows, so lines of text have it below the total.
      printed = printed == null ? ProjectWords.unit(rows.get(indicators).text()) : printed;
      indicators++;
    }
    TargetMoney money = new TargetMoney(printed == null ? unit : printed, title);
    for (int r = 0; r < indicators; r++) {
      money.row(rows, r);
    }
    return money.total ? money.readings : List.of();
  }

  private static boolean isIndicators(ProjectRow row) {
    return row.filled().stream().anyMatch(c -> c.label().equals("三级指标"));
  }

  private void row(List<ProjectRow> rows, int r) {
    List<ProjectRow.Cell> cells = parted(rows.get(r).filled());
    for (int c = 0; c + 1 < cells.size(); c++) {
      String label = ProjectWords.withoutBrackets(cells.get(c).label());
      int figures = 0;
      while (c + 1 + figures < cells.size() && isFigure(cells.get(c + 1 + figures))) {
        figures++;
      }
      if (figures == 0) {
        continue;
      }
      List<ProjectRow.Cell> beside = cells.subList(c + 1, c + 1 + figures);
      if (YEARS.matcher(label).matches()) {
        add(null, label, beside.getFirst());
      } else if (TOTAL.matcher(label).matches()) {
        add(total ? null : "budget_initial", label, beside.getFirst());
        total = true;
        parts(rows, r, beside.subList(1, figures));
      } else if (PART.matcher(label).matches()) {
        add(null, label.replaceFirst("^其中[:：]?", ""), beside.getFirst());
      }
    }
  }

  /** The figures right of the total, where the columns above them are headed. */
  private void parts(List<ProjectRow> rows, int r, List<ProjectRow.Cell> figures) {
    for (ProjectRow.Cell figure : figures) {
      for (int above = r - 1; above >= 0; above--) {
        Optional<ProjectRow.Cell> header =
            rows.get(above).filled().stream()
                .filter(c -> c.column() >= 0 && c.column() == figure.column())
                .filter(c -> PART.matcher(ProjectWords.withoutBrackets(c.label())).matches())
                .findFirst();
        if (header.isPresent()) {
          add(null, ProjectWords.withoutBrackets(header.get().label()), figure);
          break;
        }
      }
    }
  }

  private static List<ProjectRow.Cell> parted(List<ProjectRow.Cell> cells) {
    List<ProjectRow.Cell> parted = new ArrayList<>();
    for (ProjectRow.Cell cell : cells) {
      Matcher glued = GLUED.matcher(cell.text().strip());
      if (glued.matches()) {
        parted.add(new ProjectRow.Cell(glued.group(1), cell.column(), cell.source()));
        parted.add(new ProjectRow.Cell(glued.group(2), cell.column(), cell.source()));
      } else {
        parted.add(cell);
      }
    }
    return parted;
  }

  private static boolean isFigure(ProjectRow.Cell cell) {
    return ProjectWords.number(cell.text()).isPresent() && !cell.text().contains("%");
  }

  private void add(@Nullable String metric, String label, ProjectRow.Cell cell) {
    readings.add(reading(metric, label, cell, unit, title));
  }

  /** What is planned for a project, under the label that is printed. */
  static Reading reading(
      @Nullable String metric,
      String label,
      ProjectRow.Cell cell,
      @Nullable String unit,
      @Nullable String title) {
    BigDecimal value = ProjectWords.number(cell.text()).orElseThrow();
    return new Reading(
        metric,
        Stage.INITIAL,
        label,
        List.of(label),
        Units.toYuan(value, unit == null ? "万元" : unit),
        "元",
        cell.text(),
        unit,
        Basis.TABLE,
        null,
        unit == null ? UNIT_ASSUMED : null,
        cell.source().inTable(title, cell.source().row(), cell.source().column()));
  }
}
