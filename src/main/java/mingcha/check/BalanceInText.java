package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 支出总计1,862.40万元，其中本年支出合计1,820.00万元，…；年末结转和结余42.40万元: a total, the year's own and what is carried
 * over, in one paragraph.
 */
final class BalanceInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/balance-in-text",
          "同段所写总计与本年数、结转结余之和不符，需要说明",
          "A total told is not the year's own and what is carried over of the same paragraph",
          "收入总计=本年收入合计+使用非财政拨款结余+年初结转和结余；支出总计=本年支出合计+结余分配+年末结转和结余");

  private static final List<String> OTHERS = List.of("非财政拨款", "结余分配", "专用结余");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having("总计").having("结转", "结余")) {
      List<Worded> amounts =
          account.amounts(paragraph).stream().filter(w -> !w.isChange()).toList();
      check(account, paragraph, amounts, "收入", "年初", outcomes);
      check(account, paragraph, amounts, "支出", "年末", outcomes);
    }
  }

  private static void check(
      Account account,
      Paragraph at,
      List<Worded> amounts,
      String side,
      String when,
      Outcomes outcomes) {
    Optional<Reading> total = only(amounts, w -> w.words().endsWith(side + "总计"));
    Optional<Reading> year =
        only(amounts, w -> w.words().endsWith(side + "合计"))
            .or(() -> only(amounts, w -> isOfTheYear(w.words(), side)));
    Optional<Reading> carried =
        only(amounts, w -> w.words().contains(when) && w.words().contains("结转"));
    if (total.isEmpty() || year.isEmpty() || carried.isEmpty()) {
      outcomes.cannot("同段没有写总计、合计与结转结余");
      return;
    }
    List<Reading> parts = new ArrayList<>(List.of(year.get(), carried.get()));
    for (String other : OTHERS) {
      amounts.stream()
          .filter(w -> w.words().contains(other))
          .map(Worded::reading)
          .filter(r -> !parts.contains(r))
          .forEach(parts::add);
    }
    Cases.sum(
        account,
        at,
        total.get(),
        side + "合计与" + when + "结转结余之和",
        parts,
        "year + carried over",
        outcomes);
  }

  /** 本年财政拨款收入. */
  private static boolean isOfTheYear(String words, String side) {
    return words.contains("本年") && words.endsWith(side);
  }

  private static Optional<Reading> only(List<Worded> amounts, Predicate<Worded> which) {
    List<Worded> some = amounts.stream().filter(which).toList();
    return some.size() == 1 ? Optional.of(some.getFirst().reading()) : Optional.empty();
  }
}
