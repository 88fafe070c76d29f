package mingcha.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.index.EntryIndexer;

/** An index that is a text file: a seq, then a line for each disclosure. Commits are atomic. */
final class FileIndexer implements EntryIndexer {
  private final Path file;
  private final Map<String, String> lines = new TreeMap<>();
  private long seq;

  private FileIndexer(Path file) {
    this.file = file;
  }

  static FileIndexer open(Path segments) throws IOException {
    Files.createDirectories(segments);
    FileIndexer indexer = new FileIndexer(segments.resolve("index.txt"));
    if (Files.exists(indexer.file)) {
      List<String> lines = new ArrayList<>(Files.readAllLines(indexer.file));
      indexer.seq = Long.parseLong(lines.removeFirst());
      lines.forEach(line -> indexer.lines.put(line.substring(0, line.indexOf(' ')), line));
    }
    return indexer;
  }

  /** {@code id file: name, name} for each disclosure that is committed, by id. */
  static List<String> committed(Path segments) throws IOException {
    try (FileIndexer indexer = open(segments)) {
      return List.copyOf(indexer.lines.values());
    }
  }

  @Override
  public void replace(Disclosure disclosure, long generation, List<Entry> entries) {
    if (entries.stream().anyMatch(entry -> entry.name().equals("refuse me"))) {
      throw new IllegalArgumentException("refused");
    }
    List<String> names = entries.stream().map(Entry::name).toList();
    String line = disclosure.id() + " " + disclosure.file() + ": " + String.join(", ", names);
    lines.put(disclosure.id(), line);
  }

  @Override
  public void remove(String disclosureId) {
    lines.remove(disclosureId);
  }

  @Override
  public void commit(long newSeq) throws IOException {
    Path part = file.resolveSibling("index.part");
    String text = newSeq + "\n" + String.join("\n", lines.values()) + "\n";
    Files.write(part, text.strip().getBytes(StandardCharsets.UTF_8));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    seq = newSeq;
  }

  @Override
  public long committedSeq() {
    return seq;
  }

  @Override
  public void close() {}
}
