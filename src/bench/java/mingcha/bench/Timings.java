package mingcha.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How long a kind of thing took, each time: by the clock, and of the processor alone, which says
 * more on a machine that others use as well.
 */
final class Timings {
  static final String HEADER =
      "| questions | number | p50 ms | p99 ms | p99.9 ms | p50 CPU | p99 CPU | p99.9 CPU"
          + " |%n|---|---|---|---|---|---|---|---|%n";
  private static final double NANOS = 1e6;

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private final List<Long> clock = new ArrayList<>();
  private final List<Long> processor = new ArrayList<>();

  /** Something to be timed. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  <T> T time(Work<T> work) throws IOException {
    long start = System.nanoTime();
    long startOfProcessor = processor();
    T result = work.run();
    add(System.nanoTime() - start, processor() - startOfProcessor);
    return result;
  }

  private synchronized void add(long took, long ofProcessor) {
    clock.add(took);
    processor.add(ofProcessor);
  }

  /** All that was timed of several kinds. */
  static Timings all(Collection<Timings> kinds) {
    Timings all = new Timings();
    for (Timings kind : kinds) {
      all.clock.addAll(kind.clock);
      all.processor.addAll(kind.processor);
    }
    return all;
  }

  synchronized int number() {
    return clock.size();
  }

  /** The least time by the clock that so large a share took no longer than, in milliseconds. */
  synchronized double clock(double share) {
    return millis(clock, share);
  }

  /** The same of the processor. */
  synchronized double processor(double share) {
    return millis(processor, share);
  }

  /** p50, p99 and p99.9 by the clock. */
  synchronized String clock() {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %.1f",
        millis(clock, 0.5),
        millis(clock, 0.99),
        millis(clock, 0.999));
  }

  /** Of all threads that answer, since several may share a question. */
  static long processor() {
    long[] times = THREADS.getThreadCpuTime(THREADS.getAllThreadIds());
    return Arrays.stream(times).filter(time -> time > 0).sum();
  }

  /** The least time that so large a share took no longer than, in milliseconds. */
  private static double millis(List<Long> nanos, double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int at = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, at)) / NANOS;
  }

  /** How many, then p50, p99 and p99.9 by the clock and of the processor. */
  synchronized String cells() {
    return String.format(
        Locale.ROOT,
        "%d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f",
        clock.size(),
        millis(clock, 0.5),
        millis(clock, 0.99),
        millis(clock, 0.999),
        millis(processor, 0.5),
        millis(processor, 0.99),
        millis(processor, 0.999));
  }
}
