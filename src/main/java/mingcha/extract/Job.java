package mingcha.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What a worker is asked to do. */
sealed interface Job {
  /** Read a file: answered with an outcome. */
  record Extract(String path, String file) implements Job {}

  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case Extract extract -> {
        out.writeByte(0);
        OutcomeCodec.string(extract.path(), out);
        OutcomeCodec.string(extract.file(), out);
      }
    }
    out.flush();
  }

  static Job read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 0 -> new Extract(OutcomeCodec.string(in), OutcomeCodec.string(in));
      default -> throw new IOException("a job of kind " + kind);
    };
  }
}
