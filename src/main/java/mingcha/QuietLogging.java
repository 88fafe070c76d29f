package mingcha;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the JDK's own logging (Lucene's) speak of warnings only; named in a system property. */
public final class QuietLogging {
  public QuietLogging() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }
}
