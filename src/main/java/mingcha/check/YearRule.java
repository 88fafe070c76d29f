package mingcha.check;

import java.util.Set;

/** A rule between the disclosures of two years. What it finds belongs to the later one. */
interface YearRule {
  Definition definition();

  /**
   * Tells {@code outcomes} of each case, as {@link Rule#check} does.
   *
   * @param years in which the publisher is known to have disclosed, of whatever caliber
   */
  void check(Account before, Account after, Set<Integer> years, Outcomes outcomes);

  /** How many years lie between the two. */
  static int distance(Account before, Account after) {
    Integer first = before.content().disclosure().year();
    Integer second = after.content().disclosure().year();
    return first == null || second == null ? 0 : second - first;
  }
}
