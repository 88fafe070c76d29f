package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.Source;

/**
 * A row of a form, or a line of running text, in the one shape that all layouts are brought to.
 *
 * @param cells also the empty ones
 * @param tabular whether it stood in a grid
 * @param pieces sources of wrapped lines that were joined to its cells
 */
record ProjectRow(List<Cell> cells, boolean tabular, List<Source> pieces) {
  ProjectRow {
    cells = List.copyOf(cells);
    pieces = List.copyOf(pieces);
  }

  /** The row of a form printed in plain lines: its words as cells. A long line stays one. */
  ProjectRow split() {
    if (tabular || cells.getFirst().text().length() > 80) {
      return this;
    }
    List<Cell> words = new ArrayList<>();
    for (String word : ProjectWords.words(cells.getFirst().text())) {
      words.add(new Cell(word, -1, cells.getFirst().source()));
    }
    return words.isEmpty() ? this : new ProjectRow(words, false, pieces);
  }

  /**
   * A cell.
   *
   * @param text without white space at its ends and without left-over markup
   * @param column from 0, or -1 where the layout has no columns
   */
  record Cell(String text, int column, Source source) {
    /** The text as a label: no white space, no colon at its end. */
    String label() {
      return ProjectWords.label(text);
    }

    boolean isEmpty() {
      return text.isEmpty();
    }
  }

  /** The cells that hold something. */
  List<Cell> filled() {
    return cells.stream().filter(c -> !c.isEmpty()).toList();
  }

  /** All of its text, cells parted by a space. */
  String text() {
    return filled().stream().map(Cell::text).collect(Collectors.joining(" "));
  }
}
