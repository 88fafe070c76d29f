package mingcha.check;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;

/** A paragraph of the explanations that ends within a sentence. */
final class CutSentences implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "wording/cut-off", "段落在句子中间结束，需要说明", "A paragraph ends within a sentence", "公开的文件应当校对");

  private static final List<String> CUT =
      List.of(
          "，", "、", "原因是", "原因为", "主要用于", "主要是", "因为", "由于", "包括", "以及", "支出决算为", "年初预算为", "比上年");
  private static final int LEAST = 20;

  /** A sentence of the explanations has a comma or an amount, and ends with a stop. */
  private static final int SENTENCE = 30;

  private static final Pattern NUMBERED =
      Pattern.compile("^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]|[①-⑳]|第[一二三四五六七八九十]+部分).*");
  private static final int SHOWN = 24;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Paragraph> paragraphs = account.content().paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      String text = paragraph.text().strip();
      boolean cut = text.length() >= LEAST && (isCut(text) || isUnfinished(paragraph, text));
      if (!cut || !isLast(paragraphs, i)) {
        outcomes.holds();
      } else if (i + 1 == paragraphs.size() && account.content().disclosure().type() == null) {
        outcomes.cannot("可能只是文件的一部分");
      } else if (tableFollows(account, paragraph)) {
        outcomes.cannot("段落之后是表格");
      } else {
        String end = text.substring(Math.max(0, text.length() - SHOWN));
        outcomes.violated(
            new Discrepancy(
                Severity.INFO,
                account.at(paragraph),
                end,
                "段落以“" + end + "”结束",
                List.of(Told.words("原文", end, paragraph.source()))));
      }
    }
  }

  /** Under its headings; or of items that are numbered, as the next one is. */
  private static boolean isLast(List<Paragraph> paragraphs, int i) {
    if (i + 1 == paragraphs.size()) {
      return true;
    }
    Paragraph next = paragraphs.get(i + 1);
    return !next.path().equals(paragraphs.get(i).path())
        || (NUMBERED.matcher(next.text()).lookingAt()
            && NUMBERED.matcher(paragraphs.get(i).text()).lookingAt());
  }

  private static boolean isUnfinished(Paragraph paragraph, String text) {
    char end = text.charAt(text.length() - 1);
    return text.length() >= SENTENCE
        && (Character.isDigit(end) || Character.isIdeographic(end))
        && (text.contains("，") || text.contains("。"))
        && paragraph.path().stream().anyMatch(heading -> heading.contains("情况说明"));
  }

  private static boolean isCut(String text) {
    return CUT.stream().anyMatch(text::endsWith);
  }

  /** What a sentence announces may be a table. */
  private static boolean tableFollows(Account account, Paragraph paragraph) {
    return account.content().tables().stream()
        .anyMatch(
            t ->
                t.path().equals(paragraph.path())
                    && Objects.equals(t.source().page(), paragraph.source().page()));
  }
}
