package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import mingcha.wire.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages are without a script: to old browsers, to search engines, to who shows links. */
class PlainPageTest {
  private static final String LOW = "执行率低于60%的项目";

  private static House house;

  @BeforeAll
  static void open(@TempDir Path dir) throws IOException {
    house = House.open(dir, 0);
  }

  @AfterAll
  static void close() throws IOException {
    house.close();
  }

  @Test
  void aQuestionIsAnsweredAsAListOfLinks() {
    Document page = page("/search?q=" + House.encoded(LOW));
    assertEquals("执行率低于60%的项目：3 条 · 明察", page.title());
    assertEquals(List.of("变压器更换", Example.HOSTILE, "春季消费券发放"), page.select(".hit h2 a").eachText());
    assertEquals(List.of("41%", "0%", "45.2%"), page.select(".figure strong").eachText());
    assertTrue(first(page, ".hit a").attr("href").startsWith("/d/" + Example.DISCLOSURE.id()));
    assertEquals(LOW, first(page, "form input[name=q]").attr("value"));
    assertEquals("noindex", first(page, "meta[name=robots]").attr("content"));
  }

  @Test
  void itAnswersInEnglishToo() {
    Document page = page("/search?q=projects+with+execution+rate+below+60%25&lang=en");
    assertEquals("en", first(page, "html").attr("lang"));
    assertTrue(page.title().endsWith(": 3 found · 明察"), page.title());
    assertTrue(first(page, ".hit a").attr("href").contains("?lang=en#e-"));
    assertEquals("en", first(page, "form input[name=lang]").attr("value"));
  }

  @Test
  void aLongAnswerHasPages() {
    Document page = page("/search?size=2&kind=project");
    assertEquals("1 / 2", first(page, ".pages span").text());
    String next = first(page, ".pages a").attr("href");
    assertEquals("/search?kind=project&page=2", next);
  }

  @Test
  void whatADisclosureSaysIsNeverMarkup() {
    for (String path : List.of("/search?q=", "/search?kind=project", "/d/" + id(), hostile())) {
      Document page = page(path);
      assertEquals(0, page.select("img, svg, [onerror]").size(), path);
      assertEquals(List.of("/js/app.js"), page.select("script[src]").eachAttr("src"), path);
      page.select("script:not([src])")
          .forEach(data -> assertEquals("application/ld+json", data.attr("type")));
    }
  }

  /** A question with all that could break out of text, of an attribute or of a script. */
  private static String hostile() {
    return "/search?q=" + House.encoded("\"><img src=x onerror=alert(1)></script><!--main-->'");
  }

  @Test
  void aRefusedQuestionIsExplained() {
    HttpResponse<byte[]> response = house.get("/search?year=last");
    assertEquals(400, response.statusCode());
    assertTrue(Jsoup.parse(House.text(response)).select(".failure").text().contains("year"));
  }

  @Test
  void aDisclosureSaysWhatItIs() {
    Document page = page("/d/" + id());
    assertEquals("明河市商务局2023年度部门决算 · 明察", page.title());
    assertEquals("article", property(page, "og:type"));
    assertEquals("明河市商务局 · 示例省明河市 · 2023 · 部门决算", property(page, "og:description"));
    assertTrue(property(page, "og:url").endsWith("/d/" + id()));
    assertEquals(property(page, "og:url"), first(page, "link[rel=canonical]").attr("href"));
    assertTrue(page.select("#main li").eachText().contains("第二部分 决算情况说明"));
    JsonNode data = Json.tree(first(page, "script[type=application/ld+json]").data());
    assertEquals("Dataset", data.get("@type").asText());
    assertEquals("明河市商务局", data.at("/creator/name").asText());
    assertEquals("2023", data.get("temporalCoverage").asText());
    assertEquals("2024-09-20", data.get("datePublished").asText());
    assertTrue(data.at("/distribution/0/contentUrl").asText().endsWith("/original"));
  }

  @Test
  void whatIsNotThereIsSo() {
    assertEquals(404, house.get("/d/none").statusCode());
    assertEquals("text/html;charset=utf-8", House.header(house.get("/d/none"), "Content-Type"));
  }

  @Test
  void anAlertsAddressIsNotRepeated() {
    assertFalse(House.text(house.get("/alerts/secret")).contains("secret"));
  }

  @Test
  void programsAreToldWhereToLook() {
    String robots = House.text(house.get("/robots.txt"));
    assertTrue(robots.startsWith("User-agent: *\nDisallow: /api/\n"), robots);
    assertTrue(robots.contains("/sitemap.xml"), robots);
    String parts = House.text(house.get("/sitemap.xml"));
    assertTrue(parts.contains("/sitemaps/1.xml</loc>"), parts);
    String map = House.text(house.get("/sitemaps/1.xml"));
    assertTrue(map.contains("/d/" + id() + "</loc>"), map);
    assertEquals(404, house.get("/sitemaps/2.xml").statusCode());
    assertEquals(404, house.get("/sitemaps/x.xml").statusCode());
    HttpResponse<byte[]> search = house.get("/opensearch.xml");
    assertTrue(House.text(search).contains("/search?q={searchTerms}\"/>"), House.text(search));
    assertEquals("/opensearch.xml", first(page("/"), "link[rel=search]").attr("href"));
  }

  private static String id() {
    return Example.DISCLOSURE.id();
  }

  private static Document page(String path) {
    return Jsoup.parse(House.text(house.get(path)));
  }

  private static Element first(Document page, String selector) {
    Element found = page.selectFirst(selector);
    assertNotNull(found, selector);
    return found;
  }

  private static String property(Document page, String name) {
    return first(page, "meta[property=" + name + "]").attr("content");
  }
}
