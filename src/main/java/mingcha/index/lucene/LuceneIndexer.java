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
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Writes entries to Lucene segments; readers never see half a disclosure. */
public final class LuceneIndexer implements EntryIndexer {
  private static final double BUFFER_MEBIBYTES = 64;
  private static final String SCHEMA = "schema";
  private static final String SEQ = "seq";

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
      throw new IndexProblem(
          "another ingest is writing the index in " + folder + "; wait until it has ended", e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Refuses segments that another schema wrote. */
  static void checkSchema(Directory directory, Path folder) throws IOException {
    String found;
    try {
      found = commitData(directory).getOrDefault(SCHEMA, Schema.VERSION);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new IndexProblem(
          "the index in " + folder + " was written by another version of Lucene: run `reindex`", e);
    }
    if (!found.equals(Schema.VERSION)) {
      throw new IndexProblem(
          "the index in "
              + folder
              + " was written by schema "
              + found
              + ", this Mingcha reads "
              + Schema.VERSION
              + ": run `reindex`");
    }
  }

  /** What the last commit carries; nothing before the first. */
  private static Map<String, String> commitData(Directory directory) throws IOException {
    return DirectoryReader.indexExists(directory)
        ? SegmentInfos.readLatestCommit(directory).getUserData()
        : Map.of();
  }

  @Override
  public void replace(Disclosure disclosure, long generation, List<Entry> entries)
      throws IOException {
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
    writer.setLiveCommitData(Map.of(SCHEMA, Schema.VERSION, SEQ, Long.toString(seq)).entrySet());
    writer.commit();
  }

  @Override
  public long committedSeq() throws IOException {
    return Long.parseLong(commitData(directory).getOrDefault(SEQ, "0"));
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
