package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Form;
import mingcha.sample.Truth.Completion;
import mingcha.sample.Truth.Line;
import mingcha.sample.Truth.LineCell;
import mingcha.sample.Truth.ProjectTruth;
import mingcha.sample.Truth.Statement;
import org.jspecify.annotations.Nullable;

/** Notes each figure at the moment it is printed, so that text and truth cannot part. */
final class Ledger {
  private final List<Line> lines = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Completion> completions = new ArrayList<>();
  private final List<ProjectTruth> projects = new ArrayList<>();

  /** Notes a row; cells printed empty are left out. */
  void line(
      Form form,
      String number,
      @Nullable String code,
      String name,
      List<String> labels,
      List<Amount> amounts,
      List<String> raws) {
    List<LineCell> cells = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if (!raws.get(i).isEmpty()) {
        cells.add(new LineCell(labels.get(i), amounts.get(i).yuan(), raws.get(i)));
      }
    }
    lines.add(new Line(form.id(), number, code, name, cells));
  }

  void statement(String heading, Telling telling) {
    statements.add(new Statement(heading, telling.figures()));
  }

  void completion(Completion completion) {
    completions.add(completion);
  }

  void project(ProjectTruth project) {
    projects.add(project);
  }

  Truth truth(String notice, Truth.Identity identity) {
    return new Truth(
        notice,
        identity,
        List.copyOf(lines),
        List.copyOf(statements),
        List.copyOf(completions),
        List.copyOf(projects),
        List.of());
  }
}
