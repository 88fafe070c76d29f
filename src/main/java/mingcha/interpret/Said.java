package mingcha.interpret;

import java.util.List;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * What a paragraph says of one thing.
 *
 * @param text the sentences that say it
 */
record Said(Target target, String text, List<Reading> readings, List<String> path, Source source) {
  Said {
    readings = List.copyOf(readings);
    path = List.copyOf(path);
  }

  /** What the figures are of. */
  sealed interface Target {
    /** A subject, by its path. */
    record OfSubject(SubjectPath path) implements Target {}

    /** 一般公共预算财政拨款支出 as a whole. */
    record OfGeneralTotal(String name) implements Target {}

    /** A metric of the whole disclosure. */
    record OfItem(NarrativeWords.Item item) implements Target {}

    /** Something that has an initial budget, by a plain name: perhaps a subject. */
    record OfName(String name) implements Target {}
  }
}
