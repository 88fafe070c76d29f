package mingcha.index;

/**
 * What makes an entry stand before another, for both indexes: an entry whose name is the word, one
 * whose name holds it, one whose text holds it as it stands, nearly so, and last one that has its
 * words here and there. The weights are those that did best in {@code TextRelevanceBench}.
 */
public final class TextWeights {
  /** A name that is the asked word itself stands before all that merely hold it. */
  public static final float WHOLE_NAME = 40;

  /** 公务接待费 asks for the line of that name before the sentences that tell of it. */
  public static final float RECORD = 20;

  /** How much of that is left where the word is one of several. */
  public static final float ONE_OF_MANY = 0.2f;

  /** Each further word that is found at all counts more than where it stands. */
  public static final float EACH = 20;

  /** The name holds the word. */
  public static final float IN_NAME = 5;

  /** The name begins with the letters that were typed. */
  public static final float BEGINS = 5;

  /** The name has its words. */
  public static final float WORDS_OF_NAME = 2;

  /** Words here and there say less than the same words together. */
  public static final float APART = 0.5f;

  /** Of four words, or three, one may be missing, but none of these. */
  public static final String NOT = "未不无没非";

  /** From so many words on one may be missing. */
  public static final int ONE_MAY_MISS = 4;

  /**
   * A sentence's words may stand in another order and a little apart: 资金结余未退缴国库 is said as
   * 结余资金未按规定退缴国库.
   */
  public static final int NEAR = 8;

  /** Fewer are not sought apart. */
  public static final int MANY_WORDS = 3;

  private TextWeights() {}
}
