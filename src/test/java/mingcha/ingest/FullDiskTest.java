package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.index.EntryIndexer;
import mingcha.store.Store;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is indexed is kept, what was on its way is told, and the next run goes on. */
final class FullDiskTest {
  private static final String STOPPED = ": what is indexed is kept; free some, then run again";

  @TempDir Path folder;

  @Test
  void aCommitThatFindsNoSpaceStopsTheRunAndTheNextGoesOn() throws IOException {
    House house = new House(folder);
    house.write("a.txt", "=d1\nx");
    house.ingest();
    house.write("b.txt", "=d2\ny").write("c.txt", "");
    for (boolean committed : new boolean[] {false, true}) {
      house.opener = segments -> new Failing(FileIndexer.open(segments), committed);
      Summary summary = house.ingest();
      assertEquals("no space left on the disk of " + house.data + STOPPED, summary.stopped());
      assertEquals(
          List.of(
              "a.txt read 1",
              "b.txt failed 0 DISK_FULL: no space left on the disk",
              "c.txt empty 0 no bytes"),
          house.ledger());
      house.opener = FileIndexer::open;
      try (Ingester ingester = house.open()) {
        assertEquals(1, ingester.recovered());
      }
      assertEquals(
          List.of("a.txt read 1", "b.txt read 1", "c.txt empty 0 no bytes"), house.ledger());
      assertEquals(List.of("d1 a.txt: x", "d2 b.txt: y"), house.index());
      house.opener = FileIndexer::open;
      try (Ingester ingester = house.open()) {
        ingester.remove("d2");
      }
    }
  }

  @Test
  void onAFullFileSystemTheLedgerStillSaysSo() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(mount(disk), "skipped: a small tmpfs can only be mounted by root");
    try {
      fill(new House(folder), disk.resolve("data"));
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void fill(House house, Path data) throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder("=d" + i + "\n");
      for (int j = 0; j < 6000; j++) {
        text.append((char) (0x4E00 + random.nextInt(0x5000)));
      }
      house.write(String.format("%03d.txt", i), text.toString());
    }
    List<String> indexed;
    try (Ingester ingester = Ingester.open(data, house.pipeline, house.opener)) {
      Summary summary = ingester.ingest(List.of(house.files), Manifest.NONE, Progress.NONE);
      assertEquals("no space left on the disk of " + data + STOPPED, summary.stopped());
      assertEquals(true, summary.failed() > 0, summary.toString());
      indexed = FileIndexer.committed(data.resolve("segments"));
    }
    try (Store store = Store.openReadOnly(data)) {
      assertEquals(indexed.size(), store.counts().read());
      assertEquals(true, store.counts().reasons().containsKey("DISK_FULL"));
    }
    IngestProblem problem =
        assertThrows(
            IngestProblem.class,
            () -> {
              stuff(data.resolveSibling("stuffing"));
              Ingester.open(data, house.pipeline, house.opener);
            });
    assertEquals(
        "no space left on the disk of " + data + ": free some, then run again",
        problem.getMessage());
  }

  /** Takes what space there is. */
  private static void stuff(Path file) {
    try (var out = Files.newOutputStream(file)) {
      byte[] block = new byte[4096];
      for (int i = 0; i < 100_000; i++) {
        out.write(block);
      }
    } catch (IOException full) {
      assertEquals("No space left on device", full.getMessage());
    }
  }

  private static boolean mount(Path disk) throws IOException, InterruptedException {
    return run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Fails to commit, before or after it did. */
  private record Failing(EntryIndexer indexer, boolean committed) implements EntryIndexer {
    @Override
    public void replace(Disclosure disclosure, long generation, List<Entry> entries)
        throws IOException {
      indexer.replace(disclosure, generation, entries);
    }

    @Override
    public void remove(String disclosureId) throws IOException {
      indexer.remove(disclosureId);
    }

    @Override
    public void commit(long seq) throws IOException {
      if (committed) {
        indexer.commit(seq);
      }
      throw new IOException("No space left on device");
    }

    @Override
    public long committedSeq() throws IOException {
      return indexer.committedSeq();
    }

    @Override
    public void close() throws IOException {
      indexer.close();
    }
  }
}
