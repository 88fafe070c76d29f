package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.extract.Block.GridCell;
import mingcha.interpret.Item.ItemFigure;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of a table that still has its grid, also of several side by side:
 *
 * <pre>
 * table = {section {header} [ordinals] {row}}
 * row   = {[code] [name] [ordinal] {figure}}
 * </pre>
 *
 * <p>A cell's column tells what it is by the header above it; where merged cells have shifted a row
 * (合计 with its figure a column too far left), a figure belongs to the item before it.
 */
final class GridItems {
  private static final Pattern CODE_LABEL = Pattern.compile(".*(?:编码|代码)|类|款|项");
  private static final Pattern ORDINAL_LABEL = Pattern.compile("行次|序号|编号");
  private static final Pattern NAME_LABEL =
      Pattern.compile(
          "项目|.*(?:科目|项目|单位|指标)(?:名称)?|名称|内容|(?:本年|当年)?(?:收入|支出)|支出用途|.*分类(?:科目)?|统计指标|类别");
  private static final Pattern VALUE_LABEL = Pattern.compile("金额|统计数|(?:决算|预算|执行)数|数量");
  private static final Pattern CODE = Pattern.compile("\\d{3}(?:\\d{2}){0,2}");
  private static final Pattern PIECE_OF_CODE = Pattern.compile("\\d{2}");
  private static final Pattern ORDINALS = Pattern.compile("[栏档行]次");
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,3}");

  private static final Pattern LOWER =
      Pattern.compile("^(?:[（(][一二三四五六七八九十]{1,3}[)）]|\\d{1,2}[、.．])");

  private enum Role {
    CODE,
    NAME,
    ORDINAL,
    VALUE
  }

  private final List<Line> rows;
  private final List<Item> items = new ArrayList<>();
  private final List<Line> header = new ArrayList<>();
  private HeaderTree tree = new HeaderTree(List.of());
  private final Map<Integer, Role> roles = new HashMap<>();
  private @Nullable String section;
  private @Nullable GridCell parent;
  private boolean inRows;

  private GridItems(List<Line> rows) {
    this.rows = rows;
  }

  static List<Item> read(List<Line> body) {
    List<Line> rows = body.stream().filter(Line::isRow).toList();
    GridItems reader = new GridItems(rows);
    for (int i = 0; i < rows.size(); i++) {
      reader.row(i);
    }
    return reader.items;
  }

  private void row(int index) {
    Line row = rows.get(index);
    List<GridCell> filled = row.filled();
    if (isOrdinals(filled)) {
      return;
    }
    if (isSection(index)) {
      section = ItemNames.plain(Line.clean(filled.getFirst().text()));
    } else if (!hasFigure(filled) && isHeader(filled)) {
      if (inRows) {
        header.clear();
        roles.clear();
        inRows = false;
      }
      header.add(row);
    } else {
      if (!inRows) {
        tree = new HeaderTree(header);
        inRows = true;
      }
      new RowReader().read(row);
    }
  }

  /** A single cell with a new header below it, or with items of a lower level: （一）, 1. */
  private boolean isSection(int index) {
    List<GridCell> filled = rows.get(index).filled();
    if (filled.size() > 1
        || index + 1 == rows.size()
        || Figures.cell(filled.getFirst().text()).isPresent()
        || !(inRows || header.isEmpty())) {
      return false;
    }
    List<GridCell> below = rows.get(index + 1).filled();
    boolean lower =
        ItemNames.isTop(filled.getFirst().text())
            && LOWER.matcher(Line.compact(below.getFirst().text())).find();
    return lower || (below.size() > 1 && isHeader(below) && !isOrdinals(below));
  }

  /** Rows above the first figures; below them only one that names columns again. */
  private boolean isHeader(List<GridCell> filled) {
    if (hasFigure(filled)) {
      return false;
    }
    boolean item = ItemNames.begins(Line.compact(filled.getFirst().text()));
    long named =
        filled.stream()
            .map(cell -> Line.compact(cell.text()))
            .filter(
                text ->
                    NAME_LABEL.matcher(text).matches()
                        || VALUE_LABEL.matcher(text).matches()
                        || ORDINAL_LABEL.matcher(text).matches()
                        || CODE_LABEL.matcher(text).matches())
            .count();
    return !item && (inRows ? named > 1 : true);
  }

  private static boolean hasFigure(List<GridCell> filled) {
    return filled.stream().anyMatch(cell -> Figures.cell(cell.text()).isPresent());
  }

  /** 栏次 1 2 3, or the numbers alone. */
  private static boolean isOrdinals(List<GridCell> filled) {
    if (ORDINALS.matcher(Line.compact(filled.getFirst().text())).matches()
        && filled.stream().skip(1).anyMatch(c -> ORDINAL.matcher(c.text().strip()).matches())) {
      return filled.stream()
          .allMatch(
              cell -> {
                String text = Line.compact(cell.text());
                return ORDINALS.matcher(text).matches() || ORDINAL.matcher(text).matches();
              });
    }
    for (int i = 0; i < filled.size(); i++) {
      if (!filled.get(i).text().strip().equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return filled.size() > 1;
  }

  private Role role(int column) {
    return roles.computeIfAbsent(
        column,
        c -> {
          List<String> path = tree.path(c);
          String label = path.isEmpty() ? "" : path.getLast();
          if (ORDINAL_LABEL.matcher(label).matches() || (label.isEmpty() && countsUp(c))) {
            return Role.ORDINAL;
          }
          if (CODE_LABEL.matcher(label).matches()) {
            return Role.CODE;
          }
          // 项目（按功能分类）
          String plain = ProjectWords.withoutBrackets(label);
          return NAME_LABEL.matcher(plain).matches() ? Role.NAME : Role.VALUE;
        });
  }

  /** Whether a column without a label holds ascending whole numbers, and nothing else. */
  private boolean countsUp(int column) {
    int numbers = 0;
    int last = 0;
    for (Line row : rows) {
      for (GridCell cell : row.filled()) {
        String text = Line.compact(cell.text());
        if (cell.column() == column && Figures.cell(text).isPresent()) {
          boolean whole = ORDINAL.matcher(text).matches();
          int number = whole ? Integer.parseInt(text) : 0;
          if (number <= last) {
            return false;
          }
          last = number;
          numbers++;
        }
      }
    }
    return numbers > 2;
  }

  /** The side that a column belongs to: a new one begins where keys follow values. */
  private int side(int column) {
    int side = 0;
    boolean values = false;
    for (int c = 0; c <= column; c++) {
      Role role = role(c);
      if (role == Role.VALUE) {
        values = true;
      } else if (values) {
        side++;
        values = false;
      }
    }
    return side;
  }

  /** Reads one row from left to right. */
  private final class RowReader {
    private @Nullable GridCell begin;
    private String code = "";
    private String name = "";
    private int ordinal;
    private boolean classedAgain;
    private List<ItemFigure> figures = new ArrayList<>();

    void read(Line row) {
      for (GridCell cell : row.filled()) {
        String text = Line.clean(cell.text());
        if (number(text).isPresent()) {
          number(cell, text);
        } else if (!isDash(text)) {
          words(cell, text);
        }
      }
      close();
    }

    /** Also with a per cent sign: 增减%. */
    private static Optional<BigDecimal> number(String text) {
      return ProjectWords.number(text);
    }

    private void number(GridCell cell, String text) {
      Role role = role(cell.column());
      String compact = Line.compact(text);
      if (role == Role.CODE && isClassedAgain(cell)) {
        classedAgain = true;
      } else if (role == Role.ORDINAL && ORDINAL.matcher(compact).matches()) {
        if (!figures.isEmpty()) {
          close();
        }
        ordinal = Integer.parseInt(compact);
      } else if (role == Role.CODE && CODE.matcher(compact).matches()) {
        close();
        begin = cell;
        code = compact;
      } else if (role == Role.CODE
          && PIECE_OF_CODE.matcher(compact).matches()
          && !code.isEmpty()
          && name.isEmpty()) {
        code += compact;
      } else if (begin != null) {
        figure(cell, text);
      }
    }

    /**
     * Behind 30101 基本工资 stands 50101 工资奖金津补贴: the same money in the classes of the government's
     * budget (支出经济分类科目改革方案, 财预〔2017〕98号). The item is the department's.
     */
    private boolean isClassedAgain(GridCell cell) {
      return classedAgain
          || (begin != null
              && !code.isEmpty()
              && !name.isEmpty()
              && figures.isEmpty()
              && begin.column() < cell.column()
              && side(begin.column()) == side(cell.column()));
    }

    private void figure(GridCell cell, String text) {
      Optional<BigDecimal> value = number(text);
      int column = role(cell.column()) == Role.VALUE ? cell.column() : onlyValue(cell.column());
      List<String> labels = column < 0 ? List.of() : tree.path(column);
      value.ifPresent(
          v ->
              figures.add(
                  new ItemFigure(
                      labels,
                      text.strip(),
                      v,
                      cell.source(),
                      labels.isEmpty() ? "no header above" : null)));
    }

    /** Where a row was shifted, the one value column of its side; -1 if there are several. */
    private int onlyValue(int column) {
      int found = -1;
      int side = side(column);
      for (int c = 0; c < tree.width(); c++) {
        if (role(c) == Role.VALUE && side(c) == side) {
          if (found >= 0) {
            return -1;
          }
          found = c;
        }
      }
      return found;
    }

    private void words(GridCell cell, String text) {
      if (classedAgain && figures.isEmpty()) {
        return;
      }
      if (begin != null && !code.isEmpty() && name.isEmpty() && figures.isEmpty()) {
        name = text;
        return;
      }
      if (begin == null) {
        if (parent != null && cell.column() <= parent.column()) {
          parent = null;
        }
      } else if (figures.isEmpty() && side(begin.column()) == side(cell.column())) {
        parent = begin;
      }
      close();
      begin = cell;
      name = text;
    }

    /** The section, or a name that stands left of several. */
    private @Nullable String above() {
      GridCell left = parent;
      return left == null || begin == null || begin.column() <= left.column()
          ? section
          : ItemNames.plain(Line.clean(left.text()));
    }

    private void close() {
      if (begin != null && (!figures.isEmpty() || ItemNames.isTop(name))) {
        items.add(
            new Item(
                side(begin.column()),
                above(),
                code.isEmpty() ? null : code,
                name,
                ordinal,
                figures,
                begin.source()));
      }
      begin = null;
      code = "";
      name = "";
      ordinal = 0;
      classedAgain = false;
      figures = new ArrayList<>();
    }

    /** A cell that the form closes: ——, ×. */
    private static boolean isDash(String text) {
      return Line.compact(text).chars().allMatch(c -> "-—–－―*×/\\".indexOf(c) >= 0);
    }
  }
}
