package mingcha.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * A project's name for comparing: "2023年“爱心”专项资金" and "“爱心”专项资金项目" are one, the same of 2022 and of
 * 2023 are two.
 *
 * @param core folded, without the year, the word 项目 at its end, quotes and punctuation
 * @param year as four digits, or null where the name has none
 */
record ProjectName(String core, @Nullable String year) {
  private static final Pattern YEAR =
      Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?:年度?)|([一二][〇○零一二三四五六七八九]{3})(?:年度?)");
  private static final Pattern TAIL = Pattern.compile("(?:支出)?项目(?:资金|支出|经费)?$");
  private static final String DIGITS = "零一二三四五六七八九";

  static ProjectName of(String printed) {
    String folded = Fold.name(printed);
    Matcher matcher = YEAR.matcher(folded);
    String year = null;
    if (matcher.find()) {
      year = matcher.group(1) == null ? digits(matcher.group(2)) : matcher.group(1);
      folded = folded.substring(0, matcher.start()) + folded.substring(matcher.end());
    }
    String core = TAIL.matcher(folded).replaceFirst("");
    return new ProjectName(core.isEmpty() ? folded : core, year);
  }

  /** The same project, as far as names tell. */
  boolean matches(ProjectName other) {
    return core.equals(other.core)
        && (year == null || other.year == null || year.equals(other.year));
  }

  private static String digits(String chinese) {
    StringBuilder digits = new StringBuilder();
    for (char c : chinese.replace('〇', '零').replace('○', '零').toCharArray()) {
      digits.append(DIGITS.indexOf(c));
    }
    return digits.toString();
  }
}
