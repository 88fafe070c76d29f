package mingcha.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import mingcha.index.Schema;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;

/**
 * The facets of one segment in the form in which they are counted. The entries of a disclosure
 * stand side by side, so that what the disclosure says of itself (region, year, publisher…) is held
 * once a run of documents that say the same; the rest (kind, subject, form…) is one small number a
 * document.
 */
final class FacetTable {
  /** Dimensions in which all entries of a disclosure are alike. */
  static final Set<String> OF_DISCLOSURE =
      Set.of(
          EntryMapper.REGION,
          EntryMapper.YEAR,
          EntryMapper.PUBLISHER,
          Schema.INSTITUTION,
          EntryMapper.TYPE,
          EntryMapper.CALIBER);

  /** The first document of each run, then the number of documents. */
  private final int[] starts;

  private final int[][] runLabels;
  private final ClassNumbers classes;
  private final int[][] classLabels;
  private final int[] classRepresentatives;

  private FacetTable(int[] starts, int[][] runLabels, ClassNumbers classes, FacetClasses kinds) {
    this.starts = starts;
    this.runLabels = runLabels;
    this.classes = classes;
    this.classLabels = kinds.members();
    this.classRepresentatives = kinds.representatives();
  }

  static FacetTable of(LeafReader reader, FacetLabels labels) throws IOException {
    FacetClasses kinds = new FacetClasses(reader, LabelSet.OF_ENTRY, labels);
    FacetClasses sayings = new FacetClasses(reader, LabelSet.OF_DISCLOSURE, labels);
    int documents = reader.maxDoc();
    ClassNumbers classes = new ClassNumbers(documents);
    int[] starts = new int[16];
    int[] sayingOfRun = new int[16];
    int runs = 0;
    for (int document = 0; document < documents; document++) {
      classes.set(document, kinds.of(document));
      int saying = sayings.of(document);
      if (runs == 0 || saying != sayingOfRun[runs - 1]) {
        starts = ArrayUtil.grow(starts, runs + 2);
        sayingOfRun = ArrayUtil.grow(sayingOfRun, runs + 1);
        starts[runs] = document;
        sayingOfRun[runs] = saying;
        runs++;
      }
    }
    starts[runs] = documents;
    int[][] said = sayings.members();
    int[][] runLabels = new int[runs][];
    for (int run = 0; run < runs; run++) {
      runLabels[run] = said[sayingOfRun[run]];
    }
    return new FacetTable(ArrayUtil.copyOfSubArray(starts, 0, runs + 1), runLabels, classes, kinds);
  }

  int runs() {
    return runLabels.length;
  }

  int classes() {
    return classLabels.length;
  }

  int start(int run) {
    return starts[run];
  }

  /** The run that a document stands in. */
  int runOf(int document) {
    int found = Arrays.binarySearch(starts, 0, runs(), document);
    return found >= 0 ? found : -found - 2;
  }

  /** The document after the last of a run. */
  int end(int run) {
    return starts[run + 1];
  }

  int classOf(int document) {
    return classes.get(document);
  }

  /** The numbers of the labels that all entries of a run have. */
  int[] runLabels(int run) {
    return runLabels[run];
  }

  int[] classLabels(int number) {
    return classLabels[number];
  }

  /** A document of each class, in the order of the classes, which is that of the documents. */
  int representative(int number) {
    return classRepresentatives[number];
  }
}
