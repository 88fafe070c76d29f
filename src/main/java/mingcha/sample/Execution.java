package mingcha.sample;

/** How a project's money was spent; each is a case that readers of disclosures must tell apart. */
enum Execution {
  /** All of it, as planned. */
  FULL,
  /** Nearly all. */
  NEARLY,
  /** Less than 60%, and the table says so. */
  LOW,
  /**
   * The adjusted budget was set to what had been spent: the table says 100%, the narrative measures
   * by the initial budget.
   */
  CUT_TO_SPENT,
  /** The budget was raised during the year, and spent. */
  RAISED,
  /** Not begun, or not paid. */
  NOTHING;

  static Execution draw(Dice dice, boolean voucher) {
    long draw = dice.between(0, 99);
    if (voucher) {
      return draw < 45 ? LOW : draw < 70 ? CUT_TO_SPENT : draw < 90 ? NEARLY : FULL;
    }
    return draw < 38
        ? FULL
        : draw < 62
            ? NEARLY
            : draw < 78 ? CUT_TO_SPENT : draw < 86 ? LOW : draw < 96 ? RAISED : NOTHING;
  }
}
