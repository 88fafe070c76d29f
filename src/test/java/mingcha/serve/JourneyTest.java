package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A visit from the first page to the cell and back, on a phone and on a desk, in both languages.
 */
class JourneyTest extends Visit {
  private static final String NO_EXCESS = "document.documentElement.scrollWidth - innerWidth";

  @ParameterizedTest
  @CsvSource({"zh, 360", "zh, 1440", "en, 360", "en, 1440"})
  void askEditDragOpenCompareExportAndBack(String language, int width) throws IOException {
    boolean english = language.equals("en");
    page.setViewportSize(width, 800);
    page.navigate(house.address() + (english ? "/?lang=en" : "/"));
    ask(english ? "projects with execution rate below 60%" : "执行率低于60%的项目");
    shows(3);

    chip(english ? "execution rate" : "执行率").click();
    page.locator(".editor input").first().fill("42");
    page.keyboard().press("Enter");
    shows(2);

    Locator threshold = page.locator(".bars input");
    threshold.focus();
    for (int i = 0; i < 5; i++) {
      threshold.evaluate("input => { input.value = String(Number(input.value) - 0.2); }");
    }
    threshold.evaluate(
        "input => { for (const name of ['input', 'change']) input.dispatchEvent(new Event(name));"
            + " }");
    shows(1);
    page.goBack();
    shows(2);

    page.locator(".menu summary").click();
    Download download = page.waitForDownload(() -> page.locator(".menu a").first().click());
    assertEquals(true, Files.readString(download.path()).contains("变压器更换"));
    page.keyboard().press("Escape");

    page.locator(".hit .where a").first().click();
    PlaywrightAssertions.assertThat(page.locator("td.here")).isVisible();
    PlaywrightAssertions.assertThat(page.locator(".cite")).isVisible();
    fits();
    assertEquals(List.of(), violations());
    page.goBack();
    shows(2);

    page.locator("#head .to").click();
    PlaywrightAssertions.assertThat(page.locator(".compare tbody tr")).hasCount(1);
    fits();
    page.goBack();
    shows(2);
    page.goBack();
    shows(3);
    page.goBack();
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/(\\?lang=en)?$"));
    PlaywrightAssertions.assertThat(page.locator(".examples")).isVisible();
    fits();
  }

  private void shows(int hits) {
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(hits);
    PlaywrightAssertions.assertThat(page.locator("main:not([aria-busy])")).isVisible();
    fits();
  }

  private void fits() {
    assertEquals(0, page.evaluate(NO_EXCESS), page.url());
  }

  /** Of the one state that {@link AccessibilityTest} does not come to. */
  private List<String> violations() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream().map(each -> each.getId()).toList();
  }
}
