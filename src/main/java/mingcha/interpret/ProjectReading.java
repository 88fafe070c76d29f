package mingcha.interpret;

import java.util.List;
import java.util.Set;
import mingcha.disclosure.Source;

/**
 * What {@link ProjectForms} read.
 *
 * @param entries projects, their indicators, and the line of a whole-department form
 * @param consumed the sources of text blocks and grid cells that the forms are made of: their words
 *     are in the entries' text, so no passage and no row need be made of them. Evaluation reports
 *     are not among them, they remain passages too
 */
record ProjectReading(List<DraftEntry> entries, Set<Source> consumed) {
  ProjectReading {
    entries = List.copyOf(entries);
    consumed = Set.copyOf(consumed);
  }
}
