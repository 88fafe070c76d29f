package mingcha.sample;

import java.util.Optional;

/** How one error gets into a document. */
@FunctionalInterface
interface Planting {
  /** The document with the error in it; empty where it has no place for it. */
  Optional<Planted> in(Document document, Dice dice);

  /** This, and then another, which is what a finding must show. */
  default Planting then(Planting other) {
    return (document, dice) ->
        in(document, dice).flatMap(planted -> other.in(planted.document(), dice));
  }

  /** This, of which a finding must show other words than those changed. */
  default Planting showing(String where) {
    return (document, dice) ->
        in(document, dice).map(planted -> new Planted(planted.document(), where));
  }

  /**
   * A document with an error.
   *
   * @param where the words or the figure that a finding must show
   */
  record Planted(Document document, String where) {}
}
