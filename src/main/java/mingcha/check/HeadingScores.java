package mingcha.check;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** B101 组织机构规范性（满分3分，得3分） and, at the end of its text, 本指标得2分: one score. */
final class HeadingScores implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-conflict/heading",
          "指标标题所写得分与正文所写得分不一致，或得分超过满分，需要说明",
          "The score in an indicator's heading is not that of its text, or exceeds its full score",
          "公开的文字说明应当前后一致");

  private static final Pattern HEADED =
      Pattern.compile(
          ".{2,40}[（(](?:满分|标准得?分值?|分值)(?:为|：|:)?([\\d.]+)分[，,；;、]?(?:评价|实际|自评)?(?:得分|得)(?:为|：|:)?([\\d.]+)分[）)]");
  private static final Pattern TOLD =
      Pattern.compile("本(?:项|指标|项指标)得分?(?:为)?(\\d{1,3}(?:\\.\\d+)?)分");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Reading full = null;
    Reading headed = null;
    for (Paragraph paragraph : inOrder(account)) {
      String text = account.compact(paragraph);
      Matcher heading = HEADED.matcher(text);
      int from = 0;
      if (heading.lookingAt()) {
        from = heading.end();
        full = InText.figure("满分", heading.group(1), "分", paragraph.source());
        headed = InText.figure("得分", heading.group(2), "分", paragraph.source());
        if (Rounding.value(headed).compareTo(Rounding.value(full)) > 0) {
          String words = "满分" + full.raw() + "，得分" + headed.raw();
          tell(account, paragraph, words, List.of(headed, full), outcomes);
        }
      }
      Matcher told = TOLD.matcher(text);
      if (headed != null && told.find(from)) {
        Reading said = InText.figure("本指标得分", told.group(1), "分", paragraph.source());
        if (Rounding.value(said).compareTo(Rounding.value(headed)) == 0) {
          outcomes.holds();
        } else {
          String words = "标题写为得" + headed.raw() + "，正文写为得" + said.raw();
          tell(account, paragraph, words, List.of(headed, said), outcomes);
        }
        headed = null;
      }
    }
  }

  /** Headings and paragraphs of scores as they stand; only where lines or pages tell. */
  private static List<Paragraph> inOrder(Account account) {
    return Stream.concat(
            account.content().outline().stream()
                .filter(h -> h.text().contains("得") && h.text().contains("分"))
                .map(h -> new Paragraph(h.text(), List.of(h.text()), h.source())),
            account.paragraphs().having("得").having("分").stream())
        .filter(p -> p.source().line() != null)
        .sorted(Comparator.comparingInt(HeadingScores::line))
        .toList();
  }

  private static int line(Paragraph paragraph) {
    Integer line = paragraph.source().line();
    return line == null ? 0 : line;
  }

  private static void tell(
      Account account,
      Paragraph paragraph,
      String words,
      List<Reading> readings,
      Outcomes outcomes) {
    outcomes.violated(
        new Discrepancy(
            Severity.WARN, account.at(paragraph), account.at(paragraph).name(), words, readings));
  }
}
