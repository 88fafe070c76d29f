package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Table;

/**
 * How the columns of a table hang together is seen from its rows: 执行率 is 实际支出÷预算 and 结余 is 预算−实际支出
 * in all of them but one. That one needs explaining.
 */
final class TableColumns implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/table-column",
          "表中各行的几栏之间都有同一计算关系，只有这一行不符，需要说明",
          "In one row of a table its columns do not give what they give in all other rows",
          "表内各栏之间的计算关系");

  private static final Pattern NO_FIGURE = Pattern.compile("序号|行次|编[号码]|代码|年度");
  private static final int LEAST = 3;
  private static final int LEAST_CELLS = 12;
  private static final int LEAST_SMALL = 5;
  private static final int MOST_COLUMNS = 9;
  private static final BigDecimal SMALL = BigDecimal.valueOf(100);
  private static final int DIGITS = 8;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.isHardlyLegible()) {
      outcomes.cannot("表格从图片识别，可能有误");
      return;
    }
    for (Table table : account.layout().plain()) {
      if (table.cells().size() > LEAST_CELLS) {
        for (NumberGrid grid : account.layout().grids(table)) {
          check(account, table, grid, outcomes);
        }
      }
    }
  }

  /** How the third column may come from the first two. */
  private enum Kind {
    QUOTIENT,
    DIFFERENCE
  }

  /** Three figures of one row: the third may be worked out from the others. */
  private record Triple(NumberGrid.Line row, Reading a, Reading b, Reading c) {
    boolean holds(Kind kind) {
      return switch (kind) {
        case QUOTIENT ->
            Rounding.value(b).signum() == 0
                ? Rounding.value(c).signum() == 0
                : !Rounding.beyond(quotient(), Rounding.value(c), tolerance());
        case DIFFERENCE ->
            c.unit() == null
                && !Rounding.beyond(
                    difference(), Rounding.value(c), Rounding.halfUnits(List.of(a, b, c)));
      };
    }

    /** What the roundings of all three may make. */
    private BigDecimal tolerance() {
      BigDecimal of = Rounding.halfUnit(b).multiply(quotient());
      BigDecimal dividend =
          Rounding.halfUnit(a).movePointRight("%".equals(c.unit()) ? 2 : 0).add(of);
      return Rounding.halfUnit(c)
          .multiply(BigDecimal.TWO)
          .add(dividend.divide(Rounding.value(b), DIGITS, RoundingMode.UP));
    }

    BigDecimal quotient() {
      return Rounding.value(a)
          .movePointRight("%".equals(c.unit()) ? 2 : 0)
          .divide(Rounding.value(b), DIGITS, RoundingMode.HALF_UP);
    }

    BigDecimal difference() {
      return Rounding.value(a).subtract(Rounding.value(b));
    }

    /** Nothing less nothing says little, and so does a whole of a whole. */
    boolean isTelling() {
      return Rounding.value(b).signum() != 0
          && Rounding.value(c).signum() != 0
          && Rounding.value(a).compareTo(Rounding.value(b)) != 0;
    }

    boolean isSmall() {
      return Rounding.value(a).compareTo(SMALL) < 0
          && Rounding.value(a).stripTrailingZeros().scale() <= 0;
    }
  }

  private static void check(Account account, Table table, NumberGrid grid, Outcomes outcomes) {
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; c < grid.columns(); c++) {
      if (numbers(grid, c) > LEAST && !NO_FIGURE.matcher(grid.headers().get(c)).find()) {
        columns.add(c);
      }
    }
    if (columns.size() < 3 || columns.size() > MOST_COLUMNS) {
      outcomes.cannot("表中的栏目太少或太多");
      return;
    }
    Set<NumberGrid.Line> told = new HashSet<>();
    for (int c : columns) {
      for (int a : columns) {
        for (int b : columns) {
          if (a != b && a != c && b != c) {
            List<Triple> triples = triples(grid, a, b, c);
            look(account, table, Kind.QUOTIENT, triples, told, outcomes);
            if (b < c) {
              look(account, table, Kind.DIFFERENCE, triples, told, outcomes);
            }
          }
        }
      }
    }
  }

  private static int numbers(NumberGrid grid, int column) {
    int numbers = 0;
    for (NumberGrid.Line line : grid.lines()) {
      numbers += line.at(column) == null ? 0 : 1;
    }
    return numbers;
  }

  /** Of the rows that have all three; none where the first two are no amounts. */
  private static List<Triple> triples(NumberGrid grid, int a, int b, int c) {
    List<Triple> triples = new ArrayList<>();
    for (NumberGrid.Line line : grid.lines()) {
      Reading first = line.at(a);
      Reading second = line.at(b);
      Reading third = line.at(c);
      if (first != null && second != null && third != null) {
        if (first.unit() != null || second.unit() != null) {
          return List.of();
        }
        triples.add(new Triple(line, first, second, third));
      }
    }
    return triples;
  }

  private static void look(
      Account account,
      Table table,
      Kind kind,
      List<Triple> triples,
      Set<NumberGrid.Line> told,
      Outcomes outcomes) {
    Triple odd = null;
    int telling = 0;
    boolean small = true;
    for (Triple triple : triples) {
      if (!triple.holds(kind)) {
        if (odd != null) {
          return;
        }
        odd = triple;
      } else if (triple.isTelling()) {
        telling++;
        small &= triple.isSmall();
      }
    }
    if (telling < (small ? LEAST_SMALL : LEAST)) {
      return;
    }
    if (odd == null) {
      outcomes.holds();
    } else if (told.add(odd.row())) {
      outcomes.violated(odd(account, table, kind, odd));
    }
  }

  private static Discrepancy odd(Account account, Table table, Kind kind, Triple odd) {
    boolean quotient = kind == Kind.QUOTIENT;
    String computed =
        quotient
            ? odd.quotient().setScale(2, RoundingMode.HALF_UP).toPlainString()
                + ("%".equals(odd.c().unit()) ? "%" : "")
            : odd.difference().toPlainString();
    return new Discrepancy(
        Severity.WARN,
        account.at(new Paragraph(odd.row().name(), table.path(), odd.c().source())),
        odd.row().name().isEmpty() ? table.ref().title() : odd.row().name(),
        (odd.c().label().isEmpty() ? "" : odd.c().label())
            + "写为"
            + odd.c().raw()
            + "，而"
            + odd.a().raw()
            + (quotient ? "÷" : "－")
            + odd.b().raw()
            + "="
            + computed
            + "，其余各行均相符",
        List.of(odd.c(), odd.a(), odd.b()));
  }
}
