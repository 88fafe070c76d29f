package mingcha.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private static final Lexicon LEXICON = Lexicon.standard();

  private static List<String> codes(String name) {
    return LEXICON.divisionsNamed(name).stream().map(Division::code).toList();
  }

  @Test
  void aDivisionIsFoundByItsFullItsShortAndItsRomanisedName() {
    assertEquals(List.of("140500"), codes("晋城市"));
    assertEquals(List.of("140500"), codes("晋城"));
    assertEquals("140500", codes("Jincheng").getFirst());
    assertEquals(List.of("150000"), codes("Inner Mongolia"));
  }

  @Test
  void shaanxiIsNotShanxi() {
    assertEquals(List.of("610000"), codes("Shaanxi"));
    assertEquals(List.of("140000"), codes("Shanxi"));
  }

  @Test
  void aNameThatSeveralBearGivesAll() {
    List<String> names =
        LEXICON.divisionsNamed("鼓楼区").stream().map(d -> String.join("", d.path())).toList();
    assertEquals(List.of("江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "福建省福州市鼓楼区", "河南省开封市鼓楼区"), names);
  }

  @Test
  void theLongestDivisionWins() {
    DivisionMatch match = LEXICON.longestDivisionAt("呼伦贝尔市根河市", 0).orElseThrow();
    assertEquals(
        "150700 0-5",
        match.candidates().getFirst().code() + " " + match.start() + "-" + match.end());
  }

  @Test
  void theLongestMetricWinsAndQuotesDoNotCount() {
    assertEquals(
        Optional.of(new MetricMatch("three_public", 0, 6)), LEXICON.longestMetricAt("“三公”经费", 0));
    assertEquals(
        Optional.of(new MetricMatch("execution_rate", 0, 5)), LEXICON.longestMetricAt("预算执行率低", 0));
    assertEquals(Optional.empty(), LEXICON.longestMetricAt("recoveries", 0));
  }

  @Test
  void subjectsHaveNamesAndNamesHaveSubjects() {
    assertEquals(Optional.of("招商引资"), LEXICON.subjectName("2011308"));
    assertEquals(
        List.of("2011308"), LEXICON.subjectsNamed("招商引资").stream().map(s -> s.code()).toList());
    assertEquals(Optional.empty(), LEXICON.subjectName("9999999"));
  }

  @Test
  void synonymsLeaveTheWordItselfOut() {
    assertEquals(false, LEXICON.synonyms("三公经费").contains("三公经费"));
  }
}
