package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import mingcha.disclosure.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How pages, files and originals are sent, and what is refused. */
class ServerTest {
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
  void theOriginalIsAnAttachmentThatNoBrowserRuns() {
    HttpResponse<byte[]> response =
        house.get("/api/disclosures/" + Example.DISCLOSURE.id() + "/original");
    assertArrayEquals(Example.text(), response.body());
    assertEquals("text/plain", House.header(response, "Content-Type"));
    assertEquals("nosniff", House.header(response, "X-Content-Type-Options"));
    assertEquals(
        "attachment; filename=\"2023.txt\"; filename*=UTF-8''"
            + "%E6%98%8E%E6%B2%B3%E5%B8%82%E5%95%86%E5%8A%A1%E5%B1%802023"
            + "%E5%B9%B4%E5%BA%A6%E9%83%A8%E9%97%A8%E5%86%B3%E7%AE%97.txt",
        House.header(response, "Content-Disposition"));
  }

  @Test
  void aFileNameCannotBreakOutOfItsHeader() {
    assertEquals(
        "attachment; filename=\"x__Y__z_.txt\"; filename*=UTF-8''x%0D%0AY%3A%20z%22.txt",
        DisclosureApi.attachment("a.zip!/x\r\nY: z\".txt"));
  }

  @Test
  void thePageMayRunNothingButItsOwnScript() {
    for (String path : List.of("/", "/search?q=x", "/d/" + Example.DISCLOSURE.id())) {
      HttpResponse<byte[]> page = house.get(path);
      assertEquals(200, page.statusCode());
      assertEquals("text/html;charset=utf-8", House.header(page, "Content-Type"));
      assertEquals("nosniff", House.header(page, "X-Content-Type-Options"));
      assertEquals("same-origin", House.header(page, "Referrer-Policy"));
      assertTrue(
          House.header(page, "Content-Security-Policy")
              .startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
    }
  }

  @Test
  void aFileIsSentOnceAndCompressed() {
    HttpResponse<byte[]> first = house.get("/app.css", "Accept-Encoding", "gzip");
    assertEquals("gzip", House.header(first, "Content-Encoding"));
    assertEquals("text/css;charset=utf-8", House.header(first, "Content-Type"));
    HttpResponse<byte[]> again =
        house.get("/app.css", "If-None-Match", House.header(first, "ETag"));
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
  }

  @Test
  void aPersonWhoMistypesAnAddressGetsThePage() {
    HttpResponse<byte[]> page = house.get("/nothing", "Accept", "text/html");
    assertEquals(404, page.statusCode());
    assertEquals("text/html;charset=utf-8", House.header(page, "Content-Type"));
    assertTrue(House.text(page).startsWith("<!doctype html>"), House.text(page));
  }

  @Test
  void itSaysHowItIs() {
    assertEquals("{\"status\":\"alive\"}", House.text(house.get("/healthz")));
    JsonNode ready = house.json("/readyz");
    assertEquals("ready", ready.get("status").asText());
    assertEquals(Example.entries().size() + 1, ready.get("entries").asInt());
    String metrics = House.text(house.get("/metrics"));
    assertTrue(
        metrics.contains("mingcha_entries " + (Example.entries().size() + 1) + ".0"), metrics);
    assertTrue(metrics.contains("mingcha_files{outcome=\"read\"} 2.0"), metrics);
    assertTrue(metrics.contains("http_server_requests_seconds_count{route=\"/readyz\""), metrics);
  }

  @Test
  void aTakenPortIsSaidPlainly() {
    int taken = house.server().port();
    ServeProblem problem =
        assertThrows(
            ServeProblem.class,
            () ->
                Server.start(
                    house.searcher(), House.parser(), house.store(), Metrics.standard(), taken));
    assertEquals(
        "port " + taken + " of 127.0.0.1 is in use or not ours to use; choose another with --port",
        problem.getMessage());
  }
}
