package mingcha.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mingcha.check.Visits.Kind;
import mingcha.check.Visits.Visit;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 接待0批次，5人次: nobody comes in no group, and no group is without somebody; guests from at home and
 * from abroad are all guests; and what was paid was paid for somebody.
 */
final class VisitCounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/visits",
          "批次、人次与金额不能同时成立，或各类接待之和与总数不符，需要说明",
          "Groups, persons and money contradict each other, or the kinds of receptions do not add"
              + " up",
          "财预〔2016〕143号：“三公”经费应当说明出国团组、公务接待的批次与人次");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("人次")) {
      List<Visit> visits = Visits.in(account.compact(paragraph), paragraph);
      for (Visit visit : visits) {
        alone(account, paragraph, visit, outcomes);
      }
      if (!visits.isEmpty()) {
        sum(account, paragraph, visits, "批次", Visit::groups, outcomes);
        sum(account, paragraph, visits, "人次", Visit::persons, outcomes);
      }
    }
  }

  private static void alone(Account account, Paragraph paragraph, Visit visit, Outcomes outcomes) {
    int groups = Rounding.value(visit.groups()).intValue();
    int persons = Rounding.value(visit.persons()).intValue();
    Reading cost = visit.cost();
    if (groups > persons || (groups == 0 && persons > 0)) {
      outcomes.violated(
          told(
              Severity.WARN,
              account,
              paragraph,
              "写为" + visit.groups().raw() + "，" + visit.persons().raw(),
              List.of(visit.groups(), visit.persons())));
    } else if (cost != null && (Rounding.value(cost).signum() == 0) != (groups == 0)) {
      // Others may have paid for guests; what was paid for none is a contradiction.
      outcomes.violated(
          told(
              groups == 0 ? Severity.WARN : Severity.INFO,
              account,
              paragraph,
              cost.label()
                  + "为"
                  + cost.raw()
                  + "，写为"
                  + visit.groups().raw()
                  + "，"
                  + visit.persons().raw(),
              List.of(cost, visit.groups(), visit.persons())));
    } else {
      outcomes.holds();
    }
  }

  private static void sum(
      Account account,
      Paragraph paragraph,
      List<Visit> visits,
      String what,
      Function<Visit, Reading> count,
      Outcomes outcomes) {
    Optional<Reading> all = only(visits, Kind.ALL).map(count);
    Optional<Reading> domestic = only(visits, Kind.DOMESTIC).map(count);
    Optional<Reading> foreign = only(visits, Kind.FOREIGN).map(count);
    if (all.isEmpty() || domestic.isEmpty() || foreign.isEmpty()) {
      outcomes.cannot("没有分写国内与国（境）外接待的" + what);
      return;
    }
    Cases.counts(
        new Account.Stated(account.at(paragraph), all.get()),
        "国内与国（境）外" + what + "之和",
        List.of(domestic.get(), foreign.get()),
        outcomes);
  }

  private static Optional<Visit> only(List<Visit> visits, Kind kind) {
    List<Visit> of = visits.stream().filter(v -> v.kind() == kind).toList();
    return of.size() == 1 ? Optional.of(of.getFirst()) : Optional.empty();
  }

  private static Discrepancy told(
      Severity severity,
      Account account,
      Paragraph paragraph,
      String arithmetic,
      List<Reading> readings) {
    String about = readings.getLast().label().startsWith("出国") ? "因公出国（境）" : "公务接待";
    return new Discrepancy(severity, account.at(paragraph), about, arithmetic, readings);
  }
}
