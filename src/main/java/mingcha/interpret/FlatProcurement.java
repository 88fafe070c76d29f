package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mingcha.interpret.Item.ItemFigure;
import mingcha.text.Figures;

/**
 * Reads 政府采购预算表 from the text of a PDF: a line is a row, words and then figures. Which column a
 * figure stands in is known only where the header names as many as there are.
 */
final class FlatProcurement {
  private static final String LOST = "blank cells were lost: the column is not certain";
  private static final Pattern LABEL =
      Pattern.compile(
          "合计|总计|数量|(?:采购|预算)?金额|预算数|决算数|一般公共预算(?:资金|拨款)?|政府性基金(?:预算)?(?:资金|拨款)?"
              + "|国有资本经营预算(?:资金)?|财政专户管理资金|单位资金|其他资金");
  private static final Pattern TOTAL = Pattern.compile("合计|总计");
  private static final Pattern WAY =
      Pattern.compile(".*(?:集中采购|分散采购|自行组织|公开招标|竞争性(?:谈判|磋商)|询价|单一来源|框架协议)");

  private final List<String> labels;
  private final List<ProcurementRow> rows = new ArrayList<>();

  private FlatProcurement(List<String> labels) {
    this.labels = labels;
  }

  static List<ProcurementRow> read(List<Line> body) {
    int first = 0;
    StringBuilder header = new StringBuilder();
    while (first < body.size() && !endsInFigure(body.get(first))) {
      header.append(body.get(first).compact()).append(' ');
      first++;
    }
    FlatProcurement reader =
        new FlatProcurement(
            LABEL.matcher(header).results().map(MatchResult::group).distinct().toList());
    body.subList(first, body.size()).forEach(reader::row);
    return reader.rows;
  }

  private static boolean endsInFigure(Line line) {
    List<String> words = line.words();
    return words.size() > 1 && Figures.cell(words.getLast()).isPresent();
  }

  private void row(Line line) {
    List<String> words = line.words();
    int figures = words.size();
    while (figures > 0 && Figures.cell(words.get(figures - 1)).isPresent()) {
      figures--;
    }
    if (figures == words.size() || figures == 0) {
      return;
    }
    List<String> names =
        words.subList(0, figures).stream().filter(word -> !WAY.matcher(word).matches()).toList();
    String name = ItemNames.plain(String.join(" ", names));
    boolean total = TOTAL.matcher(name).matches();
    rows.add(
        new ProcurementRow(
            total ? "合计" : name.isEmpty() ? line.text() : name,
            total,
            line.text(),
            figures(words.subList(figures, words.size()), line),
            line.source()));
  }

  private List<ItemFigure> figures(List<String> words, Line line) {
    List<ItemFigure> figures = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String raw = words.get(i);
      boolean known = words.size() == labels.size();
      figures.add(
          new ItemFigure(
              known ? List.of(labels.get(i)) : List.of(),
              raw,
              Figures.cell(raw).orElseThrow(),
              line.source(),
              known ? null : LOST));
    }
    return figures;
  }
}
