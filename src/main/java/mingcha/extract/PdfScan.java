package mingcha.extract;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mingcha.disclosure.Box;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
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

  /** Pictures that cover less than this of a page are seals, badges and the like. */
  private static final double ORNAMENT = 0.02;

  private static final int MOST_PICTURES = 200;

  private final PDRectangle crop;
  private final int rotation;
  private final long deadlineNanos;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final Strokes strokes = new Strokes();
  private Point2D current = new Point2D.Double();
  private Point2D start = new Point2D.Double();
  private int unmapped;
  private int blanks;
  private int curves;
  private double image;
  private double largest;
  private int dpi;
  private final List<Box> pictures = new ArrayList<>();

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
   *     by who printed it
   */
  record Glyph(
      String text, double x, double y, double width, double size, int turn, int confidence) {
    static final int SAID = 100;

    /** What nobody sees was recognised by somebody else, nobody knows how well. */
    static final int HIDDEN = 45;

    Glyph hidden() {
      return new Glyph(text, x, y, width, size, turn, HIDDEN);
    }

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
   * @param image how much of it pictures cover, from 0 to 1
   * @param dpi the largest picture's resolution
   */
  record Scanned(
      List<Glyph> glyphs,
      List<Ruling> rulings,
      int unmapped,
      double image,
      int dpi,
      double width,
      double height,
      Beside beside) {
    Scanned {
      glyphs = List.copyOf(glyphs);
      rulings = List.copyOf(rulings);
    }

    /** With nothing beside it. */
    Scanned(
        List<Glyph> glyphs,
        List<Ruling> rulings,
        int unmapped,
        double image,
        int dpi,
        double width,
        double height) {
      this(glyphs, rulings, unmapped, image, dpi, width, height, Beside.NOTHING);
    }
  }

  /**
   * What else is on a page, by which its text is judged.
   *
   * @param blanks how many glyphs are spaces
   * @param curves how many curves are drawn: hardly any, unless type is drawn as such
   * @param pictures those that are no ornaments, by their boxes
   */
  record Beside(int blanks, int curves, List<Box> pictures) {
    static final Beside NOTHING = new Beside(0, 0, List.of());

    Beside {
      pictures = List.copyOf(pictures);
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
        turned ? scan.crop.getWidth() : scan.crop.getHeight(),
        new Beside(scan.blanks, scan.curves, scan.pictures));
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
      blanks++;
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
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    int confidence = mode.isFill() || mode.isStroke() ? Glyph.SAID : Glyph.HIDDEN;
    Glyph glyph =
        new Glyph(Radicals.unified(text), from[0], from[1], width, size, turn, confidence);
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
    return switch (Character.getType(c)) {
      case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      case Character.CONTROL -> c != '\t';
      default -> c == 0xFFFD;
    };
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
    curves++;
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
  public void drawImage(PDImage picture) throws IOException {
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    // The unit square is drawn on the parallelogram of these two sides.
    double covered =
        Math.abs(
            (double) matrix.getScaleX() * matrix.getScaleY()
                - (double) matrix.getShearX() * matrix.getShearY());
    double whole = Math.max(1, (double) crop.getWidth() * crop.getHeight());
    double share = Math.clamp(covered / whole, 0.001, 1);
    // A scan may be cut into strips, one picture each.
    image = Math.min(1, image + share);
    if (share > ORNAMENT && pictures.size() < MOST_PICTURES) {
      pictures.add(box(matrix));
    }
    hide(picture, matrix);
    if (share > largest) {
      largest = share;
      double pixels = (double) picture.getWidth() * picture.getHeight();
      dpi = (int) Math.round(POINTS_PER_INCH * Math.sqrt(pixels / Math.max(1, covered)));
    }
  }

  private Box box(Matrix matrix) {
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      Point2D corner = matrix.transformPoint(i % 2, i < 2 ? 0 : 1);
      double[] at = onPage(corner.getX(), corner.getY());
      x[i] = at[0];
      y[i] = at[1];
    }
    Arrays.sort(x);
    Arrays.sort(y);
    return new Box(x[0], y[0], x[3] - x[0], y[3] - y[0]);
  }

  /** Type that a picture is laid upon is not seen: recognised, to be searched for. */
  private void hide(PDImage picture, Matrix matrix) throws IOException {
    boolean seenThrough =
        picture.isStencil()
            || !(picture instanceof PDImageXObject whole)
            || whole.getSoftMask() != null
            || whole.getMask() != null
            || getGraphicsState().getNonStrokeAlphaConstant() < 1
            || !BlendMode.NORMAL.equals(getGraphicsState().getBlendMode());
    if (!seenThrough) {
      Box box = box(matrix);
      glyphs.replaceAll(glyph -> PdfPages.contains(box, glyph) ? glyph.hidden() : glyph);
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
