package mingcha.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldTest {
  @Test
  void whatReadsAlikeIsAlike() {
    assertEquals(
        Fold.fold("\"三公\"经费(万元)ABC"),
        Fold.fold("“三公”經費（萬元）ＡＢＣ".replace('（', '(').replace('）', ')')));
    assertEquals("\"三公\"经费(万元)abc60%", Fold.fold("“三公”經費（萬元）ＡＢＣ６０％"));
    assertEquals("[2015]88号-a", Fold.fold("〔2015〕88号—Ａ"));
  }

  @Test
  void aNameIsWithoutPunctuationAndSpace() {
    assertEquals("钜惠元旦嗨购汽车补贴", Fold.name("“钜惠·元旦 嗨购”—汽车补贴"));
    assertEquals(Fold.name("因公出国（境）费"), Fold.name("因公出國 (境) 費"));
  }

  @Test
  void theLengthStays() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(50); n > 0; n--) {
        text.append((char) random.nextInt(0x10000));
      }
      assertEquals(text.length(), Fold.fold(text.toString()).length(), "seed " + seed);
    }
  }
}
