package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.TableRef;
import mingcha.extract.Block.GridCell;
import mingcha.interpret.Item.ItemFigure;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Reads “三公”经费支出决算表. Most have one row of figures with the items in its columns: six of them, or
 * twelve with the budget's six before those of the final account, or 预算数 and 决算数 under each; others
 * have a row an item. Where the header is lost the form's own order is taken, and the sums among
 * the items show that it was kept.
 */
final class ThreePublicLines {
  private static final List<ThreePublicItem> PRESCRIBED = List.of(ThreePublicItem.values());
  private static final int ITEMS = PRESCRIBED.size();

  /** Fewer items than these could be a mistake. */
  private static final int LEAST = 3;

  private static final Pattern GROUP = Pattern.compile(".*(?:预算|决算|执行|上年|本年).{0,3}数?");
  private static final String LOST = "blank cells were lost: the column is not certain";
  private static final String DOUBT =
      "the sums of this table do not hold: the columns are not certain";

  private final boolean budget;

  ThreePublicLines(boolean budget) {
    this.budget = budget;
  }

  static boolean reads(Form form) {
    return form == Form.THREE_PUBLIC;
  }

  private record Cell(int column, String raw, BigDecimal value, Source source) {}

  List<DraftEntry> lines(TableRegion region, List<String> path) {
    Optional<List<Stated>> labelled = byColumn(region).or(() -> byRow(region));
    // Where labels say what is what, a sum that fails is the paper's own: a finding, no doubt.
    boolean inOrder = labelled.isEmpty();
    List<Stated> stated = labelled.orElseGet(() -> byOrder(region));
    Map<List<String>, Map<ThreePublicItem, BigDecimal>> groups = groups(stated);
    Map<ThreePublicItem, List<Reading>> readings = new EnumMap<>(ThreePublicItem.class);
    Map<ThreePublicItem, Stated> firsts = new EnumMap<>(ThreePublicItem.class);
    for (Stated each : stated) {
      Map<ThreePublicItem, BigDecimal> group = groups.getOrDefault(each.group(), Map.of());
      readings
          .computeIfAbsent(each.item(), i -> new ArrayList<>())
          .add(
              reading(
                  region, each, !inOrder || ThreePublicSums.holds(group) ? each.doubt() : DOUBT));
      firsts.putIfAbsent(each.item(), each);
    }
    List<DraftEntry> lines = new ArrayList<>();
    firsts.forEach(
        (item, first) ->
            lines.add(line(region, first, readings.getOrDefault(item, List.of()), path)));
    Line row = row(region);
    if (row != null && row.isRow() && !inOrder) {
      // 合计 is that of “三公” unless they have a 小计 of their own.
      boolean own = readings.containsKey(ThreePublicItem.TOTAL);
      new BesidesThreePublic(region, path, this::stage)
          .lines(row, header(region, row)).stream()
              .filter(line -> !(own && isReadAlready(line, readings)))
              .forEach(lines::add);
    }
    return lines;
  }

  /** Whether 合计 is that of “三公” alone. */
  private static boolean isReadAlready(
      DraftEntry line, Map<ThreePublicItem, List<Reading>> readings) {
    return readings.getOrDefault(ThreePublicItem.TOTAL, List.of()).stream()
        .anyMatch(r -> line.readings().stream().anyMatch(l -> l.source().equals(r.source())));
  }

  private static Map<List<String>, Map<ThreePublicItem, BigDecimal>> groups(List<Stated> stated) {
    Map<List<String>, Map<ThreePublicItem, BigDecimal>> groups = new HashMap<>();
    for (Stated each : stated) {
      groups
          .computeIfAbsent(each.group(), g -> new EnumMap<>(ThreePublicItem.class))
          .putIfAbsent(each.item(), each.value());
    }
    return groups;
  }

  private static boolean allHold(List<Stated> stated) {
    return groups(stated).values().stream().allMatch(ThreePublicSums::holds);
  }

  private static int lastColumn(Line row) {
    return row.cells().getLast().column();
  }

  /**
   * A figure of an item.
   *
   * @param group what it adds up with: the labels 预算数 or 决算数, or none
   * @param label the item's name as printed
   */
  private record Stated(
      ThreePublicItem item,
      List<String> group,
      String label,
      String raw,
      BigDecimal value,
      Source source,
      @Nullable String doubt) {}

  private Reading reading(TableRegion region, Stated stated, @Nullable String doubt) {
    List<String> labels = new ArrayList<>(stated.group());
    labels.add(stated.label());
    return Money.inTable(
        stated.item().metric,
        stage(String.join("", stated.group())),
        labels,
        stated.value(),
        stated.raw(),
        region.unit(),
        doubt,
        stated.source().inTable(region.title(), stated.source().row(), stated.source().column()));
  }

  private Stage stage(String group) {
    if (group.contains("上年")) {
      return Stage.PRIOR;
    }
    if (budget || group.contains("年初")) {
      return Stage.INITIAL;
    }
    return group.contains("预算") ? Stage.ADJUSTED : Stage.FINAL;
  }

  /** The labels above each column of the one row of figures say what it holds. */
  private static Optional<List<Stated>> byColumn(TableRegion region) {
    Line row = row(region);
    if (row == null || !row.isRow()) {
      return Optional.empty();
    }
    HeaderTree tree = header(region, row);
    boolean subtotalled = false;
    for (int column = 0; column < tree.width(); column++) {
      List<String> labels = tree.path(column);
      subtotalled |=
          labels.size() > 1
              && labels.getLast().equals("小计")
              && labels.get(labels.size() - 2).contains("三公");
    }
    Set<ThreePublicItem> known = EnumSet.noneOf(ThreePublicItem.class);
    for (int column = 0; column < tree.width(); column++) {
      ThreePublicItem.of(items(tree.path(column)), subtotalled).ifPresent(known::add);
    }
    if (known.size() < LEAST) {
      return Optional.empty();
    }
    List<Stated> stated = new ArrayList<>();
    for (Cell cell : cells(row)) {
      List<String> labels = tree.path(cell.column());
      Optional<ThreePublicItem> item = ThreePublicItem.of(items(labels), subtotalled);
      item.ifPresent(
          i ->
              stated.add(
                  new Stated(
                      i,
                      group(labels),
                      printed(i, labels),
                      cell.raw(),
                      cell.value(),
                      cell.source(),
                      null)));
    }
    boolean twice =
        stated.stream().map(s -> List.of(s.item(), s.group())).distinct().count() < stated.size();
    // A row narrower than its header whose sums fail has lost its blank cells, not its arithmetic.
    boolean torn = lastColumn(row) < tree.width() - 1 && !allHold(stated);
    return twice || torn ? Optional.empty() : Optional.of(stated);
  }

  private static List<String> group(List<String> labels) {
    return labels.stream().filter(l -> GROUP.matcher(l).matches()).toList();
  }

  /** The innermost label that is no sum of what stands beside it. */
  private static String printed(ThreePublicItem item, List<String> labels) {
    return items(labels).reversed().stream()
        .filter(label -> !label.matches("小计|合计|总计"))
        .map(label -> label.replaceFirst("^其中[:：]?", ""))
        .findFirst()
        .orElse(item.label);
  }

  private static List<String> items(List<String> labels) {
    return labels.stream().filter(l -> !GROUP.matcher(l).matches()).toList();
  }

  private static HeaderTree header(TableRegion region, Line row) {
    List<Line> above = new ArrayList<>();
    for (Line line : region.body()) {
      if (line.equals(row)) {
        break;
      }
      boolean figures =
          line.filled().stream().anyMatch(cell -> Figures.cell(cell.text()).isPresent());
      if (line.isRow() && !figures) {
        above.add(line);
      }
    }
    return new HeaderTree(above);
  }

  /** One item a row: 1.因公出国（境）费用 0.00 0.00. */
  private static Optional<List<Stated>> byRow(TableRegion region) {
    List<Stated> stated = new ArrayList<>();
    for (Item item : ItemLines.items(region)) {
      Optional<ThreePublicItem> named = ThreePublicItem.of(List.of(item.name()), false);
      if (named.isEmpty()) {
        continue;
      }
      for (ItemFigure figure : item.figures()) {
        stated.add(
            new Stated(
                named.get(),
                group(figure.labels()),
                printed(named.get(), List.of(item.name())),
                figure.raw(),
                figure.value(),
                figure.source(),
                null));
      }
    }
    long items = stated.stream().map(Stated::item).distinct().count();
    return items < LEAST ? Optional.empty() : Optional.of(stated);
  }

  /** The form prescribes the order of the items, and the sums show that it was kept. */
  private static List<Stated> byOrder(TableRegion region) {
    Line row = row(region);
    if (row == null) {
      return List.of();
    }
    List<Cell> cells = cells(row);
    boolean placed = row.isRow() && width(region) % ITEMS == 0;
    int width = placed ? width(region) : cells.size();
    if (width != ITEMS && width != 2 * ITEMS) {
      return bySums(region, cells);
    }
    String text = region.body().stream().map(Line::compact).collect(Collectors.joining());
    List<Stated> stated = new ArrayList<>();
    for (Cell cell : placed ? cells : inOrder(cells)) {
      List<String> group =
          width == ITEMS ? List.of() : List.of(cell.column() < ITEMS ? "预算数" : "决算数");
      ThreePublicItem item = PRESCRIBED.get(cell.column() % ITEMS);
      stated.add(
          new Stated(
              item, group, item.wordedIn(text), cell.raw(), cell.value(), cell.source(), null));
    }
    boolean narrow = placed && lastColumn(row) < width - 1;
    List<Stated> decided = narrow && !allHold(stated) ? bySums(region, cells) : List.of();
    return decided.isEmpty() ? stated : decided;
  }

  /** Fewer figures than items: the sums among them show which items these are. */
  private static List<Stated> bySums(TableRegion region, List<Cell> cells) {
    String text = region.body().stream().map(Line::compact).collect(Collectors.joining());
    boolean pairs = text.split("预算数", -1).length > 2 && text.split("决算数", -1).length > 2;
    int rows = pairs ? 2 : 1;
    if (cells.size() < LEAST * rows || cells.size() % rows != 0 || cells.size() > ITEMS * rows) {
      return List.of();
    }
    List<List<BigDecimal>> figures = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<BigDecimal> own = new ArrayList<>();
      for (int i = row; i < cells.size(); i += rows) {
        own.add(cells.get(i).value());
      }
      figures.add(own);
    }
    List<List<ThreePublicItem>> choices = ThreePublicSums.choices(figures);
    List<Stated> stated = new ArrayList<>();
    for (int i = 0; i < cells.size() && !choices.isEmpty(); i++) {
      int at = i / rows;
      ThreePublicItem item = choices.getFirst().get(at);
      boolean certain = choices.stream().allMatch(choice -> choice.get(at) == item);
      Cell cell = cells.get(i);
      stated.add(
          new Stated(
              item,
              !pairs ? List.of() : List.of(i % rows == 0 ? "预算数" : "决算数"),
              item.wordedIn(text),
              cell.raw(),
              cell.value(),
              cell.source(),
              certain ? null : LOST));
    }
    return stated;
  }

  /** The last line that holds nothing but figures; the one with 1 2 3 … above it does not count. */
  private static @Nullable Line row(TableRegion region) {
    for (Line line : region.body().reversed()) {
      List<Cell> cells = cells(line);
      long words =
          line.isRow()
              ? line.filled().stream().filter(cell -> !isDash(cell.text())).count()
              : line.words().stream().filter(word -> !isDash(word)).count();
      boolean ordinals = true;
      for (int i = 0; i < cells.size(); i++) {
        ordinals &= cells.get(i).raw().equals(Integer.toString(i + 1));
      }
      if (!cells.isEmpty() && cells.size() == words && !ordinals) {
        return line;
      }
    }
    return null;
  }

  private static boolean isDash(String text) {
    return text.chars().allMatch(c -> "-—–－―".indexOf(c) >= 0);
  }

  private static int width(TableRegion region) {
    int width = 0;
    for (Line line : region.body()) {
      for (GridCell cell : line.filled()) {
        width = Math.max(width, cell.column() + cell.columnSpan());
      }
    }
    return width;
  }

  private static List<Cell> cells(Line line) {
    List<Cell> cells = new ArrayList<>();
    for (GridCell cell : line.filled()) {
      Optional<BigDecimal> value = Figures.cell(cell.text());
      value.ifPresent(
          v -> cells.add(new Cell(cell.column(), cell.text().strip(), v, cell.source())));
    }
    if (!line.isRow()) {
      for (String token : line.words()) {
        Optional<BigDecimal> value = Figures.cell(token);
        value.ifPresent(v -> cells.add(new Cell(cells.size(), token, v, line.source())));
      }
    }
    return cells;
  }

  private static List<Cell> inOrder(List<Cell> cells) {
    List<Cell> result = new ArrayList<>();
    for (Cell cell : cells) {
      result.add(new Cell(result.size(), cell.raw(), cell.value(), cell.source()));
    }
    return result;
  }

  private static DraftEntry line(
      TableRegion region, Stated first, List<Reading> readings, List<String> path) {
    ThreePublicItem item = first.item();
    String name =
        item == ThreePublicItem.TOTAL ? item.label : item.wordedIn(Line.compact(first.label()));
    return new DraftEntry(
        EntryKind.LINE,
        name,
        region.title() + " " + name,
        path,
        Scope.DISCLOSURE,
        new TableRef(region.form().id(), region.title(), region.number()),
        null,
        readings,
        List.of(),
        first.source());
  }
}
