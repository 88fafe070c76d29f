package mingcha.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mingcha.extract.InkStrips.Sheet;
import mingcha.extract.InkStrips.Strip;
import mingcha.extract.Tesseract.Mode;
import mingcha.extract.Tesseract.Word;

/**
 * Reads lines of cells. What looks like a figure is read a second time as nothing but a figure, and
 * a third time where the two differ; without a majority it is doubtful. Lines that were overlooked
 * are read one by one.
 */
final class CellReader {
  /** Figures as recognition garbles them: 1,374.63 as {@code 1;374..63}, 4 as 二. */
  private static final Pattern LIKE_A_FIGURE = Pattern.compile("[-—0-9.,;:%|'了二\\\\s]*");

  private static final Pattern FIGURE =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?");

  /** Of 100; what differs between two readings is doubtful, a majority among three less so. */
  private static final double DOUBTFUL = 40;

  private static final double OUTVOTED = 55;

  /** Of one page; no table has as many that are hard to read. */
  private static final int MOST_ALONE = 400;

  private final InkStrips strips;
  private final int dpi;
  private final Map<Strip, List<Word>> words = new LinkedHashMap<>();

  private CellReader(InkStrips strips, int dpi) {
    this.strips = strips;
    this.dpi = dpi;
  }

  /**
   * A line and its words, in order.
   *
   * @param words in the pixels of the page
   */
  record Read(Strip strip, List<Word> words) {}

  static List<Read> read(InkStrips strips, int dpi) throws IOException {
    CellReader reader = new CellReader(strips, dpi);
    List<Strip> lines = strips.lines();
    reader.words.putAll(reader.sheets(lines, false));
    reader.figures(lines);
    reader.overlooked(lines);
    return reader.words.entrySet().stream().map(e -> new Read(e.getKey(), e.getValue())).toList();
  }

  private Map<Strip, List<Word>> sheets(List<Strip> lines, boolean figures) throws IOException {
    Map<Strip, List<Word>> read = new LinkedHashMap<>();
    for (Sheet sheet : strips.sheets(lines)) {
      List<Word> found =
          figures
              ? Tesseract.figures(sheet.picture(), dpi)
              : Tesseract.read(sheet.picture(), Mode.BLOCK, dpi);
      for (Word word : found) {
        Strip strip = sheet.strips().get(sheet.at(word.y() + word.height() / 2.0));
        read.computeIfAbsent(strip, s -> new ArrayList<>()).add(sheet.onPage(word, strip));
      }
    }
    return read;
  }

  /** Each line alone on its picture. */
  private Map<Strip, List<Word>> alone(List<Strip> lines, boolean figures) throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    for (Strip line : lines.subList(0, Math.min(lines.size(), MOST_ALONE))) {
      sheets.addAll(strips.sheets(List.of(line)));
    }
    List<BufferedImage> pictures = sheets.stream().map(Sheet::picture).toList();
    List<List<Word>> found =
        figures ? Tesseract.figureLines(pictures, dpi) : Tesseract.lines(pictures, dpi);
    Map<Strip, List<Word>> read = new LinkedHashMap<>();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      Strip strip = sheet.strips().getFirst();
      read.put(strip, found.get(i).stream().map(word -> sheet.onPage(word, strip)).toList());
    }
    return read;
  }

  private void figures(List<Strip> lines) throws IOException {
    List<Strip> likely =
        lines.stream().filter(s -> LIKE_A_FIGURE.matcher(text(words.get(s))).matches()).toList();
    Map<Strip, List<Word>> second = sheets(likely, true);
    List<Strip> differ = new ArrayList<>();
    for (Strip strip : likely) {
      List<Word> first = words.getOrDefault(strip, List.of());
      List<Word> again = second.getOrDefault(strip, List.of());
      if (isFigure(again) && digits(first).equals(digits(again))) {
        words.put(strip, again);
      } else if (!first.isEmpty() || !again.isEmpty()) {
        differ.add(strip);
      }
    }
    Map<Strip, List<Word>> third = alone(differ, true);
    for (Strip strip : differ) {
      decide(
          strip,
          words.getOrDefault(strip, List.of()),
          second.getOrDefault(strip, List.of()),
          third.getOrDefault(strip, List.of()));
    }
  }

  /** Without a majority the figure stays doubtful. */
  private void decide(Strip strip, List<Word> first, List<Word> second, List<Word> third) {
    if (isFigure(third)
        && (digits(third).equals(digits(first)) || digits(third).equals(digits(second)))) {
      words.put(strip, third.stream().map(word -> word.atMost(OUTVOTED)).toList());
    } else {
      doubt(strip, isFigure(second) ? second : isFigure(third) ? third : first);
    }
  }

  private void doubt(Strip strip, List<Word> read) {
    if (!read.isEmpty()) {
      words.put(strip, read.stream().map(word -> word.atMost(DOUBTFUL)).toList());
    }
  }

  private void overlooked(List<Strip> lines) throws IOException {
    List<Strip> missing = lines.stream().filter(line -> !words.containsKey(line)).toList();
    alone(missing, false)
        .forEach(
            (line, found) -> {
              if (!found.isEmpty()) {
                words.put(line, found);
              }
            });
  }

  private static String text(@org.jspecify.annotations.Nullable List<Word> words) {
    return words == null ? "" : words.stream().map(Word::text).collect(Collectors.joining());
  }

  private static boolean isFigure(List<Word> words) {
    return FIGURE.matcher(text(words)).matches();
  }

  private static String digits(List<Word> words) {
    return text(words).replaceAll("[^0-9]", "");
  }
}
