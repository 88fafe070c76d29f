package mingcha.extract;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mingcha.extract.PdfScan.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the straight lines that a page draws, in points from its upper left corner: those that
 * are stroked, and thin rectangles that are filled.
 */
final class Strokes {
  private static final int MOST_RULINGS = 6_000;
  private static final double THIN = 2.5;
  private static final double SLANT = 0.7;

  private final List<Ruling> rulings = new ArrayList<>();
  private final List<double[]> segments = new ArrayList<>();

  /** A segment of the path that is being drawn. */
  void segment(double x0, double y0, double x1, double y1) {
    if (segments.size() < MOST_RULINGS) {
      segments.add(new double[] {x0, y0, x1, y1});
    }
  }

  /** The path ends, and leaves nothing. */
  void end() {
    segments.clear();
  }

  void stroke() {
    for (double[] s : segments) {
      ruling(s[0], s[1], s[2], s[3]);
    }
    segments.clear();
  }

  /** A filled path is a line where it is thin, however it was drawn. */
  void fill() {
    @Nullable Rectangle2D box = null;
    int sides = 0;
    for (double[] s : segments) {
      Rectangle2D side = new Rectangle2D.Double(s[0], s[1], 0, 0);
      side.add(s[2], s[3]);
      if (box == null) {
        box = side;
      } else {
        box.add(side);
      }
      if (++sides == 4) {
        filled(box);
        box = null;
        sides = 0;
      }
    }
    if (box != null) {
      filled(box);
    }
    segments.clear();
  }

  private void filled(Rectangle2D box) {
    if (box.getHeight() <= THIN && box.getWidth() > THIN) {
      ruling(box.getMinX(), box.getCenterY(), box.getMaxX(), box.getCenterY());
    } else if (box.getWidth() <= THIN && box.getHeight() > THIN) {
      ruling(box.getCenterX(), box.getMinY(), box.getCenterX(), box.getMaxY());
    }
  }

  private void ruling(double x0, double y0, double x1, double y1) {
    if (rulings.size() >= MOST_RULINGS) {
      return;
    }
    if (Math.abs(y0 - y1) <= SLANT && Math.abs(x0 - x1) > THIN) {
      double y = (y0 + y1) / 2;
      rulings.add(new Ruling(Math.min(x0, x1), y, Math.max(x0, x1), y));
    } else if (Math.abs(x0 - x1) <= SLANT && Math.abs(y0 - y1) > THIN) {
      double x = (x0 + x1) / 2;
      rulings.add(new Ruling(x, Math.min(y0, y1), x, Math.max(y0, y1)));
    }
  }

  List<Ruling> rulings() {
    return rulings;
  }
}
