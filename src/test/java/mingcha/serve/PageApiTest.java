package mingcha.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.Version;
import mingcha.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of pages, drawn here by a hand that draws white ones and knows two pages. */
class PageApiTest {
  private static final String PAGES = "/api/disclosures/pdf/pages/";

  /** The second of its pages lay there on its left side. */
  private static final String SCANNED = "application/pdf; pages-by-ocr=12; turned=2:3,12:1";

  @TempDir private Path dir = Path.of("");
  private final List<String> drawn = new ArrayList<>();
  private House house;

  @BeforeEach
  void open() throws IOException {
    house = House.open(dir, 0, this::draw);
    Version first = keep(2, "a.pdf", "%PDF-1.7 narrative", "application/pdf");
    Version second = keep(3, "a.zip!/表.pdf", "%PDF-1.7 tables", SCANNED);
    Journal journal = house.store().journal();
    journal.done(List.of(first, second), List.of(), Map.of(3L, Map.of(2L, 0)));
  }

  private Version keep(long seq, String file, String bytes, String type) throws IOException {
    Journal journal = house.store().journal();
    String sha256 = journal.keepOriginal(Files.writeString(dir.resolve("kept"), bytes));
    Disclosure disclosure =
        new Disclosure(
            "pdf", file, sha256, file, null, null, null, List.of(), null, null, null, null);
    LedgerRow row = new LedgerRow(file, "read", null, 0, 1, sha256, "pdf", type, "/", "1");
    Content content = new Content(disclosure, List.of(), List.of(), List.of(), List.of());
    journal.keepContent(sha256, Journal.pack(content));
    Version version = new Version(seq, Version.State.WRITING, disclosure, false, "{}", row);
    journal.writing(List.of(version));
    return version;
  }

  @AfterEach
  void close() throws IOException {
    house.close();
  }

  /** 100 by 200 points at 1.5 pixels each. */
  private PageDrawer.Result draw(Path pdf, int page, int turns, Path target) {
    try {
      drawn.add(Files.readString(pdf) + " " + page + (turns == 0 ? "" : " turned " + turns));
      if (page > 2) {
        return new PageDrawer.Result(0, "it has 2 pages");
      }
      BufferedImage white = new BufferedImage(150, 300, BufferedImage.TYPE_INT_RGB);
      white.createGraphics().fillRect(0, 0, 150, 300);
      ImageIO.write(white, "png", target.toFile());
      return new PageDrawer.Result(1.5, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage picture(HttpResponse<byte[]> response) throws IOException {
    assertEquals(200, response.statusCode(), House.text(response));
    assertEquals("image/png", House.header(response, "Content-Type"));
    return ImageIO.read(new ByteArrayInputStream(response.body()));
  }

  private static boolean isWhite(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
  }

  @Test
  void aPageIsDrawnOnceAndTheBoxIsMarkedOnIt() throws IOException {
    BufferedImage page = picture(house.get(PAGES + "2.png"));
    assertEquals(List.of(150, 300), List.of(page.getWidth(), page.getHeight()));
    assertTrue(isWhite(page, 60, 45));
    BufferedImage marked = picture(house.get(PAGES + "2.png?box=30,20.5,40,20"));
    assertTrue(!isWhite(marked, 75, 45), "within the box");
    assertTrue(isWhite(marked, 75, 120), "below it");
    assertTrue(isWhite(marked, 20, 45), "to its left");
    assertEquals(List.of("%PDF-1.7 narrative 2"), drawn);
  }

  @Test
  void aDisclosureOfTwoFilesHasThePagesOfBoth() throws IOException {
    picture(house.get(PAGES + "1.png"));
    picture(house.get(PAGES + "1.png?file=" + House.encoded("a.zip!/表.pdf")));
    assertEquals(List.of("%PDF-1.7 narrative 1", "%PDF-1.7 tables 1"), drawn);
    HttpResponse<byte[]> original =
        house.get("/api/disclosures/pdf/original?file=" + House.encoded("a.zip!/表.pdf"));
    assertEquals("%PDF-1.7 tables", House.text(original));
  }

  @Test
  void aPageThatIsNotThereIsSaidAndNotTriedAgain() {
    for (int i = 0; i < 2; i++) {
      assertEquals("404 no picture of page 3: it has 2 pages", said(PAGES + "3.png"));
    }
    assertEquals(1, drawn.size());
    assertEquals("404 pages are counted from 1, not '0'", said(PAGES + "0.png"));
    assertEquals("404 pages are counted from 1, not '1e5'", said(PAGES + "1e5.png"));
  }

  @Test
  void aBadBoxOrFileIsRefused() {
    String box = "box is x,y,width,height in points from the upper left corner";
    assertEquals("400 " + box, said(PAGES + "1.png?box=1,2,3"));
    assertEquals("400 " + box, said(PAGES + "1.png?box=1,2,3,-4"));
    assertEquals("400 " + box, said(PAGES + "1.png?box=1,2,3,NaN"));
    assertEquals("400 no number of a box is above 20000.0", said(PAGES + "1.png?box=1,2,3,99999"));
    assertEquals(
        "400 file is one of the disclosure's: a.pdf, a.zip!/表.pdf",
        said(PAGES + "1.png?file=../../etc/passwd"));
    assertEquals(List.of(), drawn);
  }

  @Test
  void aPageOfAScanIsTurnedAsItWasToBeRead() throws IOException {
    String file = "?file=" + House.encoded("a.zip!/表.pdf");
    picture(house.get(PAGES + "2.png" + file));
    picture(house.get(PAGES + "1.png" + file));
    assertEquals(List.of("%PDF-1.7 tables 2 turned 3", "%PDF-1.7 tables 1"), drawn);
  }

  private String said(String path) {
    HttpResponse<byte[]> response = house.get(path);
    String detail = Json.tree(House.text(response)).get("detail").asText();
    return response.statusCode() + " " + detail;
  }

  @Test
  void theOldestPicturesGoWhenThereAreTooMany() throws Exception {
    PageCache cache = new PageCache(dir.resolve("pages"), this::draw, 2_000);
    Path pdf = Files.writeString(dir.resolve("x"), "x");
    for (int i = 0; i < 16; i++) {
      cache.picture(Integer.toHexString(i).repeat(64), pdf, 1, 0);
    }
    assertTrue(drawn.size() == 16);
    cache.picture("f".repeat(64), pdf, 1, 0);
    assertEquals(16, drawn.size());
    cache.picture("0".repeat(64), pdf, 1, 0);
    assertEquals(17, drawn.size());
  }
}
