package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The answer in a real browser: the question taken apart, the facets, the figures, the file. */
class ResultsPageTest extends Visit {
  @Test
  void aConditionIsTakenOffByItsCross() {
    ask("执行率低于60%的变压器项目");
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(1);
    page.locator(".chip", new Page.LocatorOptions().setHasText("变压器")).locator("a").click();
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
  }

  @Test
  void aConditionIsChangedInItsPlace() {
    ask("执行率低于60%的项目");
    chip("执行率").click();
    page.getByLabel("比较").selectOption("<=");
    page.getByLabel("数值").fill("41");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator("#sum")).hasText("2 个项目的执行率不超过 41%");
    PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("执行率不超过41%的项目");
    page.goBack();
    PlaywrightAssertions.assertThat(page.locator("#sum")).hasText("3 个项目的执行率低于 60%");
  }

  @Test
  void whatIsNoNumberIsSaidAndNothingChanges() {
    ask("执行率低于60%的项目");
    chip("执行率").click();
    page.getByLabel("数值").fill("六成");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator(".editor .problem")).hasText("请填一个数字。");
    page.keyboard().press("Escape");
    PlaywrightAssertions.assertThat(page.locator(".editor")).hasCount(0);
    PlaywrightAssertions.assertThat(chip("执行率")).isFocused();
  }

  @Test
  void conditionsRegionsAndYearsAreAdded() {
    ask("项目");
    chip("条件").click();
    page.getByLabel("指标").selectOption("executed");
    page.getByLabel("比较").selectOption("between");
    page.getByLabel("数值").fill("30");
    page.getByLabel("上限").fill("100");
    page.getByLabel("单位", new Page.GetByLabelOptions().setExact(true)).selectOption("万元");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("项目 决算数在30万元到100万元之间");
    chip("地区").click();
    page.locator(".editor input").fill("明河市");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*region=990100.*"));
    chip("年度").click();
    page.locator(".editor label", new Page.LocatorOptions().setHasText("2023")).click();
    page.locator(".editor .main").click();
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*year=2023.*"));
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(1);
  }

  @Test
  void aConditionIsChangedInEnglish() {
    page.navigate(house.address() + "/search?q=projects+with+execution+rate+below+60%25&lang=en");
    chip("execution rate").click();
    page.locator(".editor input").first().fill("40");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator("#q"))
        .hasValue("projects with execution rate below 40%");
  }

  @Test
  void theThresholdIsMovedByKeyboardAndDraggedByMouse() {
    ask("执行率低于60%的项目");
    Locator threshold = page.getByLabel("执行率的界限");
    PlaywrightAssertions.assertThat(page.locator(".bars rect.in")).hasCount(12);
    threshold.focus();
    page.keyboard().press("ArrowLeft");
    PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("执行率低于59%的项目");
    PlaywrightAssertions.assertThat(page.locator(".bars output")).hasText("低于 59%");
    PlaywrightAssertions.assertThat(page.locator("#sum")).containsText("低于 59%");
    BoundingBox box = drawn(page.locator(".bars svg"));
    double bar = box.width / page.locator(".bars rect").count();
    page.mouse().move(box.x + bar * 11.8, box.y + 40);
    page.mouse().down();
    page.mouse().move(box.x + bar * 8.6, box.y + 40);
    page.mouse().up();
    PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("执行率低于43%的项目");
    PlaywrightAssertions.assertThat(page.locator("#sum")).hasText("2 个项目的执行率低于 43%");
    page.goBack();
    PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("执行率低于59%的项目");
  }

  /** Where it stands; it is drawn anew when the answer comes. */
  private BoundingBox drawn(Locator locator) {
    BoundingBox box = locator.boundingBox();
    for (int tries = 0; box == null && tries < 100; tries++) {
      page.waitForTimeout(50);
      box = locator.boundingBox();
    }
    return Objects.requireNonNull(box, "it is not drawn");
  }

  @Test
  void aSlipOfThePenIsAskedAbout() {
    ask("公务接侍费超过1万元的科目");
    Locator note = page.locator("#read .noted");
    PlaywrightAssertions.assertThat(note).hasText("没有“公务接侍费”；您要问的是 公务接待费吗？");
    note.locator("a").click();
    PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("公务接待费超过1万元的科目");
    PlaywrightAssertions.assertThat(note).hasCount(0);
  }

  @Test
  void aRegionIsAChipThatIsChangedAndTakenOff() {
    expected = "status of 400"; // the browser notes the refusal itself
    ask("明河市执行率低于60%的项目");
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
    chip("明河市").click();
    page.locator(".editor input").fill("无此地");
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator(".editor .problem")).hasText("没有叫“无此地”的地区。");
    page.keyboard().press("Escape");
    PlaywrightAssertions.assertThat(chip("明河市")).isFocused();
    page.locator(".chip", new Page.LocatorOptions().setHasText("明河市")).locator("a").click();
    PlaywrightAssertions.assertThat(chip("明河市")).hasCount(0);
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
  }

  @Test
  void aRegionThatIsLeftOutIsAChipToo() {
    ask("除明河市外执行率低于60%的项目");
    Locator out = page.locator(".chip", new Page.LocatorOptions().setHasText("除外 明河市"));
    PlaywrightAssertions.assertThat(out).hasCount(1);
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(0);
    out.locator("a").click();
    PlaywrightAssertions.assertThat(page.locator(".hit")).hasCount(3);
  }

  @Test
  void whatOneTypesIsReadAtOnce() {
    page.locator("#q").pressSequentially("执行率低于60%的项目");
    PlaywrightAssertions.assertThat(page.locator("#read")).containsText("执行率 低于 60%");
    assertEquals(0, page.locator("#read a").count());
  }

  @Test
  void aTreeIsWalkedByArrows() {
    ask("项目");
    Locator province = page.locator(".tree a").first();
    Locator city = page.locator(".tree ul ul a").first();
    PlaywrightAssertions.assertThat(city).isVisible();
    province.focus();
    page.keyboard().press("ArrowLeft");
    PlaywrightAssertions.assertThat(city).isHidden();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    PlaywrightAssertions.assertThat(city).isFocused();
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*region=990100.*"));
    PlaywrightAssertions.assertThat(page.locator(".tree ul ul [aria-current=true]")).isVisible();
  }

  @Test
  void moneyIsShownInTheUnitThatIsChosen() {
    ask("支出决算超过10万元的科目");
    Locator figure = page.locator(".figure strong").first();
    PlaywrightAssertions.assertThat(figure).hasText("1,537.40 万元");
    page.getByLabel("金额单位").selectOption("元");
    PlaywrightAssertions.assertThat(figure).hasText("15,374,000 元");
    page.reload();
    PlaywrightAssertions.assertThat(figure).hasText("15,374,000 元");
  }

  @Test
  void theAnswerIsTakenAlongAsAFile() throws IOException {
    ask("执行率低于60%的项目");
    page.locator(".menu summary").click();
    Download download = page.waitForDownload(() -> page.getByText("CSV").click());
    assertEquals("mingcha.csv", download.suggestedFilename());
    String csv = Files.readString(download.path());
    assertTrue(csv.contains("春季消费券发放"), csv);
    assertFalse(csv.contains("商业服务业等支出"), csv);
  }
}
