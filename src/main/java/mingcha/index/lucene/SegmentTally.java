package mingcha.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Counts in one segment. Of each run of documents and each class it is known which restrictions it
 * fails: an entry that fails none is counted everywhere, one that fails a single restriction only
 * in the dimension that this one restricts.
 */
final class SegmentTally {
  private final LeafReaderContext leaf;
  private final FacetTable table;
  private final @Nullable Bits live;
  private final boolean[] ofDisclosure;

  /** A bit for each restriction that is failed. */
  private final int[] runFails;

  private final int[] classFails;
  private final long[] runCounts;
  private final long[] classCounts;

  /** By restriction, then by run or class, whichever it is about. */
  private final long[][] besides;

  private long total;

  SegmentTally(
      LeafReaderContext leaf, FacetTable table, List<String> restricted, List<Weight> restrictions)
      throws IOException {
    this.leaf = leaf;
    this.table = table;
    live = leaf.reader().getLiveDocs();
    ofDisclosure = new boolean[restricted.size()];
    runFails = new int[table.runs()];
    classFails = new int[table.classes()];
    runCounts = new long[table.runs()];
    classCounts = new long[table.classes()];
    besides = new long[restricted.size()][];
    for (int i = 0; i < besides.length; i++) {
      ofDisclosure[i] = FacetTable.OF_DISCLOSURE.contains(restricted.get(i));
      besides[i] = new long[ofDisclosure[i] ? table.runs() : table.classes()];
      markFailures(restrictions.get(i), i);
    }
  }

  /** Asks the restriction of one document of each run or class: the others are alike in it. */
  private void markFailures(Weight restriction, int number) throws IOException {
    int[] fails = ofDisclosure[number] ? runFails : classFails;
    Scorer scorer = restriction.scorer(leaf);
    DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    for (int i = 0; i < fails.length; i++) {
      int document = ofDisclosure[number] ? table.start(i) : table.representative(i);
      if (matches.docID() < document) {
        matches.advance(document);
      }
      if (matches.docID() != document) {
        fails[i] |= 1 << number;
      }
    }
  }

  /** Counts all entries of the segment. */
  void countAll() {
    boolean anyClassFails = Arrays.stream(classFails).anyMatch(fails -> fails != 0);
    for (int run = 0; run < runFails.length; run++) {
      int fails = runFails[run];
      if (fails != 0 && live == null && !anyClassFails) {
        if (isSingle(fails)) {
          besides[Integer.numberOfTrailingZeros(fails)][run] += table.end(run) - table.start(run);
        }
      } else if (fails == 0 || isSingle(fails)) {
        for (int document = table.start(run); document < table.end(run); document++) {
          if (live == null || live.get(document)) {
            count(run, document);
          }
        }
      }
    }
  }

  /** Counts the entries that match. */
  void count(Weight weight) throws IOException {
    ScorerSupplier supplier = weight.scorerSupplier(leaf);
    if (supplier == null) {
      return;
    }
    Scorer scorer = supplier.get(candidates());
    TwoPhaseIterator unsure = scorer.twoPhaseIterator();
    DocIdSetIterator documents = unsure == null ? scorer.iterator() : unsure.approximation();
    int run = 0;
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      while (table.end(run) <= document) {
        run++;
      }
      int fails = runFails[run];
      if (fails != 0 && !isSingle(fails)) {
        document = documents.advance(table.end(run));
        continue;
      }
      fails |= classFails[table.classOf(document)];
      if ((fails == 0 || isSingle(fails))
          && (live == null || live.get(document))
          && (unsure == null || unsure.matches())) {
        count(run, document);
      }
      document = documents.nextDoc();
    }
  }

  /** How many entries stand in runs that may count. */
  private long candidates() {
    long candidates = 0;
    for (int run = 0; run < runFails.length; run++) {
      if (runFails[run] == 0 || isSingle(runFails[run])) {
        candidates += table.end(run) - table.start(run);
      }
    }
    return candidates;
  }

  private void count(int run, int document) {
    int number = table.classOf(document);
    int fails = runFails[run] | classFails[number];
    if (fails == 0) {
      runCounts[run]++;
      classCounts[number]++;
      total++;
    } else if (isSingle(fails)) {
      int restriction = Integer.numberOfTrailingZeros(fails);
      besides[restriction][ofDisclosure[restriction] ? run : number]++;
    }
  }

  private static boolean isSingle(int bits) {
    return (bits & (bits - 1)) == 0;
  }

  long total() {
    return total;
  }

  /**
   * Adds what was counted to the labels.
   *
   * @param besidesByLabel by restriction, then by label
   */
  void addTo(long[] byLabel, long[][] besidesByLabel) {
    add(runCounts, true, byLabel);
    add(classCounts, false, byLabel);
    for (int i = 0; i < besides.length; i++) {
      add(besides[i], ofDisclosure[i], besidesByLabel[i]);
    }
  }

  private void add(long[] counts, boolean ofRuns, long[] byLabel) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        for (int label : ofRuns ? table.runLabels(i) : table.classLabels(i)) {
          byLabel[label] += counts[i];
        }
      }
    }
  }
}
