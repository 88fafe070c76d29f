package mingcha.index.opensearch;

/**
 * Who writes: one of the ingesters of a data directory.
 *
 * @param house tells the data directory from others; an index belongs to one
 * @param number of the ingester among those of the house, from 0; used by one process at a time
 */
public record Seat(String house, int number) {
  public Seat {
    if (number < 0) {
      throw new IllegalArgumentException("seats are counted from 0, not " + number);
    }
  }
}
