package mingcha.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.store.Store;
import mingcha.store.Tidings;
import org.jspecify.annotations.Nullable;

/**
 * Asks the alerts again about what came since a day: for one that was set aside and works again, or
 * one that is to hear of what was there before it. What it was told already is not told again.
 */
public final class Replay {
  private Replay() {}

  /**
   * How many disclosures were asked about.
   *
   * @param only the id of one alert, or null for all
   */
  public static int run(Store store, Instant since, @Nullable String only, Clock clock)
      throws IOException {
    String occasion = " replayed " + clock.millis();
    // Of one that is published in parts all are asked about together, as when they came.
    Map<String, Disclosure> disclosures = new LinkedHashMap<>();
    store.seenSince(since.toEpochMilli()).forEach(d -> disclosures.put(d.id(), d));
    try (AlertMatcher matcher = AlertMatcher.over(store, clock)) {
      for (Disclosure disclosure : disclosures.values()) {
        Content content = store.whole(disclosure.id()).orElse(null);
        if (content != null) {
          Arrival arrival = new Arrival(0, disclosure, List.of(), content.entries());
          Tidings tidings = matcher.replay(arrival, occasion, only);
          store.outbox().tell(tidings);
        }
      }
    }
    return disclosures.size();
  }
}
