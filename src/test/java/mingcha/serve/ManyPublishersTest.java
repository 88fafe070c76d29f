package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index of more publishers than a list can show: 130 schools, each later one with fewer lines.
 */
class ManyPublishersTest extends Visit {
  private static final int SCHOOLS = 130;

  private House full;

  @BeforeEach
  void fill(@TempDir Path dir) throws IOException {
    List<Disclosure> schools =
        IntStream.rangeClosed(1, SCHOOLS).mapToObj(ManyPublishersTest::school).toList();
    full =
        House.of(
            dir,
            0,
            PageDrawer.NONE,
            schools,
            school -> IntStream.range(0, lines(school)).mapToObj(i -> line(school, i)).toList());
    allowed = full.address();
  }

  @AfterEach
  void leave() throws IOException {
    full.close();
  }

  @Test
  void anAnswerNamesTheHundredWithMostEntries() {
    JsonNode answer = full.json("/api/search?size=0");
    assertEquals(100, answer.get("facets").get("publisher").size());
    assertEquals(SCHOOLS, answer.get("facetSizes").get("publisher").asInt());
    assertEquals(
        "{\"path\":[\"明河市第1小学\"],\"value\":\"明河市第1小学\",\"count\":130}",
        answer.get("facets").get("publisher").get(0).toString());
  }

  @Test
  void theOthersAreFoundByName() {
    assertEquals(
        "{\"dimension\":\"publisher\",\"total\":2,\"values\":["
            + "{\"path\":[\"明河市第29小学\"],\"value\":\"明河市第29小学\",\"count\":102},"
            + "{\"path\":[\"明河市第129小学\"],\"value\":\"明河市第129小学\",\"count\":2}]}",
        full.json("/api/facets/publisher?name=" + House.encoded("29小")).toString());
    assertEquals(
        "{\"dimension\":\"publisher\",\"total\":130,\"values\":["
            + "{\"path\":[\"明河市第130小学\"],\"value\":\"明河市第130小学\",\"count\":1}]}",
        full.json("/api/facets/publisher?page=130&size=1").toString());
    assertEquals(
        "{\"dimension\":\"caliber\",\"total\":0,\"values\":[]}",
        full.json("/api/facets/caliber?q=2019" + House.encoded("年")).toString());
  }

  @Test
  void aPartOfANameInTheListsPlaceFindsTheOthers() {
    page.navigate(full.address() + "/search?lang=zh");
    Locator publishers = page.getByLabel("发布单位", new Page.GetByLabelOptions().setExact(true));
    Locator box = page.getByLabel("按名称查找发布单位");
    PlaywrightAssertions.assertThat(box).hasAttribute("placeholder", "在 130 个中查找");
    box.fill("29小");
    PlaywrightAssertions.assertThat(publishers.locator("[role=status]")).hasText("找到 2 个");
    box.fill("没有");
    PlaywrightAssertions.assertThat(publishers.locator("[role=status]")).hasText("没有这样的名称");
    box.fill("129");
    publishers.getByText("明河市第129小学").click();
    PlaywrightAssertions.assertThat(page.locator("#sum")).containsText("2");
    PlaywrightAssertions.assertThat(page.locator(".chip").first()).containsText("明河市第129小学");
  }

  private static int lines(Disclosure school) {
    return SCHOOLS + 1 - Integer.parseInt(school.file().replace(".txt", ""));
  }

  private static Disclosure school(int number) {
    String publisher = "明河市第" + number + "小学";
    return new Disclosure(
        Ids.disclosure(publisher, 2023, "单位决算", "单位", "school" + number),
        number + ".txt",
        "0".repeat(61) + "%03d".formatted(number),
        publisher + "2023年度单位决算",
        publisher,
        null,
        null,
        List.of("示例省", "明河市"),
        "990100",
        2023,
        "单位决算",
        "单位");
  }

  private static Entry line(Disclosure school, int number) {
    Entry whole = Example.whole(school, Integer.toString(1000 + number), number + 1);
    return new Entry(
        Ids.entry(school.id(), whole.kind(), null, whole.name(), number),
        whole.kind(),
        whole.name(),
        whole.text(),
        whole.path(),
        whole.scope(),
        school,
        null,
        null,
        null,
        null,
        whole.readings(),
        List.of());
  }
}
