package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/** The headings of a disclosure in reading order, and which of them stand above a place. */
record Outline(List<Heading> headings) {
  static final Comparator<Source> READING_ORDER =
      Comparator.<Source>comparingInt(s -> orZero(s.page()))
          .thenComparingInt(s -> orZero(s.line()))
          .thenComparingDouble(s -> s.box() == null ? 0 : s.box().y());

  Outline {
    headings = List.copyOf(headings);
  }

  /**
   * The texts of the headings above a place (one at the place itself included), outermost first.
   */
  List<String> pathAt(Source source) {
    List<String> path = new ArrayList<>();
    int level = Integer.MAX_VALUE;
    for (int i = lastNotAfter(source); i >= 0 && level > 1; i--) {
      Heading heading = headings.get(i);
      if (heading.level() < level) {
        path.addFirst(heading.text());
        level = heading.level();
      }
    }
    return path;
  }

  private int lastNotAfter(Source source) {
    int low = 0;
    int high = headings.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (READING_ORDER.compare(headings.get(middle).source(), source) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
