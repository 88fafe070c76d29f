package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads “三公”经费支出决算表. Most have one row of figures with the items in its columns: six of them, or
 * twelve with the budget's six before those of the final account, or 预算数 and 决算数 under each; others
 * have a row an item. Where the header is lost the form's own order is taken, and the sums among
 * the items show that it was kept.
 */
final class ThreePublicLines {
  private static final String DOUBT =
      "the sums of this table do not hold: the columns are not certain";

  private final ColumnWords words;

  ThreePublicLines(ColumnWords words) {
    this.words = words;
  }

  static boolean reads(Form form) {
    return form == Form.THREE_PUBLIC;
  }

  List<DraftEntry> lines(TableRegion region, List<String> path) {
    Optional<List<ThreePublicFigure>> labelled = LabelledThreePublic.figures(region);
    // Where labels say what is what, a sum that fails is the paper's own: a finding, no doubt.
    boolean inOrder = labelled.isEmpty();
    List<ThreePublicFigure> stated =
        labelled.orElseGet(() -> UnlabelledThreePublic.figures(region));
    Map<List<String>, Map<ThreePublicItem, BigDecimal>> groups = ThreePublicFigure.groups(stated);
    Map<ThreePublicItem, List<Reading>> readings = new EnumMap<>(ThreePublicItem.class);
    Map<ThreePublicItem, ThreePublicFigure> firsts = new EnumMap<>(ThreePublicItem.class);
    for (ThreePublicFigure each : stated) {
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
    FigureRow row = FigureRow.of(region);
    if (row != null && row.isInGrid() && !inOrder) {
      // 合计 is that of “三公” unless they have a 小计 of their own.
      boolean own = readings.containsKey(ThreePublicItem.TOTAL);
      new BesidesThreePublic(region, path, this::stage)
          .lines(row).stream()
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

  private Reading reading(TableRegion region, ThreePublicFigure stated, @Nullable String doubt) {
    List<String> labels = new ArrayList<>(stated.group());
    labels.add(stated.label());
    boolean change = ColumnWords.isChange(stated.group());
    return Money.inColumn(
        change
            ? words.changeOf(stated.item().metric, stated.group(), stated.raw())
            : ColumnWords.isRate(stated.group(), stated.raw())
                ? ColumnWords.rateReached(stated.group())
                : stated.item().metric,
        stage(stated.group()),
        change ? stated.group() : labels,
        stated.value(),
        stated.raw(),
        region.unit(),
        doubt,
        stated.source().inTable(region.title(), stated.source().row(), stated.source().column()));
  }

  private @Nullable Stage stage(List<String> group) {
    Stage told = words.stage(group);
    boolean change = ColumnWords.isChange(group);
    boolean budgeted =
        !change && (told == null || told == Stage.FINAL) && String.join("", group).contains("预算");
    return budgeted ? Stage.ADJUSTED : told;
  }

  private static DraftEntry line(
      TableRegion region, ThreePublicFigure first, List<Reading> readings, List<String> path) {
    ThreePublicItem item = first.item();
    String name =
        item == ThreePublicItem.TOTAL ? item.label : item.wordedIn(Line.compact(first.label()));
    return line(region, name, readings, path, first.source());
  }

  /** The line of what a table of “三公” states under this name. */
  static DraftEntry line(
      TableRegion region, String name, List<Reading> readings, List<String> path, Source source) {
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
        source);
  }
}
