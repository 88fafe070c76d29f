package mingcha;

/**
 * Starts {@code Main}, or says which Java is needed. Compiled for Java 11, so that an older Java
 * than Mingcha needs can still run it.
 */
public final class Launcher {
  private static final int NEEDED = 21;

  private Launcher() {}

  public static void main(String[] args) throws Throwable {
    int found = Runtime.version().feature();
    if (found < NEEDED) {
      System.err.println(
          "Mingcha needs Java "
              + NEEDED
              + " or newer; this is Java "
              + found
              + " at "
              + System.getProperty("java.home")
              + ". Install a newer JDK, or start it with that JDK's bin/java.");
      System.exit(2);
    }
    try {
      Class.forName("mingcha.Main").getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
