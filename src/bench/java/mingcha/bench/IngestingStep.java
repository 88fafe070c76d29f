package mingcha.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.Main;
import mingcha.bench.Clients.Answers;
import mingcha.index.lucene.CommitWatch;
import mingcha.sample.SampleWriter;
import mingcha.store.Store;

/**
 * Sixteen clients ask {@code serve} over HTTP, first alone, then while {@code ingest} reads new
 * disclosures into the same index: each in a process of its own. On a copy whose files are links,
 * so that the index stays as it is.
 */
final class IngestingStep {
  private static final int CLIENTS = 16;
  private static final long SEED = 77;
  private static final int LOOK_EVERY_MILLIS = 50;

  /** The clients ask alone for this part of the time, to be compared with. */
  private static final double ALONE = 0.25;

  private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  private final Path data;
  private final String heap;

  private IngestingStep(Path data, String heap) {
    this.data = data;
    this.heap = heap;
  }

  /**
   * Prints what it found.
   *
   * @param args the folder that {@link IndexStep} wrote, the heap of the processes, for how many
   *     minutes at most, how many files
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path data = folder.resolveSibling(folder.getFileName() + "-ingesting");
    delete(data);
    link(folder.resolve("segments"), data.resolve("segments"));
    Store.open(data).close();
    SampleWriter.write(data.resolve("files"), Integer.parseInt(args[3]), SEED);
    try {
      new IngestingStep(data, args[1]).run(Double.parseDouble(args[2]));
    } finally {
      delete(data);
    }
  }

  private void run(double minutes) throws Exception {
    Process serve = java("serve", "--index", data.toString(), "--port", "0");
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8))) {
      URI address = address(said);
      Clients clients = new Clients(address);
      clients.once(1);
      System.out.println(Clients.HEADER.replace("clients |", CLIENTS + " clients |"));
      long alone = System.nanoTime() + nanos(minutes * ALONE);
      Answers before = clients.ask(CLIENTS, turn -> System.nanoTime() < alone);
      System.out.println("| alone | " + before.cells() + " |");
      ingesting(clients, address, minutes, before);
    } finally {
      end(serve);
    }
  }

  private void ingesting(Clients clients, URI address, double minutes, Answers before)
      throws Exception {
    Process ingest = java("ingest", "--index", data.toString(), data.resolve("files").toString());
    ingest.getInputStream().close();
    try (CommitWatch watch = new CommitWatch(data.resolve("segments"))) {
      long end = System.nanoTime() + nanos(minutes);
      Thread watcher =
          Thread.ofPlatform()
              .start(
                  () -> watch(watch, address, () -> !ingest.isAlive() || System.nanoTime() > end));
      Answers during = clients.ask(CLIENTS, turn -> ingest.isAlive() && System.nanoTime() < end);
      String how =
          ingest.isAlive() ? "ingest was not at its end" : "ingest ended with " + ingest.waitFor();
      end(ingest);
      watcher.join();
      System.out.println("| while files are ingested | " + during.cells() + " |");
      System.out.printf(
          Locale.ROOT,
          "%s after %.0f s; p99 %.1f times that before; %s%n",
          how,
          during.seconds(),
          during.timings().clock(0.99) / before.timings().clock(0.99),
          visible(watch));
    } finally {
      end(ingest);
    }
  }

  private static String visible(CommitWatch watch) {
    List<Long> delays = watch.delays();
    if (delays.isEmpty()) {
      return "no commit was seen";
    }
    return String.format(
        Locale.ROOT,
        "%d commits, seen %d ms after each (median), %d ms at most, %d not yet",
        delays.size(),
        delays.get(delays.size() / 2),
        delays.getLast(),
        watch.unseen());
  }

  /** A condition to stop at. */
  @FunctionalInterface
  private interface Ended {
    boolean now();
  }

  private static void watch(CommitWatch watch, URI address, Ended ended) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!ended.now()) {
        look(watch);
        watch.seen(total(http, address));
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void look(CommitWatch watch) throws IOException {
    try {
      watch.look();
    } catch (NoSuchFileException e) {
      // The writer has just put the next commit in place of this one.
    }
  }

  private static long total(HttpClient http, URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("api/search?size=0")).build();
    Matcher total = TOTAL.matcher(http.send(request, BodyHandlers.ofString()).body());
    return total.find() ? Long.parseLong(total.group(1)) : -1;
  }

  private Process java(String... args) throws IOException {
    List<String> command = Bench.command(heap);
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectError(data.resolve(args[0] + ".log").toFile())
        .start();
  }

  private URI address(BufferedReader said) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        String found = address.group();
        return URI.create(found.endsWith("/") ? found : found + "/");
      }
    }
    throw new IOException(
        "serve does not say where it is: " + lines + Files.readAllLines(data.resolve("serve.log")));
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static long nanos(double minutes) {
    return Math.round(minutes * TimeUnit.MINUTES.toNanos(1));
  }

  /** Lucene writes a file once: a link is as good as a copy. */
  private static void link(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
        Files.createLink(to.resolve(file.getFileName()), file);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
