package mingcha.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A project's grade against its score: by the bands that the document states, or, as a hint only,
 * by those of the national rules.
 */
final class ScoreGrade implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-conflict/grade",
          "等级与得分所在的档次不符，需要说明（各地分档可以不同）",
          "The grade is not that of the score's band",
          "财预〔2020〕10号：90（含）－100分为优、80（含）－90分为良、60（含）－80分为中、60分以下为差");

  private static final String INCLUDED = "(?:（[^（）]{1,8}）|\\([^()]{1,8}\\))?";

  /** 90（含）-100分为“优”, 100-90(含)分为“优”, 90分以上为“优” */
  private static final Pattern BAND =
      Pattern.compile(
          "(\\d{2,3})分?"
              + INCLUDED
              + "(?:以上"
              + INCLUDED
              + "|[-－—~～至到]+(\\d{2,3})分?"
              + INCLUDED
              + "分?)的?(?:为|：|:|等级为|评为)?[“\"]?(优|良|中)");

  /** 得分为95.74分，绩效评价等级为“优” */
  private static final Pattern SAID =
      Pattern.compile(
          "[得评]分[为达是：:]*(\\d{1,3}(?:\\.\\d{1,2})?)分?[，。,；;][^。；;，\\d]{0,14}?(?:等级|结果|结论|级别|评级)[为是：:]*"
              + "[“\"]?(优|良|中|差)(?![及以、])");

  /** What a grade is called. */
  private static final String[] GRADED = {"等级", "结果", "结论", "级"};

  private static final Map<String, BigDecimal> NATIONAL =
      Map.of("优", BigDecimal.valueOf(90), "良", BigDecimal.valueOf(80), "中", BigDecimal.valueOf(60));
  private static final List<String> GRADES = List.of("优", "良", "中", "差");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, BigDecimal> stated = stated(account);
    boolean own = stated.size() == NATIONAL.size();
    Map<String, BigDecimal> bands = own ? stated : NATIONAL;
    for (Entry project : account.projects()) {
      List<Reading> scores =
          Account.stated(project, "score", Basis.TABLE).stream().distinct().toList();
      List<Reading> grades =
          project.readings().stream()
              .filter(r -> "grade".equals(r.metric()) && GRADES.contains(r.raw().strip()))
              .toList();
      if (scores.size() != 1 || grades.size() != 1) {
        outcomes.cannot("没有同时写得分与等级");
      } else {
        check(project, scores.getFirst(), grades.getFirst(), bands, own, outcomes);
      }
    }
    for (Paragraph paragraph : account.paragraphs().having("得分", "评分").having(GRADED)) {
      String text = account.compact(paragraph);
      Matcher matcher = SAID.matcher(text);
      while (matcher.find()) {
        String raw = String.valueOf(matcher.group(1));
        Reading score = told("得分", new BigDecimal(raw), raw + "分", paragraph);
        Reading grade = told("等级", null, String.valueOf(matcher.group(2)), paragraph);
        check(account.at(paragraph), score, grade, bands, own, outcomes);
      }
    }
  }

  private static Reading told(
      String label, @Nullable BigDecimal value, String raw, Paragraph paragraph) {
    return new Reading(
        value == null ? "grade" : "score",
        null,
        label,
        List.of(label),
        value,
        value == null ? null : "分",
        raw,
        value == null ? null : "分",
        Basis.NARRATIVE,
        null,
        null,
        paragraph.source());
  }

  private static void check(
      Entry about,
      Reading score,
      Reading grade,
      Map<String, BigDecimal> bands,
      boolean own,
      Outcomes outcomes) {
    String due = "差";
    for (String each : List.of("中", "良", "优")) {
      BigDecimal least = bands.get(each);
      due = least != null && Rounding.value(score).compareTo(least) >= 0 ? each : due;
    }
    if (due.equals(grade.raw().strip())) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            own ? Severity.WARN : Severity.INFO,
            about,
            about.name(),
            "得分" + Figures.printed(score) + "，等级为" + grade.raw() + "，按分档为" + due,
            List.of(score, grade)));
  }

  /** From what score on each grade is given, where the document says so. */
  private static Map<String, BigDecimal> stated(Account account) {
    Map<String, BigDecimal> bands = new HashMap<>();
    for (Paragraph paragraph : account.paragraphs().having("分").having("优", "良")) {
      Matcher matcher = BAND.matcher(account.compact(paragraph));
      while (matcher.find()) {
        BigDecimal one = new BigDecimal(matcher.group(1));
        BigDecimal least =
            matcher.group(2) == null ? one : one.min(new BigDecimal(matcher.group(2)));
        bands.putIfAbsent(String.valueOf(matcher.group(3)), least);
      }
    }
    return bands;
  }
}
