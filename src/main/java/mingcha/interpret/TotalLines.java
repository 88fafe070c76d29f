package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.disclosure.TableRef;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Reads the totals of 收入支出决算总表 and 财政拨款收入支出决算总表: two tables side by side, income left and
 * expenditure right, each row with its ordinal (行次) before the figures.
 */
final class TotalLines {
  private static final Pattern NAMES =
      Pattern.compile("本年收入合计|本年支出合计|收入总计|支出总计|总计|年末(?:财政拨款)?结转和结余|财政拨款收入");
  private static final Pattern GLUED =
      Pattern.compile("(?<=\\d)(?=[\\p{IsHan}])|(?<=[\\p{IsHan}])(?=\\d)");
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,3}");

  private final boolean budget;

  TotalLines(boolean budget) {
    this.budget = budget;
  }

  static boolean reads(Form form) {
    return form == Form.INCOME_EXPENDITURE_TOTAL || form == Form.APPROPRIATION_TOTAL;
  }

  List<DraftEntry> lines(TableRegion region, List<String> path) {
    List<DraftEntry> lines = new ArrayList<>();
    for (Line line : region.body()) {
      String name = null;
      boolean right = false;
      List<Token> figures = new ArrayList<>();
      for (Token token : tokens(line)) {
        boolean figure = Figures.cell(token.text()).isPresent();
        if (figure && name != null) {
          figures.add(token);
        } else if (!figure) {
          add(region, name, right, figures, path, lines);
          right |= name != null;
          name = Line.compact(token.text());
          figures = new ArrayList<>();
        }
      }
      add(region, name, right, figures, path, lines);
    }
    return lines;
  }

  private record Token(String text, Source source) {}

  private static List<Token> tokens(Line line) {
    List<Token> tokens = new ArrayList<>();
    for (GridCell cell : line.filled()) {
      tokens.add(new Token(Line.clean(cell.text()), cell.source()));
    }
    if (!line.isRow()) {
      for (String word : line.text().split("\\s+")) {
        for (String part : GLUED.split(word)) {
          tokens.add(new Token(part, line.source()));
        }
      }
    }
    return tokens;
  }

  private void add(
      TableRegion region,
      @Nullable String name,
      boolean right,
      List<Token> figures,
      List<String> path,
      List<DraftEntry> lines) {
    if (name == null || figures.isEmpty()) {
      return;
    }
    Matcher matcher = NAMES.matcher(name);
    if (!matcher.matches()) {
      return;
    }
    boolean numbered = ORDINAL.matcher(figures.getFirst().text()).matches();
    if (figures.size() < (numbered ? 2 : 1)) {
      return;
    }
    Token figure = figures.get(numbered ? 1 : 0);
    String full = name.equals("总计") ? (right ? "支出总计" : "收入总计") : name;
    BigDecimal value = Figures.cell(figure.text()).orElseThrow();
    Reading reading =
        Money.inTable(
            metric(region.form(), full),
            budget ? Stage.INITIAL : Stage.FINAL,
            List.of(full),
            value,
            figure.text(),
            region.unit(),
            null,
            figure
                .source()
                .inTable(region.title(), figure.source().row(), figure.source().column()));
    lines.add(
        new DraftEntry(
            EntryKind.LINE,
            full,
            region.title() + " " + full,
            path,
            Scope.DISCLOSURE,
            new TableRef(region.form().id(), region.title(), region.number()),
            null,
            List.of(reading),
            List.of(),
            figure.source()));
  }

  /**
   * 财政拨款收入支出决算总表 holds only a part of what the disclosure has, so its totals are not the
   * disclosure's.
   */
  private static @Nullable String metric(Form form, String name) {
    if (form == Form.APPROPRIATION_TOTAL) {
      return name.equals("本年收入合计") ? "fiscal_appropriation" : null;
    }
    return switch (name) {
      case "本年收入合计" -> "revenue";
      case "本年支出合计" -> "expenditure";
      case "收入总计" -> "revenue_total";
      case "支出总计" -> "expenditure_total";
      case "年末结转和结余" -> "carryover";
      default -> null;
    };
  }
}
