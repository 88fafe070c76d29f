package mingcha.alert;

import static mingcha.alert.Facts.below60;
import static mingcha.alert.Facts.words;
import static mingcha.alert.Saved.alert;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import mingcha.store.AlertRow;
import mingcha.store.AlertRow.State;
import mingcha.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is news, to whom, and how often. */
class AlertMatcherTest {
  @TempDir Path folder;

  private Store store;
  private AlertMatcher matcher;

  @BeforeEach
  void open() {
    store = Store.open(folder);
    matcher = AlertMatcher.over(store, Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    matcher.close();
    store.close();
  }

  private static Facts bureau() {
    return Facts.of("明河市商务局");
  }

  @Test
  void aNewEntryThatAnswersIsTold() throws IOException {
    save(alert("a", below60()));
    tell(bureau().project("春季消费券", "45.2").project("变压器更换", "100").arrives());
    assertEquals(List.of("new 春季消费券: 执行率 45.2%（表格，第12行，《项目支出绩效自评表》）"), told("a"));
  }

  @Test
  void whatIsIngestedAgainIsToldOnce() throws IOException {
    save(alert("a", below60()));
    Facts facts = bureau().project("春季消费券", "45.2");
    tell(facts.arrives());
    tell(facts.arrives());
    tell(facts.after(facts));
    assertEquals(1, told("a").size());
  }

  @Test
  void whatWasThereBeforeTheAlertIsNotNewsWhenItIsPublishedAgain() throws IOException {
    save(alert("a", below60()));
    Facts before = bureau().project("春季消费券", "45.2");
    tell(bureau().project("春季消费券", "45.20").project("夏季消费券", "30").after(before));
    assertEquals(List.of("new 夏季消费券: 执行率 30%（表格，第12行，《项目支出绩效自评表》）"), told("a"));
  }

  @Test
  void aChangedReadingIsNewsAlsoWhereItAnswersNoMore() throws IOException {
    save(alert("a", below60()));
    Facts first = bureau().project("春季消费券", "45.2").project("夏季消费券", "30");
    tell(first.arrives());
    tell(bureau().project("春季消费券", "61").project("夏季消费券", "31").after(first));
    assertEquals(
        List.of(
            "new 春季消费券: 执行率 45.2%（表格，第12行，《项目支出绩效自评表》）",
            "new 夏季消费券: 执行率 30%（表格，第12行，《项目支出绩效自评表》）",
            "changed 春季消费券, no answer: 执行率 原为 45.2%，现为 61%（表格，第12行，《项目支出绩效自评表》）",
            "changed 夏季消费券: 执行率 原为 30%，现为 31%（表格，第12行，《项目支出绩效自评表》）"),
        told("a"));
  }

  @Test
  void aFigureThatGoesBackToWhatItWasIsNewsEachTime() throws IOException {
    save(alert("a", below60()));
    Facts low = bureau().project("春季消费券", "45.2");
    Facts high = bureau().project("春季消费券", "61");
    tell(low.arrives());
    tell(high.after(low));
    tell(low.after(high));
    tell(low.after(high));
    tell(high.after(low));
    assertEquals(
        List.of(
            "new 春季消费券: 执行率 45.2%（表格，第12行，《项目支出绩效自评表》）",
            "changed 春季消费券, no answer: 执行率 原为 45.2%，现为 61%（表格，第12行，《项目支出绩效自评表》）",
            "new 春季消费券: 执行率 原为 61%，现为 45.2%（表格，第12行，《项目支出绩效自评表》）",
            "changed 春季消费券, no answer: 执行率 原为 45.2%，现为 61%（表格，第12行，《项目支出绩效自评表》）"),
        told("a"));
  }

  @Test
  void anEntryThatBeginsToAnswerSaysWhatItWas() throws IOException {
    save(alert("a", below60()));
    Facts first = bureau().project("春季消费券", "80");
    tell(first.arrives());
    tell(bureau().project("春季消费券", "50").after(first));
    assertEquals(List.of("new 春季消费券: 执行率 原为 80%，现为 50%（表格，第12行，《项目支出绩效自评表》）"), told("a"));
  }

  @Test
  void aWithdrawnEntryAndAWithdrawnDisclosureAreNewsOnce() throws IOException {
    save(alert("a", below60()));
    Facts first = bureau().project("春季消费券", "45.2").project("夏季消费券", "30");
    Facts second = bureau().project("夏季消费券", "30");
    tell(first.arrives());
    tell(second.after(first));
    tell(second.isWithdrawn());
    tell(second.isWithdrawn());
    assertEquals(
        List.of("withdrawn 春季消费券", "withdrawn 夏季消费券"),
        told("a").subList(2, 4).stream().map(line -> line.replaceFirst(",.*", "")).toList());
    assertEquals(4, told("a").size());
  }

  @Test
  void anEntryWhoseFiguresStayIsNewsOnceOtherWordsMakeItAnAnswer() throws IOException {
    save(alert("a", words("消费券")));
    Facts first = bureau().project("促消费", "45.2", "用于展会。").project("消费券", "30", "发放消费券。");
    tell(first.arrives());
    assertEquals(1, told("a").size());
    Facts second = bureau().project("促消费", "45.2", "用于消费券。").project("消费券", "30", "发放三期。");
    tell(second.after(first));
    assertEquals("new 促消费: 执行率 45.2%（表格，第12行，《项目支出绩效自评表》）", told("a").getLast());
    assertEquals(2, told("a").size());
    tell(bureau().project("促消费", "45.2", "用于消费券等。").project("消费券", "30").after(second));
    assertEquals(2, told("a").size());
  }

  @Test
  void aParagraphThatAnotherWasPutInFrontOfSaysTheSame() throws IOException {
    save(alert("a", words("消费券")));
    Facts first = bureau().passage("发放消费券。");
    tell(first.arrives());
    tell(bureau().passage("主管商务。").passage("发放消费券。").after(first));
    assertEquals(1, told("a").size());
  }

  @Test
  void aBrokenAlertIsSetAsideWithItsReasonAndStopsNoOther() throws IOException {
    AlertRow good = alert("a", below60());
    save(good);
    save(
        broken(
            "b", good, "{\"where\":[{\"metric\":\"execution_rate\",\"op\":\"~\",\"value\":1}]}"));
    tell(bureau().project("春季消费券", "45.2").arrives());
    assertEquals(1, told("a").size());
    AlertRow broken = store.alerts().find("b").orElseThrow();
    assertEquals(State.BROKEN, broken.state());
    assertEquals("it cannot be read: no comparison is written ~", broken.reason());
  }

  @Test
  void alertsSavedChangedAndEndedMeanwhileAreSeen() throws IOException {
    tell(bureau().project("春季消费券", "45.2").arrives());
    save(alert("a", below60()));
    save(alert("b", words("变压器")));
    tell(Facts.of("明河市财政局").project("变压器更换", "20").arrives());
    store.alerts().end("a");
    save(alert("b", words("采购")));
    tell(Facts.of("明河市教育局").project("变压器采购", "20").arrives());
    assertEquals(List.of(), told("a"));
    assertEquals(2, told("b").size());
    assertTrue(told("b").getLast().startsWith("new 变压器采购"));
  }

  @Test
  void aReplayTellsWhatWasMissedAndNothingTwice() throws IOException {
    save(alert("a", below60()));
    Facts facts = bureau().project("春季消费券", "45.2");
    tell(facts.arrives());
    save(alert("b", below60()));
    store.outbox().tell(matcher.replay(facts.arrives(), " replayed", null));
    assertEquals(1, told("a").size());
    assertEquals(1, told("b").size());
  }

  @Test
  void onlyOneOfManyWordsInManyEntriesIsFound() throws IOException {
    save(alert("a", words("嗨购")));
    Facts many = bureau();
    for (int i = 0; i < 500; i++) {
      many.project("项目" + i, "20");
    }
    tell(many.project("嗨购消费季", "90").arrives());
    assertEquals(1, told("a").size());
  }

  private void save(AlertRow alert) {
    store.alerts().put(alert);
  }

  private static AlertRow broken(String id, AlertRow like, String question) {
    return new AlertRow(
        id,
        "token-" + id,
        null,
        State.ACTIVE,
        null,
        like.name(),
        "zh",
        question,
        null,
        null,
        null,
        true,
        "at-once",
        8,
        1,
        "UTC",
        0,
        0,
        0);
  }

  private void tell(Arrival arrival) throws IOException {
    store.outbox().tell(matcher.match(List.of(arrival)));
  }

  /** What an alert was told, in order. */
  private List<String> told(String alert) {
    AlertSettings settings =
        new AlertSettings(java.net.URI.create("https://example.invalid/"), null, false);
    Telling telling = new Telling(Language.ZH, settings);
    return store.outbox().latest(alert, 1_000).reversed().stream()
        .map(
            match -> {
              Telling.Item item = telling.item(match);
              return match.news()
                  + " "
                  + item.news().entry().name()
                  + (item.news().answers() ? "" : ", no answer")
                  + ": "
                  + String.join("; ", item.lines());
            })
        .toList();
  }
}
