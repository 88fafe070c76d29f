package mingcha.serve;

import java.nio.file.Path;

/** Draws pages; whoever wires the house gives one that does it out of the server's process. */
@FunctionalInterface
public interface PageDrawer {
  /** Draws nothing. */
  PageDrawer NONE = (file, page, turns, target) -> new Result(0, "pages are not drawn here");

  /**
   * Draws a page into a PNG file.
   *
   * @param page from 1
   * @param turns how many quarters to the right its picture was turned by to be read
   */
  Result draw(Path file, int page, int turns, Path target);

  /**
   * What came of it.
   *
   * @param scale pixels a point; 0 where there is no picture
   * @param reason why there is none, or empty
   */
  record Result(double scale, String reason) {}
}
