package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * 内设机构7个，分别为办公室、应急指挥股、火灾防治股: a number of things and the things by name; and
 * 下属单位3个，其中行政单位1个，其他事业单位12个: a number and its kinds.
 */
final class CountsListed implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/listed",
          "所写数量与所列的名称或分类之和不符，需要说明",
          "A number is not that of the things that are listed, or not the sum of its kinds",
          "总数等于所列各项之数");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<!第)(?<!\\d)(\\d{1,2})([个家])[^，。；：、\\d（）()]{0,14}[，,：:]?(?:分别[为是][：:]?|即[：:]?|包括[：:])([^。（）()]{4,600})。");
  private static final Pattern OPEN = Pattern.compile(".*(?:等|其他|其它|以及|若干).*");
  private static final Pattern ITEM_NUMBER = Pattern.compile("\\d{1,2}[.．、]");
  private static final int LEAST_NAMED = 2;
  private static final int LONGEST = 10;

  /** A longer list may go on over a page. */
  private static final int MOST = 60;

  /** Whose kinds are told apart fully: those by the nature of a unit, or by the post. */
  private static final Pattern WHOLE =
      Pattern.compile("(?<!\\d)(\\d{1,5})([个家人名])[，,。；]?(?:其中|包括|按单位性质分)[：:，,]?");

  private static final Pattern KIND =
      Pattern.compile("([^，。；：、\\d（）()]{2,24}?)(\\d{1,5})([个家人名])(?:（[^（）]{0,40}）)?[，,、；;和及]?");

  /** 共3个，包括本级及所属2个二级预算单位. */
  private static final Pattern BESIDES =
      Pattern.compile(
          "(?<!\\d)(\\d{1,3})([个家])[，,]?(?:其中|包括|含)[：:]?[^，。；、\\d]{0,8}本级[^，。；、\\d]{0,8}?(\\d{1,3})[个家](?!机构|科|处|股)");

  /** 单位共3个，包括：, with a numbered paragraph for each below. */
  private static final Pattern BELOW =
      Pattern.compile(
          ".*(?<!\\d)(\\d{1,2})([个家])[^，。；：、\\d]{0,14}[，,。]?(?:包括|分别[为是]|具体为|即|如下)[：:]");

  private static final Pattern NUMBERED =
      Pattern.compile("^[（(]?(\\d{1,2})[）)]?[.．、，]?(?=[^\\d.．]).{2,40}");
  private static final String PUBLIC = "行政";
  private static final String INSTITUTION = "事业";
  private static final List<String> OF_UNITS =
      List.of("非参", "参照", "参公", PUBLIC, INSTITUTION, "企业", "社团");
  private static final List<String> OF_RETIRED = List.of("离休", "退休");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph :
        account.paragraphs().having("个", "家", "人", "名").having("分别", "其中", "包括", "即", "性质")) {
      String text = account.compact(paragraph);
      Matcher named = NAMED.matcher(text);
      while (named.find()) {
        names(account, paragraph, named, outcomes);
      }
      Matcher besides = BESIDES.matcher(text);
      while (besides.find()) {
        besides(account, paragraph, besides, outcomes);
      }
      Matcher whole = WHOLE.matcher(text);
      while (whole.find()) {
        kinds(account, paragraph, whole, text, outcomes);
      }
    }
    below(account, outcomes);
  }

  /** The department itself is one of its units. */
  private static void besides(Account account, Paragraph at, Matcher told, Outcomes outcomes) {
    Reading all = InText.figure("单位数", told.group(1), told.group(2), at.source());
    Reading others = InText.figure("所属单位数", told.group(3), told.group(2), at.source());
    Reading itself = InText.figure("本级", "1", told.group(2), at.source());
    Cases.counts(account, at, all, "本级与所属单位之和", List.of(itself, others), outcomes);
  }

  private static void below(Account account, Outcomes outcomes) {
    List<Paragraph> all = account.content().paragraphs();
    for (int i = 0; i < all.size(); i++) {
      String text = account.compact(all.get(i));
      Matcher told = text.endsWith("：") || text.endsWith(":") ? BELOW.matcher(text) : null;
      if (told != null && told.matches()) {
        List<String> rest = new ArrayList<>();
        headings(account, all.get(i), i + 1 < all.size() ? all.get(i + 1) : null)
            .forEach(h -> rest.add(Compact.of(h.text())));
        for (int j = i + 1; j < Math.min(all.size(), i + MOST); j++) {
          rest.add(account.compact(all.get(j)));
        }
        below(account, all.get(i), told, rest, outcomes);
      }
    }
  }

  /** What stands between two paragraphs: a short item of a list may have been read as a heading. */
  private static List<Heading> headings(Account account, Paragraph from, @Nullable Paragraph to) {
    Integer first = from.source().line();
    Integer last = to == null ? null : to.source().line();
    if (first == null || last == null) {
      return List.of();
    }
    return account.content().outline().stream()
        .filter(h -> h.source().line() != null)
        .filter(h -> h.source().file().equals(from.source().file()))
        .filter(h -> line(h) > first && line(h) < last)
        .toList();
  }

  private static int line(Heading heading) {
    return Objects.requireNonNull(heading.source().line());
  }

  private static void below(
      Account account, Paragraph at, Matcher told, List<String> rest, Outcomes outcomes) {
    int items = 0;
    while (items < rest.size() && number(rest.get(items)) == items + 1) {
      items++;
    }
    Reading number = InText.figure("数量", told.group(1), told.group(2), at.source());
    if (items < 2 || items == MOST) {
      outcomes.cannot("没有逐个列出名称");
    } else if (Rounding.value(number).intValue() == items) {
      outcomes.holds();
    } else {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              account.at(at),
              number.raw(),
              "写为" + number.raw() + "，下面列有" + items + "个",
              List.of(number, Told.words("最后一个", rest.get(items - 1), at.source()))));
    }
  }

  /** The number that a paragraph begins with, or 0. */
  private static int number(String text) {
    Matcher matcher = NUMBERED.matcher(text);
    return matcher.matches() ? Integer.parseInt(String.valueOf(matcher.group(1))) : 0;
  }

  private static void names(Account account, Paragraph at, Matcher named, Outcomes outcomes) {
    String list = String.valueOf(named.group(3));
    if (OPEN.matcher(list).matches()) {
      outcomes.cannot("所列名称可能不全");
      return;
    }
    int items = items(list);
    Reading told = InText.figure("数量", named.group(1), named.group(2), at.source());
    if (items < LEAST_NAMED) {
      outcomes.cannot("没有逐个列出名称");
    } else if (Rounding.value(told).intValue() == items) {
      outcomes.holds();
    } else {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              account.at(at),
              Told.around(named.group(), 0, Math.min(LONGEST, named.group().length())),
              "写为" + told.raw() + "，所列名称为" + items + "个",
              List.of(told, Told.words("所列名称", list, at.source()))));
    }
  }

  /** The names between commas; 和 and 及 stand within names too, so a list that has one is open. */
  private static int items(String list) {
    int numbered = (int) ITEM_NUMBER.matcher(list).results().count();
    if (numbered > 1) {
      return numbered;
    }
    if (list.matches(".*[和及与，,\\d].*")) {
      return 0;
    }
    return list.split("、").length;
  }

  private static void kinds(
      Account account, Paragraph at, Matcher whole, String text, Outcomes outcomes) {
    String unit = String.valueOf(whole.group(2));
    List<Reading> kinds = new ArrayList<>();
    Matcher kind = KIND.matcher(text);
    int from = whole.end();
    while (kind.region(from, text.length()).lookingAt()
        && unit.equals(kind.group(3))
        && !isNext(String.valueOf(kind.group(1)), kinds)
        && !(isUnknown(String.valueOf(kind.group(1))) && text.charAt(from - 1) == '；')) {
      kinds.add(InText.figure(String.valueOf(kind.group(1)), kind.group(2), unit, at.source()));
      from = kind.end();
    }
    if (!areAll(kinds, OF_UNITS, PUBLIC, INSTITUTION) && !areAll(kinds, OF_RETIRED, "离休", "退休")) {
      outcomes.cannot("没有按性质分列");
      return;
    }
    Reading told = InText.figure("总数", whole.group(1), unit, at.source());
    Cases.counts(account, at, told, "所列" + kinds.size() + "类之和", kinds, outcomes);
  }

  /** Whether another count begins: 在职行政人员 behind 行政编制. */
  private static boolean isNext(String label, List<Reading> kinds) {
    return kinds.stream().anyMatch(o -> kind(o.label()).equals(kind(label)));
  }

  private static boolean isUnknown(String label) {
    return OF_UNITS.stream().noneMatch(label::contains)
        && OF_RETIRED.stream().noneMatch(label::contains);
  }

  private static String kind(String label) {
    return OF_UNITS.stream().filter(label::contains).findFirst().orElse(label);
  }

  /** Whether each is of one of these kinds, and the two that there always are stand among them. */
  private static boolean areAll(List<Reading> kinds, List<String> known, String one, String other) {
    return kinds.size() > 1
        && kinds.stream().allMatch(k -> known.stream().anyMatch(k.label()::contains))
        && kinds.stream().anyMatch(k -> k.label().contains(one))
        && kinds.stream().anyMatch(k -> k.label().contains(other));
  }
}
