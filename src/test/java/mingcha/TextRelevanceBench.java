package mingcha;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.extract.FileExtractor;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.QuestionParser;
import mingcha.sample.SampleWriter;
import mingcha.text.BigramAnalyzer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well words find what they are about: nDCG@10, MRR and recall of Mingcha beside plain BM25
 * over the same entries, cut by Lucene's smartcn and into bigrams. {@code mvn -Pbench test} prints
 * the table. The judged queries are in {@code relevance.tsv}, by entry ids; those on the five real
 * disclosures count only where these lie beside the project.
 */
@Tag("bench")
class TextRelevanceBench {
  private static final Path SEEDS = Path.of("../shared/seeds");
  private static final int TOP = 10;
  private static final int DEEP = 50;

  @TempDir private Path folder;

  private final Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();

  /** Finds entries for a query, the best first. */
  @FunctionalInterface
  private interface Finder {
    List<String> find(String query) throws IOException;
  }

  @Test
  void oursIsAheadOfSmartcnAndBigrams() throws IOException {
    Map<String, List<Entry>> entries = entries();
    Set<String> known =
        entries.values().stream().flatMap(List::stream).map(Entry::id).collect(Collectors.toSet());
    judge(known);
    System.out.printf(Locale.ROOT, "%d queries, %d entries%n", judged.size(), known.size());
    System.out.printf(
        Locale.ROOT, "%-10s %8s %8s %10s%n", "", "nDCG@" + TOP, "MRR", "recall@" + DEEP);
    Score ours = score("Mingcha", mingcha(entries));
    Score smartcn = score("smartcn", plain(entries, new SmartChineseAnalyzer()));
    Score bigrams = score("bigrams", plain(entries, new BigramAnalyzer()));
    assertTrue(ours.ndcg > Math.max(smartcn.ndcg, bigrams.ndcg));
    assertTrue(ours.mrr > Math.max(smartcn.mrr, bigrams.mrr));
  }

  private Map<String, List<Entry>> entries() throws IOException {
    Path sample = folder.resolve("sample");
    SampleWriter.write(sample, 24, 1);
    List<Path> files = new ArrayList<>(texts(sample));
    if (Files.isDirectory(SEEDS)) {
      files.addAll(texts(SEEDS));
    }
    Map<String, List<Entry>> entries = new LinkedHashMap<>();
    for (Path file : files) {
      Content content =
          Rooms.read(
                  new FileExtractor(), file, Objects.requireNonNull(file.getFileName()).toString())
              .orElseThrow();
      List<Entry> all = new ArrayList<>(content.entries());
      all.addAll(Checks.findings(content));
      entries.put(content.disclosure().id(), all);
    }
    return entries;
  }

  private static List<Path> texts(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private void judge(Set<String> known) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    TextRelevanceBench.class.getResourceAsStream("index/relevance.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] fields = line.split("\t", -1);
        Map<String, Integer> grades = new HashMap<>();
        for (String grade : fields[1].split(" ", -1)) {
          String[] parts = grade.split("=", -1);
          if (known.contains(parts[0])) {
            grades.put(parts[0], Integer.parseInt(parts[1]));
          }
        }
        if (!grades.isEmpty()) {
          judged.put(fields[0], grades);
        }
      }
    }
  }

  private Finder mingcha(Map<String, List<Entry>> entries) throws IOException {
    Path index = folder.resolve("index");
    try (LuceneIndexer indexer = LuceneIndexer.open(index)) {
      for (List<Entry> of : entries.values()) {
        indexer.replace(of.getFirst().disclosure(), 1, of);
      }
      indexer.commit(1);
    }
    QuestionParser parser = new QuestionParser(Places.lexicon(), Metrics.standard());
    LuceneSearcher searcher = LuceneSearcher.open(index);
    return query ->
        searcher.search(parser.parse(query), new Slice(0, DEEP)).hits().stream()
            .map(hit -> hit.entry().id())
            .toList();
  }

  /** BM25 over the name, five times as heavy, and the text. */
  private static Finder plain(Map<String, List<Entry>> entries, Analyzer analyzer)
      throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (List<Entry> of : entries.values()) {
        for (Entry entry : of) {
          writer.addDocument(document(entry));
        }
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    QueryBuilder builder = new QueryBuilder(analyzer);
    return query -> {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (String word : query.split(" ", -1)) {
        add(all, builder.createBooleanQuery("name", word), 5);
        add(all, builder.createPhraseQuery("name", word), 5);
        add(all, builder.createBooleanQuery("text", word), 1);
        add(all, builder.createPhraseQuery("text", word), 1);
      }
      List<String> ids = new ArrayList<>();
      for (ScoreDoc doc : searcher.search(all.build(), DEEP).scoreDocs) {
        ids.add(searcher.storedFields().document(doc.doc).get("id"));
      }
      return ids;
    };
  }

  private static Document document(Entry entry) {
    String labels =
        entry.readings().stream().map(Reading::label).distinct().collect(Collectors.joining(" "));
    String subject = entry.subject() == null ? "" : " " + entry.subject().name();
    String text =
        String.join(
            "\n", entry.name() + subject, entry.text(), String.join(" ", entry.path()), labels);
    Document document = new Document();
    document.add(new StringField("id", entry.id(), Field.Store.YES));
    document.add(new TextField("name", entry.name() + subject, Field.Store.NO));
    document.add(new TextField("text", text, Field.Store.NO));
    return document;
  }

  private static void add(BooleanQuery.Builder all, @Nullable Query query, float weight) {
    if (query != null) {
      all.add(new BoostQuery(query, weight), Occur.SHOULD);
    }
  }

  private record Score(double ndcg, double mrr, double recall) {}

  private Score score(String name, Finder finder) {
    double ndcg = 0;
    double mrr = 0;
    double recall = 0;
    List<String> worst = new ArrayList<>();
    for (Map.Entry<String, Map<String, Integer>> query : judged.entrySet()) {
      List<String> found = found(finder, query.getKey());
      double gain = ndcg(found, query.getValue());
      ndcg += gain;
      mrr += reciprocalRank(found, query.getValue());
      Set<String> relevant = new HashSet<>(query.getValue().keySet());
      relevant.retainAll(found);
      recall += relevant.size() / (double) Math.min(DEEP, query.getValue().size());
      if (gain < 0.6) {
        worst.add(String.format(Locale.ROOT, "%.2f %s", gain, query.getKey()));
      }
    }
    int n = judged.size();
    Score score = new Score(ndcg / n, mrr / n, recall / n);
    System.out.printf(
        Locale.ROOT, "%-10s %8.3f %8.3f %10.3f%n", name, score.ndcg, score.mrr, score.recall);
    if (Boolean.getBoolean("mingcha.worst")) {
      worst.stream().sorted(Comparator.naturalOrder()).forEach(System.out::println);
    }
    return score;
  }

  private static List<String> found(Finder finder, String query) {
    try {
      return finder.find(query);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double ndcg(List<String> found, Map<String, Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(TOP, found.size()); i++) {
      gain += gain(grades.getOrDefault(found.get(i), 0), i);
    }
    List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    double ideal = 0;
    for (int i = 0; i < Math.min(TOP, best.size()); i++) {
      ideal += gain(best.get(i), i);
    }
    return gain / ideal;
  }

  private static double gain(int grade, int rank) {
    return (Math.pow(2, grade) - 1) / (Math.log(rank + 2) / Math.log(2));
  }

  private static double reciprocalRank(List<String> found, Map<String, Integer> grades) {
    for (int i = 0; i < found.size(); i++) {
      if (grades.getOrDefault(found.get(i), 0) > 1) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }
}
