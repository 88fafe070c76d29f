package mingcha.extract;

import java.util.List;

/** What became of a file. */
public sealed interface Outcome {
  /**
   * Read.
   *
   * @param mediaType as detected, {@code text/plain; charset=GB18030}
   */
  record Extracted(String mediaType, List<Page> pages) implements Outcome {
    public Extracted {
      pages = List.copyOf(pages);
    }
  }

  /** There is nothing in it, and that is no fault: {@code no bytes}, {@code white space only}. */
  record Empty(String reason) implements Outcome {}

  /** It could not be read. */
  record Failed(Reason reason, String detail) implements Outcome {}

  /** Why a file failed; a person can filter by these. */
  enum Reason {
    /** Larger than what is read. */
    TOO_LARGE,
    /** Of a type that is not read. */
    UNSUPPORTED,
    /** Named as text, but its bytes are none. */
    NOT_TEXT,
    /** It was there when the folder was listed, and was not when it was opened. */
    VANISHED,
    /** It cannot be opened or read: permissions, a broken disk. */
    UNREADABLE,
    /** Damaged. */
    CORRUPT,
    /** Locked with a password. */
    ENCRYPTED,
    /** An archive out of which more comes, or from deeper within, than any honest one holds. */
    BOMB,
    /** Took too long. */
    TIMEOUT,
    /** Needed more memory than a file may. */
    OUT_OF_MEMORY,
    /** The process that read it died of it. */
    CRASHED,
    /** A fault of ours, with the exception in the detail. */
    INTERNAL
  }
}
