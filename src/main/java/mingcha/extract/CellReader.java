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
 * a third time where the two differ; without a majority it is doubtful. So is what is hardly read
 * among figures: 21.34 as 允.34. Lines that were overlooked, or hardly read, are read one by one.
 */
final class CellReader {
  /** Figures as recognition garbles them: 1,374.63 as {@code 1;374..63}, 4 as 二. */
  private static final Pattern LIKE_A_FIGURE = Pattern.compile("[-—0-9.,;:%|'了二\\\\s]*");

  private static final Pattern FIGURE =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?");

  /** A label among figures; none of a figure's digits are misread as so many Chinese characters. */
  private static final Pattern WORDS = Pattern.compile("\\p{IsHan}{3}|\\d\\p{IsHan}$");

  /** Of 100; what differs between two readings is doubtful, a majority among three less so. */
  private static final double DOUBTFUL = 40;

  private static final double OUTVOTED = 55;

  /** Two that know nothing of each other say the same: that is surer than what either says. */
  private static final double AGREED = 75;

  private static final double UNSURE = 60;

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
    reader.again(lines);
    reader.figures(lines);
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
    List<Strip> plain = lines.stream().filter(this::isLikeAFigure).toList();
    List<Strip> likely = new ArrayList<>(plain);
    lines.stream().filter(s -> isAmongFigures(s, lines, plain)).forEach(likely::add);
    Map<Strip, List<Word>> second = sheets(likely, true);
    List<Strip> differ = new ArrayList<>();
    for (Strip strip : likely) {
      List<Word> first = words.getOrDefault(strip, List.of());
      List<Word> again = second.getOrDefault(strip, List.of());
      if (isFigure(again) && text(first).equals(text(again))) {
        words.put(strip, again.stream().map(word -> word.atLeast(AGREED)).toList());
      } else if (!first.isEmpty() || !again.isEmpty()) {
        differ.add(strip);
      }
    }
    Map<Strip, List<Word>> third = alone(differ, true);
    for (Strip strip : differ) {
      List<Word> again = second.getOrDefault(strip, List.of());
      List<Word> alone = third.getOrDefault(strip, List.of());
      if (plain.contains(strip)) {
        decide(strip, words.getOrDefault(strip, List.of()), again, alone);
      } else if (isFigure(alone) && text(alone).equals(text(again)) && least(alone) > DOUBTFUL) {
        words.put(strip, alone.stream().map(word -> word.as(OUTVOTED)).toList());
      }
    }
  }

  private boolean isLikeAFigure(Strip strip) {
    return LIKE_A_FIGURE.matcher(text(words.get(strip))).matches();
  }

  /** What is no word, and stands where what is no word is a figure. */
  private boolean isAmongFigures(Strip strip, List<Strip> lines, List<Strip> figures) {
    if (figures.contains(strip) || isWord(strip)) {
      return false;
    }
    List<Strip> column =
        lines.stream().filter(s -> s.cell().sharesColumn(strip.cell()) && !isWord(s)).toList();
    long like = column.stream().filter(figures::contains).count();
    return like > 0 && 2 * like >= column.size();
  }

  private boolean isWord(Strip strip) {
    List<Word> read = words.getOrDefault(strip, List.of());
    boolean digits = !digits(read).isEmpty();
    return WORDS.matcher(text(read)).find() || (!digits && least(read) > OUTVOTED);
  }

  /** Two that are alike decide; without a majority the figure stays doubtful. */
  private void decide(Strip strip, List<Word> first, List<Word> second, List<Word> third) {
    if (isFigure(third) && text(third).equals(text(second))) {
      boolean same = digits(third).equals(digits(first));
      words.put(strip, third.stream().map(w -> same ? w.atLeast(AGREED) : w.as(OUTVOTED)).toList());
    } else if (isFigure(first)
        && (text(first).equals(text(second)) || text(first).equals(text(third)))) {
      words.put(strip, first.stream().map(word -> word.as(OUTVOTED)).toList());
    } else if (isFigure(third)
        && (digits(third).equals(digits(first)) || digits(third).equals(digits(second)))) {
      words.put(strip, third.stream().map(word -> word.as(OUTVOTED)).toList());
    } else {
      doubt(strip, isFigure(second) ? second : isFigure(third) ? third : first);
    }
  }

  private void doubt(Strip strip, List<Word> read) {
    if (!read.isEmpty()) {
      words.put(strip, read.stream().map(word -> word.atMost(DOUBTFUL)).toList());
    }
  }

  /** What is overlooked or hardly read is read alone, and that is kept where it is much surer. */
  private void again(List<Strip> lines) throws IOException {
    List<Strip> unsure =
        lines.stream()
            .filter(line -> !isLikeAFigure(line) || !words.containsKey(line))
            .filter(line -> least(words.getOrDefault(line, List.of())) < UNSURE)
            .toList();
    alone(unsure, false)
        .forEach(
            (line, found) -> {
              if (!found.isEmpty() && (!words.containsKey(line) || least(found) >= UNSURE)) {
                words.put(line, found);
              }
            });
  }

  /** As sure as the least sure of them; of nothing at all it is less than of anything. */
  private static double least(List<Word> words) {
    return words.stream().mapToDouble(Word::confidence).min().orElse(-1);
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
