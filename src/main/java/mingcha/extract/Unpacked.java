package mingcha.extract;

import java.nio.file.Path;
import java.util.List;
import mingcha.extract.Outcome.Failed;

/**
 * What was in an archive, and in the archives within it.
 *
 * @param self what became of the archive itself; its name is empty
 * @param members in the order of the archive, those of an inner one before it
 */
public record Unpacked(Member self, List<Member> members) {
  public Unpacked {
    members = List.copyOf(members);
  }

  /** Something in an archive; the name is relative to it: {@code 附件/b.zip!/c.pdf}. */
  public sealed interface Member {
    String name();
  }

  /** A file to be read, and where it lies now. */
  public record File(String name, Path path) implements Member {}

  /** An archive that was opened: how many files, and archives that were not opened, it holds. */
  public record Opened(String name, int files) implements Member {}

  /** What could not be unpacked. */
  public record Lost(String name, Failed failed) implements Member {}
}
