package mingcha.extract;

/** What came of drawing a page. */
public sealed interface Picture {
  /**
   * It is drawn.
   *
   * @param scale pixels a point
   */
  record Drawn(double scale) implements Picture {}

  /** It cannot be. */
  record None(String reason) implements Picture {}
}
