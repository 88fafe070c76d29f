package mingcha.extract;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.BitSet;

/** A picture of a page in black and white: where there is ink, and where paper. */
final class Ink {
  /** How much darker than the paper ink is, of 255. Thin lines are smeared grey by scanners. */
  private static final int DARKER = 60;

  /** Nine tenths of a page are paper. */
  private static final double PAPER = 0.8;

  private final BufferedImage grey;
  private final int width;
  private final int height;
  private final byte[] pixels;
  private final BitSet dark;
  private final int paper;

  private Ink(BufferedImage grey) {
    this.grey = grey;
    this.width = grey.getWidth();
    this.height = grey.getHeight();
    this.pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    this.paper = paper();
    this.dark = new BitSet(pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      if ((pixels[i] & 0xFF) < paper - DARKER) {
        dark.set(i);
      }
    }
  }

  /** Copies the picture: what is wiped here stays in the original. */
  static Ink of(BufferedImage picture) {
    BufferedImage grey =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, grey.getWidth(), grey.getHeight());
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return new Ink(grey);
  }

  private int paper() {
    int[] counts = new int[256];
    for (byte pixel : pixels) {
      counts[pixel & 0xFF]++;
    }
    long wanted = Math.round((1 - PAPER) * pixels.length);
    int level = 0;
    for (long below = counts[0]; below < wanted && level < 255; below += counts[++level]) {
      // the level below which the wanted share lies
    }
    return level;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean isDark(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && dark.get(y * width + x);
  }

  /** Whether there is nothing on it, but for specks. */
  boolean isBlank() {
    return dark.cardinality() < pixels.length / 20_000;
  }

  /** Makes paper of a rectangle. */
  void wipe(int x0, int y0, int x1, int y1) {
    for (int y = Math.max(0, y0); y <= Math.min(height - 1, y1); y++) {
      for (int x = Math.max(0, x0); x <= Math.min(width - 1, x1); x++) {
        pixels[y * width + x] = (byte) paper;
        dark.clear(y * width + x);
      }
    }
  }

  BufferedImage picture() {
    return grey;
  }
}
