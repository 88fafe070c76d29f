package mingcha.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SegmenterTest {
  private static String words(String text) {
    return Segmenter.standard().segment(text).stream()
        .map(Word::text)
        .collect(Collectors.joining(" "));
  }

  @Test
  void namesOfTheFieldAreWholeWords() {
    assertEquals("消费券 执行率 低于 60 %", words("消费券执行率低于60%"));
    assertEquals("商业服务业等支出", words("商业服务业等支出"));
    assertEquals("晋城市 政府采购支出总额", words("晋城市政府采购支出总额"));
  }

  @Test
  void aLongWordHasItsParts() {
    List<Word> words = Segmenter.standard().segment("一般公共服务支出");
    assertEquals(1, words.size());
    assertEquals(
        "一般 公共 服务 支出",
        words.getFirst().parts().stream().map(Word::text).collect(Collectors.joining(" ")));
  }

  @Test
  void offsetsAreThoseOfTheText() {
    String text = "２０２３年，消費券 核销率为“30.4%”。";
    for (Word word : Segmenter.standard().segment(text)) {
      assertEquals(word.text(), Fold.fold(text.substring(word.start(), word.end())));
    }
  }

  @Test
  void aTextWithoutPunctuationIsNoTrouble() {
    String text = "消费券".repeat(5_000);
    assertEquals(text, words(text).replace(" ", ""));
  }
}
