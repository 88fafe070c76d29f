package mingcha.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/**
 * A figure of the whole disclosure that the narrative gives more than once, and the “三公” that it
 * gives with their items. Where a table gives it too, each is held against the table instead.
 */
final class ToldTwice implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/told-twice",
          "文字说明中同一总量前后不一致，需要说明",
          "The narrative gives two amounts for one total",
          "财预〔2016〕143号：公开的文字说明应当前后一致");

  private static final List<String> METRICS =
      List.of(
          "revenue_total",
          "expenditure_total",
          "revenue",
          "expenditure",
          "executed",
          "operating_funds",
          "three_public",
          "overseas_travel",
          "vehicle",
          "vehicle_purchase",
          "vehicle_operation",
          "reception",
          "procurement");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (String metric : METRICS) {
      // With last year's budget and with its account the text may compare the same.
      for (Stage stage : List.of(Stage.INITIAL, Stage.ADJUSTED, Stage.FINAL)) {
        List<Account.Stated> told = told(account, metric, stage);
        for (int i = 1; i < told.size(); i++) {
          Cases.same(told.getFirst(), "一处", told.get(i), "另一处", outcomes);
        }
        if (told.size() < 2) {
          outcomes.cannot("文字没有两处写" + Told.name(metric));
        }
      }
    }
    balance(account, outcomes);
    basic(account, outcomes);
    for (Stage stage : Stage.values()) {
      sum(
          account,
          stage,
          "three_public",
          List.of("overseas_travel", "vehicle", "reception"),
          outcomes);
      sum(account, stage, "vehicle", List.of("vehicle_purchase", "vehicle_operation"), outcomes);
    }
  }

  /** Both totals are one figure. */
  private static void balance(Account account, Outcomes outcomes) {
    Optional<Account.Stated> revenue =
        told(account, "revenue_total", Stage.FINAL).stream().findFirst();
    Optional<Account.Stated> expenditure =
        told(account, "expenditure_total", Stage.FINAL).stream().findFirst();
    if (revenue.isPresent() && expenditure.isPresent()) {
      Cases.same(revenue.get(), "收入总计", expenditure.get(), "支出总计", outcomes);
    } else {
      outcomes.cannot("文字没有都写收入总计与支出总计");
    }
  }

  /** 基本支出=人员经费+公用经费, of each section about basic expenditure. */
  private static void basic(Account account, Outcomes outcomes) {
    Stage stage = account.isBudget() ? Stage.INITIAL : Stage.FINAL;
    Map<List<String>, List<Account.Stated>> wholes = bySection(account, "basic_expenditure", stage);
    Map<List<String>, List<Account.Stated>> persons = bySection(account, "personnel", stage);
    Map<List<String>, List<Account.Stated>> running = bySection(account, "public_funds", stage);
    if (wholes.isEmpty()) {
      outcomes.cannot("文字没有写基本支出");
    }
    wholes.forEach(
        (section, whole) -> {
          List<Account.Stated> parts = new ArrayList<>();
          parts.addAll(persons.getOrDefault(section, List.of()));
          parts.addAll(running.getOrDefault(section, List.of()));
          if (whole.size() != 1 || parts.size() != 2 || !persons.containsKey(section)) {
            outcomes.cannot("文字没有都写基本支出、人员经费与公用经费");
          } else {
            Cases.sum(
                whole.getFirst(),
                "人员经费与公用经费之和",
                parts.stream().map(Account.Stated::reading).toList(),
                "personnel + public_funds",
                outcomes);
          }
        });
  }

  private static Map<List<String>, List<Account.Stated>> bySection(
      Account account, String metric, Stage stage) {
    Map<List<String>, List<Account.Stated>> sections = new LinkedHashMap<>();
    for (Account.Stated stated : account.stated().ofTheWhole(metric, stage, Basis.NARRATIVE)) {
      List<String> path = stated.entry().path();
      if (path.stream().anyMatch(heading -> heading.contains("基本支出"))) {
        sections.computeIfAbsent(path, p -> new ArrayList<>()).add(stated);
      }
    }
    return sections;
  }

  private static void sum(
      Account account, Stage stage, String metric, List<String> parts, Outcomes outcomes) {
    Optional<Account.Stated> total = told(account, metric, stage).stream().findFirst();
    List<Reading> addends = new ArrayList<>();
    for (String part : parts) {
      told(account, part, stage).stream().findFirst().ifPresent(s -> addends.add(s.reading()));
    }
    if (total.isEmpty() || addends.size() < parts.size()) {
      outcomes.cannot("文字没有写全“三公”经费各分项");
    } else {
      Cases.sum(total.get(), "各分项之和", addends, String.join(" + ", parts), outcomes);
    }
  }

  /** What basic expenditure alone paid for a reception is another figure. */
  private static List<Account.Stated> told(Account account, String metric, Stage stage) {
    if (!account.stated().ofTheWhole(metric, stage, Basis.TABLE).isEmpty()) {
      return List.of();
    }
    return account.stated().ofTheWhole(metric, stage, Basis.NARRATIVE).stream()
        .filter(s -> s.entry().path().stream().noneMatch(h -> h.contains("基本支出")))
        .toList();
  }
}
