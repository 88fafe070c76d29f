package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Block.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * Brings blocks to rows. Two layouts need more than a look: a form printed with one cell a line,
 * whose rows are parted by blank lines, comes as many small grids with a single filled cell in each
 * row, and is turned back into rows here; and a cell that was wrapped in such a form comes as a
 * line of text between two grids, and is joined to the cell before it.
 */
final class ProjectRows {
  /** A wrapped piece of a cell is short: "（万元）", "(2024年度）". */
  private static final int LONGEST_WRAPPED_PIECE = 16;

  private final List<ProjectRow> rows = new ArrayList<>();

  /** The last row, while it may still grow; its cells are copied when it is closed. */
  private @Nullable List<ProjectRow.Cell> open;

  private final List<Source> pieces = new ArrayList<>();

  private @Nullable Integer lastLine;

  private ProjectRows() {}

  static List<ProjectRow> of(List<Block> printed) {
    List<Block> blocks = StackedForm.unfolded(printed);
    ProjectRows reader = new ProjectRows();
    for (int i = 0; i < blocks.size(); i++) {
      int end = StackedForm.end(blocks, i);
      if (end > i) {
        reader.close();
        reader.rows.addAll(StackedForm.rows(StackedForm.cells(blocks.subList(i, end))));
        i = end - 1;
        continue;
      }
      switch (blocks.get(i)) {
        case Block.Grid grid -> reader.grid(grid);
        case Block.Text text -> reader.text(text.text(), text.source());
        case Block.Heading heading -> reader.text(heading.text(), heading.source());
        case Block.Picture picture -> reader.close();
      }
    }
    reader.close();
    return reader.rows;
  }

  static String clean(String text) {
    return Line.clean(text);
  }

  private void text(String text, Source source) {
    String clean = clean(text);
    if (Line.isPageNumber(clean)) {
      // A page may end within a row; what is on the next one goes on.
      Integer at = source.line();
      if (at != null && lastLine != null && at - lastLine <= 2) {
        lastLine = at + 1;
      }
      return;
    }
    List<ProjectRow.Cell> cells = open;
    if (cells != null && !cells.isEmpty() && adjoins(source) && isPiece(clean)) {
      ProjectRow.Cell last = cells.removeLast();
      cells.add(new ProjectRow.Cell(last.text() + clean, last.column(), last.source()));
      pieces.add(source);
      lastLine = source.line();
      return;
    }
    close();
    rows.add(new ProjectRow(List.of(new ProjectRow.Cell(clean, 0, source)), false, List.of()));
  }

  private static boolean isPiece(String text) {
    return text.length() <= LONGEST_WRAPPED_PIECE
        && text.indexOf('。') < 0
        && text.indexOf('，') < 0
        && !ProjectWords.isHeading(text);
  }

  private boolean adjoins(Source source) {
    return lastLine != null && source.line() != null && source.line() == lastLine + 1;
  }

  private void grid(Block.Grid grid) {
    List<List<GridCell>> lines = lines(grid);
    if (isOneCellALine(lines)) {
      if (open == null || !adjoins(grid.source())) {
        close();
        open = new ArrayList<>();
      }
      for (List<GridCell> line : lines) {
        GridCell cell = line.getLast();
        for (GridCell candidate : line) {
          cell = candidate.text().isBlank() ? cell : candidate;
        }
        open.add(new ProjectRow.Cell(clean(cell.text()), open.size(), cell.source()));
        lastLine = cell.source().line();
      }
      return;
    }
    close();
    if (isFormInOneColumn(lines)) {
      formInOneColumn(lines);
      return;
    }
    for (List<GridCell> line : lines) {
      List<ProjectRow.Cell> cells = new ArrayList<>();
      for (GridCell cell : line) {
        cells.add(new ProjectRow.Cell(clean(cell.text()), cell.column(), cell.source()));
      }
      rows.add(new ProjectRow(cells, true, List.of()));
    }
  }

  private static List<List<GridCell>> lines(Block.Grid grid) {
    List<List<GridCell>> lines = new ArrayList<>();
    int row = -1;
    for (GridCell cell : grid.cells()) {
      if (cell.row() != row) {
        lines.add(new ArrayList<>());
        row = cell.row();
      }
      lines.getLast().add(cell);
    }
    return lines;
  }

  /** No line has two cells that hold something, and none begins at the margin. */
  private static boolean isOneCellALine(List<List<GridCell>> lines) {
    for (List<GridCell> line : lines) {
      long filled = line.stream().filter(c -> !c.text().isBlank()).count();
      if (filled > 1 || line.size() > 2 || !line.getFirst().text().isBlank()) {
        return false;
      }
    }
    return !lines.isEmpty();
  }

  /** A form whose cells stand below each other, without a sign where its rows end. */
  private static boolean isFormInOneColumn(List<List<GridCell>> lines) {
    boolean named = false;
    for (List<GridCell> line : lines) {
      if (line.stream().filter(c -> !c.text().isBlank()).count() > 1) {
        return false;
      }
      named |= line.stream().anyMatch(c -> ProjectWords.label(c.text()).equals("项目名称"));
    }
    return named;
  }

  private void formInOneColumn(List<List<GridCell>> lines) {
    List<ProjectRow.Cell> cells = new ArrayList<>();
    for (List<GridCell> line : lines) {
      for (GridCell cell : line) {
        cells.add(new ProjectRow.Cell(clean(cell.text()), -1, cell.source()));
      }
    }
    rows.addAll(StackedForm.rows(cells));
  }

  private void close() {
    if (open != null && !open.isEmpty()) {
      rows.add(new ProjectRow(open, true, pieces));
    }
    pieces.clear();
    open = null;
    lastLine = null;
  }
}
