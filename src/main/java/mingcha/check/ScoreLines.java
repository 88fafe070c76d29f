package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/**
 * The form of a whole department, its indicators in lines or in rows: 绩效监控完成率 100% 100% 1 1. That
 * the weights add up shows that all were read, and then the scores have to; and the other way
 * round.
 */
final class ScoreLines implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/lines",
          "部门整体自评表各项分值、得分之和与总分不符，需要说明",
          "The weights or the scores of a department's form do not add up to its total",
          "财预〔2020〕10号：总分由预算执行率得分与各项绩效指标得分汇总而成");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?");
  private static final Pattern TOTAL = Pattern.compile("(?:总分|合计|总计|总得分)[：:]?");
  private static final Pattern BUDGET = Pattern.compile("(?:部门|单位)?(?:预算|支出|年度)?(?:资金)?总额.{0,6}");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TAIL = new BigDecimal("0.05");

  /** Without it there is no form, and most texts and tables have none. */
  private static final String HEADER = "一级指标";

  private static final int LEAST = 6;
  private static final int MOST_ROWS = 400;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** What is printed side by side. */
  private record Row(List<String> cells, Source source, Paragraph at) {
    boolean has(String word) {
      return cells.contains(word);
    }
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Set<Source> known = new HashSet<>();
    for (Entry project : account.projects()) {
      Account.stated(project, "score", Basis.TABLE).forEach(r -> known.add(place(r.source())));
    }
    List<Paragraph> paragraphs = account.content().paragraphs();
    if (paragraphs.stream().anyMatch(p -> p.text().contains(HEADER))) {
      look(account, lines(paragraphs), known, outcomes);
    }
    for (Table table : account.layout().tablesHaving(HEADER)) {
      if (table.cells().stream().anyMatch(c -> Compact.of(c.text()).equals(HEADER))) {
        look(account, rows(account, table), known, outcomes);
      }
    }
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

  private static Source place(Source source) {
    return new Source(source.file(), source.page(), source.line(), null, null, null, null);
  }

  private static List<Row> rows(Account account, Table table) {
    List<Row> rows = new ArrayList<>();
    for (List<Cell> row : account.layout().printed(table)) {
      List<String> cells =
          row.stream().map(c -> Compact.of(c.text())).filter(c -> !c.isEmpty()).toList();
      Cell first = row.getFirst();
      if (!cells.isEmpty()) {
        Paragraph at = new Paragraph(first.text(), table.path(), first.source());
        rows.add(new Row(cells, first.source(), at));
      }
    }
    return rows;
  }

  private static void look(Account account, List<Row> rows, Set<Source> known, Outcomes outcomes) {
    int header = -1;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean begins = row.has(HEADER) && row.has("分值") && row.has("得分");
      header = begins && header < 0 ? i : header;
      if (header >= 0 && TOTAL.matcher(row.cells().getFirst()).matches()) {
        if (i - header < MOST_ROWS && !known.contains(place(row.source()))) {
          form(account, rows, header, i, outcomes);
        }
        header = -1;
      }
    }
  }

  private static void form(
      Account account, List<Row> rows, int header, int end, Outcomes outcomes) {
    List<Reading> weights = new ArrayList<>();
    List<Reading> scores = new ArrayList<>();
    for (Row row : rows.subList(header + 1, end)) {
      pair(row)
          .ifPresent(
              at -> {
                weights.add(points("分值", row.cells().get(at), row));
                scores.add(points("得分", row.cells().get(at + 1), row));
              });
    }
    Row total = rows.get(end);
    List<String> totals = numbers(total);
    // Empty cells between the name and its figures may have parted them.
    if (totals.isEmpty() && end + 1 < rows.size()) {
      total = rows.get(end + 1);
      totals = numbers(total).size() == total.cells().size() ? numbers(total) : List.of();
    }
    if (weights.size() < LEAST || totals.isEmpty() || totals.size() > 2) {
      outcomes.cannot("指标没有读全");
      return;
    }
    Reading reached = points("总分", totals.getLast(), total);
    BigDecimal full = totals.size() == 2 ? new BigDecimal(totals.getFirst()) : HUNDRED;
    Reading execution = execution(rows.subList(Math.max(0, header - MOST_ROWS), header));
    if (execution != null) {
      scores.add(execution);
    }
    BigDecimal weighed =
        Cases.add(weights).add(execution == null ? BigDecimal.ZERO : BigDecimal.TEN);
    BigDecimal got = Cases.add(scores);
    boolean weightsHold = weighed.compareTo(full) == 0;
    boolean scoresHold = !Rounding.beyond(got, Rounding.value(reached), TAIL);
    if (weightsHold && scoresHold) {
      outcomes.holds();
    } else if (weightsHold) {
      String words = scores.size() + "项得分之和为" + got.toPlainString() + "分，总分写为" + reached.raw();
      tell(account, total, words, reached, scores, outcomes);
    } else if (scoresHold) {
      String words =
          weights.size() + "项分值之和（含执行率）为" + weighed.toPlainString() + "分，应为" + full + "分";
      tell(account, total, words, reached, weights, outcomes);
    } else {
      outcomes.cannot("指标可能没有读全");
    }
  }

  private static List<String> numbers(Row row) {
    return row.cells().stream().filter(ScoreLines::isNumber).toList();
  }

  /** Where a weight and a score stand side by side: the last two whole figures of a row. */
  private static Optional<Integer> pair(Row row) {
    for (int i = row.cells().size() - 2; i > 0; i--) {
      if (isNumber(row.cells().get(i)) && isNumber(row.cells().get(i + 1))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The last figure of the row of the department's money: the score of its execution. */
  private static @Nullable Reading execution(List<Row> above) {
    for (Row row : above.reversed()) {
      List<String> cells = row.cells();
      boolean money = BUDGET.matcher(cells.getFirst()).matches() && cells.size() > LEAST;
      if (money && cells.contains("10") && isNumber(cells.getLast())) {
        return points("得分", cells.getLast(), row);
      }
    }
    return null;
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  private static Reading points(String label, String number, Row row) {
    return InText.figure(label, number, "分", row.source());
  }

  private static void tell(
      Account account,
      Row total,
      String words,
      Reading reached,
      List<Reading> parts,
      Outcomes outcomes) {
    List<Reading> readings = new ArrayList<>(List.of(reached));
    readings.addAll(parts);
    outcomes.violated(
        new Discrepancy(Severity.WARN, account.at(total.at()), "部门整体自评", words, readings));
  }
}
