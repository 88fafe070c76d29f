package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A header of indicators in two rows, as Shanghai has it: 权重 and 得分 stand in the row above 一级指标,
 * 二级指标, 三级指标, merged over both.
 */
final class HalvedHeader {
  private static final Pattern BESIDE =
      Pattern.compile("权重|分值|标准分值?|(?:自评|评价|实际)?得分|(?:实际)?完成(?:值|情况)|.*原因.*");

  private HalvedHeader() {}

  /** The same rows with the header in one. */
  static List<ProjectRow> joined(List<ProjectRow> rows) {
    List<ProjectRow> joined = new ArrayList<>(rows);
    for (int r = 1; r < rows.size(); r++) {
      List<ProjectRow.Cell> filled = rows.get(r).filled();
      int last = filled.isEmpty() ? -1 : filled.getLast().column();
      if (filled.stream().noneMatch(cell -> cell.label().equals("三级指标")) || last < 0) {
        continue;
      }
      List<ProjectRow.Cell> above =
          rows.get(r - 1).filled().stream()
              .filter(cell -> cell.column() > last && BESIDE.matcher(cell.label()).matches())
              .toList();
      if (!above.isEmpty()) {
        List<ProjectRow.Cell> cells = new ArrayList<>(filled);
        cells.addAll(above);
        cells.sort(Comparator.comparingInt(ProjectRow.Cell::column));
        joined.set(r, new ProjectRow(cells, true, rows.get(r).pieces()));
      }
    }
    return joined;
  }
}
