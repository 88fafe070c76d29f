package mingcha.sample;

import java.util.List;

/**
 * A disclosure before it has a format: what stands in it, in order. Knows nothing of text files,
 * nor will it of PDF or Word.
 */
record Document(String title, List<Part> parts) {
  Document {
    parts = List.copyOf(parts);
  }

  /** One thing on the page. */
  sealed interface Part permits Heading, Paragraph, Contents, Grid {}

  /** Level 0 is the title, 1 第一部分, 2 一、, 3 （一）. */
  record Heading(int level, String text) implements Part {}

  record Paragraph(String text) implements Part {}

  /** 目录: the headings with the pages they are said to be on. */
  record Contents(List<String> entries, List<Integer> pages) implements Part {
    Contents {
      entries = List.copyOf(entries);
      pages = List.copyOf(pages);
    }
  }

  /**
   * A table.
   *
   * @param caption lines between title and table: number, publisher, year, unit
   * @param rows all as wide; {@link #LEFT} and {@link #UP} mark cells merged into another
   * @param note below it, or empty
   */
  record Grid(
      Kind kind,
      String title,
      List<String> caption,
      List<List<String>> rows,
      int headerRows,
      String note)
      implements Part {
    /** Merged into the cell to its left. */
    static final String LEFT = "\uE000";

    /** Merged into the cell above. */
    static final String UP = "\uE001";

    /** What a table is, as far as that decides how it is laid out. */
    enum Kind {
      /** code, name, figures */
      SUBJECTS,
      STATUTORY,
      /** 项目支出绩效自评表 */
      PROJECT
    }

    Grid {
      caption = List.copyOf(caption);
      rows = rows.stream().map(List::copyOf).toList();
      int width = rows.getFirst().size();
      for (List<String> row : rows) {
        if (row.size() != width) {
          throw new IllegalArgumentException(title + ": " + row + " is not " + width + " wide");
        }
      }
    }

    static boolean isMerged(String cell) {
      return cell.equals(LEFT) || cell.equals(UP);
    }
  }
}
