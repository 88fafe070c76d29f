package mingcha.extract;

/**
 * Radicals as the characters that they are. Some printers say ⽀ (U+2F40, a radical of Kangxi's
 * dictionary) where they draw 支 (U+652F); the two look the same, and nobody finds one by the other.
 */
final class Radicals {
  private static final int FIRST = 0x2E80;
  private static final int LAST = 0x2FD5;
  private static final int FIRST_COMPATIBLE = 0xF900;
  private static final int LAST_COMPATIBLE = 0xFAD9;

  /** Those that Unicode does not fold, or folds to the traditional form: 户 to 戶. */
  private static final String SUPPLEMENT = "⺟⺠⻄⼾⾭⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻧⻨⻩⻬⻮⻰⻳";

  private static final String CHARACTERS = "母民西户青见角贝车长门青韦页风飞食马鱼鸟卤麦黄齐齿龙龟";

  private Radicals() {}

  static String unified(String text) {
    int c = text.codePointAt(0);
    boolean radical = c >= FIRST && c <= LAST;
    if (!radical && !(c >= FIRST_COMPATIBLE && c <= LAST_COMPATIBLE)) {
      return text;
    }
    int at = SUPPLEMENT.indexOf(c);
    return at >= 0
        ? CHARACTERS.substring(at, at + 1)
        : java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
  }
}
