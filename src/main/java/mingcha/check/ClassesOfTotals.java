package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** 本年收入合计 and 本年支出合计 against the rows above them, in each column. */
final class ClassesOfTotals implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/classes",
          "本年合计与以上各行之和不符，需要说明",
          "The year's total is not the sum of the rows above it",
          "部门决算报表：本年合计等于各行之和");

  private static final List<String> NO_ITEM = List.of("合计", "总计", "小计", "结转", "结余");
  private static final Pattern OF_ITEM = Pattern.compile("(?:其中|[(（]|\\d+[.、．]).*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.isBudget()) {
      outcomes.cannot("预算总表的各行另有口径");
      return;
    }
    for (Form form : List.of(Form.INCOME_EXPENDITURE_TOTAL, Form.APPROPRIATION_TOTAL)) {
      side(account, form, "收入", "本年收入合计", outcomes);
      side(account, form, "支出", "本年支出合计", outcomes);
    }
  }

  private static void side(
      Account account, Form form, String side, String name, Outcomes outcomes) {
    Optional<Entry> total = account.line(form, name);
    if (total.isEmpty()) {
      outcomes.cannot("没有读到" + name);
      return;
    }
    List<Entry> items = new ArrayList<>();
    for (Entry line : account.lines(form)) {
      if (line.name().equals(name)) {
        break;
      }
      boolean here = Account.table(line).stream().anyMatch(r -> isOf(r, side));
      if (here && isItem(line.name())) {
        items.add(line);
      } else if (line.name().startsWith("其中")) {
        outcomes.cannot("表内有其中项");
        return;
      }
    }
    if (items.isEmpty() || items.stream().anyMatch(Account::isDoubtful)) {
      outcomes.cannot("各行没有读全");
      return;
    }
    for (Reading whole : Account.table(total.get())) {
      List<Reading> parts =
          items.stream()
              .flatMap(
                  e ->
                      Account.table(e).stream()
                          .filter(r -> isOf(r, side) && r.label().equals(whole.label()))
                          .limit(1))
              .toList();
      Cases.sum(
          new Account.Stated(total.get(), whole),
          parts.size() + "行之和",
          parts,
          "Σ " + parts.size() + " rows above",
          outcomes);
    }
  }

  private static boolean isItem(String name) {
    return NO_ITEM.stream().noneMatch(name::contains) && !OF_ITEM.matcher(name).matches();
  }

  private static boolean isOf(Reading reading, String side) {
    return reading.labelPath().size() > 1 && reading.labelPath().getFirst().equals(side);
  }
}
