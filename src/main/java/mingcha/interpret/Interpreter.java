package mingcha.interpret;

import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Metrics;
import mingcha.extract.Page;
import mingcha.text.Lexicon;

/** Says what the pages of a file claim. Safe for use by several threads. */
public final class Interpreter {
  private final Lexicon lexicon;
  private final Metrics metrics;

  public Interpreter(Lexicon lexicon, Metrics metrics) {
    this.lexicon = lexicon;
    this.metrics = metrics;
  }

  /**
   * Reads the pages of one file.
   *
   * @param file relative to the ingested root
   * @param sha256 of the file's bytes
   */
  public Content interpret(String file, String sha256, List<Page> pages, Hints hints) {
    throw new UnsupportedOperationException(lexicon + " " + metrics);
  }
}
