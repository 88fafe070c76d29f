package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 90分（含）以上为“优”，80分（含）-90分为“良”, …: each band has its own grade, from the best down. */
final class GradeScheme implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-conflict/scheme",
          "评分分档的等级重复或次序有误，需要说明",
          "The bands of the scores bear a grade twice or out of order",
          "财预〔2020〕10号：优、良、中、差四个等级");

  private static final Pattern BAND =
      Pattern.compile("\\d{2,3}分?[^，。；、“”\"\\d]{0,12}分?[^，。；、\\d]{0,4}(?:为|评为|：|:)[“\"]?(优|良|中|差)");
  private static final String ORDER = "优良中差";
  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("分").having("为").having("优", "良", "差")) {
      String text = account.compact(paragraph);
      List<Reading> bands = new ArrayList<>();
      StringBuilder grades = new StringBuilder();
      Matcher matcher = BAND.matcher(text);
      while (matcher.find()) {
        grades.append(matcher.group(1));
        bands.add(Told.words("等级", String.valueOf(matcher.group(1)), paragraph.source()));
      }
      if (bands.size() < LEAST || bands.size() > ORDER.length()) {
        continue;
      }
      String found = grades.toString();
      boolean inOrder =
          ORDER.contains(found) || new StringBuilder(ORDER).reverse().indexOf(found) >= 0;
      if (inOrder) {
        outcomes.holds();
      } else {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                account.at(paragraph),
                "等级分档",
                "各档依次写为" + String.join("、", found.split("")),
                bands));
      }
    }
  }
}
