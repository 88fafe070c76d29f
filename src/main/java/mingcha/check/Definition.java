package mingcha.check;

/**
 * What a rule says.
 *
 * @param id {@code family/detail}
 * @param chinese one sentence, as the site shows it
 * @param english the same
 * @param source the regulation, or the table's own definition, that it rests on
 */
public record Definition(String id, String chinese, String english, String source) {
  public Definition {
    if (id.indexOf('/') < 1) {
      throw new IllegalArgumentException("a rule's id is family/detail, not '" + id + "'");
    }
  }

  public String family() {
    return id.substring(0, id.indexOf('/'));
  }
}
