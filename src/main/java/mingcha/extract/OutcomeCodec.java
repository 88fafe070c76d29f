package mingcha.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Box;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as bytes between two processes of the same build. Strings go with their length in
 * bytes before them; what may be null has a bit that says whether it is there.
 */
final class OutcomeCodec {
  private static final int EXTRACTED = 0;
  private static final int EMPTY = 1;
  private static final int FAILED = 2;

  private static final int HEADING = 0;
  private static final int TEXT = 1;
  private static final int GRID = 2;
  private static final int PICTURE = 3;

  /** In place of a confidence. */
  private static final int NO_PICTURE = -1;

  private OutcomeCodec() {}

  static void write(Outcome outcome, DataOutputStream out) throws IOException {
    switch (outcome) {
      case Extracted extracted -> {
        out.writeByte(EXTRACTED);
        string(extracted.mediaType(), out);
        out.writeInt(extracted.pages().size());
        for (Page page : extracted.pages()) {
          out.writeInt(page.number() == null ? 0 : page.number());
          out.writeInt(page.blocks().size());
          for (Block block : page.blocks()) {
            block(block, out);
          }
        }
      }
      case Empty empty -> {
        out.writeByte(EMPTY);
        string(empty.reason(), out);
      }
      case Failed failed -> {
        out.writeByte(FAILED);
        string(failed.reason().name(), out);
        string(failed.detail(), out);
      }
    }
  }

  /** Reads what {@link #write} wrote of a file of this name. */
  static Outcome read(DataInputStream in, String file) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case EXTRACTED -> new Extracted(string(in), pages(in, file));
      case EMPTY -> new Empty(string(in));
      case FAILED -> new Failed(Reason.valueOf(string(in)), string(in));
      default -> throw new IOException("an outcome of kind " + kind);
    };
  }

  private static List<Page> pages(DataInputStream in, String file) throws IOException {
    int count = in.readInt();
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = in.readInt();
      int size = in.readInt();
      List<Block> blocks = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        blocks.add(block(in, file));
      }
      pages.add(new Page(number == 0 ? null : number, blocks));
    }
    return pages;
  }

  private static void block(Block block, DataOutputStream out) throws IOException {
    switch (block) {
      case Block.Heading heading -> {
        out.writeByte(HEADING);
        out.writeInt(heading.level());
        string(heading.text(), out);
      }
      case Block.Text text -> {
        out.writeByte(TEXT);
        string(text.text(), out);
        confidence(text.confidence(), out);
      }
      case Block.Grid grid -> {
        out.writeByte(GRID);
        out.writeInt(grid.cells().size());
        for (GridCell cell : grid.cells()) {
          out.writeInt(cell.row());
          out.writeInt(cell.column());
          out.writeInt(cell.rowSpan());
          out.writeInt(cell.columnSpan());
          string(cell.text(), out);
          source(cell.source(), out);
          confidence(cell.confidence(), out);
        }
      }
      case Block.Picture picture -> {
        out.writeByte(PICTURE);
        out.writeBoolean(picture.description() != null);
        if (picture.description() != null) {
          string(picture.description(), out);
        }
      }
    }
    source(block.source(), out);
  }

  private static Block block(DataInputStream in, String file) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case HEADING -> new Block.Heading(in.readInt(), string(in), source(in, file));
      case TEXT -> {
        String text = string(in);
        Integer sure = confidence(in);
        yield new Block.Text(text, source(in, file), sure);
      }
      case GRID -> new Block.Grid(cells(in, file), source(in, file));
      case PICTURE -> new Block.Picture(in.readBoolean() ? string(in) : null, source(in, file));
      default -> throw new IOException("a block of kind " + kind);
    };
  }

  private static List<GridCell> cells(DataInputStream in, String file) throws IOException {
    int count = in.readInt();
    List<GridCell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(
          new GridCell(
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              string(in),
              source(in, file),
              confidence(in)));
    }
    return cells;
  }

  private static void confidence(@Nullable Integer confidence, DataOutputStream out)
      throws IOException {
    out.writeByte(confidence == null ? NO_PICTURE : confidence);
  }

  private static @Nullable Integer confidence(DataInputStream in) throws IOException {
    byte confidence = in.readByte();
    return confidence == NO_PICTURE ? null : Integer.valueOf(confidence);
  }

  private static void source(Source source, DataOutputStream out) throws IOException {
    @Nullable Integer[] places = {source.page(), source.line(), source.row(), source.column()};
    int there = 0;
    for (int i = 0; i < places.length; i++) {
      there |= places[i] == null ? 0 : 1 << i;
    }
    there |= source.table() == null ? 0 : 1 << 4;
    there |= source.box() == null ? 0 : 1 << 5;
    out.writeByte(there);
    for (Integer place : places) {
      if (place != null) {
        out.writeInt(place);
      }
    }
    if (source.table() != null) {
      string(source.table(), out);
    }
    Box box = source.box();
    if (box != null) {
      out.writeDouble(box.x());
      out.writeDouble(box.y());
      out.writeDouble(box.width());
      out.writeDouble(box.height());
    }
  }

  private static Source source(DataInputStream in, String file) throws IOException {
    int there = in.readByte();
    @Nullable Integer[] places = new Integer[4];
    for (int i = 0; i < places.length; i++) {
      places[i] = (there & 1 << i) == 0 ? null : Integer.valueOf(in.readInt());
    }
    String table = (there & 1 << 4) == 0 ? null : string(in);
    Box box =
        (there & 1 << 5) == 0
            ? null
            : new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    return new Source(file, places[0], places[1], table, places[2], places[3], box);
  }

  static void string(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String string(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("a string of " + length + " bytes ends after " + bytes.length);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
