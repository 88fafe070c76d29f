package mingcha.serve;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.Disclosure;
import mingcha.store.Store;

/** Which file of a disclosure is asked for: the first, or the one that {@code file} names. */
final class Parts {
  private Parts() {}

  static Disclosure asked(Context context, Store store) {
    String id = context.pathParam("id");
    List<Disclosure> parts = store.parts(id);
    if (parts.isEmpty()) {
      throw ApiProblem.notFound("no disclosure has the id " + id);
    }
    String file = Parameters.single(context, "file");
    return parts.stream()
        .filter(part -> file.isEmpty() || part.file().equals(file))
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.badParameter(
                    "file",
                    file,
                    "file is one of the disclosure's: "
                        + parts.stream().map(Disclosure::file).collect(Collectors.joining(", "))));
  }
}
