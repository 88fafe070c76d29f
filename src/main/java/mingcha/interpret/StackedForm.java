package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.extract.Block;

/**
 * A form whose cells stand below each other, without a sign where its rows end: so it is copied off
 * web pages. The form's own labels begin its rows.
 */
final class StackedForm {
  private static final Pattern ROW_BEGINS =
      Pattern.compile(
          "项目名称|主管部门|实施单位|项目基本情况|预算执行情况|项目资金|(?:年度)?资金总额|总额|其中.*|.*管理资金|单位资金|其他资金|上年结转资金"
              + "|(?:年度)?总体目标|绩效指标|一级指标|合计|总分|评价结论|存在(?:的)?问题|改进措施|项目负责人.*");

  private static final Pattern FIRST_LEVEL = Pattern.compile("(?:产出|效益|成本|满意度)指标");
  private static final Pattern SECOND_LEVEL =
      Pattern.compile("(?:数量|质量|时效|成本|(?:经济|社会|生态)(?:效益|成本)|可持续影响|(?:服务对象)?满意度)指标");
  private static final Pattern NUMBERED = Pattern.compile("指标\\d{1,2}.*");

  /** The first half of a label that its narrow column broke. */
  private static final Pattern HALF =
      Pattern.compile("年初|全年|年度|实际|(?:经济|社会|生态)效益|可持续影响|(?:服务对象)?满意度");

  private static final Pattern REST = Pattern.compile("(?:总体)?(?:预算数|执行数|指标值|完成值|指标|目标)");
  private static final Pattern UNIT_BELOW = Pattern.compile("[（(](?:万元|元)[）)]");

  private static final String NAME = "项目名称";

  /** A form has more cells than this, and fewer than that. */
  private static final int FEWEST_CELLS = 24;

  private static final int SHORTEST_FOLDED = 120;
  private static final int MOST_CELLS = 600;
  private static final int LONGEST_CELL = 400;

  private StackedForm() {}

  /**
   * Where the form ends whose first cell, 项目名称, is the whole of a line of text.
   *
   * @return {@code from} where no such form begins there
   */
  static int end(List<Block> blocks, int from) {
    if (!NAME.equals(label(blocks.get(from)))) {
      return from;
    }
    int end = from;
    boolean total = false;
    boolean indicators = false;
    while (end < blocks.size() && end - from < MOST_CELLS) {
      String label = label(blocks.get(end));
      boolean over =
          label.isEmpty()
              || label.length() > LONGEST_CELL
              || ProjectWords.isHeading(label)
              || (end > from && label.equals(NAME));
      if (over) {
        break;
      }
      total |= label.contains("资金总额");
      indicators |= label.equals("三级指标");
      end++;
    }
    return total && indicators && end - from >= FEWEST_CELLS ? end : from;
  }

  /**
   * The same blocks, a form that came as one line of text with its cells below each other: so old
   * word processors save it. Where words stand apart by more than the form's cells, nobody can say.
   */
  static List<Block> unfolded(List<Block> blocks) {
    if (blocks.stream().noneMatch(StackedForm::isFolded)) {
      return blocks;
    }
    List<Block> unfolded = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Text text && isFolded(block)) {
        String line = Line.clean(text.text());
        int name = line.indexOf(NAME);
        if (name > 0) {
          unfolded.add(new Block.Text(line.substring(0, name), text.source()));
        }
        for (String cell : line.substring(name).split("\\s+")) {
          unfolded.add(new Block.Text(cell, text.source()));
        }
      } else {
        unfolded.add(block);
      }
    }
    return unfolded;
  }

  private static boolean isFolded(Block block) {
    if (!(block instanceof Block.Text text) || text.text().length() < SHORTEST_FOLDED) {
      return false;
    }
    String line = Line.clean(text.text());
    return line.contains(NAME + " ")
        && line.contains("资金总额")
        && line.contains("三级指标")
        && line.split("\\s+").length >= FEWEST_CELLS;
  }

  private static String label(Block block) {
    return block instanceof Block.Text text ? ProjectWords.label(Line.clean(text.text())) : "";
  }

  static List<ProjectRow.Cell> cells(List<Block> lines) {
    List<ProjectRow.Cell> cells = new ArrayList<>();
    for (Block line : lines) {
      if (line instanceof Block.Text text) {
        cells.add(new ProjectRow.Cell(Line.clean(text.text()), -1, text.source()));
      }
    }
    return cells;
  }

  static List<ProjectRow> rows(List<ProjectRow.Cell> stacked) {
    List<ProjectRow> rows = new ArrayList<>();
    List<ProjectRow.Cell> row = new ArrayList<>();
    for (ProjectRow.Cell cell : whole(stacked)) {
      if (!row.isEmpty() && begins(cell, row.getLast())) {
        rows.add(new ProjectRow(row, true, List.of()));
        row = new ArrayList<>();
      }
      row.add(cell);
    }
    if (!row.isEmpty()) {
      rows.add(new ProjectRow(row, true, List.of()));
    }
    return rows;
  }

  private static boolean begins(ProjectRow.Cell cell, ProjectRow.Cell before) {
    String label = plain(cell);
    if (ROW_BEGINS.matcher(label).matches() || FIRST_LEVEL.matcher(label).matches()) {
      return true;
    }
    boolean first = FIRST_LEVEL.matcher(plain(before)).matches();
    boolean second = SECOND_LEVEL.matcher(plain(before)).matches();
    return (SECOND_LEVEL.matcher(label).matches() && !first)
        || (NUMBERED.matcher(label).matches() && !first && !second);
  }

  private static String plain(ProjectRow.Cell cell) {
    return ProjectWords.withoutBrackets(cell.label());
  }

  /** The cells that hold something, those that a narrow column broke put together. */
  private static List<ProjectRow.Cell> whole(List<ProjectRow.Cell> stacked) {
    List<ProjectRow.Cell> cells = new ArrayList<>();
    for (ProjectRow.Cell cell : stacked) {
      if (cell.isEmpty()) {
        continue;
      }
      if (cells.isEmpty()) {
        cells.add(cell);
        continue;
      }
      ProjectRow.Cell last = cells.getLast();
      boolean rest =
          (HALF.matcher(last.label()).matches() && REST.matcher(cell.label()).matches())
              || (last.label().equals("项目资金") && UNIT_BELOW.matcher(cell.text()).matches());
      if (rest) {
        cells.removeLast();
        cells.add(new ProjectRow.Cell(last.text() + cell.text(), last.column(), last.source()));
      } else {
        cells.add(cell);
      }
    }
    return cells;
  }
}
