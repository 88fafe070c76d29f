package mingcha.extract;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Files made to harm, and one that is not; and a process that reads one of them. */
final class Hostile {
  private Hostile() {}

  /** Reads a file in a worker. */
  public static void main(String[] args) {
    try (Workers workers = new Workers(Limits.STANDARD, classPath())) {
      System.out.println(workers.extract(Path.of(args[0]), "file"));
    }
  }

  /** The workers of this process. */
  static Stream<ProcessHandle> workers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").contains("java"));
  }

  /** Ours, also where JUnit's console has put it in a loader of its own. */
  static String classPath() {
    if (Hostile.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(url -> Path.of(URI.create(url.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  /** A page with a table of one row: 100 and 45.2. */
  static Path ruled(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        for (float x : new float[] {100, 200, 300}) {
          stream.moveTo(x, 700);
          stream.lineTo(x, 680);
        }
        for (float y : new float[] {700, 680}) {
          stream.moveTo(100, y);
          stream.lineTo(300, y);
        }
        stream.stroke();
        text(stream, 110, "100");
        text(stream, 210, "45.2");
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void text(PDPageContentStream stream, float x, String text) throws IOException {
    stream.beginText();
    stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
    stream.newLineAtOffset(x, 686);
    stream.showText(text);
    stream.endText();
  }

  /** A page of ten drawings, each of ten drawings, and so on ten times: nobody draws it. */
  static Path endless(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFormXObject drawing = form(document, "0 0 m 9 9 l S", null);
      for (int depth = 0; depth < 10; depth++) {
        drawing = form(document, "/F Do ".repeat(10), drawing);
      }
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        stream.drawForm(drawing);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static PDFormXObject form(
      PDDocument document, String content, @org.jspecify.annotations.Nullable PDFormXObject inner)
      throws IOException {
    PDFormXObject form = new PDFormXObject(new PDStream(document));
    form.setBBox(new PDRectangle(100, 100));
    PDResources resources = new PDResources();
    if (inner != null) {
      resources.put(COSName.getPDFName("F"), inner);
    }
    form.setResources(resources);
    try (OutputStream out = form.getContentStream().createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  /** A workbook of a million cells. */
  static Path swollen(Path file) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
        OutputStream out = Files.newOutputStream(file)) {
      SXSSFSheet sheet = workbook.createSheet("1");
      for (int r = 0; r < 20_000; r++) {
        SXSSFRow row = sheet.createRow(r);
        for (int c = 0; c < 50; c++) {
          row.createCell(c).setCellValue(r * 7919L % 10_007 + c * 0.37);
        }
      }
      workbook.write(out);
    }
    return file;
  }
}
