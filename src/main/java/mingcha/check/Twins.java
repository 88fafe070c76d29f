package mingcha.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * 死亡抚恤减少293.24万元 in one section and 死亡抚恤减少239.24万元 in another, or 增加: the same sentence twice, and
 * one digit or the direction differs.
 */
final class Twins implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/twins",
          "同一句话写了两遍，只有一位数字或增减方向不同，可能有误，需要说明",
          "One sentence is given twice, and a digit or a direction differs",
          "公开的文字说明应当前后一致");

  private static final String ENDS = "。；;";
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
  private static final Pattern DIRECTION = Pattern.compile("增加|减少|增长|下降");
  private static final Pattern BEGINNING = Pattern.compile("(?:[①-⑳]|[（(]?\\d{1,2}[）)、.．])+");

  /** These are said of each subject anew. */
  private static final List<String> OF_EACH =
      List.of("年初预算 支出决算 全年预算 全年执行 执行数 预算数 总计 合计 得分 满分 支出(类) （类） 占".split(" "));

  private static final int LEAST_LETTERS = 8;
  private static final int LEAST_DIGITS = 4;
  private static final int MOST = 2;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** What one place says; its figures are only asked for where another says the same. */
  private record Said(String text, Paragraph at) {
    List<String> numbers() {
      return all(NUMBER, text);
    }

    List<String> directions() {
      return all(DIRECTION, text);
    }
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, List<Said>> twins = new LinkedHashMap<>();
    for (Paragraph paragraph : account.passages()) {
      String text = account.compact(paragraph);
      int from = 0;
      while (from < text.length()) {
        int end = end(text, from);
        if (digits(text, from, end) >= LEAST_DIGITS) {
          note(text.substring(from, end), paragraph, twins);
        }
        from = end + 1;
      }
    }
    List<Discrepancy> found = new ArrayList<>();
    twins.values().forEach(said -> look(account, said, found, outcomes));
    if (account.isHardlyLegible() || found.size() > MOST) {
      outcomes.cannot("文字可能没有读对，或同样的话说的不是一事");
    } else {
      found.forEach(outcomes::violated);
    }
  }

  /** Where the sentence or clause ends that begins here. */
  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int digits(String text, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }

  private static void note(String sentence, Paragraph at, Map<String, List<Said>> twins) {
    for (String each : OF_EACH) {
      if (sentence.contains(each)) {
        return;
      }
    }
    String text = Compact.behind(BEGINNING, sentence);
    StringBuilder skeleton = new StringBuilder(text.length());
    boolean figures = false;
    Matcher number = NUMBER.matcher(text);
    int from = 0;
    while (number.find()) {
      skeleton.append(text, from, number.start()).append('#');
      from = number.end();
      figures |= digits(text, number.start(), from) >= LEAST_DIGITS;
    }
    skeleton.append(text, from, text.length());
    if (figures && letters(skeleton) >= LEAST_LETTERS) {
      String words = DIRECTION.matcher(skeleton).replaceAll("增减");
      twins.computeIfAbsent(words, s -> new ArrayList<>()).add(new Said(text, at));
    }
  }

  private static int letters(CharSequence text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += Character.isIdeographic(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> r.group().replace(",", "")).toList();
  }

  private static void look(
      Account account, List<Said> said, List<Discrepancy> found, Outcomes outcomes) {
    for (int i = 1; i < said.size(); i++) {
      Said one = said.getFirst();
      Said other = said.get(i);
      int odd = oddNumber(one.numbers(), other.numbers());
      boolean same = one.numbers().equals(other.numbers());
      if (odd >= 0 && one.directions().equals(other.directions())) {
        found.add(
            discrepancy(account, one, other, one.numbers().get(odd), other.numbers().get(odd)));
        return;
      }
      if (same && !one.directions().equals(other.directions())) {
        String first = String.join("、", one.directions());
        found.add(discrepancy(account, one, other, first, String.join("、", other.directions())));
        return;
      }
      outcomes.holds();
    }
  }

  /** The only number that differs, if by a slip; a year is none. */
  private static int oddNumber(List<String> one, List<String> other) {
    int odd = -1;
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).equals(other.get(i))) {
        if (odd >= 0) {
          return -1;
        }
        odd = i;
      }
    }
    boolean slip =
        odd >= 0
            && !one.get(odd).matches("(?:19|20)\\d\\d")
            && one.get(odd).replace(".", "").length() >= LEAST_DIGITS
            && Slip.between(one.get(odd), other.get(odd));
    return slip ? odd : -1;
  }

  private static Discrepancy discrepancy(
      Account account, Said one, Said other, String first, String second) {
    return new Discrepancy(
        Severity.WARN,
        account.at(other.at()),
        Told.around(other.text(), 0, Math.min(8, other.text().length())),
        "一处写为“" + first + "”，另一处写为“" + second + "”",
        List.of(reading(first, one.at().source()), reading(second, other.at().source())));
  }

  private static Reading reading(String raw, Source source) {
    return Told.words("原文", raw, source);
  }
}
