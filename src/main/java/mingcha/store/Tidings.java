package mingcha.store;

import java.util.List;

/**
 * What some versions of disclosures are to alerts.
 *
 * @param revision of the alerts that were asked: if it has changed, others may have to be told
 */
public record Tidings(List<MatchRow> matches, List<OutboxRow> outbox, long revision) {
  public Tidings {
    matches = List.copyOf(matches);
    outbox = List.copyOf(outbox);
  }
}
