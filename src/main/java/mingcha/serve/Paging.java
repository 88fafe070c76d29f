package mingcha.serve;

import io.javalin.http.Context;
import mingcha.index.EntrySearcher.Slice;

/**
 * Which part of a list is asked for.
 *
 * @param page from 1
 * @param size how many a page; 0 for the counts alone
 */
record Paging(int page, int size) {
  private static final int DEFAULT_SIZE = 20;
  private static final int MOST_SIZE = 100;

  /** Each page must collect all hits before it, so deep pages are for {@code export}. */
  private static final int MOST_REACHED = 10_000;

  static Paging of(Context context) {
    int page = number(context, "page", 1, 1, MOST_REACHED);
    int size = number(context, "size", DEFAULT_SIZE, 0, MOST_SIZE);
    if (page * size > MOST_REACHED) {
      throw ApiProblem.badParameter(
          "page",
          Integer.toString(page),
          "page × size is at most "
              + MOST_REACHED
              + ", not "
              + page
              + " × "
              + size
              + "; narrow the question, or use the export command for all of it");
    }
    return new Paging(page, size);
  }

  Slice slice() {
    return new Slice((page - 1) * size, size);
  }

  private static int number(Context context, String name, int standard, int least, int most) {
    String given = Parameters.single(context, name);
    if (given.isEmpty()) {
      return standard;
    }
    try {
      int value = Integer.parseInt(given);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw ApiProblem.badParameter(
        name,
        given,
        name + " is a whole number from " + least + " to " + most + ", not '" + given + "'");
  }
}
