package mingcha.extract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.Unpacked.Lost;
import mingcha.extract.Unpacked.Member;
import mingcha.extract.Unpacked.Opened;
import org.jspecify.annotations.Nullable;

/** What was in an archive, or that it is none, as bytes between two processes. */
final class UnpackedCodec {
  private static final int FILE = 0;
  private static final int OPENED = 1;
  private static final int LOST = 2;

  private UnpackedCodec() {}

  static void write(@Nullable Unpacked unpacked, DataOutputStream out) throws IOException {
    out.writeBoolean(unpacked != null);
    if (unpacked != null) {
      member(unpacked.self(), out);
      out.writeInt(unpacked.members().size());
      for (Member member : unpacked.members()) {
        member(member, out);
      }
    }
  }

  static @Nullable Unpacked read(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    Member self = member(in);
    int count = in.readInt();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(member(in));
    }
    return new Unpacked(self, members);
  }

  private static void member(Member member, DataOutputStream out) throws IOException {
    switch (member) {
      case Unpacked.File file -> {
        out.writeByte(FILE);
        OutcomeCodec.string(file.name(), out);
        OutcomeCodec.string(file.path().toString(), out);
      }
      case Opened opened -> {
        out.writeByte(OPENED);
        OutcomeCodec.string(opened.name(), out);
        out.writeInt(opened.files());
      }
      case Lost lost -> {
        out.writeByte(LOST);
        OutcomeCodec.string(lost.name(), out);
        OutcomeCodec.string(lost.failed().reason().name(), out);
        OutcomeCodec.string(lost.failed().detail(), out);
      }
    }
  }

  private static Member member(DataInputStream in) throws IOException {
    int kind = in.readByte();
    String name = OutcomeCodec.string(in);
    return switch (kind) {
      case FILE -> new Unpacked.File(name, Path.of(OutcomeCodec.string(in)));
      case OPENED -> new Opened(name, in.readInt());
      case LOST ->
          new Lost(
              name, new Failed(Reason.valueOf(OutcomeCodec.string(in)), OutcomeCodec.string(in)));
      default -> throw new IOException("a member of kind " + kind);
    };
  }
}
