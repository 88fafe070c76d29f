package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.Unpacked.Lost;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a file can be bad has a reason of its own, and costs no other file. */
class HostileFilesTest {
  /** A folder of real files that are bad or meant to harm, where there is one. */
  private static final Path REAL =
      Path.of(System.getProperty("mingcha.realdata", "../shared/realdata")).resolve("hostile");

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 256);

  @TempDir private Path folder = Path.of("");
  private Workers workers = new Workers(LIMITS, "");

  @BeforeEach
  void start() {
    workers = new Workers(LIMITS, Hostile.classPath());
  }

  @AfterEach
  void end() {
    workers.close();
  }

  private String outcome(String name, byte[] bytes) throws IOException {
    return outcome(Files.write(folder.resolve(name), bytes));
  }

  private String outcome(Path file) {
    String name = String.valueOf(file.getFileName());
    Unpacked unpacked = workers.unpack(file, name, folder.resolve("unpacked"));
    if (unpacked != null) {
      return unpacked.self() instanceof Lost lost ? printed(lost.failed()) : "opened";
    }
    return printed(workers.extract(file, name));
  }

  private static String printed(Outcome outcome) {
    return switch (outcome) {
      case Extracted extracted -> "read";
      case Empty empty -> "empty: " + empty.reason();
      case Failed failed -> failed.reason() + ": " + failed.detail();
    };
  }

  @Test
  void whatBreaksOffSaysSo() throws IOException {
    byte[] pdf = Files.readAllBytes(Hostile.ruled(folder.resolve("a.pdf")));
    byte[] workbook = workbook();
    Map<String, byte[]> whole = new TreeMap<>();
    whole.put("a.pdf", pdf);
    whole.put("b.xlsx", workbook);
    whole.put("c.zip", zip("a.pdf", pdf));
    for (Map.Entry<String, byte[]> file : whole.entrySet()) {
      String name = file.getKey();
      String expected = name.equals("c.zip") ? "opened" : "read";
      assertEquals(expected, outcome(name, file.getValue()));
      int length = file.getValue().length * 2 / 3;
      assertEquals(
          "TRUNCATED: it breaks off after " + length + " bytes",
          outcome("half-" + name, Arrays.copyOf(file.getValue(), length)));
    }
  }

  @Test
  void whatIsLockedDamagedOrSwollenSaysSo() throws IOException {
    assertEquals("ENCRYPTED: it opens with a password only", outcome("a.pdf", locked()));
    byte[] damaged = Files.readAllBytes(Hostile.ruled(folder.resolve("b.pdf")));
    String text = new String(damaged, StandardCharsets.ISO_8859_1);
    assertEquals(
        "CORRUPT",
        outcome("b.pdf", text.replace("/Pages", "/Pa/es").getBytes(StandardCharsets.ISO_8859_1))
            .replaceFirst(":.*", ""));
    assertEquals(
        "BOMB: a part of it unpacks to more than 200 times as many bytes",
        outcome("c.xlsx", zerosInside()));
    assertTrue(outcome("d.zip", zip("0", new byte[64 << 20])).startsWith("BOMB: "));
    assertEquals("empty: no bytes", outcome("e.pdf", new byte[0]));
    assertEquals(
        "UNSUPPORTED: application/octet-stream is not read yet",
        outcome("f.bin", new byte[] {0, 1, 2, 3}));
  }

  @Test
  void aFileWhoseProcessHoldsTooMuchMemoryIsGivenUp() throws IOException {
    Path swollen = Hostile.swollen(folder.resolve("swollen.xlsx"));
    Limits limits = new Limits(Duration.ofSeconds(20), 256, 120);
    try (Workers few = new Workers(limits, Hostile.classPath())) {
      Failed failed = (Failed) few.extract(swollen, "swollen.xlsx");
      assertEquals(Reason.OUT_OF_MEMORY, failed.reason());
      assertTrue(
          failed.detail().matches("took \\d+ MiB of memory, more than the 120 that a file may"),
          failed.detail());
    }
  }

  /** Whatever it is, it has an outcome in time, and what is read after it is read. */
  @Test
  void everyRealOneHasAnOutcomeInTime() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(REAL), "no real files in " + REAL);
    Path good = Hostile.ruled(folder.resolve("good.pdf"));
    List<String> lines = new ArrayList<>();
    for (Path file : real()) {
      long start = System.nanoTime();
      String outcome = outcome(file);
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      lines.add(file.getFileName() + " " + outcome);
      assertTrue(seconds < 75, file + " took " + seconds + " seconds");
      assertFalse(outcome.startsWith("INTERNAL"), file + ": " + outcome);
      assertEquals("read", outcome(good), "after " + file);
    }
    System.getLogger("HostileFilesTest")
        .log(System.Logger.Level.DEBUG, () -> String.join("\n", lines));
    assertTrue(
        lines.contains(
            "tika_testEXCEL_protected_passtika.xlsx ENCRYPTED: it opens with a password only"),
        lines.toString());
  }

  private static List<Path> real() throws IOException {
    try (Stream<Path> files = Files.list(REAL)) {
      return files.sorted().toList();
    }
  }

  private byte[] locked() throws IOException {
    Path file = Hostile.ruled(folder.resolve("locked.pdf"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(out);
    }
    return out.toByteArray();
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("1").createRow(0).createCell(0).setCellValue("收入");
      workbook.write(out);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** A workbook whose first sheet unpacks to 64 MB of spaces. */
  private static byte[] zerosInside() throws IOException {
    byte[] spaces = new byte[64 << 20];
    Arrays.fill(spaces, (byte) ' ');
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(workbook()));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        copy(in, zip);
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          zip.write(spaces);
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static void copy(InputStream in, ZipOutputStream zip) throws IOException {
    in.transferTo(zip);
  }
}
