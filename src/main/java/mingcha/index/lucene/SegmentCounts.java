package mingcha.index.lucene;

import java.util.List;

/**
 * What was counted in one segment.
 *
 * @param total how many entries answer
 * @param counts how many of these bear a label
 * @param besides by restriction, how many entries would answer besides if there were none in its
 *     dimension
 */
record SegmentCounts(long total, LabelCounts counts, List<LabelCounts> besides) {
  SegmentCounts {
    besides = List.copyOf(besides);
  }

  /** The labels that anything was counted under; side by side, since there are many to be kept. */
  static final class LabelCounts {
    private final int[] labels;
    private final int[] counts;

    private LabelCounts(int[] labels, int[] counts) {
      this.labels = labels;
      this.counts = counts;
    }

    /** Of a count for each label. */
    static LabelCounts of(int[] byLabel) {
      int some = 0;
      for (int count : byLabel) {
        some += count == 0 ? 0 : 1;
      }
      int[] labels = new int[some];
      int[] counts = new int[some];
      int at = 0;
      for (int label = 0; label < byLabel.length; label++) {
        if (byLabel[label] != 0) {
          labels[at] = label;
          counts[at] = byLabel[label];
          at++;
        }
      }
      return new LabelCounts(labels, counts);
    }

    void addTo(long[] byLabel) {
      for (int i = 0; i < labels.length; i++) {
        byLabel[labels[i]] += counts[i];
      }
    }
  }
}
