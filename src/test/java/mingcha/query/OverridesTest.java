package mingcha.query;

import static mingcha.query.QuestionParserTest.question;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {
  private static String with(String text, Map<String, List<String>> parameters) {
    return Printed.line(Overrides.apply(question(text), parameters));
  }

  private static String refused(String name, String value) {
    BadParameter refusal =
        assertThrows(
            BadParameter.class,
            () -> Overrides.apply(Question.all(), Map.of(name, List.of(value))));
    return refusal.name() + "=" + refusal.value() + ": " + refusal.getMessage();
  }

  @Test
  void aParameterTakesThePlaceOfWhatTheSentenceSaid() {
    assertEquals(
        "kinds=line; where=execution_rate < 60%; region=410000 河南省; year=2021, 2022; subject=216;"
            + " sort=executed asc",
        with(
            "2023年晋城市执行率低于60%的项目",
            Map.of(
                "kind", List.of("line"),
                "region", List.of("河南"),
                "year", List.of("2021-2022"),
                "subject", List.of("216"),
                "sort", List.of("executed asc"))));
  }

  @Test
  void anEmptyParameterRemovesWhatTheSentenceSaid() {
    assertEquals(
        "kinds=project",
        with("晋城市 执行率最低的项目", Map.of("region", List.of(""), "sort", List.of("relevance"))));
  }

  @Test
  void aGradeReplacesTheGradeCondition() {
    assertEquals(
        "kinds=project; where=score > 60分, grade in 良/中",
        with("等级为差且得分高于60分的项目", Map.of("grade", List.of("良", "中"))));
  }

  @Test
  void whatCannotBeUnderstoodIsNamed() {
    assertEquals(
        "region=亚特兰蒂斯: no division of GB/T 2260 has the code or name '亚特兰蒂斯'",
        refused("region", "亚特兰蒂斯"));
    assertEquals("sort=colour: no metric has the id 'colour'", refused("sort", "colour"));
    assertEquals("year=2023-2021: '2023-2021' is no range of years", refused("year", "2023-2021"));
    assertEquals(
        "year=soon: 'soon' is no year between 1949 and 2200, nor a range like 2021-2023",
        refused("year", "soon"));
    assertEquals(
        "kind=thing: no kind 'thing'; there are [passage, line, project, indicator, statement, row,"
            + " finding]",
        refused("kind", "thing"));
    assertEquals(
        "subject=abc: a subject is up to seven digits, as 216 or 2160299, not 'abc'",
        refused("subject", "abc"));
    assertEquals("grade=E: a grade is 优, 良, 中 or 差, not 'E'", refused("grade", "E"));
  }
}
