package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Box;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/**
 * Makes paragraphs of the lines that are neither headings nor tables. In the text of a PDF a
 * sentence breaks off at the margin: a line that ends no sentence is joined to the next one, unless
 * that begins something new.
 */
final class Paragraphs {
  private static final Pattern OPEN = Pattern.compile("\\d\\s*(?:[万亿千百]*元|[%％])\\s*[，,]");
  private static final String TERMINAL = "。；;！!？?：:";

  /**
   * A line this short that ends no sentence is a caption or a title, unless it fills its column.
   */
  private static final int LONG = 30;

  /** Columns so narrow that their words stand upright come a character or two a line. */
  private static final int FRAGMENT = 4;

  private static final Pattern TABULAR = Pattern.compile("[-—]|-?[\\d,.]+%?");

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  /** A line that begins so goes on with the one before. */
  private static final String NEVER_FIRST = "，。；：、！？）)%％元";

  /** No paragraph is longer; one that is was never a paragraph. */
  private static final int MOST = 10_000;

  private final Structure structure;
  private final Set<Source> consumed;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private @Nullable Source start;
  private final StringBuilder text = new StringBuilder();

  private Paragraphs(Structure structure, Set<Source> consumed) {
    this.structure = structure;
    this.consumed = consumed;
  }

  /**
   * @param consumed the sources of lines that something else was made of
   */
  static List<Paragraph> of(Structure structure, Set<Source> consumed, Set<Line> tables) {
    Paragraphs paragraphs = new Paragraphs(structure, consumed);
    List<Line> lines = structure.lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean prose = !line.isRow() && !tables.contains(line) && paragraphs.isProse(i);
      if (prose) {
        paragraphs.add(i);
      } else {
        paragraphs.close();
      }
    }
    paragraphs.close();
    return paragraphs.paragraphs;
  }

  private boolean isProse(int i) {
    return !structure.contents().get(i)
        && !structure.headings().get(i)
        && !consumed.contains(structure.lines().get(i).source());
  }

  private void add(int i) {
    Line line = structure.lines().get(i);
    if (start == null) {
      start = line.source();
      text.append(HeadingText.withoutBullet(line.text()));
    } else if (text.length() < MOST && goesOn(i)) {
      StructureReader.join(text, line.text());
    } else {
      close();
      start = line.source();
      text.append(HeadingText.withoutBullet(line.text()));
    }
  }

  private boolean goesOn(int i) {
    List<Line> lines = structure.lines();
    String line = lines.get(i).text();
    String last = lines.get(i - 1).text();
    boolean full = structure.margins().isFull(i - 1);
    char end = text.charAt(text.length() - 1);
    if (HeadingText.begins(line)) {
      return isCutItem(line);
    }
    if (ADDRESS.matcher(last).matches()) {
      return false;
    }
    if (NEVER_FIRST.indexOf(line.charAt(0)) >= 0) {
      return true;
    }
    if (isTabular(last) || isTabular(line)) {
      return false;
    }
    if (TERMINAL.indexOf(end) >= 0) {
      return hangs(i) || (full && "；;：:".indexOf(end) >= 0);
    }
    boolean fragments = last.length() <= FRAGMENT && line.length() <= FRAGMENT;
    boolean open = structure.margins().isWrapped() && last.length() > FRAGMENT && isOpen();
    return full || fragments || open || (!structure.margins().isWrapped() && last.length() >= LONG);
  }

  /**
   * Whether the last sentence has a comma behind a figure, and no end: it goes on, short or not.
   */
  private boolean isOpen() {
    String sentence = text.substring(text.lastIndexOf("。") + 1);
    return OPEN.matcher(sentence).find();
  }

  /** Where the page shows it: the first line of a paragraph is indented, this one is not. */
  private boolean hangs(int i) {
    Source at = start;
    Box first = at == null ? null : at.box();
    Box own = structure.lines().get(i).source().box();
    return first != null && own != null && first.x() - own.x() > own.height();
  }

  /** A row of a table whose grid is lost: words, then figures. */
  private static boolean isTabular(String line) {
    String[] tokens = line.split("\\s+");
    int figures = 0;
    for (int i = tokens.length - 1; i >= 0 && TABULAR.matcher(tokens[i]).matches(); i--) {
      figures++;
    }
    return figures >= 2 || (figures == 1 && tokens.length == 1);
  }

  /** "，比 2022 年减少" at a margin may be followed by "8. 63万元": a cut figure is no new item. */
  private boolean isCutItem(String line) {
    char last = text.charAt(text.length() - 1);
    return Character.isDigit(line.charAt(0))
        && (Character.isDigit(last) || last == '，' || last == '为')
        && line.indexOf("万元") > 0
        && line.indexOf("万元") < 12;
  }

  private void close() {
    Source at = start;
    if (at != null) {
      paragraphs.add(new Paragraph(text.toString(), structure.outline().pathAt(at), at));
    }
    start = null;
    text.setLength(0);
  }
}
