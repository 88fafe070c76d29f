package mingcha.index;

import java.util.List;
import java.util.regex.Pattern;
import mingcha.text.Lexicon;

/** A value of a dimension; see {@link mingcha.index.Answer.FacetCount}. */
public record FacetLabel(String dimension, String value, List<String> path) {
  /** Between a facet's value and its shown path. */
  private static final String SEPARATOR = "\u001F";

  private static final Pattern SEPARATED = Pattern.compile(SEPARATOR);

  public FacetLabel {
    path = List.copyOf(path);
  }

  /** A value and its path as they are indexed. */
  public static String indexed(String value, List<String> path) {
    return value + SEPARATOR + String.join(SEPARATOR, path);
  }

  /** What was indexed. */
  public static FacetLabel of(String dimension, String indexed) {
    List<String> parts = List.of(SEPARATED.split(indexed));
    List<String> path = parts.subList(1, parts.size());
    return new FacetLabel(
        dimension, parts.getFirst(), dimension.equals(Schema.SUBJECT) ? named(path) : path);
  }

  /** Subject codes with their names, which disclosures spell in many ways: 216 商业服务业等支出. */
  private static List<String> named(List<String> codes) {
    Lexicon lexicon = Lexicon.standard();
    return codes.stream()
        .map(code -> lexicon.subjectName(code).map(name -> code + " " + name).orElse(code))
        .toList();
  }
}
