package mingcha.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.bench.Mix.Asked;
import mingcha.bench.Mix.Kind;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.opensearch.ClusterAddress;
import mingcha.index.opensearch.OpenSearchIndexer;
import mingcha.index.opensearch.OpenSearchSearcher;
import mingcha.index.opensearch.Seat;
import mingcha.query.QuestionParser;
import mingcha.sample.EntrySample;
import mingcha.sample.SampleWriter;
import mingcha.text.Lexicon;

/**
 * Writes the same entries into a cluster and asks the same questions of it: without replicas, many
 * entries a commit, nothing refreshed between.
 */
final class ClusterStep {
  /** What {@link Figures} are left in, beside the digests. */
  static final String FIGURES = "cluster.tsv";

  /** Of what was asked before. */
  static final String AGAIN = "cluster-again.tsv";

  private static final Seat SEAT = new Seat("bench", 0);
  private static final long SEED = 1;
  private static final int ROUNDS = 3;

  /** Entries are held until their commit. */
  private static final int COMMIT_EVERY = 20_000;

  private static final Pattern SIZE = Pattern.compile("\"size_in_bytes\":(\\d+)");

  private ClusterStep() {}

  /**
   * Prints what it found; the digests of the answers go to a file, to be held against those of
   * {@link AskStep}.
   *
   * @param args the address of a cluster, how many entries (0 where they are there already), a file
   */
  public static void main(String[] args) throws IOException {
    ClusterAddress address = ClusterAddress.parse(args[0]);
    long entries = Long.parseLong(args[1]);
    if (entries > 0) {
      load(address, entries);
    }
    ask(address, Path.of(args[2]));
  }

  /** Writes the sample in place of what is there, and prints how fast and how large. */
  static void load(ClusterAddress address, long entries) throws IOException {
    OpenSearchIndexer.delete(address, SEAT);
    long start = System.nanoTime();
    AtomicLong written = new AtomicLong();
    try (OpenSearchIndexer indexer = OpenSearchIndexer.open(address, SEAT)) {
      EntrySample.tell(
          entries,
          SEED,
          (disclosure, some) -> {
            indexer.replace(disclosure, 1, some);
            long before = written.getAndAdd(some.size());
            if (before / COMMIT_EVERY < written.get() / COMMIT_EVERY) {
              indexer.commit(before + 1);
            }
          });
      indexer.commit(entries + 1);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = bytes(address);
    send(address, "POST", "/_forcemerge?max_num_segments=1");
    // Until readers see the one segment, those that it was made of are kept.
    send(address, "POST", "/_refresh");
    send(address, "POST", "/_flush?force=true");
    System.out.printf(
        Locale.ROOT,
        "| cluster | %,d entries in %.0f s, sample included | %,.0f entries/s | %d bytes an entry,"
            + " %d in one segment |%n",
        written.get(),
        seconds,
        written.get() / seconds,
        bytes / written.get(),
        bytes(address) / written.get());
  }

  /** Of the primary shards. */
  private static long bytes(ClusterAddress address) throws IOException {
    Matcher size = SIZE.matcher(send(address, "GET", "/_stats/store"));
    if (!size.find()) {
      throw new IOException("the cluster says no size");
    }
    return Long.parseLong(size.group(1));
  }

  private static String send(ClusterAddress address, String method, String path)
      throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .method(method, BodyPublishers.noBody())
              .build();
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void ask(ClusterAddress address, Path digests) throws IOException {
    List<Asked> asked = Mix.questions();
    Metrics metrics = Metrics.standard();
    QuestionParser parser = new QuestionParser(Lexicon.with(SampleWriter.divisions()), metrics);
    Map<Kind, Timings> fresh = new EnumMap<>(Kind.class);
    Map<Kind, Timings> again = new EnumMap<>(Kind.class);
    try (EntrySearcher searcher = OpenSearchSearcher.open(address);
        PrintWriter out =
            new PrintWriter(Files.newBufferedWriter(digests, StandardCharsets.UTF_8))) {
      AskStep step = new AskStep(searcher, parser);
      for (Asked each : asked) {
        out.println(each.kind() + "\t" + each.text() + "\t" + step.ask(each));
      }
      for (int i = 0; i < ROUNDS; i++) {
        // As an index opened anew: its files are in memory, but no answer is remembered.
        send(address, "POST", "/_cache/clear");
        step.round(asked, fresh);
        step.round(asked, again);
      }
    }
    Figures.write(fresh, digests.resolveSibling(FIGURES));
    Figures.write(again, digests.resolveSibling(AGAIN));
    System.out.printf(Timings.HEADER);
    AskStep.print(fresh, ", cluster");
    AskStep.print(again, ", cluster, again");
  }
}
