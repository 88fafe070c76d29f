package mingcha;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.extract.Extractor;
import mingcha.extract.FileExtractor;
import mingcha.extract.Limits;
import mingcha.extract.Outcome;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Workers;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.store.Journal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * How many pages a second go through the whole pipeline, beside a bare baseline (text, and one pass
 * over the graphics for lines) and beside Tika's text, in the same process on the same files. Scans
 * are timed by themselves. Run by {@code mvn -Pbench test}; {@code -Dmingcha.bench.files=FOLDER}
 * for other PDFs.
 *
 * <p>Time is that of the processor for the one thread that works, so that what else the machine
 * does counts little; of several rounds the median counts.
 */
@Tag("bench")
class PipelineBench {
  private static final Path FILES =
      Path.of(System.getProperty("mingcha.bench.files", "../shared/realdata/disclosures"));
  private static final int WARM_UP = 3;
  private static final int ROUNDS = Integer.getInteger("mingcha.bench.rounds", 7);
  private static final int SLOWEST = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** For one worker, against the baseline. */
  private static final double MOST = 1.5;

  @TempDir private Path folder = Path.of("");

  private final Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
  private final Extractor extractor = new FileExtractor();

  /** What is done to a file. */
  private interface Work {
    void on(Path file) throws IOException;
  }

  @Test
  void pagesASecond() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FILES), "no files in " + FILES);
    List<Path> scans = new ArrayList<>();
    List<Path> files = files(scans);
    int[] pages = new int[files.size()];
    for (int f = 0; f < pages.length; f++) {
      pages[f] = pages(files.get(f));
    }
    Map<String, double[]> seconds = new LinkedHashMap<>();
    try (LuceneIndexer indexer = LuceneIndexer.open(folder.resolve("segments"))) {
      Map<String, Work> works = new LinkedHashMap<>();
      works.put("read", file -> read(file));
      works.put("+ interpreted", file -> content(file));
      works.put("+ checked", file -> checked(file));
      works.put("+ packed and indexed", file -> indexed(file, indexer));
      works.put("baseline", PipelineBench::baseline);
      works.put("Tika's text", PipelineBench::tika);
      for (String name : works.keySet()) {
        seconds.put(name, new double[files.size()]);
      }
      for (int f = 0; f < files.size(); f++) {
        measure(files.get(f), f, works, seconds);
      }
      indexer.commit(1);
    }
    int total = Arrays.stream(pages).sum();
    StringBuilder report = new StringBuilder();
    double baseline = sum(seconds, "baseline");
    for (String name : seconds.keySet()) {
      double sum = sum(seconds, name);
      report.append(
          String.format(
              Locale.ROOT,
              "%-22s %7.1f pages/s, %.2f of the baseline's time%n",
              name,
              total / sum,
              sum / baseline));
    }
    workers(files, total, report);
    scans(scans, report);
    slowest(files, pages, seconds, report);
    System.out.println(report);
    double ratio = sum(seconds, "+ packed and indexed") / baseline;
    assertTrue(ratio <= MOST, "the pipeline takes " + ratio + " times as long as the baseline");
  }

  /** What can be read, without scans: no baseline recognises what is on a picture. */
  private List<Path> files(List<Path> scans) throws IOException {
    try (Stream<Path> all = Files.walk(FILES)) {
      List<Path> pdfs = all.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
      List<Path> readable = new ArrayList<>();
      for (Path pdf : pdfs) {
        if (extractor.extract(pdf, pdf.toString()) instanceof Extracted extracted) {
          boolean scan = extracted.mediaType().contains("pages-by-ocr");
          (scan ? scans : readable).add(pdf);
        }
      }
      return readable;
    }
  }

  private void scans(List<Path> scans, StringBuilder report) throws IOException {
    for (Path scan : scans) {
      long start = System.nanoTime();
      read(scan);
      double seconds = (System.nanoTime() - start) / 1e9;
      report.append(
          String.format(
              Locale.ROOT,
              "%s: recognised at %.2f pages/s by the clock%n",
              scan.getFileName(),
              pages(scan) / seconds));
    }
  }

  private static int pages(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getNumberOfPages();
    }
  }

  private static void measure(
      Path file, int f, Map<String, Work> works, Map<String, double[]> seconds) throws IOException {
    Map<String, double[]> rounds = new LinkedHashMap<>();
    works.keySet().forEach(name -> rounds.put(name, new double[ROUNDS]));
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Map.Entry<String, Work> work : works.entrySet()) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.getValue().on(file);
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (round >= 0) {
          Objects.requireNonNull(rounds.get(work.getKey()))[round] = nanos / 1e9;
        }
      }
    }
    rounds.forEach(
        (name, times) -> {
          Arrays.sort(times);
          Objects.requireNonNull(seconds.get(name))[f] = times[ROUNDS / 2];
        });
  }

  private Extracted read(Path file) {
    Outcome outcome = extractor.extract(file, file.toString());
    return outcome instanceof Extracted extracted ? extracted : new Extracted("", List.of());
  }

  private Content content(Path file) {
    return interpreter.interpret(
        String.valueOf(file.getFileName()), "0".repeat(64), read(file).pages(), Hints.NONE);
  }

  private Content checked(Path file) {
    Content content = content(file);
    List<Entry> entries = new ArrayList<>(content.entries());
    entries.addAll(Checks.findings(content));
    return new Content(
        content.disclosure(), content.outline(), content.tables(), content.paragraphs(), entries);
  }

  private void indexed(Path file, LuceneIndexer indexer) throws IOException {
    Content content = checked(file);
    Journal.pack(content);
    indexer.replace(content.disclosure(), 1, content.entries());
  }

  private static void baseline(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      new PDFTextStripper().getText(document);
      for (PDPage page : document.getPages()) {
        new Lines(page).processPage(page);
      }
    }
  }

  private static void tika(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      new PDFParser().parse(in, new BodyContentHandler(-1), new Metadata(), new ParseContext());
    } catch (SAXException | TikaException e) {
      throw new IOException(e);
    }
  }

  /** The same through one process of its own, with what it costs to send the answer. */
  private static void workers(List<Path> files, int pages, StringBuilder report) {
    try (Workers workers = new Workers(Limits.STANDARD)) {
      files.forEach(file -> workers.extract(file, file.toString()));
      long start = System.nanoTime();
      files.forEach(file -> workers.extract(file, file.toString()));
      double seconds = (System.nanoTime() - start) / 1e9;
      report.append(
          String.format(
              Locale.ROOT, "read by one worker     %7.1f pages/s by the clock%n", pages / seconds));
    }
  }

  private static void slowest(
      List<Path> files, int[] pages, Map<String, double[]> seconds, StringBuilder report)
      throws IOException {
    report.append("slowest, in milliseconds a page:\n");
    List<Integer> order = new ArrayList<>();
    for (int f = 0; f < files.size(); f++) {
      order.add(f);
    }
    double[] whole = seconds.getOrDefault("+ packed and indexed", new double[files.size()]);
    order.sort(Comparator.comparingDouble(f -> -whole[f] / pages[f]));
    for (int f : order.subList(0, Math.min(SLOWEST, order.size()))) {
      StringBuilder stages = new StringBuilder();
      double before = 0;
      for (Map.Entry<String, double[]> stage : seconds.entrySet()) {
        double time = stage.getValue()[f];
        boolean adds = stage.getKey().startsWith("+");
        double own = adds ? time - before : time;
        before = time;
        stages.append(
            String.format(Locale.ROOT, "%s %.1f, ", stage.getKey(), 1000 * own / pages[f]));
      }
      report.append(
          String.format(
              Locale.ROOT,
              "  %s: %s%d pages of %d KB%n",
              files.get(f).getFileName(),
              stages,
              pages[f],
              Files.size(files.get(f)) / 1024 / pages[f]));
    }
  }

  private static double sum(Map<String, double[]> seconds, String name) {
    return Arrays.stream(seconds.getOrDefault(name, new double[0])).sum();
  }

  /** The least that finds lines. */
  private static final class Lines extends PDFGraphicsStreamEngine {
    private final List<double[]> lines = new ArrayList<>();
    private Point2D current = new Point2D.Float();

    Lines(PDPage page) {
      super(page);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
      lines.add(new double[] {p0.getX(), p0.getY(), p2.getX(), p2.getY()});
    }

    @Override
    public void moveTo(float x, float y) {
      current = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
      lines.add(new double[] {current.getX(), current.getY(), x, y});
      current = new Point2D.Float(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
      current = new Point2D.Float(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
      return current;
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void strokePath() {}

    @Override
    public void fillPath(int windingRule) {}

    @Override
    public void fillAndStrokePath(int windingRule) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void shadingFill(COSName name) {}
  }
}
