package mingcha.sample;

import java.util.List;

/** A printed page: where type and lines stand, in points from its upper left corner. */
record Sheet(double width, double height, List<Run> types, List<Rule> rules) {
  /** The only width that is not the type's size: Latin letters and digits have half of it. */
  private static final double HALF = 0.5;

  Sheet {
    types = List.copyOf(types);
    rules = List.copyOf(rules);
  }

  /**
   * A run of type.
   *
   * @param y of its baseline
   */
  record Run(double x, double y, double size, String text) {
    double width() {
      return size * ems(text);
    }
  }

  /** A straight line, across or down. */
  record Rule(double x0, double y0, double x1, double y1) {}

  /** How wide a text is, in sizes of its type. */
  static double ems(String text) {
    return text.codePoints().mapToDouble(Sheet::ems).sum();
  }

  static double ems(int character) {
    return character < 0x80 ? HALF : 1;
  }
}
