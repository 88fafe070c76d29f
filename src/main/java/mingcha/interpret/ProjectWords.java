package mingcha.interpret;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/** The words that forms and reports about projects are made of. */
final class ProjectWords {
  private static final Pattern HEADING =
      Pattern.compile(
          "^(第[一二三四五六七八九十]+(部分|章|节)|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]"
              + "|附件|附表|\\d{1,2}[、.．](?!\\d)|[(（]\\d{1,2}[)）]).*");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");
  private static final Pattern GRADE =
      Pattern.compile("(?:自评|评价)?(?:等级|等次|结果)?[:：]?[“\"]?(优|良|中|差|优秀|良好|合格|不合格)[”\"]?");
  private static final Pattern UNIT = Pattern.compile("[(（:：](亿元|百万元|万元|千元|元)(?:[)）]|$|[，,、/])");
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:其中)?(?:年度|项目|全年|部门|单位|整体)*(?:资金|预算|支出|项目)(?:总额|总计|合计|总量|总数)|(?:年度|项目|资金|预算)*总金额|总额|合计|总计|小计");

  private ProjectWords() {}

  /** Without white space and without a colon at its end. */
  static String label(String text) {
    String label = withoutSpace(text);
    while (label.endsWith(":") || label.endsWith("：")) {
      label = label.substring(0, label.length() - 1);
    }
    return label;
  }

  static String withoutSpace(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && c != '\u00a0' && c != '\u3000') {
        result.append(c);
      }
    }
    return result.toString();
  }

  /** The words of a line that is printed with spaces between its cells. */
  static List<String> words(String line) {
    return SPACE.splitAsStream(line.strip()).filter(w -> !w.isEmpty()).toList();
  }

  static boolean isHeading(String text) {
    return text.length() <= 60 && HEADING.matcher(text.strip()).matches();
  }

  /** The letter of a grade: 优 for 优, “优” and 优秀. */
  static Optional<String> grade(String text) {
    Matcher matcher = GRADE.matcher(withoutSpace(text));
    return matcher.matches() ? Optional.of(gradeLetter(matcher.group(1))) : Optional.empty();
  }

  static String gradeLetter(String word) {
    return switch (word) {
      case "优秀" -> "优";
      case "良好" -> "良";
      case "合格" -> "中";
      case "不合格" -> "差";
      default -> word;
    };
  }

  /** A cell's figure; the per cent sign is allowed. */
  static Optional<BigDecimal> number(String text) {
    String plain = withoutSpace(text);
    if (plain.endsWith("%") || plain.endsWith("％")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    return plain.isEmpty() || plain.length() > 24 ? Optional.empty() : Figures.cell(plain);
  }

  /** A sign that stands where there is no figure. */
  static boolean isPlaceholder(String text) {
    String plain = withoutSpace(text);
    return !plain.isEmpty() && plain.chars().allMatch(c -> "-—－–／/%".indexOf(c) >= 0);
  }

  /** The money unit in brackets or behind a colon: 项目资金（万元）, 单位：元. */
  static @Nullable String unit(String text) {
    Matcher matcher = UNIT.matcher(withoutSpace(text));
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The label of the row that is the project itself. */
  static boolean isTotal(String label) {
    return TOTAL.matcher(withoutBrackets(label)).matches();
  }

  /** Without what stands in brackets: 执行率（B/A） is 执行率. */
  static String withoutBrackets(String label) {
    StringBuilder result = new StringBuilder(label.length());
    int depth = 0;
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c == '(' || c == '（') {
        depth++;
      } else if (c == ')' || c == '）') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        result.append(c);
      }
    }
    return result.toString();
  }
}
