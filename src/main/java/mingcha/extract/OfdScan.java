package mingcha.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Scanned;
import org.jspecify.annotations.Nullable;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.PageBlockType;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CT_PageBlock;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CompositeObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.ImageObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.core.compositeObj.CT_VectorG;
import org.ofdrw.core.graph.pathObj.OptVal;
import org.ofdrw.core.pageDescription.CT_GraphicUnit;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.reader.DeltaTool;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.reader.PageInfo;

/**
 * One page of an OFD: its glyphs and lines, with those of the templates that lie below it, in
 * points from its upper left corner. A unit stands at its boundary, turned by its matrix (GB/T
 * 33190-2016, 8.5).
 */
final class OfdScan {
  private static final int MOST_GLYPHS = 200_000;

  private static final int MOST_IMAGES = 500;

  /** Units within units; the standard sets no limit. */
  private static final int DEEPEST = 8;

  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final OFDReader reader;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final Strokes strokes = new Strokes();
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final List<ImageObject> images = new ArrayList<>();
  private double covered;

  private OfdScan(OFDReader reader, ST_Box size) {
    this.reader = reader;
    this.left = size.getTopLeftX();
    this.top = size.getTopLeftY();
    this.width = Math.max(1, size.getWidth());
    this.height = Math.max(1, size.getHeight());
  }

  /**
   * @param number from 1
   */
  static OfdScan of(OFDReader reader, int number) throws IOException {
    PageInfo page = reader.getPageInfo(number);
    OfdScan scan = new OfdScan(reader, page.getSize());
    AffineTransform onPage =
        AffineTransform.getScaleInstance(POINTS_PER_MILLIMETRE, POINTS_PER_MILLIMETRE);
    onPage.translate(-scan.left, -scan.top);
    for (CT_Layer layer : page.getAllLayer()) {
      scan.blocks(layer, onPage, 0);
    }
    return scan;
  }

  Scanned scanned() {
    double share = Math.clamp(covered / (width * height), 0, 1);
    return new Scanned(
        glyphs,
        strokes.rulings(),
        0,
        share,
        glyphs.isEmpty() ? dpi() : 0,
        width * POINTS_PER_MILLIMETRE,
        height * POINTS_PER_MILLIMETRE);
  }

  /** What the pictures of the page show. */
  BufferedImage picture(int atDpi) throws IOException {
    double perMillimetre = atDpi / 25.4;
    BufferedImage page = blank(pixels(width * perMillimetre), pixels(height * perMillimetre));
    Graphics2D graphics = graphics(page);
    try {
      for (ImageObject each : images) {
        BufferedImage image = reader.getResMgt().getImage(each);
        if (image == null) {
          throw new IOException("a picture that it names is not in the file");
        }
        ST_Box box = each.getBoundary();
        graphics.drawImage(
            image,
            pixels((box.getTopLeftX() - left) * perMillimetre),
            pixels((box.getTopLeftY() - top) * perMillimetre),
            pixels(box.getWidth() * perMillimetre),
            pixels(box.getHeight() * perMillimetre),
            null);
      }
    } finally {
      graphics.dispose();
    }
    return page;
  }

  private static int pixels(double size) {
    return Math.max(1, (int) Math.round(size));
  }

  /** The picture in grey and of that size. */
  static BufferedImage sized(BufferedImage image, int wide, int high) {
    BufferedImage grey = blank(wide, high);
    Graphics2D graphics = graphics(grey);
    try {
      graphics.drawImage(image, 0, 0, wide, high, null);
    } finally {
      graphics.dispose();
    }
    return grey;
  }

  private static BufferedImage blank(int wide, int high) {
    BufferedImage grey = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = graphics(grey);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, wide, high);
    graphics.dispose();
    return grey;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    return graphics;
  }

  private void blocks(CT_PageBlock blocks, AffineTransform at, int depth) throws IOException {
    if (depth > DEEPEST) {
      return;
    }
    for (PageBlockType block : blocks.getPageBlocks()) {
      switch (block) {
        case TextObject text -> text(text, at);
        case PathObject path -> path(path, at);
        case ImageObject image -> image(image, at);
        case CompositeObject composite -> composite(composite, at, depth);
        case CT_PageBlock nested -> blocks(nested, at, depth + 1);
        default -> {
          // Videos and the like say nothing.
        }
      }
    }
  }

  /** From the space of a unit to the page; null for what is not shown. */
  private static @Nullable AffineTransform within(CT_GraphicUnit<?> unit, AffineTransform at) {
    if (Boolean.FALSE.equals(unit.getVisible())) {
      return null;
    }
    AffineTransform own = new AffineTransform(at);
    ST_Box boundary = unit.getBoundary();
    if (boundary != null) {
      own.translate(boundary.getTopLeftX(), boundary.getTopLeftY());
    }
    ST_Array matrix = unit.getCTM();
    if (matrix != null && matrix.size() == 6) {
      double[] m = matrix.expectArr(6);
      own.concatenate(new AffineTransform(m[0], m[1], m[2], m[3], m[4], m[5]));
    }
    return own;
  }

  private void composite(CompositeObject composite, AffineTransform at, int depth)
      throws IOException {
    AffineTransform own = within(composite, at);
    CT_VectorG drawing =
        composite.getResourceID() == null
            ? null
            : reader.getResMgt().getCompositeGraphicUnit(composite.getResourceID().toString());
    if (own != null && drawing != null && drawing.getContent() != null) {
      blocks(drawing.getContent(), own, depth + 1);
    }
  }

  private void text(TextObject object, AffineTransform at) {
    AffineTransform own = within(object, at);
    if (own == null || object.getSize() == null) {
      return;
    }
    double x = 0;
    double y = 0;
    for (TextCode code : object.getTextCodes()) {
      // Where it gives no place, it goes on where the one before stood.
      x = code.getX() == null ? x : code.getX();
      y = code.getY() == null ? y : code.getY();
      code(code, object, own, x, y);
    }
  }

  private void code(TextCode code, TextObject object, AffineTransform own, double x0, double y0) {
    String content = code.getContent() == null ? "" : code.getContent();
    int[] characters = content.codePoints().toArray();
    List<Float> across = DeltaTool.getDelta(code.getDeltaX(), characters.length);
    List<Float> down = DeltaTool.getDelta(code.getDeltaY(), characters.length);
    double scale = object.getHScale() == null ? 1 : object.getHScale();
    double x = x0;
    double y = y0;
    for (int i = 0; i < characters.length && glyphs.size() < MOST_GLYPHS; i++) {
      double wide = object.getSize() * scale * (characters[i] < 0x2E80 ? 0.5 : 1);
      double dx = i < across.size() ? across.get(i) : 0;
      double dy = i < down.size() ? down.get(i) : 0;
      // A step that is a little wider is the spacing of the line, a much wider one is a gap.
      double width = dx > 0 && dx < 1.3 * wide ? dx : wide;
      glyph(Character.toString(characters[i]), own, x, y, width, object.getSize());
      x += dx == 0 && dy == 0 ? wide : dx;
      y += dy;
    }
  }

  private void glyph(
      String text, AffineTransform own, double x, double y, double width, double size) {
    if (text.isBlank()) {
      return;
    }
    Point2D from = own.transform(new Point2D.Double(x, y), null);
    Point2D to = own.transform(new Point2D.Double(x + width, y), null);
    Point2D above = own.transform(new Point2D.Double(x, y - size), null);
    double dx = to.getX() - from.getX();
    double dy = to.getY() - from.getY();
    glyphs.add(
        new Glyph(
            text,
            from.getX(),
            from.getY(),
            Math.hypot(dx, dy),
            from.distance(above),
            PdfScan.turn(dx, dy),
            Glyph.SAID));
  }

  private void path(PathObject path, AffineTransform at) {
    AffineTransform own = within(path, at);
    if (own == null || path.getAbbreviatedDataEle() == null) {
      return;
    }
    Point2D start = new Point2D.Double();
    Point2D current = start;
    for (OptVal step : path.getAbbreviatedDataEle().getRawOptVal()) {
      double[] v = step.expectValues();
      Point2D to =
          v.length < 2
              ? start
              : own.transform(new Point2D.Double(v[v.length - 2], v[v.length - 1]), null);
      switch (step.getOpt()) {
        case "S", "M" -> start = to;
        case "L", "C" -> strokes.segment(current.getX(), current.getY(), to.getX(), to.getY());
        default -> {
          // Curves are no lines.
        }
      }
      current = to;
    }
    if (Boolean.FALSE.equals(path.getStroke())) {
      strokes.fill();
    } else {
      strokes.stroke();
    }
  }

  private void image(ImageObject image, AffineTransform at) {
    ST_Box box = image.getBoundary();
    if (within(image, at) != null && box != null && images.size() < MOST_IMAGES) {
      images.add(image);
      covered += box.getWidth() * box.getHeight();
    }
  }

  /** The resolution of the finest picture, or of print where none says. */
  private int dpi() {
    int finest = 0;
    for (ImageObject each : images) {
      try {
        BufferedImage image = reader.getResMgt().getImage(each);
        double inches = each.getBoundary().getWidth() / 25.4;
        finest = Math.max(finest, image == null ? 0 : (int) Math.round(image.getWidth() / inches));
      } catch (IOException | RuntimeException e) {
        finest = Math.max(finest, 1); // it is said when it is drawn
      }
    }
    return finest;
  }
}
