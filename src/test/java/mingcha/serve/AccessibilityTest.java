package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What axe-core finds on every page, in both widths and colours. */
class AccessibilityTest extends Visit {
  @Test
  void noPageShutsAnyoneOut() {
    expected = "status of 404";
    List<String> found = new ArrayList<>();
    for (String path : pages()) {
      found.addAll(violations(path, 360, ColorScheme.LIGHT));
      found.addAll(violations(path, 1440, ColorScheme.DARK));
    }
    assertEquals(List.of(), found);
  }

  private List<String> violations(String path, int width, ColorScheme scheme) {
    page.setViewportSize(width, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.navigate(house.address() + path);
    PlaywrightAssertions.assertThat(page.locator("h1")).isVisible();
    page.locator("main:not([aria-busy])").waitFor();
    if (page.locator(".chip button").count() > 0) {
      page.locator(".chip button").first().click();
    }
    assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), path);
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(violation -> path + " " + width + " " + scheme + " " + said(violation))
            .toList();
  }

  private static List<String> pages() {
    return List.of(
        "/",
        "/?lang=en",
        "/search?q=" + House.encoded("执行率低于60%的项目"),
        "/search?q=" + House.encoded("执行率低于60%的项目") + "&lang=en",
        "/search?q=" + House.encoded("执行率低于1%的项目"),
        "/search?q=&kind=line",
        "/d/" + Example.DISCLOSURE.id(),
        "/compare",
        "/compare?subject=216&lang=en",
        "/nothing");
  }

  private static String said(Rule violation) {
    return violation.getId()
        + violation.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }
}
