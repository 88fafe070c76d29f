package mingcha.extract;

import java.time.Duration;

/**
 * What a file may cost.
 *
 * @param perFile how long it may take
 * @param heapMebibytes the heap of the process that reads it; its resident memory, with that of its
 *     children, may be half a gibibyte more
 */
public record Limits(Duration perFile, int heapMebibytes) {
  /** The slowest of the disclosures we know takes 4 seconds; 1 GiB is ten times what it needs. */
  public static final Limits STANDARD = new Limits(Duration.ofSeconds(60), 1024);

  private static final int LEAST_MEBIBYTES = 64;
  private static final int BESIDE_THE_HEAP = 512;

  public Limits {
    if (perFile.isNegative() || perFile.isZero()) {
      throw new IllegalArgumentException("a time limit of " + perFile);
    }
    if (heapMebibytes < LEAST_MEBIBYTES) {
      throw new IllegalArgumentException(
          "a heap has at least " + LEAST_MEBIBYTES + " MiB, not " + heapMebibytes);
    }
  }

  long residentBytes() {
    return (long) (heapMebibytes + BESIDE_THE_HEAP) << 20;
  }
}
