package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** 类 = Σ款, 款 = Σ项, 合计 = Σ类, in every column of the tables of subjects and of economic classes. */
final class SubjectSums implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/subjects",
          "上级科目与所属下级科目之和不符，需要说明",
          "A subject is not the sum of the subjects below it",
          "政府收支分类科目：类、款、项逐级汇总");

  private static final int CLASS_DIGITS = 3;

  static final List<Form> FORMS =
      List.of(
          Form.INCOME,
          Form.EXPENDITURE,
          Form.GENERAL_EXPENDITURE,
          Form.BASIC_EXPENDITURE,
          Form.GOVERNMENT_FUND,
          Form.STATE_CAPITAL);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Form form : FORMS) {
      for (List<Entry> table : account.tables(form)) {
        Map<String, Set<String>> doubtful = doubtfulBelow(table);
        StatedFigures.columns(table)
            .forEach(
                (label, column) -> {
                  if (column.values().stream().anyMatch(s -> "元".equals(s.reading().unit()))) {
                    column(column, label, form, doubtful.getOrDefault(label, Set.of()), outcomes);
                  }
                });
      }
    }
  }

  private static void column(
      Map<String, Account.Stated> column,
      String label,
      Form form,
      Set<String> doubtfulBelow,
      Outcomes outcomes) {
    Map<String, List<Reading>> below = below(column);
    for (Map.Entry<String, Account.Stated> parent : column.entrySet()) {
      String code = parent.getKey();
      if (code.isEmpty() && form == Form.BASIC_EXPENDITURE) {
        continue;
      }
      List<Reading> children = below.getOrDefault(code, List.of());
      if (doubtfulBelow.contains(code)) {
        outcomes.cannot("下级有存疑的数字");
      } else if (!children.isEmpty()) {
        check(parent.getValue(), children, label, outcomes);
      }
    }
  }

  /** By subject the rows right below. */
  private static Map<String, List<Reading>> below(Map<String, Account.Stated> column) {
    Map<String, List<Reading>> below = new HashMap<>();
    column.forEach(
        (code, stated) ->
            above(code)
                .ifPresent(
                    parent ->
                        below
                            .computeIfAbsent(parent, p -> new ArrayList<>())
                            .add(stated.reading())));
    return below;
  }

  /**
   * By column the subjects whose parts are not all sure: a sum without one of them says nothing.
   */
  private static Map<String, Set<String>> doubtfulBelow(List<Entry> table) {
    Map<String, Set<String>> doubtful = new HashMap<>();
    for (Entry line : table) {
      for (Reading reading : line.readings()) {
        if (reading.doubt() != null && reading.basis() == Basis.TABLE && line.subject() != null) {
          above(line.subject().code())
              .ifPresent(
                  parent ->
                      doubtful
                          .computeIfAbsent(reading.label(), label -> new HashSet<>())
                          .add(parent));
        }
      }
    }
    return doubtful;
  }

  /** Of 201 the total, of 20113 201. */
  static Optional<String> above(String code) {
    int digits = code.length() == CLASS_DIGITS ? 0 : code.length() - 2;
    return digits == 0 || digits >= CLASS_DIGITS
        ? Optional.of(code.substring(0, digits))
        : Optional.empty();
  }

  private static void check(
      Account.Stated parent, List<Reading> children, String label, Outcomes outcomes) {
    BigDecimal sum =
        children.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    Reading total = parent.reading();
    BigDecimal tolerance = Rounding.halfUnits(children).add(Rounding.halfUnit(total));
    if (!Rounding.beyond(sum, Rounding.value(total), tolerance)) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(
            total.metric(),
            total.stage(),
            label,
            sum,
            "元",
            "Σ " + children.size() + " rows below",
            total.source());
    List<Reading> readings = new ArrayList<>(List.of(total, computed));
    readings.addAll(children);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            parent.entry(),
            parent.entry().name(),
            label
                + "为"
                + Figures.printed(total)
                + "，下级"
                + children.size()
                + "项之和为"
                + computed.raw(),
            readings));
  }
}
