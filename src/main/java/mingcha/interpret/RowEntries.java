package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figure;
import mingcha.text.Figures;
import mingcha.text.Lexicon;
import mingcha.text.MetricMatch;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code row} entries of a table that is none of the known ones: each row with its figures
 * under the labels as printed. A figure has a metric only where its label is the name of one and
 * its unit agrees.
 */
final class RowEntries {
  private static final int LONGEST_NAME = 60;
  private static final Pattern ORDINAL_LABEL = Pattern.compile("序号|行次|编号|.*编码|.*代码|年度|年份|.*电话");
  private static final Pattern RATE = Pattern.compile(".*(?:率|比例|比重|占比|%|％)$|.*[(（][%％][)）]$");
  private static final Pattern POINTS = Pattern.compile(".*(?:得分|分值|权重|评分|分数|满分)(?:[(（].*[)）])?");
  private static final Pattern MONEY =
      Pattern.compile(".*(?:金额|预算|决算|支出|收入|经费|资金|拨款|执行数|合计|小计|总计|结转|结余|投资).*");
  private static final Pattern MONEY_UNIT = Pattern.compile(".*[(（](亿元|百万元|万元|千元|元)[)）].*");

  private final Lexicon lexicon;
  private final Metrics metrics;
  private final OtherTables.Found table;

  RowEntries(Lexicon lexicon, Metrics metrics, OtherTables.Found table) {
    this.lexicon = lexicon;
    this.metrics = metrics;
    this.table = table;
  }

  /**
   * @param consumed the sources of cells that something else was made of
   */
  List<DraftEntry> entries(List<String> path, Set<Source> consumed) {
    List<DraftEntry> entries = new ArrayList<>();
    for (Line row : table.rows()) {
      List<GridCell> free =
          row.filled().stream().filter(cell -> !consumed.contains(cell.source())).toList();
      if (!free.isEmpty() && !isOrdinals(free)) {
        entry(row, free, path).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<DraftEntry> entry(Line row, List<GridCell> cells, List<String> path) {
    List<Reading> readings = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (GridCell cell : cells) {
      Optional<Figure> figure = Figures.whole(cell.text());
      List<String> labels = table.header().path(cell.column());
      String label = labels.isEmpty() ? "" : labels.getLast();
      if (figure.isPresent() && !ORDINAL_LABEL.matcher(label).matches()) {
        readings.add(reading(figure.get(), labels, cell.source()));
      } else if (figure.isEmpty() && readings.isEmpty() && name.length() < LONGEST_NAME) {
        name.append(name.isEmpty() ? "" : " ").append(Line.compact(Line.clean(cell.text())));
      }
    }
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    String title = table.ref().title();
    String shown = name.isEmpty() ? (title.isEmpty() ? row.text() : title) : name.toString();
    return Optional.of(
        new DraftEntry(
            EntryKind.ROW,
            shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME) + "…",
            (title.isEmpty() ? "" : title + " ") + row.text(),
            path,
            Scope.OTHER,
            table.ref(),
            null,
            readings,
            List.of(),
            row.source()));
  }

  private Reading reading(Figure figure, List<String> labels, Source source) {
    String label = labels.isEmpty() ? "" : labels.getLast();
    String unit = unit(figure, label);
    boolean money = !unit.isEmpty() && Units.moneyZeros(unit) >= 0;
    BigDecimal value =
        !figure.printedUnit().isEmpty()
            ? figure.base()
            : money ? Units.toYuan(figure.value(), unit) : figure.value();
    String held = !figure.printedUnit().isEmpty() ? figure.unit() : money ? "元" : unit;
    return new Reading(
        metric(label, held),
        null,
        label,
        labels,
        value,
        held.isEmpty() ? null : held,
        figure.raw().strip(),
        unit.isEmpty() ? null : unit,
        Basis.TABLE,
        null,
        null,
        source.inTable(table.ref().title(), source.row(), source.column()));
  }

  /** What is printed with the figure, else in its label, else above the table. */
  private String unit(Figure figure, String label) {
    if (!figure.printedUnit().isEmpty()) {
      return figure.printedUnit();
    }
    var inLabel = MONEY_UNIT.matcher(label);
    if (inLabel.matches()) {
      return inLabel.group(1);
    }
    if (RATE.matcher(label).matches()) {
      return "%";
    }
    if (POINTS.matcher(label).matches()) {
      return "分";
    }
    return MONEY.matcher(label).matches() ? table.unit().orElse("") : "";
  }

  private @Nullable String metric(String label, String unit) {
    String plain = label.replaceAll("[(（](?:亿元|百万元|万元|千元|元|%|％)[)）]$", "");
    Optional<MetricMatch> match = lexicon.longestMetricAt(plain, 0);
    if (match.isEmpty() || match.get().end() < plain.length()) {
      return null;
    }
    Metric metric = metrics.find(match.get().metric());
    return metric != null && metric.quantity().unit().equals(unit) ? metric.id() : null;
  }

  /** The row with 1 2 3 … below a header. */
  private static boolean isOrdinals(List<GridCell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).text().strip().equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return cells.size() > 1;
  }
}
