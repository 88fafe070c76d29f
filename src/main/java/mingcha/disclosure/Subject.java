package mingcha.disclosure;

/**
 * A subject of the classification of government revenue and expenditure.
 *
 * @param code 3, 5 or 7 digits (类, 款, 项)
 */
public record Subject(String code, String name) {
  public Subject {
    if (code.isEmpty() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a subject code is digits, not '" + code + "'");
    }
  }
}
