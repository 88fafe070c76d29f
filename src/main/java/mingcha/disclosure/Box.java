package mingcha.disclosure;

/** A rectangle on a page, in points from the upper left corner. */
public record Box(double x, double y, double width, double height) {
  public Box {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException("a box of " + width + " x " + height);
    }
  }
}
