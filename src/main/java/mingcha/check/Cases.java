package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * What many rules ask: whether two figures are one, and whether a total is the sum of its parts.
 */
final class Cases {
  /** One table's row may be a sum of rounded figures and the other's the rounded sum. */
  private static final BigDecimal TAILS = new BigDecimal("1.5");

  private Cases() {}

  /** Two statements of one figure. */
  static void same(
      Account.Stated a, String aName, Account.Stated b, String bName, Outcomes outcomes) {
    Reading left = a.reading();
    Reading right = b.reading();
    BigDecimal tails = Rounding.halfUnit(left).add(Rounding.halfUnit(right)).multiply(TAILS);
    if (!Rounding.beyond(Rounding.value(left), Rounding.value(right), tails)) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            a.entry(),
            a.entry().name(),
            aName + "为" + Figures.printed(left) + "，" + bName + "为" + Figures.printed(right),
            List.of(left, right)));
  }

  /**
   * A total and its parts; what is blank is 0.
   *
   * @param what the parts are, in words
   */
  static void sum(
      Account.Stated total, String what, List<Reading> parts, String formula, Outcomes outcomes) {
    sum(total, what, parts, List.of(), formula, outcomes);
  }

  /** A total of a paragraph. Where that stands is only sought for a finding. */
  static void sum(
      Account account,
      Paragraph at,
      Reading whole,
      String what,
      List<Reading> parts,
      String formula,
      Outcomes outcomes) {
    BigDecimal tolerance = Rounding.halfUnits(parts).add(Rounding.halfUnit(whole));
    if (Rounding.beyond(add(parts), Rounding.value(whole), tolerance)) {
      outcomes.violated(
          otherwise(account.at(at), whole.label(), whole, what, parts, List.of(), formula));
    } else {
      outcomes.holds();
    }
  }

  /** A total that is the sum of parts less others. */
  static void sum(
      Account.Stated total,
      String what,
      List<Reading> plus,
      List<Reading> minus,
      String formula,
      Outcomes outcomes) {
    Reading whole = total.reading();
    BigDecimal sum = add(plus).subtract(add(minus));
    BigDecimal tolerance =
        Rounding.halfUnits(plus).add(Rounding.halfUnits(minus)).add(Rounding.halfUnit(whole));
    if (!Rounding.beyond(sum, Rounding.value(whole), tolerance)) {
      outcomes.holds();
      return;
    }
    Entry about = total.entry();
    outcomes.violated(otherwise(about, about.name(), whole, what, plus, minus, formula));
  }

  private static Discrepancy otherwise(
      Entry about,
      String subject,
      Reading whole,
      String what,
      List<Reading> plus,
      List<Reading> minus,
      String formula) {
    Reading computed =
        Figures.computed(
            whole.metric(),
            whole.stage(),
            whole.label(),
            add(plus).subtract(add(minus)),
            whole.unit(),
            formula,
            whole.source());
    List<Reading> readings = new ArrayList<>(List.of(whole, computed));
    readings.addAll(plus);
    readings.addAll(minus);
    return new Discrepancy(
        Severity.WARN,
        about,
        subject,
        whole.label() + "写为" + Figures.printed(whole) + "，" + what + "为" + computed.raw(),
        readings);
  }

  /** A count of a paragraph. */
  static void counts(
      Account account,
      Paragraph at,
      Reading whole,
      String what,
      List<Reading> parts,
      Outcomes outcomes) {
    if (add(parts).compareTo(Rounding.value(whole)) == 0) {
      outcomes.holds();
    } else {
      counts(new Account.Stated(account.at(at), whole), what, parts, outcomes);
    }
  }

  /** Counts are exact. */
  static void counts(Account.Stated total, String what, List<Reading> parts, Outcomes outcomes) {
    Reading whole = total.reading();
    BigDecimal sum = add(parts);
    if (sum.compareTo(Rounding.value(whole)) == 0) {
      outcomes.holds();
      return;
    }
    List<Reading> readings = new ArrayList<>(List.of(whole));
    readings.addAll(parts);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            total.entry(),
            whole.label(),
            "写为" + Figures.printed(whole) + "，" + what + "为" + Figures.printed(sum, whole.unit()),
            readings));
  }

  /**
   * Whether two figures stand in one paragraph, or in one row of a table. The paragraphs of a page
   * have no lines; those of a PDF are told apart by their boxes, which all figures of one share.
   */
  static boolean sameLine(Source a, Source b) {
    return a.file().equals(b.file())
        && Objects.equals(a.page(), b.page())
        && Objects.equals(a.line(), b.line())
        && Objects.equals(a.row(), b.row())
        && (a.row() != null || Objects.equals(a.box(), b.box()));
  }

  static BigDecimal add(List<Reading> readings) {
    return readings.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
