package mingcha.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The {@code tesseract} command with its data for simplified Chinese, where the machine has both
 * (Debian: tesseract-ocr, tesseract-ocr-chi-sim). Each picture is a process of its own, which ends
 * with the thread that waits for it.
 */
final class Tesseract {
  private static final String COMMAND = "tesseract";
  private static final String CHINESE = "chi_sim";
  private static final String LATIN = "eng";
  private static final String DIRECTIONS = "osd";
  private static final String FIGURES = "0123456789.,-%";
  private static final Duration TO_ANSWER = Duration.ofSeconds(20);

  /** A page takes 1 to 5 seconds. */
  private static final Duration MOST_TIME = Duration.ofSeconds(60);

  /** The output's columns: level, page, block, par, line, word, left, top, width, height, conf. */
  private static final int TEXT_COLUMN = 11;

  /** Several pictures are several pages, from 1. */
  private static final int PICTURE_COLUMN = 1;

  /** Its own limit, of 50, keeps it from looking at a cover. */
  private static final int FEWEST_CHARACTERS = 15;

  private static final Pattern TURN = Pattern.compile("Rotate: (\\d+)");

  private static final String LINE_LEVEL = "4";
  private static final String WORD_LEVEL = "5";

  private Tesseract() {}

  /** Asked once: a command that is installed later is found at the next start. */
  private static final class Holder {
    static final Set<String> DATA = data();
  }

  /** How a picture is laid out. */
  enum Mode {
    /** Whatever is found on it. */
    PAGE("3"),
    /** Lines of one column. */
    BLOCK("6"),
    /** One line. */
    LINE("7"),
    /** One line, whatever it looks like: short ones are taken for no text otherwise. */
    RAW_LINE("13");

    final String number;

    Mode(String number) {
      this.number = number;
    }
  }

  /**
   * A word as recognised, in pixels from the upper left corner.
   *
   * @param lineTop of the line it stands in
   * @param lineHeight of that line
   * @param confidence of 100
   */
  record Word(
      String text,
      int x,
      int y,
      int width,
      int height,
      int lineTop,
      int lineHeight,
      double confidence) {
    Word atMost(double most) {
      return as(Math.min(most, confidence));
    }

    Word atLeast(double least) {
      return as(Math.max(least, confidence));
    }

    Word as(double sure) {
      return new Word(text, x, y, width, height, lineTop, lineHeight, sure);
    }
  }

  /** Whether pictures can be read on this machine. */
  static boolean isThere() {
    return Holder.DATA.contains(CHINESE);
  }

  private static Set<String> data() {
    try {
      Path out = Files.createTempFile("mingcha", ".txt");
      try {
        run(List.of(COMMAND, "--list-langs"), out, TO_ANSWER);
        return Files.readString(out).lines().collect(Collectors.toUnmodifiableSet());
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      return Set.of();
    }
  }

  /**
   * How many quarters to the right a picture is turned to be read, or null where nothing tells: on
   * pages of few characters, and where the data for it is missing (Debian: tesseract-ocr-osd).
   */
  static @Nullable Integer turns(BufferedImage picture, int dpi) throws IOException {
    if (!Holder.DATA.contains(DIRECTIONS)) {
      return null;
    }
    Path folder = Files.createTempDirectory("mingcha");
    Path in = folder.resolve("page.png");
    Path out = folder.resolve("turns.txt");
    try {
      ImageIO.write(picture, "png", in.toFile());
      List<String> command = new ArrayList<>(List.of(COMMAND, in.toString(), "stdout"));
      command.addAll(List.of("--dpi", String.valueOf(dpi), "-l", DIRECTIONS, "--psm", "0"));
      command.addAll(List.of("-c", "min_characters_to_try=" + FEWEST_CHARACTERS));
      run(command, out, MOST_TIME);
      Matcher turn = TURN.matcher(Files.readString(out));
      return turn.find() ? Integer.parseInt(turn.group(1)) / 90 % 4 : null;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      return null; // it ends with 1 where it cannot tell
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
      Files.deleteIfExists(folder);
    }
  }

  /**
   * Reads a picture.
   *
   * @throws InterruptedIOException when the thread is interrupted; the process is ended before
   */
  static List<Word> read(BufferedImage picture, Mode mode, int dpi) throws IOException {
    return read(List.of(picture), dpi, chinese(mode)).getFirst();
  }

  /** Reads pictures of a line each in one process: to start it costs as much as thirty lines. */
  static List<List<Word>> lines(List<BufferedImage> pictures, Mode mode, int dpi)
      throws IOException {
    return read(pictures, dpi, chinese(mode));
  }

  /** Reads a picture of lines of nothing but figures. */
  static List<Word> figures(BufferedImage picture, int dpi) throws IOException {
    return read(List.of(picture), dpi, figures(Mode.BLOCK)).getFirst();
  }

  /** Reads pictures of a line each, of nothing but figures, in one process. */
  static List<List<Word>> figureLines(List<BufferedImage> pictures, int dpi) throws IOException {
    return read(pictures, dpi, figures(Mode.LINE));
  }

  private static List<String> chinese(Mode mode) {
    return List.of("-l", CHINESE, "--psm", mode.number);
  }

  private static List<String> figures(Mode mode) {
    return List.of("-l", LATIN, "--psm", mode.number, "-c", "tessedit_char_whitelist=" + FIGURES);
  }

  /** The words of each picture. */
  private static List<List<Word>> read(List<BufferedImage> pictures, int dpi, List<String> options)
      throws IOException {
    if (pictures.isEmpty()) {
      return List.of();
    }
    Path folder = Files.createTempDirectory("mingcha");
    List<Path> made = new ArrayList<>();
    try {
      for (BufferedImage picture : pictures) {
        Path in = folder.resolve(made.size() + ".png");
        made.add(in);
        ImageIO.write(picture, "png", in.toFile());
      }
      Path in = made.getFirst();
      if (made.size() > 1) {
        List<String> names = made.stream().map(Path::toString).toList();
        in = Files.write(folder.resolve("pictures.txt"), names);
        made.add(in);
      }
      Path out = folder.resolve("words.tsv");
      made.add(out);
      List<String> command = new ArrayList<>(List.of(COMMAND, in.toString(), "stdout"));
      command.addAll(List.of("--dpi", String.valueOf(dpi)));
      command.addAll(options);
      command.add("tsv");
      run(command, out, MOST_TIME);
      return words(Files.readAllLines(out, StandardCharsets.UTF_8), pictures.size());
    } finally {
      for (Path path : made) {
        Files.deleteIfExists(path);
      }
      Files.deleteIfExists(folder);
    }
  }

  private static void run(List<String> command, Path out, Duration limit) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(Redirect.DISCARD);
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    // Its threads cost more than they bring on a page; files are read in parallel instead.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(COMMAND + " was not through after " + limit.toSeconds() + " seconds");
      }
      if (process.exitValue() != 0) {
        throw new IOException(COMMAND + " ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException("interrupted");
      stopped.initCause(e);
      throw stopped;
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<List<Word>> words(List<String> rows, int pictures) {
    List<List<Word>> words = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      words.add(new ArrayList<>());
    }
    int lineTop = 0;
    int lineHeight = 0;
    for (String row : rows) {
      String[] fields = row.split("\t", -1);
      if (fields.length <= TEXT_COLUMN) {
        continue;
      }
      if (fields[0].equals(LINE_LEVEL)) {
        lineTop = Integer.parseInt(fields[7]);
        lineHeight = Integer.parseInt(fields[9]);
      } else if (fields[0].equals(WORD_LEVEL) && !fields[TEXT_COLUMN].isBlank()) {
        int picture = Integer.parseInt(fields[PICTURE_COLUMN]) - 1;
        words
            .get(picture)
            .add(
                new Word(
                    fields[TEXT_COLUMN].strip(),
                    Integer.parseInt(fields[6]),
                    Integer.parseInt(fields[7]),
                    Integer.parseInt(fields[8]),
                    Integer.parseInt(fields[9]),
                    lineTop,
                    lineHeight,
                    Double.parseDouble(fields[10])));
      }
    }
    return words;
  }
}
