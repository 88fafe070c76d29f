package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site in a real browser, as a person uses it. */
class PageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static final Deque<AutoCloseable> OPENED = new ArrayDeque<>();

  private static House house;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private Page page;

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
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(house.address())) {
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

  @Test
  void fromASentenceToTheCell() {
    ask("执行率低于60%的项目");
    Locator hits = page.locator(".hit");
    PlaywrightAssertions.assertThat(hits).hasCount(3);
    PlaywrightAssertions.assertThat(page.locator("#sum")).hasText("3 个项目的执行率低于 60%");
    Locator vouchers = hits.filter(new Locator.FilterOptions().setHasText("春季消费券发放"));
    PlaywrightAssertions.assertThat(vouchers.locator(".figure strong")).hasText("45.2%");
    PlaywrightAssertions.assertThat(vouchers.locator(".figure .differs")).hasText("≠ 表格 100%");

    page.locator(".facets a", new Page.LocatorOptions().setHasText("部门决算")).click();
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*[?&]type=.*"));
    // What the sentence asks for is marked too: 项目.
    PlaywrightAssertions.assertThat(page.locator(".facets [aria-current=true]")).hasCount(2);
    page.goBack();
    PlaywrightAssertions.assertThat(page.locator(".facets [aria-current=true]")).hasCount(1);

    vouchers.locator(".where a").click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText(Example.LINES.get(0));
    PlaywrightAssertions.assertThat(page.locator(".lit")).hasText(Example.LINES.get(13));
    page.goBack();
    PlaywrightAssertions.assertThat(hits).hasCount(3);
  }

  @Test
  void theNameLeadsToItsRow() {
    ask("执行率低于60%的变压器项目");
    page.locator(".hit h2 a").first().click();
    PlaywrightAssertions.assertThat(page.locator("tr.lit td").first()).hasText("年度资金总额");
    PlaywrightAssertions.assertThat(page.locator("tr.lit td").nth(3)).hasText("32.8");
  }

  @Test
  void whatADisclosureSaysIsNeverMarkup() {
    ask("执行率低于60%的项目");
    PlaywrightAssertions.assertThat(page.locator(".hit h2").last()).isVisible();
    PlaywrightAssertions.assertThat(page.locator("main")).containsText("<img src=x onerror=");
    page.navigate(house.address() + "/d/" + Example.DISCLOSURE.id());
    PlaywrightAssertions.assertThat(page.locator("main")).containsText("<img src=x onerror=");
    assertEquals(0, page.locator("img").count());
    assertFalse(page.title().contains("taken"));
  }

  @Test
  void aConditionIsTakenOffByItsCross() {
    ask("执行率低于60%的变压器项目");
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(1);
    page.locator(".chip", new Page.LocatorOptions().setHasText("变压器")).locator("a").click();
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
  }

  @Test
  void itSpeaksEnglish() {
    page.locator(".lang").click();
    PlaywrightAssertions.assertThat(page.locator("form button")).hasText("Search");
    ask("projects with execution rate below 60%");
    PlaywrightAssertions.assertThat(page.locator("#sum"))
        .hasText("3 projects with execution rate below 60%");
    assertEquals("en", page.locator("html").getAttribute("lang"));
  }

  @Test
  void aRefusedAddressIsExplained() {
    page.navigate(house.address() + "/search?year=last");
    PlaywrightAssertions.assertThat(page.locator(".failure")).containsText("year");
    // The browser notes the answer 400 itself; that is the only complaint.
    assertTrue(complaints.stream().allMatch(each -> each.contains("400")), complaints::toString);
    complaints.clear();
  }

  @Test
  void aNarrowPhoneNeedsNoScrollingSideways() {
    page.setViewportSize(320, 640);
    ask("执行率低于60%的项目");
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
    String excess = "document.documentElement.scrollWidth - innerWidth";
    assertEquals(0, page.evaluate(excess));
    page.navigate(house.address() + "/d/" + Example.DISCLOSURE.id());
    PlaywrightAssertions.assertThat(page.locator("h1")).isVisible();
    assertEquals(0, page.evaluate(excess));
  }

  @Test
  void theKeyboardIsEnough() {
    page.locator("#q").blur();
    page.keyboard().press("/");
    page.keyboard().type("执行率低于60%的项目");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
    Locator facet = page.locator(".facets a").first();
    facet.focus();
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator("#sum")).isFocused();
  }

  private void ask(String question) {
    page.locator("#q").fill(question);
    page.locator("#q").press("Enter");
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/search\\?q=.*"));
  }
}
