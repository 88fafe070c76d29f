package mingcha.sample;

import java.util.Optional;

/** How one error gets into a document. */
@FunctionalInterface
interface Planting {
  /** The document with the error in it; empty where it has no place for it. */
  Optional<Planted> in(Document document, Dice dice);

  /**
   * A document with an error.
   *
   * @param where the words or the figure that a finding must show
   */
  record Planted(Document document, String where) {}
}
