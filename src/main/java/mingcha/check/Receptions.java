package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/** 公务接待费=国内公务接待+国（境）外公务接待, where the narrative gives both. */
final class Receptions implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/reception",
          "公务接待费与国内、国（境）外接待费之和不符，需要说明",
          "Receptions are not the sum of those of guests from at home and from abroad",
          "财预〔2016〕143号：公务接待费应当按国内接待与外宾接待说明");

  private static final Pattern FOREIGN =
      Pattern.compile(".*(?:国[（(]境[)）]外|外宾)(?:公务)?接待(?:费|支出|经费)?(?:支出)?");
  private static final Pattern DOMESTIC = Pattern.compile("(?:其他)?国内(?:公务)?接待(?:费|支出|经费)?(?:支出)?");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Account.Stated> total =
        account.stated().ofTheWhole("reception", Stage.FINAL, Basis.NARRATIVE).stream()
            .filter(s -> isAboutThreePublic(s.entry()))
            .toList();
    Optional<Reading> foreign = part(account, FOREIGN);
    Optional<Reading> domestic = part(account, DOMESTIC);
    if (total.isEmpty() || foreign.isEmpty() || domestic.isEmpty()) {
      outcomes.cannot("文字没有分写国内与国（境）外接待费");
      return;
    }
    List<Reading> parts = List.of(domestic.get(), foreign.get());
    Cases.sum(total.getLast(), "国内与国（境）外接待费之和", parts, "国内 + 国（境）外", outcomes);
  }

  private static boolean isAboutThreePublic(Entry entry) {
    return entry.path().stream().anyMatch(heading -> heading.contains("三公"));
  }

  /** The only amount of that name. */
  private static Optional<Reading> part(Account account, Pattern name) {
    List<Reading> found = new ArrayList<>();
    for (Account.Said told : account.stated().toldOfTheBudget()) {
      if (isAboutThreePublic(told.entry())) {
        told.readings().stream()
            .filter(r -> "元".equals(r.unit()) && name.matcher(Compact.of(r.label())).matches())
            .forEach(found::add);
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
