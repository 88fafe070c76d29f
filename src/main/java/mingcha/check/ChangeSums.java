package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * “三公”经费比上年减少2.00万元; 公务接待费减少2.00万元，其余持平: what changes in the whole is what changes in its parts.
 */
final class ChangeSums implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/changes",
          "“三公”经费的增减额与各分项增减额之和不符，需要说明",
          "The change of the “three public” costs is not the sum of the changes of its items",
          "财预〔2016〕143号：“三公”经费应当按总额和分项数额公开并说明增减变化");

  private static final List<String> PARTS = List.of("overseas_travel", "vehicle", "reception");
  private static final String CHANGE = "_change_amount";
  private static final Pattern SAME =
      Pattern.compile(".*(?:上年|去年|20\\d\\d年)[^，。；]{0,12}(?:持平|一致|相同|无增减|没有变化|无变化).*");
  private static final List<String> NAMES = List.of("因公出国", "车", "接待");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Account.Stated> whole = changes(account, "three_public");
    List<Reading> parts = new ArrayList<>();
    for (int i = 0; i < PARTS.size(); i++) {
      part(account, PARTS.get(i), NAMES.get(i)).ifPresent(parts::add);
    }
    if (whole.size() != 1 || parts.size() < PARTS.size()) {
      outcomes.cannot("文字没有写全“三公”经费各分项的增减额");
    } else if (parts.stream().allMatch(p -> Rounding.value(p).signum() == 0)) {
      outcomes.cannot("各分项都持平");
    } else {
      Cases.sum(whole.getFirst(), "各分项增减额之和", parts, "Σ changes", outcomes);
    }
  }

  private static List<Account.Stated> changes(Account account, String metric) {
    return account.stated().ofTheWhole(metric + CHANGE, null, Basis.NARRATIVE);
  }

  /** What is said of it once, or that it is as much as before; the vehicles may change by one. */
  private static Optional<Reading> part(Account account, String metric, String name) {
    List<Account.Stated> told = changes(account, metric);
    if (told.isEmpty() && metric.equals("vehicle")) {
      return ofVehicles(account);
    }
    if (told.size() == 1) {
      return Optional.of(told.getFirst().reading());
    }
    return told.isEmpty() ? same(account, metric, name) : Optional.empty();
  }

  private static Optional<Reading> ofVehicles(Account account) {
    Optional<Reading> bought = part(account, "vehicle_purchase", "购置");
    Optional<Reading> run = part(account, "vehicle_operation", "运行");
    if (bought.isEmpty() || run.isEmpty()) {
      return same(account, "vehicle", "车");
    }
    return Rounding.value(bought.get()).signum() == 0
        ? run
        : Rounding.value(run.get()).signum() == 0 ? bought : Optional.empty();
  }

  private static Optional<Reading> same(Account account, String metric, String name) {
    for (Account.Stated amount : account.stated().ofTheWhole(metric, null, Basis.NARRATIVE)) {
      for (Paragraph paragraph : account.paragraphs().having("持平", "一致", "相同", "变化", "增减")) {
        String text = account.compact(paragraph);
        boolean own = Cases.sameLine(paragraph.source(), amount.reading().source());
        if (own && text.contains(name) && isAlone(text) && SAME.matcher(text).matches()) {
          return Optional.of(
              Figures.computed(
                  null, null, "持平", BigDecimal.ZERO, "元", "as last year", paragraph.source()));
        }
      }
    }
    return Optional.empty();
  }

  /** In a paragraph about all three it is not said which one has not changed. */
  private static boolean isAlone(String text) {
    return NAMES.stream().filter(text::contains).count() == 1;
  }
}
