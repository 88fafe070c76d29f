package mingcha.index.lucene;

import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** How many entries of a segment are not deleted: in each run and in each class. */
final class LiveCounts {
  private final int[] runs;
  private final int[] classes;

  private LiveCounts(int[] runs, int[] classes) {
    this.runs = runs;
    this.classes = classes;
  }

  static LiveCounts of(FacetTable table, @Nullable Bits live) {
    int[] runs = new int[table.runs()];
    int[] classes = new int[table.classes()];
    for (int run = 0; run < runs.length; run++) {
      for (int document = table.start(run); document < table.end(run); document++) {
        if (live == null || live.get(document)) {
          runs[run]++;
          classes[table.classOf(document)]++;
        }
      }
    }
    return new LiveCounts(runs, classes);
  }

  int ofRun(int run) {
    return runs[run];
  }

  int ofClass(int number) {
    return classes[number];
  }
}
