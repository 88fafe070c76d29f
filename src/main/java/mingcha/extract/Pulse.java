package mingcha.extract;

/**
 * Told of each page that was recognised. A scan of a hundred pages takes minutes and is not stuck:
 * its file is given its time anew for each of them.
 */
@FunctionalInterface
interface Pulse {
  /** Nobody waits. */
  Pulse NONE = () -> {};

  void beat();
}
