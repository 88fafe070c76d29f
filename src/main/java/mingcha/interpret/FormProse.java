package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;

/**
 * The sentences in the cells of project forms: goals, what was done, why it was not. The project
 * has their words; the figures in them that are not the project's own (visits, prices, months)
 * become statements under its name.
 */
final class FormProse {
  private static final int SHORTEST = 25;

  private FormProse() {}

  /**
   * @param statutory the lines that belong to statutory tables
   * @param drafts all that was made so far
   */
  static List<DraftEntry> statements(
      Structure structure, Set<Line> statutory, ProjectReading projects, List<DraftEntry> drafts) {
    ReadFigures read = new ReadFigures(drafts);
    NavigableMap<Source, String> names = new TreeMap<>(Outline.READING_ORDER);
    for (DraftEntry project : projects.entries()) {
      if (project.kind() == EntryKind.PROJECT) {
        names.put(project.source(), project.name());
      }
    }
    List<DraftEntry> statements = new ArrayList<>();
    for (Line line : structure.lines()) {
      if (!line.isRow() || statutory.contains(line)) {
        continue;
      }
      for (GridCell cell : line.filled()) {
        String text = Line.clean(cell.text());
        if (text.length() >= SHORTEST && projects.consumed().contains(cell.source())) {
          for (DraftEntry statement :
              ProseStatements.of(
                  paragraph(text, cell.source(), structure, names), read.at(cell.source()))) {
            if (!read.isOfProject(statement.readings())) {
              statements.add(statement);
            }
          }
        }
      }
    }
    return statements;
  }

  private static Paragraph paragraph(
      String text, Source source, Structure structure, NavigableMap<Source, String> names) {
    List<String> path = new ArrayList<>(structure.outline().pathAt(source));
    Map.Entry<Source, String> project = names.floorEntry(source);
    if (project != null) {
      path.add(project.getValue());
    }
    return new Paragraph(text, path, source);
  }
}
