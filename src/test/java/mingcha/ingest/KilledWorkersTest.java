package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.sample.Format;
import mingcha.sample.SampleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An ingest that reads in workers: at random moments one of them is killed, or the ingest itself. A
 * killed worker costs at most its file, and that until the next run; with a killed parent its
 * workers end; the run that is let live comes to the same as one that was never disturbed. {@code
 * -Dmingcha.kills=50} for more.
 */
final class KilledWorkersTest {
  private static final int KILLS = Integer.getInteger("mingcha.kills", 3);
  private static final int DISCLOSURES = 12;
  private static final int SPAN_MILLIS = 3_000;
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void whoeverIsKilledNothingIsLostAndNobodyIsLeft() throws Exception {
    long seed = Long.getLong("mingcha.seed", System.nanoTime());
    Random random = new Random(seed);
    House house = house(folder);
    write(house);
    for (int kill = 1; kill <= KILLS; kill++) {
      boolean parent = kill % 2 == 0;
      disturbed(house, parent, random.nextInt(SPAN_MILLIS));
      String where = "seed " + seed + ", kill " + kill + (parent ? " of the parent" : "");
      try (Ingester ingester = Ingester.open(house.data, house.pipeline, house.opener)) {
        assertTrue(ingester.recovered() >= 0);
      }
      assertEquals(KillTest.told(house), KillTest.index(house), where);
      for (String row : house.ledger()) {
        assertTrue(row.contains(" read ") || row.contains("failed 0 CRASHED"), where + ": " + row);
      }
    }
    undisturbed(house);
    House other = house(folder.resolve("undisturbed"));
    undisturbed(new House(folder.resolve("undisturbed"), house.files));
    assertEquals(KillTest.index(other), KillTest.index(house), "seed " + seed);
    assertEquals(other.ledger(), house.ledger(), "seed " + seed);
    assertEquals(DISCLOSURES, KillTest.index(house).size());
  }

  private static House house(Path folder) throws IOException {
    House house = new House(folder);
    house.opener = LuceneIndexer::open;
    return house;
  }

  /** Word files, half of them in an archive. */
  private void write(House house) throws IOException {
    Path samples = Files.createDirectories(folder.resolve("samples"));
    SampleWriter.write(samples, DISCLOSURES, 1, Format.WORD, Set.of());
    try (Stream<Path> all = Files.list(samples);
        OutputStream out = Files.newOutputStream(house.files.resolve("m.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      List<Path> files = all.filter(f -> f.toString().endsWith(".docx")).sorted().toList();
      for (int i = 0; i < files.size(); i++) {
        byte[] bytes = Files.readAllBytes(files.get(i));
        if (i % 2 == 0) {
          house.write(files.get(i).getFileName().toString(), bytes);
        } else {
          zip.putNextEntry(new ZipEntry(files.get(i).getFileName().toString()));
          zip.write(bytes);
        }
      }
    }
  }

  /** Kills an ingest, or one of its workers, a while after it has begun. */
  private void disturbed(House house, boolean parent, int millis) throws Exception {
    Process process = begun(house);
    try {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
      List<ProcessHandle> workers = process.descendants().toList();
      if (parent) {
        process.destroyForcibly();
      } else {
        workers.stream().limit(1).forEach(ProcessHandle::destroyForcibly);
      }
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      for (ProcessHandle worker : workers) {
        worker.onExit().get(10, TimeUnit.SECONDS);
      }
      if (!parent) {
        assertEquals(0, process.exitValue(), Files.readString(log()));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private void undisturbed(House house) throws Exception {
    Process process = begun(house);
    try {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue(), Files.readString(log()));
    } finally {
      process.destroyForcibly();
    }
  }

  private Process begun(House house) throws Exception {
    return KillTest.begun(house, log(), "workers");
  }

  private Path log() {
    return folder.resolve("log");
  }
}
