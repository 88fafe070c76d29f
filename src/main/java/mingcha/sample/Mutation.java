package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;

/**
 * What happens to a disclosure on its way to a file: oddities met in published ones, one at a time.
 * None changes what is said, so the truth beside the file stays.
 */
public enum Mutation {
  /** Stars and tags that a converter left around names. */
  MARKDOWN_TRACES {
    @Override
    String cell(String text, boolean figure, Dice dice) {
      boolean marked = !figure && text.length() > 2 && dice.chance(15);
      return !marked ? text : dice.chance(50) ? "**" + text + "**" : "<p>" + text + "</p>";
    }
  },

  /** １，５３７．４０ */
  FULL_WIDTH_DIGITS {
    @Override
    String cell(String text, boolean figure, Dice dice) {
      if (!figure) {
        return text;
      }
      StringBuilder wide = new StringBuilder();
      text.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)));
      return wide.toString();
    }
  },

  /** {@code 1, 537.40}: a space behind the comma, in cells and sentences. */
  SPACED_THOUSANDS {
    @Override
    String cell(String text, boolean figure, Dice dice) {
      return figure ? spaced(text) : text;
    }

    @Override
    String sentence(String text, Dice dice) {
      return spaced(text);
    }

    private String spaced(String text) {
      return text.replaceAll("(?<=\\d),(?=\\d{3})", ", ");
    }
  },

  /** 合 计, 项　目: short labels set wide. */
  WIDE_LABELS {
    @Override
    String cell(String text, boolean figure, Dice dice) {
      boolean label = text.equals("合计") || text.equals("项目") || text.equals("栏次");
      return label ? text.charAt(0) + (dice.chance(50) ? " " : "\u3000") + text.charAt(1) : text;
    }
  },

  /** A dash where nothing is. */
  DASHED_BLANKS {
    @Override
    boolean dashes() {
      return true;
    }
  },

  /** The header again where a page of the table begins. */
  REPEATED_HEADERS {
    @Override
    int pageRows() {
      return 18;
    }
  },

  /** Page numbers between the lines, also within tables. */
  PAGE_NUMBERS {
    @Override
    String text(String text) {
      StringBuilder paged = new StringBuilder();
      int line = 0;
      int page = 1;
      for (String each : text.split("\n", -1)) {
        paged.append(each).append('\n');
        if (++line % 45 == 0) {
          paged.append(String.format(Locale.ROOT, "%n- %d -%n%n", page++));
        }
      }
      return paged.toString();
    }
  };

  /** A cell of a table's body. */
  String cell(String text, boolean figure, Dice dice) {
    return text;
  }

  String sentence(String text, Dice dice) {
    return text;
  }

  boolean dashes() {
    return false;
  }

  /** After how many rows a page of a table ends; 0 for never. */
  int pageRows() {
    return 0;
  }

  /** The whole text. */
  String text(String text) {
    return text;
  }

  Document of(Document document, Dice dice) {
    List<Part> parts = new ArrayList<>();
    for (Part part : document.parts()) {
      parts.add(
          switch (part) {
            case Grid grid -> grid(grid, dice);
            case Paragraph paragraph -> new Paragraph(sentence(paragraph.text(), dice));
            case Document.Heading heading -> heading;
            case Document.Contents contents -> contents;
          });
    }
    return new Document(document.title(), parts);
  }

  private Grid grid(Grid grid, Dice dice) {
    List<List<String>> rows = new ArrayList<>();
    boolean form = grid.kind() == Grid.Kind.PROJECT;
    for (int r = 0; r < grid.rows().size(); r++) {
      boolean body = r >= grid.headerRows() && !form;
      if (body
          && pageRows() > 0
          && r > grid.headerRows()
          && (r - grid.headerRows()) % pageRows() == 0) {
        rows.addAll(grid.rows().subList(0, grid.headerRows()));
      }
      rows.add(row(grid.rows().get(r), body, dice));
    }
    return new Grid(
        grid.kind(), grid.title(), grid.caption(), rows, grid.headerRows(), grid.note());
  }

  private List<String> row(List<String> row, boolean body, Dice dice) {
    List<String> cells = new ArrayList<>();
    boolean filled = row.stream().skip(1).anyMatch(c -> c.matches("[\\d.,-]+"));
    for (int c = 0; c < row.size(); c++) {
      String text = row.get(c);
      boolean figure = text.matches("-?[\\d,]+\\.\\d+");
      if (Grid.isMerged(text) || (text.isEmpty() && !(dashes() && body && filled && c > 1))) {
        cells.add(text);
      } else {
        cells.add(text.isEmpty() ? "—" : cell(text, figure, dice));
      }
    }
    return cells;
  }
}
