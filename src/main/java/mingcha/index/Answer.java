package mingcha.index;

import java.util.List;
import java.util.Map;
import mingcha.disclosure.Entry;
import mingcha.query.Question;

/**
 * The answer to a question.
 *
 * @param total how many entries match, exactly
 * @param facets by dimension (kind, region, year, subject, publisher, type, caliber, form, grade,
 *     rule), counts in descending order
 * @param near the closest questions that match, where this one matches little or nothing
 */
public record Answer(
    long total, List<Hit> hits, Map<String, List<FacetCount>> facets, List<Near> near) {
  public Answer {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
    near = List.copyOf(near);
  }

  /**
   * An entry that matches.
   *
   * @param matched indexes into its readings, those that met the conditions
   */
  public record Hit(Entry entry, List<Integer> matched, List<Snippet> snippet) {}

  /**
   * A piece of text with marks.
   *
   * @param marks pairs of offsets, from inclusive, to exclusive
   */
  public record Snippet(String text, List<List<Integer>> marks) {}

  /**
   * A value of a facet.
   *
   * @param path of a hierarchical dimension from the top ({@code [山西省, 晋城市]}); of a flat one a
   *     single value
   * @param value what to filter by: a region's code, a subject's code, or the value itself
   */
  public record FacetCount(List<String> path, String value, long count) {}

  /** A question close to the one asked, how many it finds, and why it is offered. */
  public record Near(Question question, long count, String reason, String reasonEnglish) {}
}
