package mingcha.interpret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Form;
import mingcha.disclosure.Heading;

/** Finds the contents page, the statutory tables and the headings, in this order. */
final class StructureReader {
  private static final int EVIDENCE = 14;
  private static final int FIRST_ROWS = 3;

  private static final Pattern BEGINS_TABLE =
      Pattern.compile("^(?:栏次|档次|项目.*|合计.*|收入.*支出.*|科目.*|功能分类.*|预算数.*|人员经费.*|经济分类.*)");
  private static final Pattern OTHER_TITLE =
      Pattern.compile(
          "(?!续|.*(?:附|下|上|本|此)表$)(?:附?表\\d{1,2}(?:-\\d)?[:：、.])?[^，。；：:、|]{4,40}表(?:[(（][^()（）]{1,20}[)）])?");

  /** In any layout, since its lines are never those of a statutory table. */
  private static final Pattern FORM_OF_PROJECTS =
      Pattern.compile("[^，。；：:]{0,30}绩效(?:目标|自评|评价)(?:申报|情况)?表(?:[(（][^()（）]{1,20}[)）])?");

  /** A project of a budget stands under this, and not under the statutory table before it. */
  private static final Pattern FORM_OF_GOALS =
      Pattern.compile("[^，。；：:]{0,30}绩效目标(?:申报)?表(?:[(（][^()（）]{1,20}[)）])?");

  private static final Pattern NARRATIVE_HEADING =
      Pattern.compile(".*(?:情况|事项|结果|概况|构成|职责|职能).{0,4}$");

  private final List<Line> lines;
  private final Margins margins;
  private final BitSet contents;
  private final BitSet inTables = new BitSet();
  private final BitSet headingLines = new BitSet();
  private final List<Heading> headings = new ArrayList<>();
  private final List<TableRegion> regions = new ArrayList<>();

  private StructureReader(List<Line> lines) {
    this.lines = lines;
    this.margins = new Margins(lines);
    this.contents = ContentsPage.in(lines);
  }

  static Structure read(List<Line> lines) {
    StructureReader reader = new StructureReader(lines);
    reader.findTables();
    reader.findHeadings();
    return new Structure(
        lines,
        new Outline(reader.headings),
        reader.margins,
        reader.contents,
        reader.headingLines,
        reader.regions);
  }

  private void findTables() {
    for (int i = 0; i < lines.size(); ) {
      Optional<FormTitles.Title> title = titleAt(i);
      if (title.isPresent() && isTableBelow(i)) {
        int end = end(i, title.get().form());
        regions.add(TableRegion.of(title.get(), lines, i, end));
        inTables.set(i, end);
        i = end;
      } else {
        i++;
      }
    }
  }

  private Optional<FormTitles.Title> titleAt(int i) {
    if (contents.get(i)) {
      return Optional.empty();
    }
    Line line = lines.get(i);
    if (line.filled().size() > 1) {
      return Optional.empty();
    }
    return FormTitles.of(isWrappedTitle(i) ? line.text() + lines.get(i + 1).text() : line.text());
  }

  /** A title too wide for its page ends on the next line: 支出预算 and 表. */
  private boolean isWrappedTitle(int i) {
    return i + 1 < lines.size()
        && !lines.get(i).isRow()
        && TableRegion.isRestOfTitle(lines.get(i + 1));
  }

  /** Any other table's name, with a caption or a grid below it, or that of a project's form. */
  private boolean isOtherTitle(int i) {
    Line line = lines.get(i);
    if (line.filled().size() <= 1 && FORM_OF_PROJECTS.matcher(line.compact()).matches()) {
      return true;
    }
    boolean alone = !line.isRow() || beginsSheet(line);
    return alone
        && !TableRegion.isCaption(line)
        && OTHER_TITLE.matcher(line.compact()).matches()
        && isGridBelow(i);
  }

  /** A workbook's titles are cells of its first rows. */
  private static boolean beginsSheet(Line line) {
    Integer row = line.source().row();
    return line.filled().size() == 1 && row != null && row < FIRST_ROWS;
  }

  /** Back over the numbers printed above a title: 预算公开表9 is no row of the table before it. */
  private int withNumber(int title, int first) {
    int at = title;
    while (at > first && TableRegion.isNumber(lines.get(at - 1))) {
      at--;
    }
    return at;
  }

  private boolean isGridBelow(int title) {
    int next = title + 1;
    while (next < lines.size() && TableRegion.isCaption(lines.get(next))) {
      next++;
    }
    return next < lines.size() && lines.get(next).filled().size() > 1;
  }

  /** A title alone is a mention; below a table's title there is a table. */
  private boolean isTableBelow(int title) {
    int last = Math.min(lines.size(), title + EVIDENCE);
    for (int i = title + 1; i < last && titleAt(i).isEmpty(); i++) {
      Line line = lines.get(i);
      if (HeadingText.isPart(line.text())) {
        return false;
      }
      if (TableRegion.isCaption(line)
          || line.filled().size() > 1
          || BEGINS_TABLE.matcher(line.compact()).matches()) {
        return true;
      }
      if (HeadingText.level(line.text()) > 0 || line.text().length() > 60) {
        return false;
      }
    }
    return false;
  }

  private int end(int title, Form form) {
    // 一、政府采购情况 heads a part of this table, in others it is where the narrative begins.
    boolean parted = form == Form.RELATED_INFORMATION;
    boolean noted = false;
    for (int i = title + 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      if ((titleAt(i).isPresent() && isTableBelow(i))
          || isOtherTitle(i)
          || HeadingText.isPart(line.text())) {
        return withNumber(i, title + 1);
      }
      if (line.isRow() && noted) {
        return i;
      }
      noted |= TableRegion.isNote(line);
      int level = line.isRow() ? 0 : HeadingText.level(line.text());
      if (line.marked()
          || (level > 0
              && (noted || (!parted && NARRATIVE_HEADING.matcher(line.text()).matches())))) {
        return i;
      }
    }
    return lines.size();
  }

  private void findHeadings() {
    int region = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (contents.get(i)) {
        continue;
      }
      if (inTables.get(i)) {
        if (region < regions.size() && regions.get(region).head().equals(line)) {
          headings.add(new Heading(2, regions.get(region).title(), line.source()));
          headingLines.set(i);
          region++;
        }
      } else if (!line.isRow()) {
        heading(i);
      }
    }
  }

  private void heading(int i) {
    Line line = lines.get(i);
    int level = HeadingText.level(line.text());
    boolean goals = FORM_OF_GOALS.matcher(line.compact()).matches();
    if (level == 0 && (line.marked() || goals)) {
      level = 2;
    }
    if (level == 0 || (level > 1 && !goals && !line.marked() && breaksOff(i))) {
      return;
    }
    String text = HeadingText.withoutBullet(line.text());
    headingLines.set(i);
    if (level == 1 && !HeadingText.isComplete(text) && isRestOfTitle(i + 1)) {
      headingLines.set(i + 1);
      text += lines.get(i + 1).text();
    }
    headings.add(new Heading(level, text, line.source()));
  }

  private boolean isRestOfTitle(int i) {
    if (i >= lines.size() || contents.get(i) || inTables.get(i) || lines.get(i).isRow()) {
      return false;
    }
    String text = lines.get(i).text();
    return text.length() <= 24
        && !HeadingText.begins(text)
        && text.chars().noneMatch(c -> "。，；：:,".indexOf(c) >= 0);
  }

  /** Whether the line reaches the margin and the next one goes on with it. */
  private boolean breaksOff(int i) {
    String text = lines.get(i).text();
    if (!margins.isFull(i) || HeadingText.isComplete(text) || i + 1 >= lines.size()) {
      return false;
    }
    Line next = lines.get(i + 1);
    boolean subject = text.endsWith("。") || text.endsWith("：");
    return !subject && !next.isRow() && !HeadingText.begins(next.text());
  }

  /** Appends without a space unless both sides are Latin. */
  static void join(StringBuilder left, String right) {
    boolean latin =
        !left.isEmpty()
            && !right.isEmpty()
            && isLatin(left.charAt(left.length() - 1))
            && isLatin(right.charAt(0));
    left.append(latin ? " " : "").append(right);
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
