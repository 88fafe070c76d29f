package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an alert is told of a disclosure whose files come one after the other. */
final class PartsAlertTest {
  private static final String NARRATIVE = "本部门贯彻落实决策部署，发放消费券。".repeat(30);
  private static final String TABLES = "表 income 100\n表 expenditure 90\n表 three_public 3\n";

  @TempDir Path folder;

  @Test
  void eachFileIsToldOnceAndTakesNothingBackThatAnotherSaid() throws IOException {
    House house = new House(folder);
    house.pipeline = PartsTest.pipeline();
    house.opener = LuceneIndexer::open;
    try (Store store = Store.open(house.data)) {
      store.alerts().put(House.alert("a", "{\"terms\":[\"消费券\"]}"));
      store.alerts().put(House.alert("b", "{\"kinds\":[\"line\"],\"terms\":[\"合计\"]}"));
    }
    house.write("narrative.txt", NARRATIVE).ingest();
    assertEquals(List.of("new passage"), told(house, "a"));
    assertEquals(List.of(), told(house, "b"));
    house.write("tables.txt", TABLES).ingest();
    assertEquals(List.of("new passage"), told(house, "a"));
    assertEquals(List.of("new line", "new line", "new line"), told(house, "b"));
    house.write("tables.txt", TABLES.replace("90", "91")).ingest();
    assertEquals(List.of("new passage"), told(house, "a"));
    assertEquals(List.of("new line", "new line", "new line", "changed line"), told(house, "b"));
  }

  private static List<String> told(House house, String alert) {
    try (Store store = Store.openReadOnly(house.data)) {
      return store.outbox().latest(alert, 100).reversed().stream()
          .map(match -> match.news() + (match.hit().contains("\"passage\"") ? " passage" : " line"))
          .toList();
    }
  }
}
