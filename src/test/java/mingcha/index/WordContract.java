package mingcha.index;

import static mingcha.index.Ask.below;
import static mingcha.index.Ask.everything;
import static mingcha.index.Ask.projects;
import static mingcha.index.Ask.terms;
import static mingcha.index.Told.narrative;
import static mingcha.index.Told.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.EntryKind;
import mingcha.index.Answer.Hit;
import mingcha.index.Answer.Near;
import mingcha.index.Answer.Snippet;
import org.junit.jupiter.api.Test;

/** What every backend finds by words, shows of them, offers in their place and suggests. */
public abstract class WordContract extends IndexContract {
  protected WordContract(Backend backend) {
    super(backend);
  }

  @Test
  void aboutHoldsOfTheThingItselfTermsOfAllThatIsSaidOfIt() throws IOException {
    tell(vouchers());
    assertEquals("家电消费券", names(projects().about("消费券")));
    assertEquals("主体倍增, 家电消费券", names(terms("消费券").kind(EntryKind.PROJECT)));
    assertEquals("家电消费券", names(terms("消费券").kind(EntryKind.PROJECT).not("倍增")));
  }

  @Test
  void anEntryNamedByTheTermComesFirstThenWhatHoldsMoreOfTheTerms() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .passage("其他说明", "公务接待费用于公务接待。公务接待费、公务接待费、公务接待费都从严控制")
            .total("公务接待费", table("reception", "2400"))
            .passage("公务接待费说明", "公务接待费支出决算")
            .passage("国内接待", "接待批次与公务接待费"));
    Answer answer = ask(terms("公务接待费", "批次").question());
    assertEquals("公务接待费", answer.hits().getFirst().entry().name());
    assertEquals(4, answer.total());
  }

  @Test
  void theWordsOfASentenceMayStandInAnotherOrderAndALittleApart() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .passage("问题", "结余资金未按规定退缴国库，资金管理有待加强")
            .passage("说明", "国库集中支付。结余资金已退缴"));
    assertEquals("问题", names(terms("资金结余未退缴国库")));
  }

  @Test
  void unknownWordsQuotesAndSpacesInNamesAreFoundAsStrings() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("2023年“嗨购元宵”汽车 补贴").project("乡村e镇工作项目").total("“三公”经费"));
    assertEquals("2023年“嗨购元宵”汽车 补贴", names(terms("嗨购元宵汽车补贴")));
    assertEquals("2023年“嗨购元宵”汽车 补贴", names(everything().about("購元")));
    assertEquals("乡村e镇工作项目", names(everything().about("乡村Ｅ镇")));
    assertEquals("“三公”经费", names(terms("三公经费")));
    assertEquals("乡村e镇工作项目", names(everything().about("镇")));
  }

  @Test
  void snippetsShowWhereTheWordsStand() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("甲", "前言。".repeat(40) + "因财政 支付紧张，未能支付。" + "后记。".repeat(60))
            .project("乙", "执行率为1045.2，不，是45.2%。", narrative("execution_rate", "45.2")));
    Snippet words = ask(terms("财政支付紧张").question()).hits().getFirst().snippet().getFirst();
    assertEquals(List.of("财政 支付紧张"), marked(words));
    assertEquals(160, words.text().length());
    Hit figure = ask(projects().where(below("execution_rate", "60")).question()).hits().getFirst();
    assertEquals("执行率为1045.2，不，是45.2%。", figure.snippet().getFirst().text());
    assertEquals(List.of("45.2%"), marked(figure.snippet().getFirst()));
  }

  @Test
  void suggestionsBeginWithWhatWasTypedOrHoldIt() throws IOException {
    tell(vouchers());
    tell(Told.by("云州市教育局", 2023).line("2050803", "培训支出").project("消费券宣传"));
    assertEquals("消费券宣传 name 1, 家电消费券 name 1", suggestions("消费券"));
    assertEquals("云州市商务局 publisher 4, 云州市教育局 publisher 2", suggestions("云州"));
    assertEquals("培训支出 subject 1", suggestions("培"));
    assertEquals("", suggestions("“”"));
  }

  /** A single letter that begins many names is not looked for within others. */
  @Test
  void aLetterSuggestsWhatBeginsWithItWhereThatIsMuch() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("少儿培训"));
    assertEquals("少儿培训 name 1", suggestions("培"));
    Told many = Told.by("培新区教育局", 2023);
    for (int i = 0; i < Suggestions.MOST_ENTRIES; i++) {
      many.line("2050803", "培训支出");
    }
    tell(many);
    tell(Told.by("云州市教育局", 2023).project("培优工程"));
    assertEquals("培新区教育局 publisher 200, 培训支出 subject 200", suggestions("培"));
    assertEquals("少儿培训 name 1", suggestions("儿"));
  }

  @Test
  void whereNothingMatchesTheClosestQuestionsAreOffered() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("消费券", table("execution_rate", "98"))
            .project("主体倍增", narrative("execution_rate", "45.2"))
            .statement("家电消费券", "", narrative("redemption_rate", "41.3")));
    Answer answer = ask(projects().about("消费券").where(below("execution_rate", "60")).question());
    assertEquals(
        """
        0
        1 没有低于60%的执行率；核销率有 1 条 | no execution rate below 60%; 1 by redemption rate (核销率)
        1 最接近的执行率是98%，有 1 条 | the closest execution rate is 98%, of 1
        1 不限“条件”有 1 条 | 1 without “条件”
        1 不限“消费券”有 1 条 | 1 without “消费券”\
        """,
        answer.total()
            + "\n"
            + String.join("\n", answer.near().stream().map(this::shown).toList()));
    assertEquals("家电消费券[0]", names(ask(answer.near().getFirst().question())));
  }

  @Test
  void aWordThatOnlySoundsLikeANameIsOfferedAsThatName() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("2023年家电消费券"));
    Near near = ask(projects().about("消费卷卷").question()).near().getFirst();
    assertEquals("不限“消费卷卷”有 1 条", near.reason());
    Near meant = ask(projects().about("家店消费劝").question()).near().getFirst();
    assertEquals("是不是“家电消费券”？有 1 条", meant.reason());
    assertEquals("2023年家电消费券", names(ask(meant.question())));
    assertEquals("家电消费券", searcher.suggest("家店消费劝", 5).getFirst().text());
  }

  private static List<String> marked(Snippet snippet) {
    return snippet.marks().stream()
        .map(mark -> snippet.text().substring(mark.get(0), mark.get(1)))
        .toList();
  }

  private String suggestions(String typed) throws IOException {
    return searcher.suggest(typed, 5).stream()
        .map(s -> s.text() + " " + s.kind() + " " + s.count())
        .collect(Collectors.joining(", "));
  }
}
