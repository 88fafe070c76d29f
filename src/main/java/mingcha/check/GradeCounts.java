package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 3个项目自评等级为“优” against the grades of the forms. */
final class GradeCounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/grades",
          "所写各等级的项目个数与自评表的等级不一致，需要说明",
          "The number of projects of a grade is not that of the forms",
          "财预〔2020〕10号：评价结果为优、良、中、差四个等级");

  private static final Pattern COUNT =
      Pattern.compile(
          "(\\d{1,3})个项目(?:的)?(?:绩效)?自?评?(?:等级|结果|评级)(?:评?为|是)[“\"]?(优|良|中|差)[”\"]?+(?!及|以)");

  /** 绩效评级为“优”的项目4个；绩效评级为“良”的项目0个: all grades are listed, also those of none. */
  private static final Pattern GRADED =
      Pattern.compile(
          "(?:评级|等级|结果)(?:评?为|是)[“\"](优秀?|良好?|中|合格|差|不合格)[”\"](?:等级)?的(?:项目)?(\\d{1,4})个");

  private static final Pattern EVALUATED =
      Pattern.compile("绩效自评[^，。；]{0,20}?项目(\\d{1,4})个[^。]{0,60}?[（(,，]?其中");

  private static final int LEAST_GRADES = 3;

  private static final Pattern TOTAL =
      Pattern.compile("(\\d{1,3})个(?:二级)?项目|项目(?:共计?)?(\\d{1,3})个");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Entry> graded = account.projects().stream().filter(p -> grade(p) != null).toList();
    boolean all = !graded.isEmpty() && graded.size() == account.projects().size();
    for (Paragraph paragraph : account.paragraphs().having("项目").having("个")) {
      String text = account.compact(paragraph);
      graded(account, paragraph, text, outcomes);
      Matcher matcher = COUNT.matcher(text);
      Matcher total = TOTAL.matcher(text);
      boolean stated = total.find();
      if (stated) {
        sum(
            account,
            paragraph,
            String.valueOf(total.group(1) == null ? total.group(2) : total.group(1)),
            outcomes);
      }
      boolean ofAll =
          stated
              && Integer.toString(graded.size())
                  .equals(total.group(1) == null ? total.group(2) : total.group(1));
      if (!ofAll) {
        // What it counts are other projects than those whose forms are here.
        continue;
      }
      while (matcher.find()) {
        if (all) {
          check(account, paragraph, matcher, graded, outcomes);
        } else {
          outcomes.cannot("不是每份自评表都有等级");
        }
      }
    }
  }

  /** The projects of all grades are those that were evaluated. */
  private static void graded(Account account, Paragraph paragraph, String text, Outcomes outcomes) {
    Matcher evaluated = EVALUATED.matcher(text.contains("绩效自评") ? text : "");
    if (!evaluated.find()) {
      return;
    }
    int sum = 0;
    Set<String> grades = new HashSet<>();
    Matcher each = GRADED.matcher(text).region(evaluated.end(), text.length());
    while (each.find()) {
      grades.add(String.valueOf(each.group(1)));
      sum += Integer.parseInt(each.group(2));
    }
    int all = Integer.parseInt(evaluated.group(1));
    if (grades.size() < LEAST_GRADES) {
      outcomes.cannot("没有写各等级的项目个数");
    } else if (sum == all) {
      outcomes.holds();
    } else {
      outcomes.violated(apart(account, paragraph, all, sum));
    }
  }

  /**
   * 项目14个: 13 and 1 are all of them, and 13 and 4 too many; with one grade named, others may be
   * left out.
   */
  private static void sum(Account account, Paragraph paragraph, String total, Outcomes outcomes) {
    List<Integer> counts = new ArrayList<>();
    Matcher each = COUNT.matcher(account.compact(paragraph));
    Set<String> grades = new HashSet<>();
    int end = -1;
    while (each.find()) {
      counts.add(Integer.parseInt(each.group(1)));
      if (each.start() > end + 2) {
        grades.clear();
      }
      end = each.end();
      if (!grades.add(String.valueOf(each.group(2)))) {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                account.at(paragraph),
                "等级为" + each.group(2) + "的项目",
                "同一等级在一句中列了两次",
                List.of(Told.words("文字说明", each.group(), paragraph.source()))));
      }
    }
    int sum = counts.stream().mapToInt(Integer::intValue).sum();
    int all = Integer.parseInt(total);
    if (counts.isEmpty() || (counts.size() == 1 && sum <= all)) {
      outcomes.cannot("没有写各等级的项目个数");
    } else if (sum == all) {
      outcomes.holds();
    } else {
      outcomes.violated(apart(account, paragraph, all, sum));
    }
  }

  private static Discrepancy apart(Account account, Paragraph paragraph, int all, int sum) {
    return new Discrepancy(
        Severity.WARN,
        account.at(paragraph),
        "自评项目个数",
        "写为" + all + "个项目，各等级之和为" + sum + "个",
        List.of(
            Told.words("自评项目", all + "个", paragraph.source()),
            Told.words("各等级之和", sum + "个", paragraph.source())));
  }

  private static void check(
      Account account,
      Paragraph paragraph,
      Matcher matcher,
      List<Entry> graded,
      Outcomes outcomes) {
    int said = Integer.parseInt(matcher.group(1));
    String grade = matcher.group(2);
    long counted = graded.stream().filter(p -> Objects.equals(grade(p), grade)).count();
    if (said == counted) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(
            null,
            null,
            "自评表等级为" + grade,
            BigDecimal.valueOf(counted),
            "个",
            "number of forms graded " + grade,
            graded.getFirst().readings().getFirst().source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            "等级为" + grade + "的项目",
            "写为" + said + "个，自评表中为" + counted + "个",
            List.of(Told.words("文字说明", matcher.group(), paragraph.source()), computed)));
  }

  private static @org.jspecify.annotations.Nullable String grade(Entry project) {
    return project.readings().stream()
        .filter(r -> "grade".equals(r.metric()))
        .map(Reading::raw)
        .findFirst()
        .orElse(null);
  }
}
