package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;

/**
 * Other words in one sentence, of the narrative or of a project's form.
 *
 * @param sentence its first group is what is changed
 */
record SentencePlanting(Pattern sentence, UnaryOperator<String> change) implements Planting {
  static SentencePlanting of(String sentence, UnaryOperator<String> change) {
    return new SentencePlanting(Pattern.compile(sentence), change);
  }

  /** An amount in 万元 told too large. */
  static SentencePlanting amount(String sentence) {
    return of(sentence, CellPlanting::raised);
  }

  /** A percentage told too large. */
  static SentencePlanting rate(String sentence) {
    return of(
        sentence, raw -> new java.math.BigDecimal(raw).add(new java.math.BigDecimal("3.17")) + "");
  }

  /** The same words, whatever stood there. */
  static SentencePlanting words(String sentence, String words) {
    return of(sentence, old -> words);
  }

  @Override
  public Optional<Planted> in(Document document, Dice dice) {
    List<Planted> planted = new ArrayList<>();
    for (int p = 0; p < document.parts().size(); p++) {
      int at = p;
      switch (document.parts().get(p)) {
        case Paragraph paragraph ->
            changed(paragraph.text())
                .ifPresent(c -> planted.add(with(document, at, new Paragraph(c.text()), c)));
        case Heading heading ->
            changed(heading.text())
                .ifPresent(
                    c ->
                        planted.add(with(document, at, new Heading(heading.level(), c.text()), c)));
        case Grid grid -> {
          if (grid.kind() == Grid.Kind.PROJECT) {
            form(document, at, grid, planted);
          }
        }
        case Document.Contents contents -> {}
      }
    }
    return planted.isEmpty() ? Optional.empty() : Optional.of(dice.one(planted));
  }

  private void form(Document document, int at, Grid grid, List<Planted> planted) {
    for (int r = 0; r < grid.rows().size(); r++) {
      for (int c = 0; c < grid.rows().get(r).size(); c++) {
        Optional<Changed> changed = changed(grid.rows().get(r).get(c));
        if (changed.isPresent()) {
          List<List<String>> rows = new ArrayList<>(grid.rows());
          List<String> cells = new ArrayList<>(rows.get(r));
          cells.set(c, changed.get().text());
          rows.set(r, cells);
          Grid other =
              new Grid(
                  grid.kind(), grid.title(), grid.caption(), rows, grid.headerRows(), grid.note());
          planted.add(with(document, at, other, changed.get()));
        }
      }
    }
  }

  private record Changed(String text, String where) {}

  private Optional<Changed> changed(String text) {
    Matcher matcher = sentence.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String words = change.apply(matcher.group(1));
    String whole = text.substring(0, matcher.start(1)) + words + text.substring(matcher.end(1));
    return whole.equals(text) ? Optional.empty() : Optional.of(new Changed(whole, words));
  }

  private static Planted with(Document document, int at, Part part, Changed changed) {
    List<Part> parts = new ArrayList<>(document.parts());
    parts.set(at, part);
    return new Planted(new Document(document.title(), parts), changed.where());
  }
}
