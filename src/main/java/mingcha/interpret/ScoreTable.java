package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;

/**
 * The score table of an evaluation: levels of indicators, each with its weight, the lowest with its
 * score. Merged cells displace the columns and some files give a cell a line, so cells are read in
 * their order: the first figure behind a name is its weight, the last one of the row that is no
 * greater its score (财预〔2020〕10号 prescribes the columns, not the layout).
 */
final class ScoreTable {
  private static final Pattern LEVEL = Pattern.compile(".*(?:[一二三四]级指标|指标名称|评价指标|指标内容)");
  private static final Pattern WEIGHT =
      Pattern.compile("(?:指标)?(?:分值|权重|满分|总分|标准分值?|标准得分)(?:[(（].*[)）])?");
  private static final Pattern SCORE =
      Pattern.compile("(?:指标|实际|自评|评价|考评|最终)?(?:得分|评分)(?:[(（].*[)）])?");
  private static final Pattern TARGET = Pattern.compile(".*(?:指标值|目标值|完成值).*");
  private static final Pattern EXPLANATION = Pattern.compile(".*(?:说明|解释|标准|内容|依据)");
  private static final Pattern CODED = Pattern.compile("[A-Z]\\d{0,3}\\s?\\p{IsHan}.*");
  private static final Pattern WITH_POINTS =
      Pattern.compile("(.+?)[(（](\\d{1,3}(?:\\.\\d+)?)分[)）]");
  private static final Pattern TOTAL = Pattern.compile("合计|总计|总分|总得分|总分值");
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private static final int LONGEST_HEADER = 30;

  private final OtherTables.Found table;
  private final List<Item> items = new ArrayList<>();

  private final int lastLevel;

  private ScoreTable(OtherTables.Found table) {
    this.table = table;
    this.lastLevel =
        IntStream.range(0, table.header().width()).filter(this::isLevelColumn).max().orElse(0);
  }

  /** An indicator on the way: its name, and the figures behind it. */
  private static final class Item {
    final String name;
    final Source source;
    final List<Reading> readings = new ArrayList<>();
    final List<String> text = new ArrayList<>();

    Item(String name, Source source) {
      this.name = name;
      this.source = source;
    }
  }

  /**
   * The indicators of a table; none where it is no score table, or a form has taken its cells (the
   * total alone may be a project's already).
   *
   * @param consumed the sources of cells that something else was made of
   */
  static List<DraftEntry> indicators(
      OtherTables.Found table, List<String> path, Set<Source> consumed) {
    List<GridCell> cells = new ArrayList<>();
    table.header().rows().forEach(row -> cells.addAll(row.filled()));
    table.rows().forEach(row -> cells.addAll(row.filled()));
    long taken = cells.stream().filter(cell -> consumed.contains(cell.source())).count();
    if (taken > 1 || !isHeader(labels(beforeFigures(cells)))) {
      return List.of();
    }
    ScoreTable reader = new ScoreTable(table);
    if (table.rows().stream().allMatch(row -> row.filled().size() == 1)) {
      reader.cellsALine(cells);
    } else {
      table.rows().forEach(row -> reader.row(row.filled()));
    }
    return reader.items.stream()
        .filter(item -> !item.readings.isEmpty())
        .map(item -> reader.entry(item, path))
        .toList();
  }

  private static List<GridCell> beforeFigures(List<GridCell> cells) {
    int end = 0;
    while (end < cells.size() && points(cells.get(end)).isEmpty()) {
      end++;
    }
    return cells.subList(0, Math.min(end, LONGEST_HEADER));
  }

  private static List<String> labels(List<GridCell> cells) {
    return cells.stream().map(cell -> Line.compact(cell.text())).toList();
  }

  private static boolean isHeader(List<String> labels) {
    return labels.stream().anyMatch(l -> LEVEL.matcher(l).matches())
        && labels.stream().noneMatch(l -> TARGET.matcher(l).matches())
        && labels.stream().anyMatch(l -> WEIGHT.matcher(l).matches())
        && labels.stream().anyMatch(l -> SCORE.matcher(l).matches());
  }

  /**
   * What stands behind the columns of the names, without a name before it, goes on with the last.
   */
  private void row(List<GridCell> cells) {
    boolean begun = false;
    for (GridCell cell : cells) {
      Optional<BigDecimal> points = points(cell);
      boolean named = points.isEmpty() && (begun ? isLevel(cell) : beginsRow(cell));
      if (named) {
        items.add(item(cell));
      } else if (!items.isEmpty() && points.isPresent()) {
        figure(items.getLast(), cell, points.get());
      } else if (!items.isEmpty()) {
        items.getLast().text.add(cell.text());
      }
      begun |= named;
    }
  }

  private boolean beginsRow(GridCell cell) {
    return CODED.matcher(cell.text().strip()).matches() || cell.column() <= lastLevel;
  }

  private boolean isLevel(GridCell cell) {
    return CODED.matcher(cell.text().strip()).matches() || isLevelColumn(cell.column());
  }

  private boolean isLevelColumn(int column) {
    List<String> labels = table.header().path(column);
    return !labels.isEmpty() && LEVEL.matcher(labels.getLast()).matches();
  }

  /** One cell a line: names, what the last one means, weight and score. */
  private void cellsALine(List<GridCell> cells) {
    int first = 0;
    while (!SCORE.matcher(Line.compact(cells.get(first).text())).matches()) {
      first++;
    }
    first++;
    boolean explained =
        labels(cells.subList(0, first)).stream().anyMatch(l -> EXPLANATION.matcher(l).matches());
    List<GridCell> words = new ArrayList<>();
    for (GridCell cell : cells.subList(first, cells.size())) {
      Optional<BigDecimal> points = points(cell);
      if (points.isEmpty()) {
        words.add(cell);
        continue;
      }
      if (!words.isEmpty()) {
        GridCell last = words.getLast();
        boolean alone = words.size() == 1 || TOTAL.matcher(Line.compact(last.text())).matches();
        items.add(item(explained && !alone ? words.get(words.size() - 2) : last));
        words.forEach(word -> items.getLast().text.add(word.text()));
        words.clear();
      }
      if (!items.isEmpty()) {
        figure(items.getLast(), cell, points.get());
      }
    }
  }

  private static Item item(GridCell cell) {
    String text = Line.compact(cell.text());
    Matcher matcher = WITH_POINTS.matcher(text);
    if (!matcher.matches()) {
      return new Item(text, cell.source());
    }
    Item item = new Item(matcher.group(1), cell.source());
    BigDecimal weight = new BigDecimal(matcher.group(2));
    item.readings.add(reading("weight", "分值", matcher.group(2), weight, cell.source()));
    return item;
  }

  /** The first figure is the weight, the last that fits it the score. */
  private static void figure(Item item, GridCell cell, BigDecimal points) {
    String raw = cell.text().strip();
    if (item.readings.isEmpty()) {
      item.readings.add(reading("weight", "分值", raw, points, cell.source()));
      return;
    }
    BigDecimal weight = item.readings.getFirst().value();
    if (weight != null && points.signum() >= 0 && points.compareTo(weight) <= 0) {
      item.readings.removeIf(r -> "score".equals(r.metric()));
      item.readings.add(reading("score", "得分", raw, points, cell.source()));
    } else {
      item.text.add(raw);
    }
  }

  private static Optional<BigDecimal> points(GridCell cell) {
    String text = cell.text().strip();
    return text.contains("%") || text.contains("％")
        ? Optional.empty()
        : Figures.cell(text.replaceFirst("分$", ""));
  }

  private DraftEntry entry(Item item, List<String> path) {
    List<String> above = new ArrayList<>(path);
    String title = table.ref().title();
    if (!title.isEmpty() && !above.contains(title)) {
      above.add(title);
    }
    return new DraftEntry(
        EntryKind.INDICATOR,
        item.name,
        String.join("\n", item.text),
        above,
        Scope.OTHER,
        table.ref(),
        null,
        item.readings,
        List.of(),
        item.source);
  }

  private static Reading reading(
      String metric, String label, String raw, BigDecimal points, Source source) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        points,
        "分",
        raw,
        null,
        Basis.TABLE,
        null,
        null,
        source);
  }

  /**
   * The score that the table as a whole comes to: behind 合计 first the full hundred, then what was
   * reached. Its parts' tables, with fewer points, are not the project's.
   */
  static Optional<Reading> total(List<ProjectRow> rows) {
    List<ProjectRow.Cell> cells =
        rows.stream().filter(ProjectRow::tabular).flatMap(row -> row.filled().stream()).toList();
    boolean scored = false;
    for (int i = 0; i + 2 < cells.size(); i++) {
      scored |= SCORE.matcher(cells.get(i).label()).matches();
      if (!scored
          || !TOTAL.matcher(cells.get(i).label()).matches()
          || ProjectWords.number(cells.get(i + 1).text()).filter(ScoreTable::isFull).isEmpty()) {
        continue;
      }
      int score = i + 2;
      // Each level of indicators may have its own hundred.
      while (score + 1 < cells.size()
          && isFullHundred(cells.get(score))
          && isOfRow(cells.get(score + 1), cells.get(i))
          && isPoints(cells.get(score + 1))) {
        score++;
      }
      ProjectRow.Cell cell = cells.get(score);
      if (isPoints(cell)) {
        BigDecimal points = ProjectWords.number(cell.text()).orElseThrow();
        return Optional.of(reading("score", "得分", cell.text(), points, cell.source()));
      }
    }
    return Optional.empty();
  }

  private static boolean isPoints(ProjectRow.Cell cell) {
    return !cell.text().endsWith("%")
        && ProjectWords.number(cell.text()).filter(v -> v.compareTo(FULL) <= 0).isPresent();
  }

  private static boolean isFullHundred(ProjectRow.Cell cell) {
    return ProjectWords.number(cell.text()).filter(ScoreTable::isFull).isPresent();
  }

  private static boolean isOfRow(ProjectRow.Cell cell, ProjectRow.Cell first) {
    return cell.source().row() != null && cell.source().row().equals(first.source().row());
  }

  private static boolean isFull(BigDecimal weight) {
    return weight.compareTo(FULL) == 0;
  }
}
