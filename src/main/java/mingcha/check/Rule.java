package mingcha.check;

/** One way in which figures can disagree. Holds no state; used by several threads. */
interface Rule {
  Definition definition();

  /** Tells {@code outcomes} of each case: it holds, it does not, or it cannot be checked. */
  void check(Account account, Outcomes outcomes);
}
