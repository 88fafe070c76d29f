package mingcha.index;

import static mingcha.index.Told.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.Entry;
import org.junit.jupiter.api.Test;

/** Ranks and percentiles of one figure a publisher. */
class FramesTest {
  private static final Frames FRAMES = frames();

  private static Frames frames() {
    Frames frames = new Frames("expenditure");
    List<String> figures = List.of("甲局 100", "乙局 300", "丙局 100", "丁局 0", "戊局 -5");
    for (String figure : figures) {
      String[] parts = figure.split(" ", 2);
      Told told = Told.by(parts[0], 2023).total("支出", table("expenditure", parts[1]));
      for (Entry entry : told.entries()) {
        frames.add(entry);
      }
    }
    Told none = Told.by("己局", 2023).total("收入", table("revenue", "7"));
    none.entries().forEach(frames::add);
    return frames;
  }

  @Test
  void equalFiguresShareARankAndWhoHasNoneHasNoRank() {
    assertEquals("1 乙局 100, 2 甲局 80, 2 丙局 80, 4 丁局 40, 5 戊局 20", line(FRAMES.ranked()));
  }

  @Test
  void fromTheLeastOnRanksAreCountedFromTheLeastAndPercentilesStay() {
    assertEquals(
        "1 戊局 20, 2 丁局 40, 3 甲局 80, 3 丙局 80, 5 乙局 100", line(Frames.leastFirst(FRAMES.ranked())));
  }

  private static String line(List<Frame> frames) {
    return frames.stream()
        .sorted(
            Comparator.comparingInt(Frame::rank)
                .thenComparing(frame -> !publisher(frame).equals("甲局")))
        .map(frame -> frame.rank() + " " + publisher(frame) + " " + Math.round(frame.percentile()))
        .collect(Collectors.joining(", "));
  }

  private static String publisher(Frame frame) {
    return String.valueOf(frame.disclosure().publisher());
  }
}
