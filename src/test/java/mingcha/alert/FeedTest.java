package mingcha.alert;

import static mingcha.alert.Facts.below60;
import static mingcha.alert.Saved.alert;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mingcha.store.AlertRow;
import mingcha.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds as a strict reader reads them. */
class FeedTest {
  private static final AlertSettings SETTINGS =
      new AlertSettings(URI.create("https://mingcha.example/"), null, false);
  private static final String NASTY = "<b>&amp;消费券\u0001\uFFFF]]>\"'";

  @TempDir Path folder;

  @Test
  void theFeedOfAnAlertHoldsItsMatchesUnderTheirIds() throws Exception {
    try (Store store = Store.open(folder);
        AlertMatcher matcher = AlertMatcher.over(store, Clock.systemUTC())) {
      AlertRow alert = alert("a", below60());
      store.alerts().put(alert);
      Facts facts = Facts.of("明河市商务局").project(NASTY, "45.2").project("夏季消费券", "30");
      store.outbox().tell(matcher.match(List.of(facts.arrives())));
      byte[] atom = new Feed(SETTINGS).of(alert, store.outbox().latest("a", 10));
      com.rometools.rome.feed.atom.Feed read = read(atom);
      assertEquals("urn:mingcha:alert:a", read.getId());
      assertEquals("关注a", read.getTitle());
      List<Entry> entries = entries(read);
      assertEquals(2, entries.size());
      assertEquals(
          "urn:mingcha:match:" + store.outbox().latest("a", 1).getFirst().id(),
          entries.get(0).getId());
      assertEquals("<b>&amp;消费券]]>\"'（项目） [新]", entries.get(1).getTitle());
      String content = entries.get(1).getContents().getFirst().getValue();
      assertEquals("html", entries.get(1).getContents().getFirst().getType());
      assertTrue(content.contains("执行率 45.2%"), content);
      assertEquals(
          new String(atom, StandardCharsets.UTF_8),
          new String(
              new Feed(SETTINGS).of(alert, store.outbox().latest("a", 10)),
              StandardCharsets.UTF_8));
    }
  }

  @Test
  void theFeedOfASearchHoldsEntriesUnderTheirIds() throws Exception {
    Facts facts = Facts.of("明河市商务局").project(NASTY, "45.2");
    Instant seen = Instant.parse("2026-11-21T01:02:03.456Z");
    byte[] atom =
        new Feed(SETTINGS)
            .of(
                NASTY,
                "feeds/search.atom?q=a&year=2023",
                "search?q=a&year=2023",
                List.of(new Feed.Found(facts.entries().getFirst(), List.of(0), seen)));
    com.rometools.rome.feed.atom.Feed read = read(atom);
    assertEquals("明察：<b>&amp;消费券]]>\"'", read.getTitle());
    assertEquals(
        "https://mingcha.example/search?q=a&year=2023",
        read.getAlternateLinks().getFirst().getHref());
    Entry entry = entries(read).getFirst();
    assertEquals("urn:mingcha:entry:" + facts.entries().getFirst().id(), entry.getId());
    assertEquals(Instant.parse("2026-11-21T01:02:03Z"), entry.getUpdated().toInstant());
    assertEquals("明河市商务局", entry.getAuthors().getFirst().getName());
  }

  private static com.rometools.rome.feed.atom.Feed read(byte[] atom) throws Exception {
    WireFeedInput input = new WireFeedInput(true, Locale.ROOT);
    return (com.rometools.rome.feed.atom.Feed)
        input.build(new StringReader(new String(atom, StandardCharsets.UTF_8)));
  }

  private static List<Entry> entries(com.rometools.rome.feed.atom.Feed feed) throws IOException {
    return feed.getEntries();
  }
}
