package mingcha.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.text.Fold;

/** What the narrative says was spent on a subject, against the tables' rows of its code. */
final class SubjectAmounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/subject",
          "同一科目的支出，表格与文字说明不一致，需要说明",
          "What was spent on a subject differs between the tables and the narrative",
          "财预〔2016〕143号：公开的决算表与文字说明应当一致");

  private static final List<String> TOTALS = List.of("小计", "合计", "本年支出合计", "金额", "预算数");

  private static final Pattern ORDINAL = Pattern.compile("[一二三四五六七八九十]{1,3}、");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, List<Reading>> tables = new HashMap<>();
    for (Form form :
        List.of(
            Form.GENERAL_EXPENDITURE, Form.EXPENDITURE, Form.GOVERNMENT_FUND, Form.STATE_CAPITAL)) {
      for (Entry line : account.lines(form)) {
        for (Reading reading : Account.table(line)) {
          if (TOTALS.contains(reading.label())) {
            tables.computeIfAbsent(code(line), c -> new ArrayList<>()).add(reading);
          }
        }
      }
    }
    Map<String, List<Reading>> classes = classes(account);
    boolean budget = account.isBudget();
    for (Entry entry :
        account.entries(e -> e.kind() == EntryKind.LINE && !code(e).startsWith("3"))) {
      String metric = budget ? "budget_initial" : "executed";
      for (Reading said : Account.stated(entry, metric, Basis.NARRATIVE)) {
        boolean whole = entry.table() != null && tables.containsKey(code(entry));
        if (said.stage() != (budget ? Stage.INITIAL : Stage.FINAL)
            || !Objects.equals(said.unit(), "元")) {
          continue;
        }
        if (!whole) {
          outcomes.cannot("表格没有读到这一科目");
        } else {
          List<Reading> printed = Objects.requireNonNull(tables.get(code(entry)));
          List<Reading> ofAllFunds = classes.getOrDefault(Fold.name(entry.name()), List.of());
          check(account, entry, said, printed, ofAllFunds, outcomes);
        }
      }
    }
  }

  /** What the total tables print beside the names of classes: it may be of more funds. */
  private static Map<String, List<Reading>> classes(Account account) {
    Map<String, List<Reading>> classes = new HashMap<>();
    for (Form form : List.of(Form.INCOME_EXPENDITURE_TOTAL, Form.APPROPRIATION_TOTAL)) {
      for (Entry line : account.lines(form)) {
        String name = Fold.name(Compact.behind(ORDINAL, line.name()));
        classes.computeIfAbsent(name, n -> new ArrayList<>()).addAll(Account.table(line));
      }
    }
    return classes;
  }

  private static void check(
      Account account,
      Entry entry,
      Reading said,
      List<Reading> printed,
      List<Reading> ofAllFunds,
      Outcomes outcomes) {
    if (Stream.concat(printed.stream(), ofAllFunds.stream())
        .anyMatch(p -> !Rounding.differ(p, said))) {
      outcomes.holds();
      return;
    }
    if (account.lines(Form.GENERAL_EXPENDITURE).isEmpty()
        && Rounding.value(said).compareTo(Rounding.value(printed.getFirst())) < 0) {
      outcomes.cannot("表格为全部资金，文字可能只说财政拨款");
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            "表格为" + Figures.printed(printed.getFirst()) + "，文字为" + Figures.printed(said),
            List.of(printed.getFirst(), said)));
  }

  /** Empty for the row 合计. */
  private static String code(Entry line) {
    return line.subject() == null ? "" : line.subject().code();
  }
}
