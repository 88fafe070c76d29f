package mingcha.alert;

import java.io.IOException;
import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.index.Answer;
import mingcha.index.Answer.FacetCount;
import mingcha.index.EntrySearcher;
import mingcha.query.Filters;
import mingcha.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * What an alert would have matched so far.
 *
 * @param total entries in the index that answer the question now
 * @param years how many of each fiscal year, the latest first
 * @param latest a few of them
 * @param refusal why such an alert cannot be saved, and what to do; null if it can
 */
public record Preview(long total, List<Year> years, List<Entry> latest, @Nullable Refusal refusal) {
  private static final int SHOWN = 5;

  public Preview {
    years = List.copyOf(years);
    latest = List.copyOf(latest);
  }

  /** A fiscal year and how many entries of it match. */
  public record Year(int year, long count) {}

  /** Why a question cannot be saved, and what to do. */
  public record Refusal(String chinese, String english) {}

  private static final Refusal LIMITED =
      new Refusal(
          "提醒逐条通知，没有“最高”“最低”的前几名；请改用界限，例如：执行率低于60%",
          "an alert is told of each entry by itself, so there is no lowest or highest ten;"
              + " give a threshold instead: 执行率低于60%");

  private static final Refusal EVERYTHING =
      new Refusal(
          "这会符合全部内容；请加上词语、数字条件、地区、科目代码或发布单位，缩小范围",
          "this would match everything; narrow it by a word, a condition on a figure, a region, a"
              + " subject code or a publisher");

  /** Asks the index. */
  public static Preview of(Question question, EntrySearcher searcher) throws IOException {
    Answer answer = searcher.search(question, new EntrySearcher.Slice(0, SHOWN));
    List<Integer> asked = question.filters().years();
    List<Year> years =
        answer.facets().getOrDefault("year", List.of()).stream()
            .map(Preview::year)
            .filter(year -> asked.isEmpty() || asked.contains(year.year()))
            .sorted((a, b) -> Integer.compare(b.year(), a.year()))
            .toList();
    return new Preview(
        answer.total(),
        years,
        answer.hits().stream().map(Answer.Hit::entry).toList(),
        refusal(question));
  }

  private static Year year(FacetCount count) {
    return new Year(Integer.parseInt(count.value()), count.count());
  }

  /** Why no alert can be made of a question; null if one can. */
  static @Nullable Refusal refusal(Question question) {
    if (!question.problems().isEmpty()) {
      String problems = String.join("; ", question.problems());
      return new Refusal(problems, problems);
    }
    if (question.limit() != null) {
      return LIMITED;
    }
    Filters f = question.filters();
    boolean narrow =
        !question.about().isEmpty()
            || !question.terms().isEmpty()
            || !question.where().isEmpty()
            || f.region() != null
            || f.subject() != null
            || f.publisher() != null
            || f.rule() != null;
    return narrow ? null : EVERYTHING;
  }
}
