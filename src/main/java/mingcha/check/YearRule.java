package mingcha.check;

/** A rule between the disclosures of two years. What it finds belongs to the later one. */
interface YearRule {
  Definition definition();

  /** Tells {@code outcomes} of each case, as {@link Rule#check} does. */
  void check(Account before, Account after, Outcomes outcomes);

  /** How many years lie between the two. */
  static int distance(Account before, Account after) {
    Integer first = before.content().disclosure().year();
    Integer second = after.content().disclosure().year();
    return first == null || second == null ? 0 : second - first;
  }
}
