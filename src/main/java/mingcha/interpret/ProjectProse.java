package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Source;

/**
 * Running text put together again from wrapped lines: without white space, a line feed between
 * paragraphs, and for every place the source it came from.
 */
final class ProjectProse implements CharSequence {
  /** A line this long is a paragraph of its own, not a wrapped piece of one. */
  private static final int PARAGRAPH = 60;

  /** Nothing is looked for further away: text without full stops must not cost its square. */
  private static final int LONGEST_SENTENCE = 800;

  /** The titles that stand between paragraphs: 项目支出绩效自评表, （2022年度）, X项目实施情况. */
  private static final Pattern TITLE =
      Pattern.compile("[^，。；：]{3,24}(?:自评|评价|目标|情况)(?:情况)?表|[(（].{2,10}[)）]|[^，。；：]{3,40}情况");

  /** 2.X项目自评综述：… begins a paragraph, however long it is. */
  private static final Pattern ITEM = Pattern.compile("^\\d{1,2}[.．、](?!\\d)");

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();

  /** Adds a line; a heading, or the end of a long line, ends the paragraph. */
  ProjectProse line(String line, Source source) {
    boolean heading = ProjectWords.isHeading(line);
    boolean title = TITLE.matcher(ProjectWords.withoutSpace(line)).matches();
    if (heading || title || ITEM.matcher(line.strip()).find()) {
      paragraph();
    }
    starts.add(text.length());
    sources.add(source);
    String plain = ProjectWords.withoutSpace(line);
    text.append(plain);
    boolean ended = !plain.isEmpty() && "。；：”".indexOf(plain.charAt(plain.length() - 1)) >= 0;
    if ((plain.length() > PARAGRAPH && ended) || ((heading || title) && plain.length() < 25)) {
      paragraph();
    }
    return this;
  }

  /** Ends the paragraph. */
  void paragraph() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /** Where the character at this offset was printed. */
  Source sourceAt(int offset) {
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts.get(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return sources.get(low);
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  /** The start of the part of a sentence (parts end with a semicolon) that holds this offset. */
  int partStart(int offset) {
    return back(offset, "。；;\n");
  }

  /** The start of the sentence that holds this offset. */
  int sentenceStart(int offset) {
    return back(offset, "。\n");
  }

  private int back(int offset, String ends) {
    int at = offset;
    while (at > 0 && offset - at < LONGEST_SENTENCE && ends.indexOf(text.charAt(at - 1)) < 0) {
      at--;
    }
    return at;
  }

  /** The end of the sentence that holds this offset. */
  int sentenceEnd(int offset) {
    int at = offset;
    while (at < text.length()
        && at - offset < LONGEST_SENTENCE
        && "。\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
