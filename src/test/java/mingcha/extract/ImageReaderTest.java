package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import mingcha.disclosure.Box;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of pages: a photograph of a printed table, a fax of many pages. */
class ImageReaderTest {
  @TempDir private Path folder = Path.of("");

  private Path saved(String name, BufferedImage... pages) throws IOException {
    Path file = folder.resolve(name);
    ImageWriter writer =
        ImageIO.getImageWritersBySuffix(name.substring(name.lastIndexOf('.') + 1)).next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      if (pages.length == 1) {
        writer.write(pages[0]);
      } else {
        writer.prepareWriteSequence(null);
        for (BufferedImage page : pages) {
          writer.writeToSequence(new IIOImage(page, null, null), null);
        }
        writer.endWriteSequence();
      }
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    page.createGraphics().fillRect(0, 0, width, height);
    return page;
  }

  private static Outcome read(Path file) {
    return new FileExtractor().extract(file, String.valueOf(file.getFileName()));
  }

  private static String cells(Page page) {
    Block.Grid grid = assertInstanceOf(Block.Grid.class, page.blocks().getLast());
    return grid.cells().stream().map(Block.GridCell::text).collect(Collectors.joining("|"));
  }

  @Test
  void aPictureOfATableIsReadCellByCell() throws IOException {
    OcrTest.needsTesseract();
    Extracted read =
        assertInstanceOf(Extracted.class, read(saved("page.png", OcrTest.picture(200))));
    assertEquals("image/png; pages-by-ocr=1", read.mediaType());
    assertEquals(
        "Code|Budget|Final|2011308|1,374.63||20805|27,664.22|0.50", cells(read.pages().getFirst()));
  }

  /** Cameras write 72 or 300 whatever the picture is of; boxes are those of a sheet of A4. */
  @Test
  void aPageIsAsLargeAsA4WhateverItsResolution() throws IOException {
    OcrTest.needsTesseract();
    Extracted read =
        assertInstanceOf(Extracted.class, read(saved("page.jpg", OcrTest.picture(150))));
    Block.Grid grid =
        assertInstanceOf(Block.Grid.class, read.pages().getFirst().blocks().getLast());
    Box box = grid.cells().get(4).source().box();
    assertNotNull(box);
    assertEquals(List.of(230L, 130L), List.of(Math.round(box.x()), Math.round(box.width())));
  }

  @Test
  void eachPictureOfATiffIsAPage() throws IOException {
    OcrTest.needsTesseract();
    Extracted read =
        assertInstanceOf(
            Extracted.class, read(saved("fax.tif", blank(1654, 2339), OcrTest.picture(200))));
    assertEquals(List.of(1, 2), read.pages().stream().map(Page::number).toList());
    assertEquals(List.of(), read.pages().getFirst().blocks());
    assertEquals("Code", cells(read.pages().get(1)).substring(0, 4));
  }

  @Test
  void aPictureOfNothingIsEmpty() throws IOException {
    OcrTest.needsTesseract();
    Empty empty = assertInstanceOf(Empty.class, read(saved("white.png", blank(1654, 2339))));
    assertEquals("no text: 1 page", empty.reason());
  }

  @Test
  void aPictureThatIsMadeToFillTheMemoryIsNotDecoded() throws IOException {
    BufferedImage huge = new BufferedImage(20_000, 6_001, BufferedImage.TYPE_BYTE_BINARY);
    Failed failed = assertInstanceOf(Failed.class, read(saved("bomb.png", huge)));
    assertEquals(Reason.TOO_LARGE, failed.reason());
    assertEquals("a picture of 120020000 pixels", failed.detail());
  }

  @Test
  void aPictureCutShortIsSaidToBeDamaged() throws IOException {
    Path whole = saved("page.png", OcrTest.picture(100));
    Path cut = folder.resolve("cut.png");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(whole), 300));
    Failed failed = assertInstanceOf(Failed.class, read(cut));
    assertEquals(Reason.CORRUPT, failed.reason());
  }
}
