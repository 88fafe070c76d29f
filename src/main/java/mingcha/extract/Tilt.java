package mingcha.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * How a page lies on its picture, when it was fed or photographed the wrong way.
 *
 * @param lean degrees that its lines fall to the right by
 * @param turns quarters to the right that the picture is turned by, behind that, to be read
 */
record Tilt(double lean, int turns) {
  static final Tilt NONE = new Tilt(0, 0);

  /** A line across a page rises by less than half a point; to turn it would only blur it. */
  private static final double LEAST = 0.15;

  Tilt {
    if (!(Math.abs(lean) < 45) || turns < 0 || turns > 3) {
      throw new IllegalArgumentException("a page leans by " + lean + ", turned by " + turns);
    }
  }

  /** What can be seen without reading it: how its lines lean. */
  static Tilt of(BufferedImage picture) {
    double lean = InkProfile.lean(Ink.of(picture));
    return Math.abs(lean) < LEAST ? NONE : new Tilt(lean, 0);
  }

  Tilt turnedRight(int more) {
    return new Tilt(lean, (turns + more) % 4);
  }

  /** The picture with the page upright on it; larger by the corners of one that leaned. */
  BufferedImage upright(BufferedImage picture) {
    if (equals(NONE)) {
      return picture;
    }
    double angle = Math.toRadians(90 * turns - lean);
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    int width = (int) Math.round(picture.getWidth() * cos + picture.getHeight() * sin);
    int height = (int) Math.round(picture.getWidth() * sin + picture.getHeight() * cos);
    BufferedImage turned = new BufferedImage(width, height, type(picture));
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.translate(width / 2.0, height / 2.0);
    if (lean == 0) {
      graphics.transform(java.awt.geom.AffineTransform.getQuadrantRotateInstance(turns));
    } else {
      graphics.rotate(angle);
    }
    graphics.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return turned;
  }

  private static int type(BufferedImage picture) {
    boolean grey = picture.getColorModel().getNumColorComponents() == 1;
    return grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
  }
}
