package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds on every page and in every state, in both languages, widths and colours. */
class AccessibilityTest extends Visit {
  private static final String LOW = "/search?q=" + House.encoded("执行率低于60%的项目");
  private static final String DISCLOSURE = "/d/" + Example.DISCLOSURE.id();

  /** A page, and what is clicked there. */
  private record State(String path, @Nullable String click, String then) {
    State(String path) {
      this(path, null, "h1");
    }
  }

  private static final List<State> STATES =
      List.of(
          new State("/"),
          new State(LOW, ".chip button", ".editor"),
          new State(LOW, ".menu summary", ".menu ul"),
          new State("/search?q=" + House.encoded("执行率低于1%的项目")),
          new State("/search?q=" + House.encoded("公务接侍费超过1万元的科目")),
          new State("/search?q=" + House.encoded("量子计算机")),
          new State("/search?kind=finding"),
          new State("/search?year=last", null, ".failure"),
          new State(DISCLOSURE, ".series summary", ".chart"),
          new State(DISCLOSURE + "#L16C5", ".cite .link", ".reference"),
          new State("/compare"),
          new State("/compare?subject=216"),
          new State("/compare?metric=leverage"),
          new State("/nothing"));

  @ParameterizedTest
  @CsvSource({"zh, 360, LIGHT", "zh, 1440, DARK", "en, 360, DARK", "en, 1440, LIGHT"})
  void noPageShutsAnyoneOut(String language, int width, ColorScheme scheme) {
    expected = "status of 40"; // a refused question, a page that is not there
    page.setViewportSize(width, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    List<String> found = new ArrayList<>();
    for (State state : STATES) {
      found.addAll(violations(state, language));
    }
    assertEquals(List.of(), found);
  }

  private List<String> violations(State state, String language) {
    String path = language.equals("en") ? english(state.path()) : state.path();
    page.navigate("about:blank"); // another place of the same page would not load it anew
    page.navigate(house.address() + path);
    page.locator("main:not([aria-busy])").waitFor();
    if (state.click() != null) {
      page.locator(state.click()).first().click();
    }
    PlaywrightAssertions.assertThat(page.locator(state.then()).first()).isVisible();
    assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), path);
    // The old way: the new one opens a page of its own for frames, and we have none.
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .map(violation -> path + " " + state.then() + " " + said(violation))
            .toList();
  }

  private static String english(String path) {
    int hash = path.indexOf('#');
    String page = hash < 0 ? path : path.substring(0, hash);
    String place = hash < 0 ? "" : path.substring(hash);
    return page + (page.contains("?") ? "&" : "?") + "lang=en" + place;
  }

  private static String said(Rule violation) {
    return violation.getId()
        + violation.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }
}
