package mingcha.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * 农林水（类）支出4,050.00万元, and below it 农林水支出（类）水利（款）防汛（项）800.00万元 and the like: where the items of all
 * other classes add up, the list is complete, and those of this one have to add up as well.
 */
final class ClassesInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/classes-in-text",
          "文字所写一类支出的金额与所列款、项之和不符，而其他各类均相符，需要说明",
          "What the text gives for a class is not the sum of its items, while the other classes add"
              + " up",
          "政府收支分类科目：类=Σ款，款=Σ项");

  private static final String MARK = "[（(]";
  private static final Pattern NUMBER = Pattern.compile("[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?[、.．]?");

  /** What follows the name of a class up to its amount. */
  private static final Pattern CLASS =
      Pattern.compile(MARK + "类[）)](?:支出)?(?:\\d{4}年度?)?(?:决算|预算)?数?[为是]?" + InText.MONEY);

  private static final String BETWEEN = "，。；：、（(";
  private static final int LONGEST = 20;
  private static final Pattern ITEM =
      Pattern.compile("([^，。；：、\\d（(]{2,20})" + MARK + "类[）)][^，。；：]{2,60}" + MARK + "[款项][）)]");
  private static final Pattern ARTICLE =
      Pattern.compile("([^，。；：、\\d（(]{2,30})" + MARK + "款[）)](?:支出)?[^，。；]{0,12}?" + InText.MONEY);

  /** 卫生健康支出年初预算为…: a class told by its name alone. */
  private static final Pattern PLAIN =
      Pattern.compile("([^，。；：、\\d（(]{2,24}?支出)(?:年初)?预算数?[为是]?\\d");

  private static final Pattern FILLING = Pattern.compile("[“”\"]|支出$|等?$");
  private static final int LEAST_CLASSES = 2;

  private record Told(Paragraph at, Reading amount) {}

  /** The words before a place. */
  private static String words(String text, int end) {
    int start = end;
    while (start > Math.max(0, end - LONGEST)
        && BETWEEN.indexOf(text.charAt(start - 1)) < 0
        && !Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, Told> classes = new LinkedHashMap<>();
    Map<String, List<Reading>> items = new LinkedHashMap<>();
    Set<String> open = new HashSet<>();
    String current = "";
    String pending = "";
    for (Paragraph paragraph : account.paragraphs().having("类）", "类)", "款）", "款)", "决算", "预算")) {
      String text = Compact.behind(NUMBER, told(account, paragraph));
      Matcher item = ITEM.matcher(text);
      boolean next = text.contains("类") && item.lookingAt();
      if (next || !pending.isEmpty()) {
        if (next && !pending.isEmpty()) {
          open.add(pending);
        }
        String name = next ? name(item.group(1)) : pending;
        Optional<Reading> amount = amount(account, text, paragraph, next ? item.end() : 0);
        amount.ifPresent(r -> items.computeIfAbsent(name, n -> new ArrayList<>()).add(r));
        // 年初预算为… may stand in the paragraph below the name.
        pending = amount.isEmpty() && next ? name : "";
        if (amount.isEmpty() && !next) {
          open.add(name);
        }
        continue;
      }
      Matcher article = ARTICLE.matcher(text);
      if (!current.isEmpty() && text.contains("款") && article.lookingAt()) {
        items
            .computeIfAbsent(current, n -> new ArrayList<>())
            .add(InText.figure("款", article.group(2), article.group(3), paragraph.source()));
        continue;
      }
      Matcher plain = PLAIN.matcher(text);
      if (!classes.isEmpty() && plain.lookingAt() && classes.containsKey(name(plain.group(1)))) {
        String name = name(plain.group(1));
        amount(account, text, paragraph, 0)
            .ifPresent(r -> items.computeIfAbsent(name, n -> new ArrayList<>()).add(r));
        continue;
      }
      Matcher told = CLASS.matcher(text.contains("类") ? text : "");
      while (told.find()) {
        current = name(words(text, told.start()));
        Reading total = InText.figure(current, told.group(1), told.group(2), paragraph.source());
        classes.putIfAbsent(current, new Told(paragraph, total));
      }
    }
    open.forEach(items::remove);
    judge(account, classes, items, outcomes);
  }

  /** The words of a paragraph, with those of an item's name where that stands as a heading. */
  private static String told(Account account, Paragraph paragraph) {
    String text = account.compact(paragraph);
    String heading = paragraph.path().isEmpty() ? "" : Compact.of(paragraph.path().getLast());
    boolean beneath = !text.contains("类") && heading.contains("类") && heading.contains("款");
    return beneath ? heading + text : text;
  }

  private static String name(@Nullable String name) {
    return FILLING.matcher(String.valueOf(name)).replaceAll("");
  }

  /**
   * The final figure of an item; a budget gives but one.
   *
   * @param text what of the paragraph is left, which ends as it does
   * @param from where in it the amounts begin
   */
  private static Optional<Reading> amount(Account account, String text, Paragraph at, int from) {
    int taken = account.compact(at).length() - text.length();
    List<Worded> amounts =
        account.amounts(at).stream()
            .filter(w -> w.start() - taken >= from && !w.isChange())
            .toList();
    if (account.isBudget()) {
      return amounts.stream().findFirst().map(Worded::reading);
    }
    List<Worded> spent = amounts.stream().filter(w -> w.words().endsWith("决算")).toList();
    return spent.size() == 1 ? Optional.of(spent.getFirst().reading()) : Optional.empty();
  }

  private static void judge(
      Account account,
      Map<String, Told> classes,
      Map<String, List<Reading>> items,
      Outcomes outcomes) {
    List<Discrepancy> found = new ArrayList<>();
    int sums = 0;
    for (Map.Entry<String, List<Reading>> each : items.entrySet()) {
      Told total = classes.get(each.getKey());
      if (total != null) {
        Outcomes one = new Outcomes(DEFINITION);
        Cases.sum(
            account,
            total.at(),
            total.amount(),
            "所列" + each.getValue().size() + "项之和",
            each.getValue(),
            "Σ items",
            one);
        found.addAll(one.discrepancies());
        sums++;
      }
    }
    if (found.isEmpty() || found.size() > 1 || sums < LEAST_CLASSES) {
      outcomes.cannot("没有列全各类的款、项");
    } else {
      outcomes.violated(found.getFirst());
    }
    for (int i = found.size(); i < sums; i++) {
      outcomes.holds();
    }
  }
}
