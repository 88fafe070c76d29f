package mingcha.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mingcha.extract.Block.GridCell;
import mingcha.interpret.Item.ItemFigure;
import mingcha.text.Figure;
import mingcha.text.Figures;

/**
 * Reads 政府采购预算表 from its grid. Its left columns are levels (货物A, the project, the economic class,
 * the item), each printed once above what it holds; a row's levels are those above it as far as it
 * has none of its own. The item names the row, and what has no item is named by its own levels.
 *
 * <pre>
 * table = header {[ordinals] row}
 * row   = {level} {word} {figure}
 * </pre>
 */
final class GridProcurement {
  private static final Pattern CODE_LABEL = Pattern.compile("类|款|项|.*(?:编码|代码|编号|序号|行次)");

  /** What is told of an item, and is none of its levels. */
  private static final Pattern WORD_LABEL =
      Pattern.compile(".*(?:形式|方式|规格|型号|计量单位|时间|日期|备注|说明|是否|用途|面向|级次).*");

  private static final Pattern NO_ITEM_LABEL =
      Pattern.compile(".*(?:大类|类别|类型|单位(?:名称)?|部门(?:名称)?|采购人)");
  private static final Pattern ITEM_LABEL =
      Pattern.compile("(?:政府)?采购.*|.*品目.*|.*购买.*内容|(?:货物|物品|商品|设备)名称");
  private static final Pattern TOTAL = Pattern.compile("(?:采购)?(?:支出|预算)?(?:合计|总计)");
  private static final Pattern DASHES = Pattern.compile("[-—–－―/]+");
  private static final Pattern DATE_LABEL = Pattern.compile(".*(?:时间|日期|年度|年份|年月)");

  private enum Role {
    LEVEL,
    ITEM,
    WORD,
    FIGURE
  }

  private final HeaderTree header;
  private final List<Line> rows;
  private final Map<Integer, Role> roles = new HashMap<>();
  private final TreeMap<Integer, String> levels = new TreeMap<>();
  private final List<ProcurementRow> read = new ArrayList<>();

  private GridProcurement(List<Line> header, List<Line> rows) {
    this.header = new HeaderTree(header);
    this.rows = rows;
  }

  static List<ProcurementRow> read(List<Line> body) {
    List<Line> rows =
        body.stream().filter(line -> line.isRow() && !isOrdinals(line.filled())).toList();
    int first = 0;
    while (first < rows.size() && !hasFigure(rows.get(first))) {
      first++;
    }
    GridProcurement reader =
        new GridProcurement(rows.subList(0, first), rows.subList(first, rows.size()));
    reader.rows.forEach(reader::row);
    return reader.read;
  }

  private void row(Line row) {
    List<GridCell> filled = row.filled();
    if (filled.stream().allMatch(cell -> header.says(cell.text()))) {
      return; // the header again, where a page begins
    }
    List<ItemFigure> figures = new ArrayList<>();
    List<GridCell> own = new ArrayList<>();
    Optional<String> item = Optional.empty();
    int lost = lostColumns(row, filled.getFirst());
    for (GridCell cell : filled) {
      int column = cell.equals(filled.getFirst()) ? cell.column() : cell.column() + lost;
      Role role = role(column);
      if (role == Role.FIGURE) {
        figure(cell, column).ifPresent(figures::add);
      } else if (role != Role.WORD && !DASHES.matcher(Line.compact(cell.text())).matches()) {
        own.add(cell);
        item =
            role == Role.ITEM && item.isEmpty()
                ? Optional.of(Line.compact(Line.clean(cell.text())))
                : item;
      }
    }
    boolean total = own.size() == 1 && isTotal(own.getFirst());
    String above = above(own, total);
    if (!figures.isEmpty()) {
      read.add(
          new ProcurementRow(
              total ? "合计" : item.orElseGet(() -> named(own)),
              total,
              above.isEmpty() ? row.text() : above + " " + row.text(),
              figures,
              row.source()));
    }
  }

  /**
   * How many columns 合计 was merged over, where it stands on a page of its own: what is behind it is
   * counted from there.
   */
  private int lostColumns(Line row, GridCell first) {
    GridCell last = row.cells().getLast();
    int width = last.column() + last.columnSpan();
    return isTotal(first) && row.cells().size() > 1 ? Math.max(0, header.width() - width) : 0;
  }

  private static boolean isTotal(GridCell cell) {
    return TOTAL.matcher(Line.compact(cell.text())).matches();
  }

  /** The levels above a row; its own take the place of those at and right of them. */
  private String above(List<GridCell> own, boolean total) {
    int left = own.isEmpty() ? Integer.MAX_VALUE : own.getFirst().column();
    String above = total ? "" : String.join(" ", levels.headMap(left).values());
    levels.tailMap(left, true).clear();
    for (GridCell cell : own) {
      if (!total && role(cell.column()) == Role.LEVEL) {
        levels.put(cell.column(), ItemNames.plain(Line.clean(cell.text())));
      }
    }
    return above;
  }

  private String named(List<GridCell> own) {
    List<String> names = new ArrayList<>();
    own.forEach(cell -> names.add(ItemNames.plain(Line.clean(cell.text()))));
    return names.isEmpty() ? String.join(" ", levels.values()) : String.join(" ", names);
  }

  private Optional<ItemFigure> figure(GridCell cell, int column) {
    Optional<Figure> figure = Figures.whole(cell.text());
    List<String> labels = header.path(column);
    return figure.map(
        f ->
            new ItemFigure(
                labels,
                cell.text().strip(),
                f.value(),
                cell.source(),
                labels.isEmpty() ? "no header above" : null));
  }

  private Role role(int column) {
    return roles.computeIfAbsent(
        column,
        c -> {
          List<String> path = header.path(c);
          String label = path.isEmpty() ? "" : path.getLast();
          if (CODE_LABEL.matcher(label).matches() || DATE_LABEL.matcher(label).matches()) {
            return Role.WORD;
          }
          if (holdsFigures(c)) {
            return Role.FIGURE;
          }
          if (WORD_LABEL.matcher(label).matches()) {
            return Role.WORD;
          }
          boolean item =
              ITEM_LABEL.matcher(label).matches() && !NO_ITEM_LABEL.matcher(label).matches();
          return item ? Role.ITEM : Role.LEVEL;
        });
  }

  /** Whether a column holds figures and nothing else but dashes and its header again. */
  private boolean holdsFigures(int column) {
    boolean some = false;
    for (Line row : rows) {
      for (GridCell cell : row.filled()) {
        if (cell.column() == column) {
          boolean figure = Figures.whole(cell.text()).isPresent();
          some |= figure;
          if (!figure
              && !DASHES.matcher(Line.compact(cell.text())).matches()
              && !header.says(cell.text())) {
            return false;
          }
        }
      }
    }
    return some;
  }

  private static boolean hasFigure(Line row) {
    return row.filled().stream().anyMatch(cell -> Figures.cell(cell.text()).isPresent());
  }

  /** 1 2 3 below a header, with ** or 栏次 left of it. */
  private static boolean isOrdinals(List<GridCell> filled) {
    int next = 0;
    for (GridCell cell : filled) {
      String text = Line.compact(cell.text());
      if (text.matches("\\d{1,2}")) {
        int number = Integer.parseInt(text);
        if (next > 0 && number != next) {
          return false;
        }
        next = number + 1;
      } else if (!text.matches("\\*+|[栏档行]次")) {
        return false;
      }
    }
    return filled.size() > 1 && next > 0;
  }
}
