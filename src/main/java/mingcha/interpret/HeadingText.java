package mingcha.interpret;

import java.util.regex.Pattern;

/** What a heading looks like: enumerated, short, and no sentence. */
final class HeadingText {
  private static final int LONGEST = 50;

  /** Of headings within a section; what is longer is a sentence that breaks off. */
  private static final int LONGEST_INNER = 34;

  /** How headings end; a sentence with a full stop that ends so is one all the same. */
  private static final Pattern COMPLETE =
      Pattern.compile(".*(?:概况|情况|说明|结果|决算表|预算表|附件|附表|解释|报告|明细表|构成|安排|职责|职能|事项|问题|建议|分析|结论)[。.]?$");

  private static final Pattern PART = Pattern.compile("^第[一二三四五六七八九十]{1,3}(?:部分|章|篇).*");
  private static final Pattern CHINESE = Pattern.compile("^[一二三四五六七八九十]{1,3}\\s*[、.．].*");
  private static final Pattern BRACKETED = Pattern.compile("^[(（]\\s*[一二三四五六七八九十]{1,3}\\s*[)）].*");
  private static final Pattern ARABIC = Pattern.compile("^\\d{1,2}\\s*[、.．](?!\\d).*");
  private static final Pattern ANNEX =
      Pattern.compile("^附[件表录]\\s*[\\d一二三四五六七八九十]{0,3}\\s*(?:[:：].*|$)");
  private static final Pattern LIST =
      Pattern.compile("^(?:[(（]\\s*\\d{1,2}\\s*[)）]|[①-⑳]|[-•·●◆]\\s).*");
  private static final Pattern YUAN = Pattern.compile("\\d\\s*亿?元");
  private static final Pattern BULLET = Pattern.compile("^[-•·●◆]\\s*");

  /** "1．一般公共服务支出（类）商贸事务（款）行政运行（项）。": what the paragraph below is about. */
  private static final Pattern SUBJECT = Pattern.compile(".*[(（][类款项][)）]\\s*[。.：:]?$");

  private static final Pattern PART_OF_SUBJECT = Pattern.compile("[(（][类款][)）]");

  private HeadingText() {}

  /** 1 第一部分, 2 一、, 3 （一）, 4 1. ; 0 where the line is no heading. */
  static int level(String line) {
    String text = withoutBullet(line);
    int level = enumerator(text);
    boolean subject = SUBJECT.matcher(text).matches();
    int longest = subject ? LONGEST + 30 : level > 2 ? LONGEST_INNER : LONGEST;
    if (level == 0 || text.length() > longest) {
      return 0;
    }
    if (level > 1 && isSentence(text, level)) {
      return 0;
    }
    return level == 1 && text.endsWith("。") ? 0 : level;
  }

  /** Whether a paragraph begins here, whatever the line before ended with. */
  static boolean begins(String text) {
    return enumerator(withoutBullet(text)) > 0 || LIST.matcher(text).matches();
  }

  static boolean isPart(String text) {
    return text.length() <= LONGEST && PART.matcher(text).matches() && !text.endsWith("。");
  }

  static String withoutBullet(String text) {
    return BULLET.matcher(text).replaceFirst("");
  }

  private static int enumerator(String text) {
    if (PART.matcher(text).matches()) {
      return 1;
    }
    if (CHINESE.matcher(text).matches() || ANNEX.matcher(text).matches()) {
      return 2;
    }
    if (BRACKETED.matcher(text).matches()) {
      return 3;
    }
    return ARABIC.matcher(text).matches() ? 4 : 0;
  }

  private static boolean isSentence(String text, int level) {
    if (SUBJECT.matcher(text).matches()) {
      return false;
    }
    if (PART_OF_SUBJECT.matcher(text).find()) {
      return true;
    }
    char last = text.charAt(text.length() - 1);
    if ("；;，,、".indexOf(last) >= 0 || text.indexOf('；') >= 0 || hasFigure(text)) {
      return true;
    }
    int stop = text.indexOf('。');
    if (stop >= 0) {
      return stop < text.length() - 1 || level == 4 || !COMPLETE.matcher(text).matches();
    }
    if (last == '：' || last == ':') {
      return level == 4 && text.length() > 20;
    }
    // A definition: "一、财政拨款收入：单位从同级财政部门取得的…"
    int colon = Math.max(text.indexOf('：'), text.indexOf(':'));
    return colon > 0 && !ANNEX.matcher(text).matches();
  }

  /** Whether the text ends as headings end, so that nothing follows on the next line. */
  static boolean isComplete(String text) {
    return COMPLETE.matcher(text).matches();
  }

  private static boolean hasFigure(String text) {
    return text.contains("万元") || text.contains("%") || YUAN.matcher(text).find();
  }
}
