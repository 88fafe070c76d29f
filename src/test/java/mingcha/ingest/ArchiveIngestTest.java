package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mingcha.extract.FileExtractor;
import mingcha.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives in the folder: each of their files has a row of its own. */
final class ArchiveIngestTest {
  @TempDir Path folder;
  private House house;

  @BeforeEach
  void build() throws IOException {
    house = new House(folder);
    house.pipeline = new Pipeline(new FileExtractor(), LineInterpreter::interpret, "v1");
  }

  /** Names and contents in turn, packed as Windows in China does it. */
  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GBK"))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write(
            namesAndContents[i + 1] instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : (byte[]) namesAndContents[i + 1]);
      }
    }
    return out.toByteArray();
  }

  @Test
  void eachFileInAnArchiveHasARowOfItsOwn() throws IOException {
    house
        .write(
            "a.zip",
            zip(
                "决算/甲.txt",
                "=d1\n收入\n支出",
                "图.jpg",
                new byte[] {-1, -40, -1, -32},
                "b.zip",
                zip("c.txt", "=d2\n预算")))
        .write("b.txt", "=d3\nx")
        .write("empty.zip", zip());
    assertEquals(
        "7 files: 5 read (0 duplicates), 0 unchanged, 1 empty, 1 failed, 4 entries,"
            + " {no files in it=1, CORRUPT=1}",
        House.printed(house.ingest()));
    assertEquals(
        List.of(
            "a.zip read 0 an archive of 3 files",
            "a.zip!/b.zip read 0 an archive of 1 file",
            "a.zip!/b.zip!/c.txt read 1",
            "a.zip!/决算/甲.txt read 2",
            "a.zip!/图.jpg failed 0 CORRUPT: damaged: its picture is broken",
            "b.txt read 1",
            "empty.zip empty 0 no files in it"),
        house.ledger());
    assertEquals(
        List.of("d1 a.zip!/决算/甲.txt: 收入, 支出", "d2 a.zip!/b.zip!/c.txt: 预算", "d3 b.txt: x"),
        house.index());
    assertFalse(Files.exists(house.data.resolve("unpacked")));
    assertEquals(
        "7 files: 0 read (0 duplicates), 6 unchanged, 0 empty, 1 failed, 0 entries,"
            + " {CORRUPT=1}",
        House.printed(house.ingest()));
  }

  @Test
  void theBytesOfAFileInAnArchiveAreKeptAndReadAgainFromThere() throws IOException {
    house.write("a.zip", zip("甲.txt", "=d1\n收入"));
    house.ingest();
    Files.delete(house.files.resolve("a.zip"));
    try (Ingester ingester = house.open()) {
      ingester.reindex(Progress.NONE);
      Store store = ingester.store();
      String sha256 = String.valueOf(store.ledger("a.zip!/甲.txt").getFirst().sha256());
      assertEquals("=d1\n收入", Files.readString(store.original(sha256).orElseThrow()));
    }
    assertEquals(List.of("d1 a.zip!/甲.txt: 收入"), house.index());
  }

  @Test
  void whatWasRemovedComesBackWithTheArchive() throws IOException {
    house.write("a.zip", zip("甲.txt", "=d1\n收入", "乙.txt", "=d2\n支出"));
    house.ingest();
    try (Ingester ingester = house.open()) {
      ingester.remove("d1");
    }
    assertEquals(List.of("d2 a.zip!/乙.txt: 支出"), house.index());
    assertEquals(
        "3 files: 1 read (0 duplicates), 2 unchanged, 0 empty, 0 failed, 1 entries, {}",
        House.printed(house.ingest()));
  }

  @Test
  void theSameBytesInsideAndOutsideAreReadOnce() throws IOException {
    house.write("a.txt", "=d1\n收入").write("b.zip", zip("甲.txt", "=d1\n收入"));
    house.ingest();
    assertEquals(
        List.of(
            "a.txt read 1",
            "b.zip read 0 an archive of 1 file",
            "b.zip!/甲.txt read 0 same bytes as a.txt"),
        house.ledger());
  }

  @Test
  void theManifestSpeaksOfAnArchiveOrOfAFileInIt() throws IOException {
    house.write("a.zip", zip("甲.txt", "=d1\nx", "乙.txt", "=d2\nx"));
    Path tsv = folder.resolve("m.tsv");
    Files.writeString(tsv, "file\tpublisher\tyear\na.zip\t某局\t2023\na.zip!/乙.txt\t某委\t2022\n");
    house.ingest(Manifest.read(tsv), List.of(house.files));
    assertEquals(List.of(), house.notes);
    try (Store store = Store.openReadOnly(house.data)) {
      assertEquals("某局", store.disclosure("d1").orElseThrow().publisher());
      assertEquals("某委", store.disclosure("d2").orElseThrow().publisher());
    }
  }
}
