package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import mingcha.text.Units;

/**
 * 资金总额 of a project's form over the rows of its sources. Their columns are often displaced, so the
 * figures are taken in their order; and only where most columns add up does one that does not say
 * something.
 */
final class FormMoney implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/form-money",
          "自评表的资金总额与各来源资金之和不符，需要说明",
          "The total of a project's form is not the sum of its sources",
          "财预〔2020〕10号附件：年度资金总额=当年财政拨款+上年结转资金+其他资金");

  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:其中[:：])?(?:.*财政(?:性)?资金|.*财政拨款|.*(?:中央|省级|市级|区级|县级)补助|其他资金|单位资金|自有资金|.*结转(?:结余)?资金|.*债券资金|.*专户资金)[:：]?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
  private static final int MOST_SOURCES = 6;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      Optional<Reading> executed = Account.first(project, "executed", Basis.TABLE);
      List<Reading> money =
          executed.map(spent -> ofOneRow(project, spent.source())).orElse(List.of());
      List<List<Cell>> rows =
          money.isEmpty() ? List.of() : rows(account, money.getFirst().source());
      if (rows.size() < 2) {
        outcomes.cannot("自评表没有分来源列资金，或没有读到");
      } else {
        check(project, money, rows, outcomes);
      }
    }
  }

  private static List<Reading> ofOneRow(Entry project, Source source) {
    return Account.table(project).stream()
        .filter(r -> "元".equals(r.unit()) && Cases.sameLine(r.source(), source))
        .toList();
  }

  private static void check(
      Entry project, List<Reading> money, List<List<Cell>> rows, Outcomes outcomes) {
    List<Discrepancy> wrong = new ArrayList<>();
    int right = 0;
    for (Reading total : money) {
      int at = position(rows.getFirst(), total.source());
      List<Reading> parts = at < 0 ? List.of() : parts(total, at, rows);
      if (parts.isEmpty()) {
        continue;
      }
      BigDecimal sum = Cases.add(parts);
      BigDecimal tolerance = Rounding.halfUnits(parts).add(Rounding.halfUnit(total));
      if (!Rounding.beyond(sum, Rounding.value(total), tolerance)) {
        right += Rounding.value(total).signum() == 0 ? 0 : 1;
      } else {
        wrong.add(discrepancy(project, total, parts, sum));
      }
    }
    if (right == 0 || wrong.size() > 1) {
      outcomes.cannot("各来源资金可能没有读全");
    } else if (wrong.isEmpty()) {
      outcomes.holds();
    } else {
      outcomes.violated(wrong.getFirst());
    }
  }

  private static Discrepancy discrepancy(
      Entry project, Reading total, List<Reading> parts, BigDecimal sum) {
    List<Reading> readings = new ArrayList<>(List.of(total));
    readings.addAll(parts);
    return new Discrepancy(
        Severity.WARN,
        project,
        project.name(),
        total.label() + "的资金总额写为" + Figures.printed(total) + "，各来源之和为" + Figures.printed(sum, "元"),
        readings);
  }

  /** The figure of each source at this place of its row; none where a row has fewer of them. */
  private static List<Reading> parts(Reading total, int at, List<List<Cell>> rows) {
    List<Reading> parts = new ArrayList<>();
    int figures = figures(rows.getFirst()).size();
    for (List<Cell> row : rows.subList(1, rows.size())) {
      List<Cell> own = figures(row);
      if (own.size() != figures) {
        return List.of();
      }
      Cell cell = own.get(at);
      BigDecimal value = new BigDecimal(cell.text().strip().replace(",", ""));
      String label = String.valueOf(row.getFirst().text()).strip();
      // In the total's own unit: its value tells what it was multiplied by.
      int zeros = zeros(total);
      parts.add(
          new Reading(
              null,
              total.stage(),
              label,
              List.of(label),
              value.movePointRight(zeros),
              "元",
              cell.text().strip(),
              total.printedUnit(),
              Basis.TABLE,
              null,
              null,
              cell.source()));
    }
    return parts;
  }

  private static int zeros(Reading total) {
    String unit = total.printedUnit();
    return unit == null ? 0 : Math.max(0, Units.moneyZeros(unit));
  }

  private static List<Cell> figures(List<Cell> row) {
    return row.stream().filter(FormMoney::isFigure).toList();
  }

  private static int position(List<Cell> row, Source source) {
    List<Cell> figures = figures(row);
    for (int i = 0; i < figures.size(); i++) {
      if (isSame(figures.get(i).source(), source)) {
        return i;
      }
    }
    return -1;
  }

  /** Forms that follow each other are one table, whose rows go on where a form's begin anew. */
  private static boolean isSame(Source cell, Source total) {
    boolean line =
        total.line() != null
            ? Objects.equals(cell.line(), total.line())
            : Cases.sameLine(cell, total);
    return line
        && cell.file().equals(total.file())
        && Objects.equals(cell.column(), total.column());
  }

  /** The total's row, and those of its sources right below. */
  private static List<List<Cell>> rows(Account account, Source total) {
    for (Table table : account.layout().tablesWithin(total.file(), total.line(), total.line())) {
      List<Cell> near =
          total.line() == null
              ? table.cells()
              : account.layout().byLine(table).getOrDefault(total.line(), List.of());
      Optional<Cell> cell = near.stream().filter(c -> isSame(c.source(), total)).findFirst();
      if (cell.isPresent()) {
        return below(account.layout().rows(table), cell.get().row());
      }
    }
    return List.of();
  }

  private static List<List<Cell>> below(NavigableMap<Integer, List<Cell>> rows, int row) {
    return Stream.concat(
            Stream.of(filled(rows.getOrDefault(row, List.of()))),
            rows.subMap(row, false, row + MOST_SOURCES, true).values().stream()
                .map(FormMoney::filled)
                .takeWhile(FormMoney::isSource))
        .toList();
  }

  private static List<Cell> filled(List<Cell> row) {
    return row.stream().filter(cell -> !cell.text().isBlank()).toList();
  }

  private static boolean isSource(List<Cell> row) {
    for (Cell cell : row) {
      if (!isFigure(cell) && isSource(Compact.of(cell.text()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSource(String text) {
    boolean possible = text.contains("资金") || text.contains("拨款") || text.contains("补助");
    return possible && SOURCE.matcher(text).matches();
  }

  /** Most cells hold words, which their last letter tells. */
  private static boolean isFigure(Cell cell) {
    String text = cell.text().strip();
    return !text.isEmpty()
        && "0123456789,".indexOf(text.charAt(text.length() - 1)) >= 0
        && NUMBER.matcher(text).matches();
  }
}
