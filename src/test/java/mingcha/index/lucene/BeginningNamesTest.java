package mingcha.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** What is found by first pairs is what is found among all names. */
final class BeginningNamesTest {
  private static final int NAMES = 4_000;
  private static final String LETTERS = "行政单位运3%+ 、";
  private static final int ALWAYS = -1;

  private final TextQueries texts = new TextQueries();

  @Test
  void theFirstAreThoseOfAllNamesWhateverSignsStandInThem() throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    int compared = 0;
    try (Directory folder = indexed(random);
        DirectoryReader reader = DirectoryReader.open(folder)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (String letters : List.of("行政", "政行", "单位", "位单", "行行", "运3", "3%", "行 政")) {
        for (int most : new int[] {1, 7, 60, 2 * NAMES}) {
          NamedQueries named = texts.named(letters);
          Optional<List<ScoreDoc>> first = BeginningNames.first(searcher, named, most, ALWAYS);
          if (first.isPresent()) {
            ScoreDoc[] among = searcher.search(named.all(), most).scoreDocs;
            assertEquals(told(List.of(among)), told(first.get()), letters + most + " seed " + seed);
            compared++;
          }
        }
      }
    }
    assertTrue(compared > 8, "compared " + compared);
  }

  @Test
  void fewNamesAreLookedForAmongAll() throws IOException {
    try (Directory folder = indexed(new SplittableRandom(1));
        DirectoryReader reader = DirectoryReader.open(folder)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      NamedQueries named = texts.named("行政");
      assertTrue(BeginningNames.first(searcher, named, 5, 20).isPresent());
      assertTrue(BeginningNames.first(searcher, named, 5, NAMES).isEmpty());
    }
  }

  private static List<String> told(List<ScoreDoc> hits) {
    return hits.stream().map(hit -> hit.doc + " " + hit.score).toList();
  }

  /** Names in several segments, some deleted; publishers are few, and have letters of names. */
  private static Directory indexed(SplittableRandom random) throws IOException {
    Directory folder = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(folder, new IndexWriterConfig(EntryMapper.analyzer()))) {
      for (int i = 0; i < NAMES; i++) {
        String name = i % 3 == 0 ? "行政" + name(random, 3) : name(random, 6);
        writer.addDocument(document(name, name(random, 4), i % 5 == 0 ? "单位局" : "财政厅"));
        if (i % 700 == 0) {
          writer.flush();
        }
      }
      writer.deleteDocuments(new Term(EntryMapper.NAME_WHOLE, "行政"));
    }
    return folder;
  }

  private static Document document(String name, String subject, String publisher) {
    Document document = new Document();
    document.add(new StringField(EntryMapper.NAME_WHOLE, EntryMapper.wholeName(name), Store.NO));
    document.add(new TextField(EntryMapper.NAME_GRAMS, name + " " + subject, Store.NO));
    document.add(new TextField(EntryMapper.PUBLISHER_GRAMS, publisher, Store.NO));
    return document;
  }

  private static String name(SplittableRandom random, int most) {
    char[] letters = new char[random.nextInt(most + 1)];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return new String(letters);
  }
}
