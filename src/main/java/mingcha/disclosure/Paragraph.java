package mingcha.disclosure;

import java.util.List;

/** A paragraph of narrative under its headings. */
public record Paragraph(String text, List<String> path, Source source) {
  public Paragraph {
    path = List.copyOf(path);
  }
}
