package mingcha.interpret;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.text.Figure;
import mingcha.text.Lexicon;
import mingcha.text.MetricMatch;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * Makes readings of figures of which nothing is known but the labels above them. A figure has a
 * metric only where its label is the name of one and its unit agrees.
 */
final class LabelledFigures {
  private static final Pattern RATE = Pattern.compile(".*(?:率|比例|比重|占比|%|％)$|.*[(（][%％][)）]$");
  private static final Pattern POINTS = Pattern.compile(".*(?:得分|分值|权重|评分|分数|满分)(?:[(（].*[)）])?");
  private static final Pattern MONEY =
      Pattern.compile(
          ".*(?:金额|预算|决算|支出|收入|经费|资金|拨款|执行数|合计|小计|总计|结转|结余|投资|债务|债券|限额|余额|补助|转移支付|本金|利息|基金).*");
  private static final Pattern MONEY_UNIT = Pattern.compile(".*[(（](亿元|百万元|万元|千元|元)[)）].*");

  private final Lexicon lexicon;
  private final Metrics metrics;
  private final String title;
  private final @Nullable String tableUnit;

  /**
   * @param title of the table
   * @param tableUnit printed above it
   */
  LabelledFigures(Lexicon lexicon, Metrics metrics, String title, @Nullable String tableUnit) {
    this.lexicon = lexicon;
    this.metrics = metrics;
    this.title = title;
    this.tableUnit = tableUnit;
  }

  LabelledFigures(Lexicon lexicon, Metrics metrics, TableRegion region) {
    this(lexicon, metrics, region.title(), region.unit());
  }

  Reading reading(Figure figure, List<String> labels, Source source) {
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
        source.inTable(title, source.row(), source.column()));
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
    return tableUnit != null && MONEY.matcher(label).matches() ? tableUnit : "";
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
}
