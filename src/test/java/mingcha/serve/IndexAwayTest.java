package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.IndexUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said while the nodes that hold the index are away, and after. */
final class IndexAwayTest {
  @TempDir private Path folder = Path.of("");

  private final AtomicBoolean away = new AtomicBoolean();

  @Test
  void whoeverAsksIsToldWhatToDoAndTheOperatorWhatIsWrong() throws IOException {
    try (House real = House.open(folder, 0);
        Server server =
            Server.start(
                failing(real.searcher()), House.parser(), real.store(), Metrics.standard(), 0);
        HttpClient client = HttpClient.newHttpClient()) {
      House house = new House(server, real.searcher(), real.store(), client);
      assertEquals(200, house.get("/readyz").statusCode());
      away.set(true);
      HttpResponse<byte[]> search = house.get("/api/search?q=%E9%A1%B9%E7%9B%AE");
      assertEquals(503, search.statusCode());
      assertEquals("30", search.headers().firstValue("Retry-After").orElse(""));
      assertEquals(
          """
          {"type":"urn:mingcha:problem:unavailable","title":"Unavailable","status":503,\
          "detail":"the index does not answer at the moment: ask again in a minute; its operator \
          finds the reason at /readyz"}""",
          text(search));
      HttpResponse<byte[]> page = house.get("/search?q=%E9%A1%B9%E7%9B%AE", "Accept", "text/html");
      assertEquals(503, page.statusCode());
      assertTrue(text(page).contains("索引暂时没有响应，请过一分钟再试。"), text(page));
      HttpResponse<byte[]> ready = house.get("/readyz");
      assertEquals(503, ready.statusCode());
      assertTrue(
          text(ready).contains("the index cannot be asked: node-1 does not answer"), text(ready));
      away.set(false);
      assertEquals(200, house.get("/readyz").statusCode());
      assertEquals(200, house.get("/api/search?q=%E9%A1%B9%E7%9B%AE").statusCode());
    }
  }

  private EntrySearcher failing(EntrySearcher real) {
    return (EntrySearcher)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntrySearcher.class},
            (proxy, method, arguments) -> {
              if (away.get()) {
                throw new IndexUnavailable("node-1 does not answer");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
