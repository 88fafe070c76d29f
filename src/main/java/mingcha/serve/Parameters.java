package mingcha.serve;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query parameters of a request. */
final class Parameters {
  /** Longer than any sentence a person asks, short enough to analyse in a moment. */
  private static final int LONGEST_QUESTION = 1_000;

  private Parameters() {}

  /** The value of a parameter that is given at most once; empty where it is not. */
  static String single(Context context, String name) {
    List<String> values = context.queryParams(name);
    if (values.size() > 1) {
      throw ApiProblem.badParameter(
          name, String.join(",", values), name + " is given " + values.size() + " times");
    }
    return values.isEmpty() ? "" : values.get(0).strip();
  }

  /** The question as typed; empty for none. */
  static String question(Context context) {
    return bounded(single(context, "q"));
  }

  /** A question that is not too long to be analysed in a moment. */
  static String bounded(String question) {
    if (question.length() > LONGEST_QUESTION) {
      throw ApiProblem.badParameter(
          "q",
          question.substring(0, 40) + "…",
          "q has at most " + LONGEST_QUESTION + " characters, not " + question.length());
    }
    return question;
  }

  /** The given ones among these, each with all of its values. */
  static Map<String, List<String>> given(Context context, List<String> names) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String name : names) {
      List<String> values = context.queryParams(name);
      if (!values.isEmpty()) {
        given.put(name, values);
      }
    }
    return given;
  }
}
