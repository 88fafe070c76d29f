package mingcha.extract;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * One pass over a page's content: its glyphs and its straight lines, in points from the upper left
 * corner of the page as it is read.
 */
final class PdfScan extends PDFGraphicsStreamEngine {
  /** More than any page of print has; beyond it the page is a drawing, or made to harm. */
  private static final int MOST_GLYPHS = 200_000;

  private static final double POINTS_PER_INCH = 72;

  private final PDRectangle crop;
  private final int rotation;
  private final long deadlineNanos;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final Strokes strokes = new Strokes();
  private Point2D current = new Point2D.Double();
  private Point2D start = new Point2D.Double();
  private int unmapped;
  private double image;
  private int dpi;

  /** A page that is made to take for ever. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1;

    TooSlow() {
      super("the page is not through in time");
    }
  }

  private PdfScan(PDPage page, long deadlineNanos) {
    super(page);
    this.deadlineNanos = deadlineNanos;
    this.crop = page.getCropBox();
    this.rotation = Math.floorMod(page.getRotation(), 360);
  }

  /**
   * A character.
   *
   * @param y of its baseline
   * @param turn quarter turns clockwise that its line is turned by
   * @param confidence in its being this character, of 100; 100 where it was not recognised but said
   */
  record Glyph(
      String text, double x, double y, double width, double size, int turn, int confidence) {
    static final int SAID = 100;

    double centreX() {
      return x + width / 2;
    }

    /** Chinese characters stand a little below the baseline, and mostly above it. */
    double centreY() {
      return y - size * 0.35;
    }
  }

  /** A straight line: horizontal if {@code y0 == y1}. */
  record Ruling(double x0, double y0, double x1, double y1) {
    boolean horizontal() {
      return y0 == y1;
    }
  }

  /**
   * What is on a page.
   *
   * @param unmapped how many glyphs no character is known of
   * @param image how much of it its largest picture covers, from 0 to 1
   * @param dpi that picture's resolution
   */
  record Scanned(
      List<Glyph> glyphs,
      List<Ruling> rulings,
      int unmapped,
      double image,
      int dpi,
      double width,
      double height) {
    Scanned {
      glyphs = List.copyOf(glyphs);
      rulings = List.copyOf(rulings);
    }
  }

  /**
   * @param deadlineNanos of {@link System#nanoTime}
   * @throws TooSlow if the page is not through by then
   */
  static Scanned scan(PDPage page, long deadlineNanos) throws IOException {
    PdfScan scan = new PdfScan(page, deadlineNanos);
    scan.processPage(page);
    boolean turned = scan.rotation % 180 != 0;
    return new Scanned(
        scan.glyphs,
        scan.strokes.rulings(),
        scan.unmapped,
        scan.image,
        scan.dpi,
        turned ? scan.crop.getHeight() : scan.crop.getWidth(),
        turned ? scan.crop.getWidth() : scan.crop.getHeight());
  }

  /** From the page's own space to points from the upper left corner as it is read. */
  private double[] onPage(double x, double y) {
    double left = x - crop.getLowerLeftX();
    double up = y - crop.getLowerLeftY();
    return switch (rotation) {
      case 90 -> new double[] {up, left};
      case 180 -> new double[] {crop.getWidth() - left, up};
      case 270 -> new double[] {crop.getHeight() - up, crop.getWidth() - left};
      default -> new double[] {left, crop.getHeight() - up};
    };
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (System.nanoTime() > deadlineNanos || Thread.currentThread().isInterrupted()) {
      throw new TooSlow();
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    if (glyphs.size() >= MOST_GLYPHS) {
      return;
    }
    String text = font.toUnicode(code);
    if (text == null || text.isEmpty()) {
      unmapped++;
      return;
    }
    if (isPrivate(text)) {
      unmapped++;
    }
    if (text.isBlank()) {
      return;
    }
    double[] from = onPage(matrix.getTranslateX(), matrix.getTranslateY());
    double advance = displacement.getX();
    Point2D.Float end = matrix.transformPoint((float) advance, 0);
    double[] to = onPage(end.x, end.y);
    Point2D.Float top = matrix.transformPoint(0, 1);
    double[] above = onPage(top.x, top.y);
    double size = Math.hypot(above[0] - from[0], above[1] - from[1]);
    double width = Math.hypot(to[0] - from[0], to[1] - from[1]);
    int turn = turn(to[0] - from[0], to[1] - from[1]);
    Glyph glyph = new Glyph(text, from[0], from[1], width, size, turn, Glyph.SAID);
    if (isShown(glyph)) {
      glyphs.add(glyph);
    }
  }

  /** Spreadsheets put into a text run on below the page's end, where nobody sees them. */
  private boolean isShown(Glyph glyph) {
    boolean turned = rotation % 180 != 0;
    double width = turned ? crop.getHeight() : crop.getWidth();
    double height = turned ? crop.getWidth() : crop.getHeight();
    return glyph.x() > -glyph.size()
        && glyph.x() < width + glyph.size()
        && glyph.y() > 0
        && glyph.centreY() < height;
  }

  private static boolean isPrivate(String text) {
    int c = text.codePointAt(0);
    return (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD || (c < 0x20 && c != '\t');
  }

  static int turn(double dx, double dy) {
    if (Math.abs(dx) >= Math.abs(dy)) {
      return dx >= 0 ? 0 : 2;
    }
    return dy > 0 ? 1 : 3;
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    segment(p0, p1);
    segment(p1, p2);
    segment(p2, p3);
    segment(p3, p0);
    current = p0;
    start = p0;
  }

  private void segment(Point2D a, Point2D b) {
    double[] from = onPage(a.getX(), a.getY());
    double[] to = onPage(b.getX(), b.getY());
    strokes.segment(from[0], from[1], to[0], to[1]);
  }

  @Override
  public void moveTo(float x, float y) {
    current = new Point2D.Float(x, y);
    start = current;
  }

  @Override
  public void lineTo(float x, float y) {
    Point2D to = new Point2D.Float(x, y);
    segment(current, to);
    current = to;
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    current = new Point2D.Float(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return current;
  }

  @Override
  public void closePath() {
    segment(current, start);
    current = start;
  }

  @Override
  public void endPath() {
    strokes.end();
  }

  @Override
  public void strokePath() {
    strokes.stroke();
  }

  @Override
  public void fillPath(int windingRule) {
    strokes.fill();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    strokes.stroke();
  }

  @Override
  public void drawImage(PDImage picture) {
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    // The unit square is drawn on the parallelogram of these two sides.
    double covered =
        Math.abs(
            (double) matrix.getScaleX() * matrix.getScaleY()
                - (double) matrix.getShearX() * matrix.getShearY());
    double whole = Math.max(1, (double) crop.getWidth() * crop.getHeight());
    double share = Math.clamp(covered / whole, 0.001, 1);
    if (share > image) {
      image = share;
      double pixels = (double) picture.getWidth() * picture.getHeight();
      dpi = (int) Math.round(POINTS_PER_INCH * Math.sqrt(pixels / Math.max(1, covered)));
    }
  }

  @Override
  public void clip(int windingRule) {
    // What is clipped away is rare in disclosures, and a line more does no harm.
  }

  @Override
  public void shadingFill(COSName shadingName) {
    // Shading is no line.
  }
}
