package mingcha.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What a worker is asked to do. */
sealed interface Job {
  /** Read a file: answered with an outcome. */
  record Extract(String path, String file) implements Job {}

  /** Unpack an archive into a folder: answered with what was in it. */
  record Unpack(String path, String file, String folder) implements Job {}

  /** Draw a page into a PNG file, turned if it was read so: answered with what came of it. */
  record Draw(String path, int page, int turns, String target) implements Job {}

  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case Extract extract -> {
        out.writeByte(0);
        OutcomeCodec.string(extract.path(), out);
        OutcomeCodec.string(extract.file(), out);
      }
      case Unpack unpack -> {
        out.writeByte(1);
        OutcomeCodec.string(unpack.path(), out);
        OutcomeCodec.string(unpack.file(), out);
        OutcomeCodec.string(unpack.folder(), out);
      }
      case Draw draw -> {
        out.writeByte(2);
        OutcomeCodec.string(draw.path(), out);
        out.writeInt(draw.page());
        out.writeInt(draw.turns());
        OutcomeCodec.string(draw.target(), out);
      }
    }
    out.flush();
  }

  static Job read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 0 -> new Extract(OutcomeCodec.string(in), OutcomeCodec.string(in));
      case 1 ->
          new Unpack(OutcomeCodec.string(in), OutcomeCodec.string(in), OutcomeCodec.string(in));
      case 2 ->
          new Draw(OutcomeCodec.string(in), in.readInt(), in.readInt(), OutcomeCodec.string(in));
      default -> throw new IOException("a job of kind " + kind);
    };
  }
}
