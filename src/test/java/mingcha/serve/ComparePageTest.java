package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Disclosure;
import mingcha.index.EntryIndexer;
import mingcha.index.lucene.LuceneIndexer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Publishers side by side in a real browser. */
class ComparePageTest extends Visit {
  @BeforeAll
  static void others() throws IOException {
    Path segments = house.store().dataDir().resolveSibling("segments");
    Disclosure culture = Example.other("明河市文化局", "部门");
    Disclosure school = Example.other("明河市第一中学", "单位");
    try (EntryIndexer indexer = LuceneIndexer.open(segments)) {
      indexer.replace(
          culture,
          3,
          List.of(
              Example.whole(culture, "3074.80", 9),
              Example.line(culture, "207", "文化旅游体育与传媒支出", "2,000"),
              Example.line(culture, "20701", "文化和旅游", "1,500"),
              Example.line(culture, "216", "商业服务业等支出", "300")));
      indexer.replace(school, 4, List.of(Example.whole(school, "153.74", 9)));
      indexer.commit(4);
    }
    while (house.json("/api/frames/expenditure").get("total").asInt() < 3) {
      Thread.onSpinWait(); // a reader sees a commit within two seconds
    }
  }

  @Test
  void figuresStandByRankWithTheirBarsAndWhatCannotBeComparedIsSaid() {
    page.locator(".to").click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("3 个单位的本年支出合计");
    PlaywrightAssertions.assertThat(page.locator(".caution"))
        .hasText("口径不一（部门、单位）：部门汇总了所属单位，和单位、本级的数不能直接比。");
    assertEquals(
        List.of("1 明河市文化局 3,074.8 100", "2 明河市商务局 1,537.4 67", "3 明河市第一中学 153.74 33"), rows());
    Locator bars = page.locator(".compare .bar rect");
    assertEquals("100", bars.first().getAttribute("width"));
    assertEquals("50", bars.nth(1).getAttribute("width"));
    page.locator(".choices select").last().selectOption("部门");
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("2 个单位的本年支出合计");
    PlaywrightAssertions.assertThat(page.locator(".caution")).hasCount(0);
    page.goBack();
    PlaywrightAssertions.assertThat(page.locator(".caution")).hasCount(1);
  }

  @Test
  void theTickedOnesAreComparedAlone() {
    page.locator(".to").click();
    page.getByLabel("选中明河市文化局").check();
    page.getByLabel("选中明河市商务局").check();
    page.getByText("只比较选中的单位").click();
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*only=.*"));
    PlaywrightAssertions.assertThat(page.locator(".compare tbody tr")).hasCount(2);
    page.getByText("比较全部单位").click();
    PlaywrightAssertions.assertThat(page.locator(".compare tbody tr")).hasCount(3);
  }

  @Test
  void aSubjectIsDrilledInto() {
    page.locator(".to").click();
    Locator tree = page.locator(".compare .tree");
    tree.locator("a", new Locator.LocatorOptions().setHasText("216")).click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("2 个单位的“商业服务业等支出”支出决算");
    assertEquals(List.of("1 明河市商务局 1,537.4 100", "2 明河市文化局 300 50"), rows());
    tree.locator("li", new Locator.LocatorOptions().setHasText("207"))
        .locator(".twist")
        .first()
        .click();
    tree.locator("a", new Locator.LocatorOptions().setHasText("20701")).click();
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("1 个单位的“文化和旅游”支出决算");
    page.getByText("比较整个单位").click();
    PlaywrightAssertions.assertThat(page.locator(".compare tbody tr")).hasCount(3);
  }

  /** Rank, publisher, figure, percentile. */
  private List<String> rows() {
    PlaywrightAssertions.assertThat(page.locator(".compare tbody tr").first()).isVisible();
    return page.locator(".compare tbody tr").all().stream()
        .map(
            row ->
                row.locator("td").first().textContent()
                    + " "
                    + row.locator("th")
                        .evaluate("th => [...th.childNodes].find(n => n.nodeType === 3).data")
                    + " "
                    + row.locator("td").nth(1).textContent()
                    + " "
                    + row.locator("td").nth(3).textContent())
        .toList();
  }
}
