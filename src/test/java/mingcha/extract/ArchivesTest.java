package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import mingcha.extract.Unpacked.Lost;
import mingcha.extract.Unpacked.Member;
import mingcha.extract.Unpacked.Opened;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives packed here, and what comes out of them. */
class ArchivesTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir private Path folder = Path.of("");

  /** A line for the archive and each member: its name and text, or why it is lost. */
  private List<String> unpacked(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    Unpacked unpacked =
        Objects.requireNonNull(new FileExtractor().unpack(file, name, folder.resolve("out")));
    List<String> lines = new ArrayList<>();
    lines.add(printed(unpacked.self()));
    for (Member member : unpacked.members()) {
      lines.add(printed(member));
    }
    return lines;
  }

  private static String printed(Member member) throws IOException {
    return switch (member) {
      case Unpacked.File file ->
          file.name() + " = " + new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8);
      case Opened opened -> opened.name() + ": " + opened.files();
      case Lost lost -> lost.name() + ": " + lost.failed().reason() + ", " + lost.failed().detail();
    };
  }

  /** What is to be packed: names with their bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Packed(String name, byte[] bytes) {
    static Packed text(String name) {
      return new Packed(name, name.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] zip(Charset names, boolean declared, Packed... files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.setEncoding(names.name());
      zip.setUseLanguageEncodingFlag(declared);
      for (Packed file : files) {
        zip.putArchiveEntry(new ZipArchiveEntry(file.name()));
        zip.write(file.bytes());
        zip.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(Packed... files) throws IOException {
    return zip(StandardCharsets.UTF_8, true, files);
  }

  @Test
  void chineseNamesAreRightWhetherOrNotTheirEncodingIsDeclared() throws IOException {
    Packed file = Packed.text("附件/部门决算.txt");
    List<String> right = List.of(": 1", "附件/部门决算.txt = 附件/部门决算.txt");
    assertEquals(right, unpacked("a.zip", zip(GBK, false, file)));
    assertEquals(right, unpacked("b.zip", zip(StandardCharsets.UTF_8, false, file)));
    assertEquals(right, unpacked("c.zip", zip(file)));
    assertEquals(right, unpacked("d.tar", tar(GBK, file)));
    assertEquals(right, unpacked("e.tar.gz", gzip(tar(StandardCharsets.UTF_8, file))));
    // In GBK these two bytes happen to be valid UTF-8.
    assertEquals(
        List.of(": 1", "图.txt = 图.txt"), unpacked("f.zip", zip(GBK, false, Packed.text("图.txt"))));
  }

  @Test
  void archivesWithinAreOpenedAndDocumentsThatAreArchivesInsideAreNot() throws IOException {
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("1");
      book.write(workbook);
    }
    byte[] inner = zip(Packed.text("c.txt"));
    List<String> lines =
        unpacked(
            "a.zip",
            zip(
                Packed.text("1.txt"),
                new Packed("2/b.zip", inner),
                new Packed("3.bin", workbook.toByteArray())));
    assertEquals(
        List.of(": 3", "1.txt = 1.txt", "2/b.zip!/c.txt = c.txt", "2/b.zip: 1"),
        lines.subList(0, 4));
    assertEquals("3.bin = PK", lines.get(4).substring(0, 10));
    Path book = Files.write(folder.resolve("x.zip"), workbook.toByteArray());
    assertNull(new FileExtractor().unpack(book, "x.zip", folder));
    Path named = Files.write(folder.resolve("x.ofd"), inner);
    assertNull(new FileExtractor().unpack(named, "x.ofd", folder));
  }

  @Test
  void namesStayWithinTheArchiveAndAreGivenOnce() throws IOException {
    assertEquals(
        List.of(
            ": 4",
            "etc/passwd = ../../etc/passwd",
            "dir/a.txt = dir\\a.txt",
            "dir/a (2).txt = /dir/a.txt",
            "b!_/c = b!/c"),
        unpacked(
            "a.zip",
            zip(
                Packed.text("../../etc/passwd"),
                Packed.text("dir\\a.txt"),
                Packed.text("/dir/a.txt"),
                Packed.text("__MACOSX/._a.txt"),
                Packed.text(".DS_Store"),
                Packed.text("b!/c"))));
  }

  @Test
  void aSevenZipArchiveIsOpened() throws IOException {
    Path file = folder.resolve("made.7z");
    try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("决算/a.txt");
      out.putArchiveEntry(entry);
      out.write("收入".getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }
    assertEquals(List.of(": 1", "决算/a.txt = 收入"), unpacked("a.7z", Files.readAllBytes(file)));
  }

  @Test
  void aPackedFileIsNamedByItsArchive() throws IOException {
    assertEquals(
        List.of(": 1", "a.txt = x"),
        unpacked("a.txt.gz", gzip("x".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aBombIsNotUnpackedAndCostsOnlyItself() throws IOException {
    byte[] bomb = zip(new Packed("zeros", new byte[64 << 20]));
    String why =
        String.format(
            Locale.ROOT,
            "BOMB, %,d bytes of it unpack to more than 200 times as many",
            bomb.length);
    assertEquals(List.of(": " + why), unpacked("bomb.zip", bomb));
    assertEquals(
        List.of(": 2", "b.zip: " + why, "c.txt = c.txt"),
        unpacked("a.zip", zip(new Packed("b.zip", bomb), Packed.text("c.txt"))));
  }

  @Test
  void archivesAreOpenedFourDeep() throws IOException {
    byte[] bytes = zip(Packed.text("a.txt"));
    for (int i = 0; i < 5; i++) {
      bytes = zip(new Packed("z", bytes));
    }
    assertEquals(
        List.of(
            ": 1",
            "z!/z!/z!/z: BOMB, an archive within 4 archives",
            "z!/z!/z: 1",
            "z!/z: 1",
            "z: 1"),
        unpacked("a.zip", bytes));
  }

  @Test
  void aDamagedArchiveSaysSo() throws IOException {
    byte[] whole = zip(Packed.text("a.txt"), Packed.text("b.txt"));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    String breaksOff = ": TRUNCATED, it breaks off after " + half.length + " bytes";
    assertEquals(List.of(breaksOff), unpacked("a.zip", half));
    assertEquals(List.of(": 0"), unpacked("b.zip", zip()));
    byte[] damaged = whole.clone();
    java.util.Arrays.fill(damaged, whole.length - 60, whole.length - 22, (byte) 7);
    assertEquals(
        List.of(": CORRUPT, damaged: what it is packed into cannot be opened"),
        unpacked("c.zip", damaged));
    byte[] tar = tar(StandardCharsets.UTF_8, new Packed("a.txt", new byte[2000]));
    for (byte[] bytes :
        List.of(java.util.Arrays.copyOf(tar, 1500), java.util.Arrays.copyOf(gzip(tar), 60))) {
      assertEquals(
          List.of(": TRUNCATED, it breaks off after " + bytes.length + " bytes"),
          unpacked("d.tar", bytes));
    }
  }

  private static byte[] tar(Charset names, Packed... files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, names.name())) {
      for (Packed file : files) {
        TarArchiveEntry entry = new TarArchiveEntry(file.name());
        entry.setSize(file.bytes().length);
        tar.putArchiveEntry(entry);
        tar.write(file.bytes());
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
