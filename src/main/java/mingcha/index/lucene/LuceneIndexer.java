package mingcha.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.index.EntryIndexer;
import mingcha.index.IndexProblem;
import mingcha.index.Schema;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Writes entries to Lucene segments; readers never see half a disclosure. */
public final class LuceneIndexer implements EntryIndexer {
  private static final double BUFFER_MEBIBYTES = 64;

  private final FSDirectory directory;
  private final IndexWriter writer;

  private LuceneIndexer(FSDirectory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /**
   * Opens the segments in a folder for writing, or makes them.
   *
   * @throws IndexProblem if another process writes, or another schema wrote them
   */
  public static LuceneIndexer open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FSDirectory directory = FSDirectory.open(folder);
    try {
      checkSchema(directory, folder);
      IndexWriterConfig config =
          new IndexWriterConfig(EntryMapper.analyzer())
              .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
              .setCommitOnClose(false);
      return new LuceneIndexer(directory, new IndexWriter(directory, config));
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexProblem("another process is writing the index in " + folder, e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Refuses segments that another schema wrote. */
  static void checkSchema(FSDirectory directory, Path folder) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      String found = reader.getIndexCommit().getUserData().getOrDefault("schema", "none");
      if (!found.equals(Schema.VERSION)) {
        throw new IndexProblem(
            "the index in " + folder + " was written by schema " + found + ", this Mingcha reads schema "
                + Schema.VERSION + ": run `reindex`, which reads the kept originals");
      }
    }
  }

  @Override
  public void replace(Disclosure disclosure, long generation, List<Entry> entries) throws IOException {
    List<Document> documents = entries.stream().map(EntryMapper::document).toList();
    Term term = new Term(EntryMapper.DISCLOSURE, disclosure.id());
    if (documents.isEmpty()) {
      writer.deleteDocuments(term);
    } else {
      writer.updateDocuments(term, documents);
    }
  }

  @Override
  public void remove(String disclosureId) throws IOException {
    writer.deleteDocuments(new Term(EntryMapper.DISCLOSURE, disclosureId));
  }

  @Override
  public void commit(long seq) throws IOException {
    writer.setLiveCommitData(
        Map.of("schema", Schema.VERSION, "seq", Long.toString(seq)).entrySet());
    writer.commit();
  }

  @Override
  public long committedSeq() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return 0;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return Long.parseLong(reader.getIndexCommit().getUserData().getOrDefault("seq", "0"));
    }
  }

  /** What was not committed is gone, as after a power cut. */
  @Override
  public void close() throws IOException {
    try {
      writer.rollback();
    } finally {
      directory.close();
    }
  }
}
