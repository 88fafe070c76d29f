package mingcha.extract;

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
 * alone at several sizes where the two differ; without a majority it is doubtful. So is what is
 * hardly read among figures: 21.34 as 允.34. Lines that were overlooked, or hardly read, are read
 * one by one.
 */
final class CellReader {
  /** Figures as recognition garbles them: 1,374.63 as {@code 1;374..63}, 4 as 二. */
  private static final Pattern LIKE_A_FIGURE = Pattern.compile("[-—0-9.,;:%|'了二\\\\s]*");

  /** A label among figures; none of a figure's digits are misread as so many Chinese characters. */
  private static final Pattern WORDS =
      Pattern.compile("\\p{IsHan}.*\\p{IsHan}.*\\p{IsHan}|[年月日元万亿]");

  /** 12人, if it is surely read: 52.75 is misread as 有3驹. */
  private static final Pattern COUNT = Pattern.compile("\\d\\p{IsHan}$");

  private static final Pattern POINTLESS = Pattern.compile("-?[\\d,]{3,}");

  private static final Pattern MANY_DECIMALS = Pattern.compile("-?[\\d,]+\\.\\d{3,}");

  private static final Pattern DECIMALS = Pattern.compile("-?[\\d,]+\\.\\d{2}");

  /** Of 100: what is less sure is read again. */
  private static final double UNSURE = 60;

  /** What is more sure is a word, though it stand among figures. */
  private static final double A_WORD = 55;

  /** In parts of the usual: what is misread at one size is often right at another. */
  private static final double[] SIZES = {1, 0.75, 1.3};

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
    reader.unlikeTheirColumns(lines, POINTLESS);
    reader.unlikeTheirColumns(lines, MANY_DECIMALS);
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

  private static List<Word> onPage(Sheet sheet, List<Word> words) {
    Strip strip = sheet.strips().getFirst();
    return words.stream().map(word -> sheet.onPage(word, strip)).toList();
  }

  private void figures(List<Strip> lines) throws IOException {
    List<Strip> plain = lines.stream().filter(this::isLikeAFigure).toList();
    List<Strip> likely = new ArrayList<>(plain);
    lines.stream().filter(s -> isAmongFigures(s, lines, plain)).forEach(likely::add);
    Map<Strip, List<Word>> second = sheets(likely, true);
    Map<Strip, FigureVotes> votes = new LinkedHashMap<>();
    for (Strip strip : likely) {
      List<Word> first = words.getOrDefault(strip, List.of());
      List<Word> again = second.getOrDefault(strip, List.of());
      if (FigureVotes.agree(first, again)) {
        words.put(strip, FigureVotes.agreed(again));
      } else {
        FigureVotes vote = new FigureVotes();
        vote.add(first);
        vote.add(again);
        votes.put(strip, vote);
      }
    }
    voteAlone(votes);
    for (Map.Entry<Strip, FigureVotes> each : votes.entrySet()) {
      Strip strip = each.getKey();
      List<Word> winner = each.getValue().winner();
      if (!winner.isEmpty()) {
        words.put(strip, winner);
      } else if (plain.contains(strip)) {
        List<Word> again = second.getOrDefault(strip, List.of());
        List<Word> first = words.getOrDefault(strip, List.of());
        List<Word> kept = FigureVotes.isFigure(again) ? again : first;
        if (!kept.isEmpty()) {
          words.put(strip, FigureVotes.doubtful(kept));
        }
      }
    }
  }

  /** Each line alone, at several sizes. */
  private void voteAlone(Map<Strip, FigureVotes> votes) throws IOException {
    List<Strip> lines = votes.keySet().stream().limit(MOST_ALONE).toList();
    List<Sheet> sheets = alone(lines);
    List<List<Word>> found =
        Tesseract.figureLines(sheets.stream().map(Sheet::picture).toList(), dpi);
    for (int i = 0; i < sheets.size(); i++) {
      FigureVotes vote = votes.get(lines.get(i % lines.size()));
      if (vote != null) {
        vote.add(onPage(sheets.get(i), found.get(i)));
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
    List<Strip> column = new ArrayList<>(lines);
    column.removeIf(line -> !line.cell().sharesColumn(strip.cell()));
    long like = column.stream().filter(figures::contains).filter(this::hasDigits).count();
    long labels = column.stream().filter(this::isWord).count();
    return like > 0 && 2 * like >= column.size() - labels && (hasDigits(strip) || like >= labels);
  }

  private boolean hasDigits(Strip strip) {
    return !digits(words.getOrDefault(strip, List.of())).isEmpty();
  }

  private boolean isWord(Strip strip) {
    List<Word> read = words.getOrDefault(strip, List.of());
    String text = text(read);
    boolean maybe = !hasDigits(strip) || COUNT.matcher(text).find();
    return WORDS.matcher(text).find() || (maybe && least(read) > A_WORD);
  }

  /**
   * 1755 among figures with two decimals: 17.55, most likely, the point of which nobody saw. Or
   * 67.232, a digit of which nobody printed.
   */
  private void unlikeTheirColumns(List<Strip> lines, Pattern unlike) {
    for (Strip line : lines) {
      if (unlike.matcher(text(words.get(line))).matches()) {
        List<String> column =
            lines.stream()
                .filter(other -> other.cell().sharesColumn(line.cell()))
                .map(other -> text(words.get(other)))
                .toList();
        long pointed = column.stream().filter(DECIMALS.asMatchPredicate()).count();
        long others = column.stream().filter(unlike.asMatchPredicate()).count();
        if (pointed >= 3 && 4 * others <= pointed) {
          words.computeIfPresent(line, (strip, read) -> FigureVotes.doubtful(read));
        }
      }
    }
  }

  /**
   * What is overlooked or hardly read is read alone, at several sizes. What two of them say is
   * kept, or the one that is sure of itself.
   */
  private void again(List<Strip> lines) throws IOException {
    List<Strip> unsure =
        lines.stream()
            .filter(line -> !isLikeAFigure(line) || !words.containsKey(line))
            .filter(line -> least(words.getOrDefault(line, List.of())) < UNSURE)
            .limit(MOST_ALONE)
            .toList();
    List<Sheet> sheets = alone(unsure);
    List<List<Word>> found =
        Tesseract.lines(sheets.stream().map(Sheet::picture).toList(), Mode.LINE, dpi);
    for (int i = 0; i < unsure.size(); i++) {
      List<List<Word>> readings = new ArrayList<>();
      readings.add(words.getOrDefault(unsure.get(i), List.of()));
      for (int j = i; j < sheets.size(); j += unsure.size()) {
        readings.add(onPage(sheets.get(j), found.get(j)));
      }
      readings.removeIf(List::isEmpty);
      if (!readings.isEmpty()) {
        words.put(unsure.get(i), surest(readings));
      }
    }
    raw(lines);
  }

  /** What is taken for no text at all. */
  private void raw(List<Strip> lines) throws IOException {
    List<Strip> missing =
        lines.stream().filter(line -> !words.containsKey(line)).limit(MOST_ALONE).toList();
    List<Sheet> sheets = missing.stream().map(line -> strips.sheet(line, 1)).toList();
    List<List<Word>> found =
        Tesseract.lines(sheets.stream().map(Sheet::picture).toList(), Mode.RAW_LINE, dpi);
    for (int i = 0; i < missing.size(); i++) {
      if (!found.get(i).isEmpty()) {
        words.put(missing.get(i), onPage(sheets.get(i), found.get(i)));
      }
    }
  }

  /** The first unless another is seconded by more, or surer of itself than the limit. */
  private static List<Word> surest(List<List<Word>> readings) {
    List<Word> best = readings.getFirst();
    for (List<Word> reading : readings) {
      long more = seconded(readings, reading) - seconded(readings, best);
      if (more > 0 || (more == 0 && least(reading) >= UNSURE && least(reading) > least(best))) {
        best = reading;
      }
    }
    return best;
  }

  private static long seconded(List<List<Word>> readings, List<Word> reading) {
    return readings.stream().filter(other -> text(other).equals(text(reading))).count();
  }

  /** Each line alone on a sheet, all of them at each size. */
  private List<Sheet> alone(List<Strip> lines) {
    List<Sheet> sheets = new ArrayList<>();
    for (double size : SIZES) {
      lines.forEach(line -> sheets.add(strips.sheet(line, size)));
    }
    return sheets;
  }

  /** As sure as the least sure of them; of nothing at all it is less than of anything. */
  private static double least(List<Word> words) {
    return words.stream().mapToDouble(Word::confidence).min().orElse(-1);
  }

  private static String text(@org.jspecify.annotations.Nullable List<Word> words) {
    return words == null ? "" : words.stream().map(Word::text).collect(Collectors.joining());
  }

  private static String digits(List<Word> words) {
    return text(words).replaceAll("[^0-9]", "");
  }
}
