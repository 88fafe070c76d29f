package mingcha.ingest;

import java.util.List;
import java.util.function.Function;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.extract.Extractor;
import mingcha.extract.Page;
import mingcha.interpret.Hints;

/**
 * What a file goes through on its way to becoming content. All parts are used by several threads.
 *
 * @param checks findings in a content, to be indexed with its entries
 * @param version goes up whenever the extractor, the interpreter or the checks would read a file
 *     differently; files read by another version are read again
 */
public record Pipeline(
    Extractor extractor,
    Interpreting interpreter,
    Function<Content, List<Entry>> checks,
    String version) {

  /** Without checks. */
  public Pipeline(Extractor extractor, Interpreting interpreter, String version) {
    this(extractor, interpreter, content -> List.of(), version);
  }

  /** {@code Interpreter::interpret}. */
  @FunctionalInterface
  public interface Interpreting {
    Content interpret(String file, String sha256, List<Page> pages, Hints hints);
  }
}
