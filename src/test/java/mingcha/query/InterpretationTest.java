package mingcha.query;

import static mingcha.query.QuestionParserTest.question;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InterpretationTest {
  private static String where(String text) {
    return String.valueOf(Interpretation.of(question(text)).get("where"));
  }

  @Test
  void onTheWireAQuestionIsWhatTheDesignSays() {
    assertEquals(
        "{kinds=[project], about=[消费券], terms=[], not=[],"
            + " where=[{metric=execution_rate, op=<, value=60, unit=%, text=执行率低于60%}],"
            + " filters={region={code=140500, name=晋城市}, year=[2023]},"
            + " sort=null, limit=null, leftover=[]}",
        Interpretation.of(question("2023年晋城市执行率低于60%的消费券项目")).toString());
  }

  @Test
  void gradesComparisonsAndAlternativesHaveTheirOwnForms() {
    assertEquals("[{metric=grade, op=in, value=[良, 中], unit=, text=等级为良或中}]", where("等级为良或中的项目"));
    assertEquals(
        "[{metric=executed, op=>, other={metric=budget_adjusted}, text=执行数大于全年预算数}]",
        where("执行数大于全年预算数的项目"));
    assertEquals(
        "[{any=[{metric=score, op=<, value=60, unit=分, text=得分低于60分},"
            + " {metric=score, op=>, value=95, unit=分, text=高于95分}], text=得分低于60分或高于95分}]",
        where("得分低于60分或高于95分的项目"));
  }

  @Test
  void problemsAreShownOnlyWhereThereAreSome() {
    assertEquals(
        "[执行率低于60%而高于80%：没有这样的数]",
        String.valueOf(Interpretation.of(question("执行率低于60%而高于80%的项目")).get("problems")));
  }

  @Test
  void aChangeReadsAsPeopleSayIt() {
    assertEquals(
        "机关运行经费比上年下降超过50%",
        Interpretation.sentence(question("operating funds fell by more than 50% on last year")));
  }
}
