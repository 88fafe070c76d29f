package mingcha.text;

import java.util.List;

/** A division's name in a text, with all that bear it, the highest level first. */
public record DivisionMatch(List<Division> candidates, int start, int end) {
  public DivisionMatch {
    candidates = List.copyOf(candidates);
  }
}
