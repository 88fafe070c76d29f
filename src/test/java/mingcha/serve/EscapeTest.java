package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Source;
import mingcha.index.EntryIndexer;
import mingcha.index.lucene.LuceneIndexer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disclosure whose every word is an attack is shown as text, on each page, feed and export. */
class EscapeTest extends Visit {
  private static final String MARKUP = "<img src=x onerror=\"document.title='taken'\">";
  private static final String FORMULA = "=HYPERLINK(\"http://evil.example\")";

  private static Disclosure hostile;

  @BeforeAll
  static void attack(@TempDir Path dir) throws IOException {
    Disclosure plain = Example.other(FORMULA, "部门");
    hostile =
        new Disclosure(
            plain.id(),
            "x.txt",
            plain.sha256(),
            MARKUP + "</script><!--main-->]]>",
            FORMULA,
            null,
            null,
            plain.region(),
            plain.regionCode(),
            2024,
            plain.type(),
            plain.caliber());
    Source first = Source.line("x.txt", 1);
    List<Entry> entries =
        List.of(Example.line(hostile, "201", MARKUP, "12"), Example.whole(hostile, "99999", 2));
    Content content =
        new Content(
            hostile,
            List.of(new Heading(1, MARKUP, first)),
            List.of(),
            List.of(new Paragraph(MARKUP, List.of(MARKUP), Source.line("x.txt", 2))),
            entries);
    Example.keep(house.store(), Files.writeString(dir.resolve("x.txt"), FORMULA), content, 3);
    Path segments = house.store().dataDir().resolveSibling("segments");
    try (EntryIndexer indexer = LuceneIndexer.open(segments)) {
      indexer.replace(hostile, 3, entries);
      indexer.commit(3);
    }
    while (house.json("/api/search?year=2024").get("total").asInt() == 0) {
      Thread.onSpinWait(); // a reader sees a commit within two seconds
    }
  }

  @Test
  void noPageTakesItForMarkup() {
    for (String path :
        List.of(
            "/",
            "/search?year=2024",
            "/d/" + hostile.id(),
            "/compare",
            "/compare?subject=201",
            "/search?q=" + House.encoded(MARKUP + "的项目"))) {
      page.navigate(house.address() + path);
      page.locator("main:not([aria-busy]) h1").first().waitFor();
      PlaywrightAssertions.assertThat(page.locator("body"))
          .containsText(path.startsWith("/compare") ? FORMULA : "<img src=x onerror=");
      assertEquals(0, page.locator("[onerror]").count(), path);
      assertFalse(page.title().equals("taken"), path);
    }
  }

  @Test
  void noPageBeforeItsScriptTakesItForMarkup() {
    for (String path : List.of("/search?year=2024", "/d/" + hostile.id())) {
      String html = House.text(house.get(path));
      assertEquals(0, Jsoup.parse(html).select("[onerror]").size(), html);
      assertEquals(
          List.of("/js/app.js"),
          Jsoup.parse(html).select("script:not([type$=ld+json])").eachAttr("src"),
          html);
    }
  }

  @Test
  void aFeedHoldsItAsText() throws Exception {
    HttpResponse<byte[]> response = house.get("/feeds/search.atom?year=2024&kind=line");
    Feed feed =
        (Feed) new WireFeedInput(true, Locale.ROOT).build(new StringReader(House.text(response)));
    assertEquals(1, feed.getEntries().size());
    assertTrue(House.text(response).contains("&lt;img src=x"), House.text(response));
    assertFalse(House.text(response).contains("<img"), House.text(response));
  }

  @Test
  void noCellOfAnExportIsAFormula() throws IOException {
    String csv = House.text(house.get("/api/export?format=csv&year=2024"));
    int cells = 0;
    for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
      for (String cell : row) {
        assertFalse(cell.matches("(?s)[=+@\\t\\r-].*"), cell);
        cells += cell.startsWith("'=") ? 1 : 0;
      }
    }
    assertEquals(2, cells);
    Path workbook =
        Files.write(
            Files.createTempFile("export", ".xlsx"),
            house.get("/api/export?format=xlsx&year=2024").body());
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        String xml = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        assertFalse(xml.contains("<f>") || xml.contains("<img"), part.getName());
      }
    } finally {
      Files.delete(workbook);
    }
  }
}
