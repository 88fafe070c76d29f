package mingcha.extract;

import java.time.Duration;

/**
 * What a file may cost.
 *
 * @param perFile how long it may take; the same again for each page that is read off its picture
 * @param heapMebibytes the heap of the process that reads it
 * @param residentMebibytes its resident memory with that of its children
 */
public record Limits(Duration perFile, int heapMebibytes, int residentMebibytes) {
  /** The slowest of the disclosures we know takes 4 seconds; 1 GiB is ten times what it needs. */
  public static final Limits STANDARD = new Limits(Duration.ofSeconds(60), 1024);

  private static final int LEAST_MEBIBYTES = 64;
  private static final int BESIDE_THE_HEAP = 512;

  /** With half a gibibyte beside the heap, for the JVM itself and for children. */
  public Limits(Duration perFile, int heapMebibytes) {
    this(perFile, heapMebibytes, heapMebibytes + BESIDE_THE_HEAP);
  }

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
    return (long) residentMebibytes << 20;
  }
}
