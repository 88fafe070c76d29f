package mingcha.check;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;

/**
 * An indicator of weight 10 scored 12. Readers take no such figure for a score, so the cells are
 * looked at: those under 分值 and 得分 that stand side by side.
 */
final class ScoreOverWeight implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-conflict/over-weight",
          "指标得分超过其分值，需要说明",
          "An indicator's score exceeds its weight",
          "财预〔2020〕10号：各项指标得分最高不超过该指标分值上限");

  private static final Pattern WEIGHT = Pattern.compile("(?:指标)?(?:分值|权重|分值[（(]权重[）)])");
  private static final Pattern SCORE = Pattern.compile("(?:自评|实际|评价)?得分");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?");
  private static final int LONGEST_LABEL = 12;
  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Table table : account.content().tables()) {
      Set<Integer> headers = new HashSet<>();
      for (Cell cell : table.cells()) {
        if (isWeight(cell)) {
          headers.add(cell.row());
        }
      }
      if (headers.isEmpty()) {
        continue;
      }
      Optional<Cell> header = Optional.empty();
      for (Map.Entry<Integer, List<Cell>> each : account.layout().rows(table).entrySet()) {
        List<Cell> row = each.getValue();
        Optional<Cell> weight =
            headers.contains(each.getKey())
                ? row.stream().filter(c -> isScored(row, c)).findFirst()
                : Optional.empty();
        if (weight.isPresent()) {
          header = weight;
        } else if (header.isPresent()) {
          check(account, row, header.get(), outcomes);
        }
      }
    }
  }

  private static boolean isWeight(Cell cell) {
    String text = cell.text();
    boolean possible =
        text.length() <= LONGEST_LABEL && (text.indexOf('分') >= 0 || text.indexOf('权') >= 0);
    return possible && WEIGHT.matcher(compact(cell)).matches();
  }

  /** 分值 right before 得分. */
  private static boolean isScored(List<Cell> row, Cell cell) {
    return isWeight(cell)
        && at(row, cell.column() + cell.columnSpan())
            .filter(next -> SCORE.matcher(compact(next)).matches())
            .isPresent();
  }

  private static void check(Account account, List<Cell> row, Cell header, Outcomes outcomes) {
    Optional<Cell> weight = at(row, header.column()).filter(ScoreOverWeight::isNumber);
    Optional<Cell> score =
        at(row, header.column() + header.columnSpan()).filter(ScoreOverWeight::isNumber);
    if (weight.isEmpty() || score.isEmpty()) {
      return;
    }
    if (number(score.get()).compareTo(number(weight.get())) <= 0) {
      outcomes.holds();
      return;
    }
    Reading full = reading("weight", "分值", weight.get());
    Reading got = reading("score", "得分", score.get());
    boolean displaced =
        at(row, header.column() + header.columnSpan() + 1)
                .filter(ScoreOverWeight::isNumber)
                .isPresent()
            || Rounding.value(full).signum() == 0
            || Rounding.value(got).compareTo(MOST) > 0;
    if (displaced) {
      outcomes.cannot("分值与得分两栏可能错位");
      return;
    }
    Optional<Entry> about = nearest(account, weight.get().source());
    if (about.isEmpty()) {
      outcomes.holds();
    } else {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              about.get(),
              name(row, header.column()),
              "分值为" + full.raw() + "，得分为" + got.raw(),
              List.of(got, full)));
    }
  }

  /** The last name before the values: that of the lowest level. */
  private static String name(List<Cell> row, int before) {
    return row.stream()
        .filter(c -> c.column() < before && compact(c).matches("\\p{IsHan}.*"))
        .map(ScoreOverWeight::compact)
        .filter(text -> !text.matches(".{2,4}指标"))
        .findFirst()
        .orElse("指标");
  }

  /** What stands at or right above this place. */
  private static Optional<Entry> nearest(Account account, Source source) {
    Stream<Entry> before =
        account.entries(e -> e.aka().stream().anyMatch(s -> isBefore(s, source))).stream();
    return before
        .max(Comparator.comparingInt(e -> last(e, source)))
        .or(() -> account.content().entries().stream().findFirst());
  }

  private static int last(Entry entry, Source source) {
    return entry.aka().stream()
        .filter(s -> isBefore(s, source))
        .mapToInt(s -> s.line() == null ? 0 : s.line())
        .max()
        .orElse(0);
  }

  private static boolean isBefore(Source a, Source b) {
    return a.line() != null
        && b.line() != null
        && a.file().equals(b.file())
        && a.line() <= b.line();
  }

  private static Optional<Cell> at(List<Cell> row, int column) {
    for (Cell cell : row) {
      if (cell.column() == column) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(Cell cell) {
    return NUMBER.matcher(cell.text().strip()).matches();
  }

  private static BigDecimal number(Cell cell) {
    return new BigDecimal(cell.text().strip());
  }

  private static String compact(Cell cell) {
    return Compact.of(cell.text());
  }

  private static Reading reading(String metric, String label, Cell cell) {
    return new Reading(
        metric,
        null,
        label,
        List.of(label),
        number(cell),
        "分",
        cell.text().strip(),
        null,
        Basis.TABLE,
        null,
        null,
        cell.source());
  }
}
