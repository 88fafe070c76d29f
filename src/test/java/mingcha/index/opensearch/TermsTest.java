package mingcha.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import mingcha.index.Schema;
import org.junit.jupiter.api.Test;

final class TermsTest {
  @Test
  void theWholeOfALongWordStandsOnItsFirstPart() {
    assertEquals("三|三公经费 公 经费", Terms.indexed(Schema.TEXT, "三公经费").replace(Terms.STACKED, "|"));
    assertEquals(List.of("三", "公", "经费"), Terms.asked(Schema.TEXT, "三公经费"));
  }

  @Test
  void lettersGoInPairsAndNamesBySound() {
    assertEquals("消费 费券", Terms.indexed(Schema.NAME_GRAMS, "消费券"));
    assertEquals(Terms.asked(Schema.NAME_SOUND, "消费券"), Terms.asked(Schema.NAME_SOUND, "消费劝"));
  }

  @Test
  void whatStandsBetweenTermsOfOnePositionIsNoWhiteSpace() {
    assertFalse(Character.isWhitespace(Terms.STACKED.charAt(0)));
  }
}
