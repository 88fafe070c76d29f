package mingcha.interpret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Heading;
import mingcha.extract.Block.GridCell;
import mingcha.text.Fold;

/**
 * Finds the table of contents: what stands there looks like headings and titles of tables, and is
 * none. Its lines end with leaders and a page number, or stand between 目录 and the place where its
 * first line comes again.
 */
final class ContentsPage {
  private static final int LONGEST = 150;
  private static final int LONGEST_ENTRY = 36;

  private static final Pattern HEAD = Pattern.compile("目[录錄次]");
  private static final Pattern LEADERS =
      Pattern.compile(".*(?:[.．·…]{3,}|—{4,}|-{4,}|_{3,})\\s*\\d{0,3}$");
  private static final Pattern PAGE_AT_END = Pattern.compile("[\\s.．·…]*\\d{1,3}$");
  private static final Pattern LEADING = Pattern.compile("[\\s.．·…—_-]*\\d{0,3}\\s*$");
  private static final Pattern ENUMERATED =
      Pattern.compile(
          "^(?:[-•·●]?\\s*)?(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]"
              + "|\\d{1,2}[、.．]|附件|附表).*");

  private ContentsPage() {}

  static BitSet in(List<Line> lines) {
    BitSet contents = new BitSet();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (HEAD.matcher(line.compact()).matches() && !line.isRow()) {
        contents.set(i, end(lines, i));
      } else if (isEntry(line)) {
        contents.set(i);
      }
    }
    return contents;
  }

  /** What it lists, without leaders and page numbers; a line too wide goes on in the next one. */
  static List<Heading> listed(List<Line> lines, BitSet contents) {
    List<Heading> listed = new ArrayList<>();
    for (int i = contents.nextSetBit(0); i >= 0; i = contents.nextSetBit(i + 1)) {
      Line line = lines.get(i);
      String text = HeadingText.withoutBullet(LEADING.matcher(line.text()).replaceFirst(""));
      if (HEAD.matcher(line.compact()).matches() || text.isBlank()) {
        continue;
      }
      boolean restOf = !ENUMERATED.matcher(line.text()).matches() && !listed.isEmpty();
      if (restOf && !HeadingText.isComplete(listed.getLast().text())) {
        Heading begun = listed.removeLast();
        listed.add(new Heading(begun.level(), begun.text() + text, begun.source()));
      } else {
        listed.add(new Heading(Math.max(1, HeadingText.level(text)), text, line.source()));
      }
    }
    return listed;
  }

  /** An enumerated line with leaders, or a row whose second and last cell is a page number. */
  private static boolean isEntry(Line line) {
    if (!ENUMERATED.matcher(line.text()).matches()) {
      return false;
    }
    List<GridCell> filled = line.filled();
    if (filled.size() == 2 && line.cells().size() == 2) {
      return LEADERS.matcher(filled.getFirst().text().strip()).matches()
          || line.text().startsWith("第");
    }
    return filled.isEmpty() && LEADERS.matcher(line.text()).matches();
  }

  /** Where the first entry comes again; or else behind the run of entries. */
  private static int end(List<Line> lines, int head) {
    int first = head + 1;
    if (first >= lines.size()) {
      return first;
    }
    String name = key(lines.get(first));
    int last = Math.min(lines.size(), head + LONGEST);
    for (int i = first + 1; i < last; i++) {
      if (isSentence(lines.get(i))) {
        return i;
      }
      if (!name.isEmpty() && key(lines.get(i)).equals(name)) {
        return i;
      }
    }
    // A heading is often worded a little differently than its line in the contents.
    String number = name.startsWith("第") ? name.substring(0, Math.min(4, name.length())) : "";
    for (int i = first + 1; i < last; i++) {
      if (!number.isEmpty() && key(lines.get(i)).startsWith(number)) {
        return i;
      }
    }
    int i = first;
    while (i < last && ENUMERATED.matcher(lines.get(i).text()).matches()) {
      i++;
    }
    return i;
  }

  /** A contents page has none. */
  private static boolean isSentence(Line line) {
    return !line.isRow() && line.text().length() > LONGEST_ENTRY && line.text().contains("，");
  }

  private static String key(Line line) {
    return Fold.name(PAGE_AT_END.matcher(line.text()).replaceFirst(""));
  }
}
