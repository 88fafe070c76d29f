package mingcha;

import mingcha.sample.SampleWriter;
import mingcha.text.Lexicon;

/** The lexicon that the commands share: real divisions, and the invented ones of the sample. */
final class Places {
  private Places() {}

  static Lexicon lexicon() {
    return Shared.LEXICON;
  }

  /** Made when it is first asked for. */
  private static final class Shared {
    static final Lexicon LEXICON = Lexicon.with(SampleWriter.divisions());
  }
}
