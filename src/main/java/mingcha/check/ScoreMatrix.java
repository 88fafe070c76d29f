package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/**
 * 权重 15 25 30 30 100 over 得分 15 24.99 26 29.75 95.74 over 得分率 100% 99.96% …: the summary of an
 * evaluation, its groups side by side and their total last. It is printed as a table, or as lines.
 */
final class ScoreMatrix implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/matrix",
          "评分汇总表的权重、得分与合计，或得分率与得分÷权重不符，需要说明",
          "In the summary of scores a total is not the sum, or a rate not the score over its weight",
          "财预〔2020〕10号：总分由各类指标得分汇总而成；得分率=得分÷分值");

  private static final Pattern WEIGHTS = Pattern.compile("权重|分值|满分|标准分值?|权重分值?");
  private static final Pattern SCORES = Pattern.compile("(?:评价|实际|自评)?得分");
  private static final Pattern RATES = Pattern.compile("得分率(?:（[%％]）|\\([%％]\\))?");
  private static final Pattern TOTAL = Pattern.compile("总分|合计|总计|总得分");
  private static final Pattern FIGURE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,4})?)([%％]?)");

  /** Without a row of scores there is no summary, and most texts and tables have none. */
  private static final String SCORE = "得分";

  private static final int LEAST = 4;
  private static final int LONGEST_NAME = 8;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** A row as printed: its first cell is its name. */
  private record Row(List<String> cells, Source source, @Nullable Paragraph at) {}

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Paragraph> paragraphs = account.content().paragraphs();
    if (paragraphs.stream().anyMatch(p -> mayBeScores(p.text()))) {
      look(account, lines(paragraphs), outcomes);
    }
    for (Table table : account.layout().tablesHaving(SCORE)) {
      if (hasScores(account.layout().rows(table).values())) {
        look(account, rows(account, table), outcomes);
      }
    }
  }

  /** Whether a line begins like a row of scores. */
  private static boolean mayBeScores(String text) {
    int at = text.indexOf(SCORE);
    return at >= 0 && at <= LONGEST_NAME && Compact.parts(text).size() > LEAST;
  }

  private static boolean hasScores(Collection<List<Cell>> rows) {
    for (List<Cell> row : rows) {
      if (row.size() > LEAST && Compact.of(row.getFirst().text()).contains(SCORE)) {
        return true;
      }
    }
    return false;
  }

  private static List<Row> lines(List<Paragraph> paragraphs) {
    List<Row> lines = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      List<String> cells = Compact.parts(paragraph.text().strip());
      if (!cells.isEmpty()) {
        lines.add(new Row(cells, paragraph.source(), paragraph));
      }
    }
    return lines;
  }

  private static List<Row> rows(Account account, Table table) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Integer, List<Cell>> row : account.layout().rows(table).entrySet()) {
      List<String> cells = row.getValue().stream().map(c -> Compact.of(c.text())).toList();
      Cell first = row.getValue().getFirst();
      rows.add(
          new Row(
              cells, first.source(), new Paragraph(first.text(), table.path(), first.source())));
    }
    return rows;
  }

  private static void look(Account account, List<Row> rows, Outcomes outcomes) {
    for (int i = 1; i + 1 < rows.size(); i++) {
      Row weights = rows.get(i);
      Row scores = rows.get(i + 1);
      boolean both = is(WEIGHTS, weights) && is(SCORES, scores);
      if (!both || !TOTAL.matcher(rows.get(i - 1).cells().getLast()).matches()) {
        continue;
      }
      List<Reading> full = figures(weights, "分");
      List<Reading> got = figures(scores, "分");
      if (full.size() < LEAST || full.size() != got.size()) {
        outcomes.cannot("权重与得分没有读全");
        continue;
      }
      sum(account, weights, full, outcomes);
      sum(account, scores, got, outcomes);
      Row rates = i + 2 < rows.size() ? rows.get(i + 2) : weights;
      List<Reading> told = is(RATES, rates) ? figures(rates, "%") : List.of();
      for (int c = 0; c < full.size(); c++) {
        rate(account, rates, full.get(c), got.get(c), at(told, c, full.size()), outcomes);
      }
    }
  }

  private static boolean is(Pattern name, Row row) {
    return row.cells().size() > LEAST && name.matcher(row.cells().getFirst()).matches();
  }

  private static @Nullable Reading at(List<Reading> told, int column, int columns) {
    return told.size() == columns ? told.get(column) : null;
  }

  private static List<Reading> figures(Row row, String unit) {
    List<Reading> figures = new ArrayList<>();
    for (String cell : row.cells().subList(1, row.cells().size())) {
      var matcher = FIGURE.matcher(cell);
      if (!matcher.matches()) {
        return List.of();
      }
      figures.add(InText.figure(row.cells().getFirst(), matcher.group(1), unit, row.source()));
    }
    return figures;
  }

  /** The last is the total of the others. */
  private static void sum(Account account, Row row, List<Reading> figures, Outcomes outcomes) {
    List<Reading> parts = figures.subList(0, figures.size() - 1);
    Reading total = figures.getLast();
    BigDecimal sum = Cases.add(parts);
    BigDecimal tolerance = Rounding.halfUnits(parts).add(Rounding.halfUnit(total));
    if (!Rounding.beyond(sum, Rounding.value(total), exact(parts, total) ? zero() : tolerance)) {
      outcomes.holds();
      return;
    }
    String name = row.cells().getFirst();
    tell(account, row, name + "合计写为" + number(total) + "，各项之和为" + plain(sum), figures, outcomes);
  }

  /** Whole points are not rounded. */
  private static boolean exact(List<Reading> parts, Reading total) {
    return Rounding.value(total).scale() == 0
        && parts.stream().allMatch(p -> Rounding.value(p).scale() == 0);
  }

  private static BigDecimal zero() {
    return new BigDecimal("0.001");
  }

  private static void rate(
      Account account,
      Row row,
      Reading full,
      Reading got,
      @Nullable Reading told,
      Outcomes outcomes) {
    BigDecimal computed = Figures.percentage(got, full);
    if (computed == null) {
      outcomes.cannot("权重为0");
    } else if (Rounding.value(got).compareTo(Rounding.value(full)) > 0) {
      String words = "权重" + number(full) + "，得分" + number(got) + "，得分超过权重";
      tell(account, row, words, List.of(got, full), outcomes);
    } else if (told != null && Rounding.beyond(computed, Rounding.value(told), near(told, full))) {
      String words =
          "得分率写为"
              + number(told)
              + "%，而"
              + number(got)
              + "÷"
              + number(full)
              + "="
              + plain(computed)
              + "%";
      tell(account, row, words, List.of(told, got, full), outcomes);
    } else {
      outcomes.holds();
    }
  }

  /** A score of two decimals may itself be rounded. */
  private static BigDecimal near(Reading told, Reading full) {
    BigDecimal score =
        new BigDecimal("0.6").divide(Rounding.value(full), 4, RoundingMode.UP).max(zero());
    return Rounding.halfUnit(told).multiply(BigDecimal.TWO).add(score);
  }

  private static void tell(
      Account account, Row row, String words, List<Reading> readings, Outcomes outcomes) {
    Paragraph at = Objects.requireNonNull(row.at());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN, account.at(at), row.cells().getFirst(), words, List.copyOf(readings)));
  }

  private static String number(Reading reading) {
    return plain(Rounding.value(reading));
  }

  private static String plain(BigDecimal value) {
    return value.setScale(Math.min(2, Math.max(0, value.scale())), RoundingMode.HALF_UP).toString();
  }
}
