package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The site in a real browser, as a person uses it. */
class PageTest extends Visit {
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
    PlaywrightAssertions.assertThat(page.locator(".facets [aria-current=true]")).hasCount(1);
    // What the sentence asks for is marked too.
    PlaywrightAssertions.assertThat(page.locator(".tabs [aria-current]")).hasText("项目 3");
    page.goBack();
    PlaywrightAssertions.assertThat(page.locator(".facets [aria-current=true]")).hasCount(0);

    vouchers.locator(".where a").click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText(Example.LINES.get(0));
    PlaywrightAssertions.assertThat(page.locator(".lit")).containsText(Example.LINES.get(13));
    page.goBack();
    PlaywrightAssertions.assertThat(hits).hasCount(3);
  }

  @Test
  void theFirstPageSaysWhatIsCoveredAndAsksWhatHasAnswers() {
    PlaywrightAssertions.assertThat(page.locator(".lead")).containsText("1 个单位的 2 份公开文件");
    PlaywrightAssertions.assertThat(page.locator(".cover")).containsText("示例省 2");
    PlaywrightAssertions.assertThat(page.locator(".cover .missing")).hasText("2022 缺");
    PlaywrightAssertions.assertThat(page.locator(".list .look").first()).hasText("执行率前后不一");
    PlaywrightAssertions.assertThat(page.locator(".examples a").first()).hasText("执行率低于60%的项目");
    for (int i = 0; i < page.locator(".examples a").count(); i++) {
      page.locator(".examples a").nth(i).click();
      PlaywrightAssertions.assertThat(page.locator(".hit").first()).isVisible();
      page.goBack();
    }
    page.locator(".cover a", new Page.LocatorOptions().setHasText("2023")).click();
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/search\\?year=2023"));
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
    expected = "status of 400";
    page.navigate(house.address() + "/search?year=last");
    PlaywrightAssertions.assertThat(page.locator(".failure")).containsText("year");
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
  void allScriptTogetherIsSmall() {
    Set<String> scripts = new TreeSet<>();
    page.onRequest(
        request -> {
          if (request.resourceType().equals("script")) {
            scripts.add(request.url().substring(house.address().length()));
          }
        });
    page.reload();
    ask("执行率低于60%的项目");
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
    page.navigate(house.address() + "/d/" + Example.DISCLOSURE.id());
    PlaywrightAssertions.assertThat(page.locator(".full")).isVisible();
    int bytes = scripts.stream().mapToInt(path -> house.get(path).body().length).sum();
    assertTrue(scripts.contains("/js/app.js"), scripts::toString);
    assertTrue(bytes < 200_000, () -> bytes + " bytes in " + scripts);
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
}
