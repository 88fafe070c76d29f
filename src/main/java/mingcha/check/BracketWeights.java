package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/**
 * 决策（15） over 项目立项（5分） over 立项依据充分性（2.5分）: a table of indicators whose weights stand behind their
 * names. Told only where all other groups of the same level do add up.
 */
final class BracketWeights implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/brackets",
          "指标名称后所写的分值与所属各项分值之和不符，需要说明",
          "The weight behind a group's name is not the sum of those of its indicators",
          "财预〔2020〕10号：上一级指标的分值由所属指标汇总而成");

  private static final Pattern WEIGHED =
      Pattern.compile("(.*?)[（(](\\d{1,3}(?:\\.\\d{1,2})?)分?[）)]");
  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /** A group of rows under one name. */
  private static final class Group {
    private final String name;
    private @Nullable Reading weight;
    private final List<Reading> members = new ArrayList<>();
    private boolean whole = true;

    Group(String name) {
      this.name = name;
    }

    boolean isKnown() {
      return weight != null && whole && !members.isEmpty();
    }

    boolean holds() {
      return weight != null && Cases.add(members).compareTo(Rounding.value(weight)) == 0;
    }
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Table table : account.content().tables()) {
      Map<Integer, Integer> weighed = new HashMap<>();
      List<List<Cell>> rows = account.layout().printed(table);
      for (List<Cell> row : rows) {
        for (Cell cell : row) {
          if (mayBeWeighed(cell.text()) && matcher(cell).matches()) {
            weighed.merge(cell.column(), 1, Integer::sum);
          }
        }
      }
      List<Integer> columns =
          weighed.entrySet().stream()
              .filter(e -> e.getValue() >= LEAST)
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      for (int c = 0; c < columns.size(); c++) {
        for (int d = c + 1; d < columns.size(); d++) {
          look(account, table, rows, List.of(columns.get(c), columns.get(d)), outcomes);
        }
      }
    }
  }

  /** Whether a text ends in a bracket that holds a number. */
  private static boolean mayBeWeighed(String text) {
    int last = text.length() - 1;
    while (last >= 0 && text.charAt(last) <= ' ') {
      last--;
    }
    if (last < 1 || "）)".indexOf(text.charAt(last)) < 0) {
      return false;
    }
    char before = text.charAt(last - 1);
    return before <= '9' || before == '分';
  }

  private static Matcher matcher(Cell cell) {
    return WEIGHED.matcher(cell.text().length() > 60 ? "" : Compact.of(cell.text()));
  }

  private static void look(
      Account account,
      Table table,
      List<List<Cell>> rows,
      List<Integer> levels,
      Outcomes outcomes) {
    int column = levels.getFirst();
    int below = levels.getLast();
    List<Group> groups = new ArrayList<>();
    for (List<Cell> row : rows) {
      for (Cell cell : row) {
        if (cell.column() == column) {
          open(cell, groups);
        } else if (cell.column() == below && !groups.isEmpty()) {
          add(cell, groups.getLast());
        }
      }
    }
    List<Group> known = groups.stream().filter(Group::isKnown).toList();
    List<Group> wrong = known.stream().filter(g -> !g.holds()).toList();
    if (known.size() < LEAST || wrong.size() > 1) {
      outcomes.cannot("指标分值没有读全");
      return;
    }
    known.stream().filter(Group::holds).forEach(g -> outcomes.holds());
    for (Group group : wrong) {
      Reading weight = Objects.requireNonNull(group.weight);
      BigDecimal sum = Cases.add(group.members);
      List<Reading> readings = new ArrayList<>(List.of(weight));
      readings.addAll(group.members);
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              account.at(new Paragraph(weight.label(), table.path(), weight.source())),
              group.name,
              "分值写为"
                  + weight.raw()
                  + "，所属"
                  + group.members.size()
                  + "项之和为"
                  + sum.toPlainString()
                  + "分",
              readings));
    }
  }

  /** The weight may stand in the cell below the name. */
  private static void open(Cell cell, List<Group> groups) {
    Matcher matcher = matcher(cell);
    String text = Compact.of(cell.text());
    if (text.isEmpty()) {
      return;
    }
    boolean weighed = matcher.matches();
    String name = weighed ? String.valueOf(matcher.group(1)) : text;
    boolean more = weighed && name.isEmpty() && !groups.isEmpty();
    Group group = more ? groups.getLast() : new Group(name);
    if (weighed) {
      group.weight = InText.figure(group.name, matcher.group(2), "分", cell.source());
    }
    if (!more) {
      groups.add(group);
    }
  }

  private static void add(Cell cell, Group group) {
    Matcher matcher = matcher(cell);
    String text = Compact.of(cell.text());
    if (matcher.matches()) {
      group.members.add(InText.figure(text, matcher.group(2), "分", cell.source()));
    } else if (!text.isEmpty()) {
      group.whole = false;
    }
  }
}
