package mingcha.interpret;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a title says: 焦作市解放区商务局2023年度部门决算, 2021年度焦作市商务局（本级）部门决算.
 *
 * <pre>
 * title = [years] publisher [years] type ;   years = [ year "-" ] year      of several the last
 * </pre>
 *
 * @param text the title, without white space and without 附件 before it
 */
record TitleText(
    String text, @Nullable String publisher, @Nullable Integer year, @Nullable String type) {
  /** What may stand behind 决算. */
  static final String REST =
      "(?:信息|公开|公示|公布|编制|编报|情况|草案|的|说明|报告|报表|文件|文本|附表|附件|表格|表|正文|内容|材料|数据|书|汇总|汇编|总)*";

  /** 第101中学 and 12345热线中心: digits within a name, which are no year. */
  private static final String NAME =
      "(?:[^0-9]|(?<=\\p{IsHan})(?!(?:19|20)\\d\\d)[0-9]{1,5}(?=\\p{IsHan}(?<!年))){0,40}?";

  private static final Pattern TITLE =
      Pattern.compile(
          "^(?<before>"
              + NAME
              + ")(?:(?:(?:19|20)\\d{2}(?:年度?)?[-—–~～至])?(?<year>(?:19|20)\\d{2})(?:年度|年)?)?(?<after>"
              + NAME
              + ")"
              + "(?<type>(?:部门|单位)?(?:决算|预算)|(?:部门)?(?:整体)?(?:支出)?及?(?:项目)?(?:支出)?绩效(?:单位|部门)?(?:自评|评价)(?:价)?(?:表|报告|情况)?)"
              + "(?<rest>"
              + REST
              + ")(?:[(（].{0,12}[)）])?$");
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:附件(?:[一二三四五六七八九十]+|\\d{1,2}(?=\\D|(?:19|20)\\d{2}))?[:：、.．]?|附表\\d*[:：]?|(?:19|20)\\d{6}(?=\\D)|(?!\\d{2,4}年)\\d{1,3}[.、．)）_-]?(?=\\p{IsHan}|(?:19|20)\\d{2}\\D)"
              + "|【[^】]{0,12}】|关于)+");
  private static final Pattern ABOUT =
      Pattern.compile("关于(?:公开|公布|印发|报送)?|(?<=\\p{IsHan})公开(?=(?:19|20)\\d{2}年)");

  /** 晋城市2023年度部门决算公开——晋城市商务局 */
  private static final Pattern BEHIND =
      Pattern.compile("^(.{6,50}?)(?:[—-]{1,2}|[:：_])(\\p{IsHan}{3,36})$");

  private static final Pattern CHINESE_YEAR = Pattern.compile("[二][〇零○Ｏ０O][〇零○一二三四五六七八九]{2}(?=年)");
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  static Optional<TitleText> of(String line) {
    String text = PREFIX.matcher(arabicYear(halfWidthDigits(Line.compact(line)))).replaceFirst("");
    if (text.length() > 70 || text.length() < 4) {
      return Optional.empty();
    }
    Matcher behind = BEHIND.matcher(text);
    if (behind.matches() && Publishers.isName(behind.group(2))) {
      return said(behind.group(1), text)
          .map(t -> new TitleText(text, behind.group(2), t.year(), t.type()))
          .or(() -> said(text, text));
    }
    return said(text, text);
  }

  private static Optional<TitleText> said(String part, String text) {
    String plain = ABOUT.matcher(part).replaceAll("");
    Optional<TitleText> government = GovernmentTitle.of(plain, text);
    if (government.isPresent()) {
      return government;
    }
    Matcher matcher = TITLE.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String before = matcher.group("before");
    String after = matcher.group("after");
    String year = matcher.group("year");
    String publisher =
        Publishers.isName(before) || before.length() >= after.length() ? before : after;
    String type = matcher.group("type");
    boolean whole = Publishers.isName(publisher);
    String named = whole ? publisher : type.contains("绩效") ? Publishers.officeOf(publisher) : null;
    return Optional.of(
        new TitleText(
            text, named, year == null ? null : Integer.valueOf(year), type(type, named != null)));
  }

  /** 二〇二一年 is 2021年. */
  static String arabicYear(String text) {
    Matcher matcher = CHINESE_YEAR.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    StringBuilder digits = new StringBuilder();
    for (char c : matcher.group().toCharArray()) {
      int digit = CHINESE_DIGITS.indexOf(c);
      digits.append(Math.max(0, digit));
    }
    return text.substring(0, matcher.start()) + digits + text.substring(matcher.end());
  }

  private static String halfWidthDigits(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.chars().forEach(c -> result.append((char) (c >= '０' && c <= '９' ? c - '０' + '0' : c)));
    return result.toString();
  }

  /** 决算 alone is a department's if one is named; 三公经费决算情况 is no final account. */
  private static @Nullable String type(String found, boolean named) {
    if (found.contains("绩效")) {
      return found.contains("自评") ? "绩效自评表" : "绩效评价报告";
    }
    if (found.length() > 2) {
      return found;
    }
    return named ? "部门" + found : null;
  }
}
