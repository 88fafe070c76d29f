package mingcha.serve;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import mingcha.disclosure.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of an export come from, said in each: files are cut, joined and passed on.
 *
 * @param question as a sentence that reads back as the same question
 * @param indexed when the index was last written; null where that is not known
 * @param site what links begin with, its end a slash
 */
public record ExportOrigin(String question, @Nullable Instant indexed, URI site) {
  public ExportOrigin {
    if (indexed != null) {
      indexed = indexed.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** The page that shows an entry within its disclosure. */
  String link(Disclosure of, String entryId) {
    return site + "d/" + of.id() + "#e-" + entryId;
  }

  /** As written: 2026-11-21T11:20:53Z; empty where it is not known. */
  String indexDate() {
    return indexed == null ? "" : indexed.toString();
  }
}
