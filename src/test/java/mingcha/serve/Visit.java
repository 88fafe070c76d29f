package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A browser and a house to visit with it. A page that logs an error, breaks the content security
 * policy or asks a third party fails its test.
 */
abstract class Visit {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static final double PATIENCE_MILLIS = 30_000;

  private static final Deque<AutoCloseable> OPENED = new ArrayDeque<>();

  static House house;
  private static Browser browser;

  final List<String> complaints = new ArrayList<>();

  /** Another address that belongs to the house. */
  String allowed = "";

  /** What the browser itself says of an answer that the test asks for, like "status of 400". */
  String expected = "";

  Page page;

  @BeforeAll
  static void open(@TempDir Path dir) throws IOException {
    if (!Files.isExecutable(CHROMIUM)) {
      String reason = "the page is not tested: there is no " + CHROMIUM;
      if (Boolean.getBoolean("mingcha.complete")) {
        fail(reason);
      }
      System.out.println(reason);
      abort(reason);
    }
    // The first question to a cold house on a busy machine takes longer than the usual five.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    house = opened(House.open(dir, 0));
    Playwright playwright =
        opened(
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    browser =
        opened(
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(
                            List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--disable-quic"))));
  }

  @AfterAll
  static void close() throws Exception {
    while (!OPENED.isEmpty()) {
      OPENED.pop().close();
    }
  }

  private static <T extends AutoCloseable> T opened(T resource) {
    OPENED.push(resource);
    return resource;
  }

  @BeforeEach
  void newPage() {
    page =
        browser.newPage(new Browser.NewPageOptions().setLocale("zh-CN").setViewportSize(1440, 900));
    page.onConsoleMessage(
        message -> {
          boolean complaint = message.type().equals("error") || message.type().equals("warning");
          if (complaint && (expected.isEmpty() || !message.text().contains(expected))) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          boolean ours = !allowed.isEmpty() && request.url().startsWith(allowed);
          if (!ours
              && !request.url().startsWith(house.address())
              && !request.url().equals("about:blank")) {
            complaints.add("asks a third party: " + request.url());
          }
        });
    page.navigate(house.address() + "/");
  }

  @AfterEach
  void nothingToComplainAbout() {
    page.close();
    assertEquals(List.of(), complaints);
  }

  void ask(String question) {
    page.locator("#q").fill(question);
    page.locator("#q").press("Enter");
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/search\\?q=.*"));
  }

  /** A part of the question; once the answer is there, which makes them all anew. */
  Locator chip(String text) {
    PlaywrightAssertions.assertThat(page.locator("main:not([aria-busy])")).isVisible();
    return page.locator(".chip", new Page.LocatorOptions().setHasText(text)).locator("button");
  }
}
