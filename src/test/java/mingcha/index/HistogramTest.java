package mingcha.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final long ONE = 10_000;

  @Test
  void sumsGoByOneTwoAndFive() {
    assertArrayEquals(
        new long[] {0, ONE, 2 * ONE, 5 * ONE, 10 * ONE, 12 * ONE},
        Histogram.edges(ONE, 12 * ONE, false));
  }

  @Test
  void changesGoBothWays() {
    assertArrayEquals(
        new long[] {-3 * ONE, -2 * ONE, -ONE, 0, ONE, 2 * ONE, 3 * ONE},
        Histogram.edges(-3 * ONE, 3 * ONE, true));
  }

  @Test
  void edgesRiseHoldAllFiguresAndStayFew() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      long a = random.nextLong() >> random.nextInt(64);
      long b = random.nextLong() >> random.nextInt(64);
      long min = Math.max(-Schema.MOST, Math.min(a, b));
      long max = Math.min(Schema.MOST, Math.max(a, b));
      for (boolean hundred : new boolean[] {true, false}) {
        long[] edges = Histogram.edges(min, max, hundred);
        String said = "seed " + seed + ": " + min + " to " + max + " " + Arrays.toString(edges);
        assertTrue(edges.length >= 2 && edges.length <= 28, said);
        for (int e = 1; e < edges.length; e++) {
          assertTrue(edges[e - 1] < edges[e], said);
        }
        assertTrue(edges[0] <= min && edges[edges.length - 1] >= max, said);
      }
    }
  }

  @Test
  void aFigureOnAnEdgeBelongsAboveIt() {
    long[] edges = {0, 5, 10};
    assertEquals(0, Histogram.binOf(edges, 0));
    assertEquals(0, Histogram.binOf(edges, 4));
    assertEquals(1, Histogram.binOf(edges, 5));
    assertEquals(1, Histogram.binOf(edges, 10));
  }
}
