package mingcha.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.extract.Extractor;
import mingcha.extract.Page;
import mingcha.interpret.Hints;

/**
 * What a file goes through on its way to becoming content. All parts are used by several threads.
 *
 * @param checks adds what is found in a content to its entries
 * @param years findings between a disclosure and the one of the year before
 * @param version goes up whenever the extractor, the interpreter or the checks would read a file
 *     differently; files read by another version are read again
 */
public record Pipeline(
    Extractor extractor,
    Interpreting interpreter,
    UnaryOperator<Content> checks,
    Years years,
    String version) {

  /** Without checks. */
  public Pipeline(Extractor extractor, Interpreting interpreter, String version) {
    this(extractor, interpreter, content -> content, Years.NONE, version);
  }

  /** Checks between years. */
  public interface Years {
    /** No checks. */
    Years NONE =
        new Years() {
          @Override
          public List<Entry> findings(Content before, Content after, Set<Integer> years) {
            return List.of();
          }

          @Override
          public boolean isBetweenYears(Entry entry) {
            return false;
          }
        };

    /**
     * What two disclosures of one series say of each other, as entries of the later one.
     *
     * @param years in which the publisher has disclosed, of whatever caliber
     */
    List<Entry> findings(Content before, Content after, Set<Integer> years);

    /** Whether an entry is such a finding. */
    boolean isBetweenYears(Entry entry);
  }

  /** {@code Interpreter::interpret}. */
  @FunctionalInterface
  public interface Interpreting {
    Content interpret(String file, String sha256, List<Page> pages, Hints hints);
  }
}
