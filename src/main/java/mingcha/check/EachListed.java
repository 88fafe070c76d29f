package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 项目3个，涉及预算1,956万元，分别为：A项目1,200万元、B项目600万元、C项目156万元: all are told, and none twice. */
final class EachListed implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/each",
          "“分别为”之后所列各项的个数或金额之和与所写总数不符，需要说明",
          "What a sentence lists one by one is not as many, or as much, as it says",
          "“分别为”之后列出全部各项，总数为各项之和");

  private static final String WORD = "分别";
  private static final Pattern WHOLE =
      Pattern.compile(InText.MONEY + "[，,。]?" + WORD + "[为是][：:]?");
  private static final Pattern PART =
      Pattern.compile("[，,、；;和]?([^，。；、,;：:\\d（）()]{2,36}?)" + InText.MONEY);
  private static final Pattern NO_WHOLE =
      Pattern.compile("[^，。；：]*(?:增|减|上升|下降|单价|人均|均为|标准|超过|以上|不足|低于|高于|至少|每)[^，。；：]*$");
  private static final Pattern NO_PART = Pattern.compile(".*(?:增|减|上年|较|比|单价|每|占|其中|\\d).*");
  private static final Pattern COUNT =
      Pattern.compile("(?<!\\d)(\\d{1,3})个[^，。；：\\d]{0,6}[，,][^，。；：\\d]{0,12}$");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having(WORD).having("元")) {
      String text = account.compact(paragraph);
      Matcher whole = WHOLE.matcher(text);
      while (whole.find()) {
        check(account, paragraph, text, whole, outcomes);
      }
    }
  }

  private static void check(
      Account account, Paragraph at, String text, Matcher whole, Outcomes outcomes) {
    String before = text.substring(0, whole.start());
    List<Reading> parts = parts(text, whole.end(), String.valueOf(whole.group(2)), at);
    if (parts.size() < 2 || NO_WHOLE.matcher(before).find()) {
      outcomes.cannot("没有逐项列出金额");
      return;
    }
    Reading total = InText.figure("总数", whole.group(1), whole.group(2), at.source());
    Cases.sum(account, at, total, "各项之和", parts, "Σ parts", outcomes);
    Matcher count = COUNT.matcher(before);
    if (count.find()) {
      Reading told = InText.figure("个数", count.group(1), "个", at.source());
      Reading listed =
          Figures.computed(
              null, null, "所列", BigDecimal.valueOf(parts.size()), "个", "count", at.source());
      Cases.counts(account, at, told, "所列", List.of(listed), outcomes);
    }
  }

  private static List<Reading> parts(String text, int from, String unit, Paragraph at) {
    List<Reading> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int next = from;
    while (part.region(next, text.length()).lookingAt()
        && unit.equals(part.group(3))
        && !NO_PART.matcher(String.valueOf(part.group(1))).matches()) {
      parts.add(InText.figure(String.valueOf(part.group(1)), part.group(2), unit, at.source()));
      next = part.end();
    }
    return parts;
  }
}
