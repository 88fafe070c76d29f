package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import mingcha.disclosure.Box;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import mingcha.disclosure.TableRef;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a PDF beside what was read of it; drawn here by a hand that draws white ones. */
class OriginalPageTest extends Visit {
  private static final String FILE = "a.pdf";

  @TempDir private Path dir = Path.of("");
  private House other;

  @BeforeEach
  void open() throws IOException {
    other = House.open(dir, 0, OriginalPageTest::draw);
    allowed = other.address();
    Journal journal = other.store().journal();
    String sha256 = journal.keepOriginal(Files.writeString(dir.resolve("kept"), "%PDF-1.7"));
    Disclosure of =
        new Disclosure(
            "pdf",
            FILE,
            sha256,
            "<img src=x>",
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null);
    LedgerRow row =
        new LedgerRow(FILE, "read", null, 0, 1, sha256, "pdf", "application/pdf", "/", "1");
    Table table =
        new Table(
            new TableRef(null, "表", null),
            "万元",
            0,
            List.of(cell(0, "办公费"), cell(1, "370.00")),
            null,
            List.of(),
            source(0));
    Content content = new Content(of, List.of(), List.of(table), List.of(), List.of());
    journal.keepContent(sha256, Journal.pack(content));
    Version version = new Version(9, Version.State.WRITING, of, false, "{}", row);
    journal.writing(List.of(version));
    journal.indexed(List.of(version));
    journal.done(List.of(version), List.of());
  }

  @AfterEach
  void closeOther() throws IOException {
    other.close();
  }

  private static Cell cell(int column, String text) {
    return new Cell(0, column, 1, 1, text, source(column));
  }

  private static Source source(int column) {
    return new Source(FILE, 2, null, "表", 0, column, new Box(10 + 40 * column, 20, 40, 12));
  }

  private static PageDrawer.Result draw(Path pdf, int page, int turns, Path target) {
    try {
      BufferedImage white = new BufferedImage(150, 300, BufferedImage.TYPE_INT_RGB);
      white.createGraphics().fillRect(0, 0, 150, 300);
      ImageIO.write(white, "png", target.toFile());
      return new PageDrawer.Result(1.5, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theCellIsMarkedOnThePageBeside() {
    page.navigate(other.address() + "/d/pdf#P2Y20C1");
    Locator picture = page.locator(".three .original img");
    PlaywrightAssertions.assertThat(picture)
        .hasAttribute("src", Pattern.compile(".*/pages/2.png\\?box=50.0%2C20.0%2C40.0%2C12.0"));
    PlaywrightAssertions.assertThat(page.locator(".original [role=status]")).hasCount(0);
    assertEquals(150, picture.evaluate("img => img.naturalWidth"));
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("<img src=x>");
  }

  @Test
  void onAPhoneItIsShownWhenAsked() {
    page.setViewportSize(360, 700);
    page.navigate(other.address() + "/d/pdf#P2Y20C1");
    PlaywrightAssertions.assertThat(page.locator("td.here")).hasText("370.00");
    PlaywrightAssertions.assertThat(page.locator(".original")).hasCount(0);
    page.getByText("看原件").click();
    PlaywrightAssertions.assertThat(page.locator(".original img")).isVisible();
    page.locator(".original button").click();
    PlaywrightAssertions.assertThat(page.locator(".original")).hasCount(0);
  }
}
