package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One disclosure in a real browser. */
class DisclosurePageTest extends Visit {
  @Test
  void aHitLandsOnItsCellAndCanBeCited() {
    ask("执行率低于60%的变压器项目");
    page.locator(".where a").first().click();
    PlaywrightAssertions.assertThat(page.locator("td.here")).hasText("41");
    page.getByText("引用此数字").click();
    Locator citation = page.getByLabel("引文", new Page.GetByLabelOptions().setExact(true));
    PlaywrightAssertions.assertThat(citation)
        .hasValue(
            Pattern.compile(
                "明河市商务局，《明河市商务局2023年度部门决算》，项目支出绩效自评表，第 16 行，执行率41%。明察, "
                    + house.address()
                    + "/d/"
                    + Example.DISCLOSURE.id()
                    + "#L16C5"
                    + "（.*SHA-256 "
                    + Example.DISCLOSURE.sha256()));
  }

  @Test
  void aCellThatIsClickedIsTheOneToCite() {
    open();
    page.locator("#L9C2").click();
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*#L9C2"));
    PlaywrightAssertions.assertThat(page.locator(".cite")).containsText("1,537.40 万元");
  }

  @Test
  void whatNeedsExplainingIsSaidAboveAndMarkedInItsPlace() {
    open();
    PlaywrightAssertions.assertThat(page.locator("#explain")).hasText("1 处需要说明");
    page.locator(".findings .figures a").first().click();
    PlaywrightAssertions.assertThat(page.locator("td.here")).containsText("100");
    page.locator("td.here .flag").click();
    PlaywrightAssertions.assertThat(page.locator(".findings .lit")).containsText("45.2%");
    PlaywrightAssertions.assertThat(page.locator("#L14 .flag")).hasText("执行率前后不一");
  }

  @Test
  void projectsStandAsCardsWithTheWayToTheirPlace() {
    open();
    Locator card = page.locator(".card").first();
    PlaywrightAssertions.assertThat(card).containsText("≠ 叙述 45.2%");
    card.locator("a").click();
    PlaywrightAssertions.assertThat(page.locator("tr.lit td").nth(1)).hasText("336");
  }

  @Test
  void thePublishersOtherYearsAreOneClickAway() {
    open();
    page.locator(".years a", new Page.LocatorOptions().setHasText("2021")).click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText(Example.EARLIER.title());
    PlaywrightAssertions.assertThat(page.locator(".years [aria-current]")).hasText("2021");
  }

  @Test
  void theYearsAreALineAMetricAndTheMissingOneIsSeen() {
    open();
    page.getByText("历年走势").click();
    Locator chart = page.locator(".chart");
    PlaywrightAssertions.assertThat(chart).hasCount(1);
    PlaywrightAssertions.assertThat(chart.locator("figcaption")).hasText("本年支出合计 万元");
    PlaywrightAssertions.assertThat(page.locator(".charts")).containsText("缺 2022 年度的文件。");
    PlaywrightAssertions.assertThat(chart.locator("text.gap").first()).hasText("缺");
    // No line leads through the year that nobody disclosed.
    PlaywrightAssertions.assertThat(chart.locator("polyline")).hasCount(0);
    page.getByText("列成表格").click();
    PlaywrightAssertions.assertThat(page.locator(".over-years tbody tr"))
        .hasText("本年支出合计 万元1,200缺1,537.4");
    chart.getByLabel("2021: 1,200 万元").click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText(Example.EARLIER.title());
  }

  @Test
  void theOriginalsLinesStandBesideTheCell() {
    page.navigate(house.address() + "/d/" + Example.DISCLOSURE.id() + "#L16C5");
    Locator beside = page.locator(".three .original");
    PlaywrightAssertions.assertThat(beside.locator("b")).hasText("原件第 16 行前后");
    PlaywrightAssertions.assertThat(beside.locator(".here")).hasText(Example.LINES.get(15));
    PlaywrightAssertions.assertThat(beside.locator("li").first()).hasText(Example.LINES.get(3));
    assertEquals(0, page.locator("img").count());
  }

  @Test
  void theContentsAreATree() {
    open();
    page.locator(".tree a", new Page.LocatorOptions().setHasText("变压器更换")).click();
    PlaywrightAssertions.assertThat(page.locator("h4.lit")).hasText("二、变压器更换");
  }

  private void open() {
    page.navigate(house.address() + "/d/" + Example.DISCLOSURE.id());
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText(Example.LINES.get(0));
  }
}
