package mingcha.index.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import mingcha.index.Schema;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.packed.GrowableWriter;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The facets of one segment in the form in which they are counted. The entries of a disclosure
 * stand side by side, so that what the disclosure says of itself (region, year, publisher…) is held
 * once a run of documents; the rest (kind, subject, form…) is one small number a document.
 */
final class FacetTable {
  /** Dimensions in which all entries of a disclosure are alike. */
  static final Set<String> OF_DISCLOSURE =
      Set.of(
          EntryMapper.REGION,
          EntryMapper.YEAR,
          EntryMapper.PUBLISHER,
          EntryMapper.TYPE,
          EntryMapper.CALIBER);

  private static final int FEW_BITS = 8;

  /** The first document of each run, then the number of documents. */
  private final int[] starts;

  private final int[][] runLabels;
  private final GrowableWriter classes;
  private final int[][] classLabels;
  private final int[] classRepresentatives;

  private FacetTable(int[] starts, int[][] runLabels, GrowableWriter classes, FacetClasses kinds) {
    this.starts = starts;
    this.runLabels = runLabels;
    this.classes = classes;
    this.classLabels = kinds.members();
    this.classRepresentatives = kinds.representatives();
  }

  static FacetTable of(LeafReader reader, FacetLabels labels) throws IOException {
    List<String> ofEntry =
        Schema.DIMENSIONS.stream().filter(d -> !OF_DISCLOSURE.contains(d)).toList();
    FacetClasses kinds = new FacetClasses(reader, ofEntry, labels);
    FacetClasses sayings =
        new FacetClasses(
            reader, Schema.DIMENSIONS.stream().filter(OF_DISCLOSURE::contains).toList(), labels);
    SortedDocValues disclosures = reader.getSortedDocValues(EntryMapper.DISCLOSURE);
    int documents = reader.maxDoc();
    GrowableWriter classes = new GrowableWriter(FEW_BITS, documents, PackedInts.FAST);
    int[] starts = new int[16];
    int[] sayingOfRun = new int[16];
    int runs = 0;
    int disclosure = -1;
    Bits live = reader.getLiveDocs();
    boolean wasLive = true;
    for (int document = 0; document < documents; document++) {
      classes.set(document, kinds.of(document));
      int itsDisclosure =
          disclosures != null && disclosures.advanceExact(document) ? disclosures.ordValue() : -1;
      // A disclosure that was replaced may stand beside what took its place.
      boolean isLive = live == null || live.get(document);
      if (runs == 0 || itsDisclosure != disclosure || isLive != wasLive) {
        starts = ArrayUtil.grow(starts, runs + 2);
        sayingOfRun = ArrayUtil.grow(sayingOfRun, runs + 1);
        starts[runs] = document;
        sayingOfRun[runs] = sayings.of(document);
        runs++;
      }
      disclosure = itsDisclosure;
      wasLive = isLive;
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

  /** The document after the last of a run. */
  int end(int run) {
    return starts[run + 1];
  }

  int classOf(int document) {
    return (int) classes.get(document);
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
