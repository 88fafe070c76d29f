package mingcha.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mingcha.index.lucene.SegmentCounts.LabelCounts;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts in one segment. Of each run of documents and each class it is known which restrictions it
 * fails: an entry that fails none is counted everywhere, one that fails a single restriction only
 * in the dimension that this one restricts.
 */
final class SegmentTally {
  private final LeafReaderContext leaf;
  private final FacetTable table;
  private final LiveCounts liveCounts;
  private final @Nullable Bits live;
  private final boolean[] ofDisclosure;

  /** A bit for each restriction that is failed. */
  private final int[] runFails;

  private final int[] classFails;
  private final boolean allClassesPass;
  private final int[] runCounts;
  private final int[] classCounts;

  /** By restriction, then by run or class, whichever it is about. */
  private final int[][] besides;

  private final FacetLabels labels;

  /** The entries that answer, where each was looked at. */
  private @Nullable FixedBitSet met;

  private long total;

  SegmentTally(
      LeafReaderContext leaf,
      FacetTables tables,
      List<String> restricted,
      List<Weight> restrictions)
      throws IOException {
    this.leaf = leaf;
    table = tables.of(leaf);
    labels = tables.labels();
    liveCounts = tables.live(leaf);
    live = leaf.reader().getLiveDocs();
    ofDisclosure = new boolean[restricted.size()];
    runFails = new int[table.runs()];
    classFails = new int[table.classes()];
    runCounts = new int[table.runs()];
    classCounts = new int[table.classes()];
    besides = new int[restricted.size()][];
    for (int i = 0; i < besides.length; i++) {
      ofDisclosure[i] = FacetTable.OF_DISCLOSURE.contains(restricted.get(i));
      besides[i] = new int[ofDisclosure[i] ? table.runs() : table.classes()];
      markFailures(restrictions.get(i), i);
    }
    allClassesPass = Arrays.stream(classFails).allMatch(fails -> fails == 0);
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
    boolean allRunsPass = Arrays.stream(runFails).allMatch(fails -> fails == 0);
    if (allRunsPass) {
      countClasses();
    }
    for (int run = 0; run < runFails.length; run++) {
      int fails = runFails[run];
      if (allRunsPass) {
        runCounts[run] = passing(run);
        total += runCounts[run];
      } else if (fails == 0) {
        countEach(run);
      } else if (isSingle(fails)) {
        besides[Integer.numberOfTrailingZeros(fails)][run] = passing(run);
      }
    }
  }

  /** Where no run fails, what there is of a class is counted or not as a whole. */
  private void countClasses() {
    for (int number = 0; number < classFails.length; number++) {
      int fails = classFails[number];
      if (fails == 0) {
        classCounts[number] = liveCounts.ofClass(number);
      } else if (isSingle(fails)) {
        besides[Integer.numberOfTrailingZeros(fails)][number] = liveCounts.ofClass(number);
      }
    }
  }

  /** How many entries of a run fail nothing by their class. */
  private int passing(int run) {
    if (allClassesPass) {
      return liveCounts.ofRun(run);
    }
    int passing = 0;
    for (int document = table.start(run); document < table.end(run); document++) {
      if (classFails[table.classOf(document)] == 0 && (live == null || live.get(document))) {
        passing++;
      }
    }
    return passing;
  }

  private void countEach(int run) {
    for (int document = table.start(run); document < table.end(run); document++) {
      if (live == null || live.get(document)) {
        count(run, document);
      }
    }
  }

  /** Counts the entries that match. */
  void count(Weight weight) throws IOException {
    met = new FixedBitSet(leaf.reader().maxDoc());
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
      if (met != null) {
        met.set(document);
      }
    } else if (isSingle(fails)) {
      int restriction = Integer.numberOfTrailingZeros(fails);
      besides[restriction][ofDisclosure[restriction] ? run : number]++;
    }
  }

  private static boolean isSingle(int bits) {
    return (bits & (bits - 1)) == 0;
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  /** Tells what was met, where each entry was looked at. */
  void tell(Matches matches) {
    if (met != null) {
      matches.add(leaf, met, total);
    }
  }

  SegmentCounts counts() {
    int[] byLabel = new int[labels.all().size()];
    add(runCounts, true, byLabel);
    add(classCounts, false, byLabel);
    LabelCounts counts = LabelCounts.of(byLabel);
    List<LabelCounts> beside = new ArrayList<>();
    for (int i = 0; i < besides.length; i++) {
      Arrays.fill(byLabel, 0);
      add(besides[i], ofDisclosure[i], byLabel);
      beside.add(LabelCounts.of(byLabel));
    }
    return new SegmentCounts(total, counts, beside);
  }

  private void add(int[] counts, boolean ofRuns, int[] byLabel) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        for (int label : ofRuns ? table.runLabels(i) : table.classLabels(i)) {
          byLabel[label] += counts[i];
        }
      }
    }
  }
}
