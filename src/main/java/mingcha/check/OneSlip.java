package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 使用资金283.815万元 in several places and 使用资金283.185万元 in one: a figure that the text gives under the
 * same words again and again, and once with a slip in it. Figures that differ otherwise may be
 * those of other things.
 */
final class OneSlip implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/one-slip",
          "同一说法的数字在几处相同，只有一处相差一位或小数点，可能有误，需要说明",
          "A figure is given alike in several places, and in one with a digit or the point amiss",
          "公开的文字说明应当前后一致");

  private static final Pattern FIGURE =
      Pattern.compile("(\\d[\\d,]*+(?:\\.\\d+)?)(亿元|万元|元|[%％]|人次|人|户|家|张|笔|台|辆|次|批次|个|倍)");

  /** Neither stands within the words before a figure. */
  private static final String BETWEEN_WORDS = "，。；：、,;:%％";

  private static final int LEAST_WORDS = 4;
  private static final int MOST_WORDS = 40;

  /** Words and signs between a name and its figure. */
  private static final List<String> FILLERS =
      List.of("为 是 达到 达 共计 总计 合计 约 共 了 的 “ ” （ ） ( ) 《 》".split(" "));

  /** Of other years and of what is compared with them other figures are given in the same words. */
  private static final List<String> OTHER =
      List.of("增 减 下降 上升 同比 上年 去年 提高 不 以上 每 第 ≥ ≤ 年初".split(" "));

  /** What the reports of all projects say alike, each of its own figure: 项目全年预算数为. */
  private static final Pattern OF_EACH =
      Pattern.compile(
          "年初|全年|年度|调整后?|预算|决算|执行|支出|支付|资金|金额|经费|安排|下达|到位|拨付|得分|自评|分值|权重|综合|绩效|项目|完成|实际|数|额|率|其中");

  /** One letter is the rest of a word that the label's beginning cuts. */
  private static final int LEAST_OF_ITS_OWN = 2;

  private static final int LABEL = 4;
  private static final int LONG_LABEL = 6;
  private static final int SURE_DIGITS = 4;
  private static final int FEW_DIGITS = 2;
  private static final int LEAST = 3;
  private static final int MOST = 2;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** A figure behind its words. */
  private record Told(String words, String raw, String unit, Paragraph at) {
    String number() {
      return plain(digitsOf(raw));
    }

    Reading reading() {
      return InText.figure(label(), raw, unit, at.source());
    }

    String label() {
      int length = digits(digitsOf(raw)) >= SURE_DIGITS ? LABEL : LONG_LABEL;
      return words.substring(words.length() - length);
    }
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, List<Told>> groups = new LinkedHashMap<>();
    for (Paragraph paragraph : account.passages()) {
      String text = account.compact(paragraph);
      Matcher matcher = FIGURE.matcher(text);
      int from = 0;
      for (int at = number(text, 0); at < text.length(); at = number(text, at + 1)) {
        int words = words(text, from, at);
        if (at - words >= LEAST_WORDS && matcher.region(at, text.length()).lookingAt()) {
          note(text.substring(words, at), matcher, paragraph, groups);
          from = matcher.end();
          at = from - 1;
        }
      }
    }
    List<Discrepancy> found = new ArrayList<>();
    for (List<Told> told : groups.values()) {
      if (told.size() >= LEAST && isOfItsOwn(told.getFirst().label())) {
        look(account, told.stream().filter(OneSlip::isOfNoOther).toList(), found, outcomes);
      }
    }
    if (account.isHardlyLegible() || found.size() > MOST) {
      outcomes.cannot("文字可能没有读对，或同一说法指不同的事");
    } else {
      found.forEach(outcomes::violated);
    }
  }

  /** Where the next number begins, or the text ends. */
  private static int number(String text, int from) {
    int at = from;
    while (at < text.length() && !(isDigit(text, at) && !isInNumber(text, at - 1))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isInNumber(String text, int at) {
    return isDigit(text, at) || (at >= 0 && text.charAt(at) == '.');
  }

  /**
   * Where the words begin that end at a figure. They are sought from the figure backwards: most
   * words of a text stand before none.
   */
  private static int words(String text, int from, int end) {
    int start = end;
    while (start > Math.max(from, end - MOST_WORDS) && isWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isWord(char c) {
    return (c < '0' || c > '9') && BETWEEN_WORDS.indexOf(c) < 0;
  }

  private static void note(
      String before, Matcher matcher, Paragraph paragraph, Map<String, List<Told>> groups) {
    String raw = String.valueOf(matcher.group(1));
    int digits = digits(digitsOf(raw));
    String words = digits < FEW_DIGITS ? "" : withoutFillers(before);
    if (words.length() >= (digits >= SURE_DIGITS ? LABEL : LONG_LABEL)) {
      Told told = new Told(words, raw, String.valueOf(matcher.group(2)), paragraph);
      groups.computeIfAbsent(told.label() + told.unit(), k -> new ArrayList<>()).add(told);
    }
  }

  private static boolean isOfItsOwn(String label) {
    return OF_EACH.matcher(label).replaceAll("").length() >= LEAST_OF_ITS_OWN;
  }

  private static boolean isOfNoOther(Told told) {
    return OTHER.stream().noneMatch(told.words()::contains);
  }

  private static String digitsOf(String raw) {
    return raw.replace(",", "");
  }

  private static String withoutFillers(String words) {
    int end = words.length();
    for (int i = 0; i < FILLERS.size(); i++) {
      String filler = FILLERS.get(i);
      if (words.startsWith(filler, end - filler.length())) {
        end -= filler.length();
        i = -1;
      }
    }
    return words.substring(0, end);
  }

  /** How many there are from the first that is not 0 to the last one, or to the point. */
  private static int digits(String number) {
    int point = number.indexOf('.');
    int end = number.length();
    while (point >= 0 && end > point && "0.".indexOf(number.charAt(end - 1)) >= 0) {
      end--;
    }
    int digits = 0;
    for (int i = 0; i < end; i++) {
      char c = number.charAt(i);
      digits += c != '.' && (c != '0' || digits > 0) ? 1 : 0;
    }
    return digits;
  }

  private static String plain(String number) {
    BigDecimal value = new BigDecimal(number).stripTrailingZeros();
    return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
  }

  /** All but one are alike. */
  private static void look(
      Account account, List<Told> told, List<Discrepancy> found, Outcomes outcomes) {
    Map<String, List<Told>> byNumber = new LinkedHashMap<>();
    told.forEach(t -> byNumber.computeIfAbsent(t.number(), n -> new ArrayList<>()).add(t));
    if (told.size() < LEAST || byNumber.size() > 2) {
      return;
    }
    if (byNumber.size() == 1) {
      outcomes.holds();
      return;
    }
    List<List<Told>> two = new ArrayList<>(byNumber.values());
    List<Told> odd = two.get(0).size() == 1 ? two.get(0) : two.get(1);
    List<Told> usual = two.get(0).size() == 1 ? two.get(1) : two.get(0);
    Told one = odd.getFirst();
    Told other = usual.getFirst();
    int least = digits(other.number()) > FEW_DIGITS ? 2 : 3;
    boolean all = other.number().equals("100");
    if (odd.size() == 1
        && usual.size() >= least
        && !all
        && !one.at().equals(other.at())
        && Slip.between(one.number(), other.number())) {
      found.add(
          new Discrepancy(
              Severity.WARN,
              account.at(one.at()),
              one.reading().label(),
              usual.size() + "处写为" + other.reading().raw() + "，一处写为" + one.reading().raw(),
              List.of(one.reading(), other.reading())));
    }
  }
}
