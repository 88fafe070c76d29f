package mingcha.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mingcha.disclosure.Metric.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The registry of metrics, read from {@code metrics.tsv}: id, quantity, Chinese names, English
 * names, names separated by {@code |}. Every money metric {@code M} also has {@code M_change} (per
 * cent) and {@code M_change_amount} (元), both on last year and signed; every rate {@code R} has
 * {@code R_change} in percentage points.
 */
public final class Metrics {
  private static final String CHANGE = "_change";
  private static final Metrics STANDARD = read("metrics.tsv");

  private final Map<String, Metric> byId;

  private Metrics(Map<String, Metric> byId) {
    this.byId = Collections.unmodifiableMap(byId);
  }

  /** The registry that comes with Mingcha. */
  public static Metrics standard() {
    return STANDARD;
  }

  /** The metric of this id, or null. */
  public @Nullable Metric find(String id) {
    return byId.get(id);
  }

  /** The metric of this id. */
  public Metric get(String id) {
    Metric metric = byId.get(id);
    if (metric == null) {
      throw new IllegalArgumentException("no metric '" + id + "'");
    }
    return metric;
  }

  /** Whether this is the change of a rate, in percentage points. */
  public boolean isInPoints(String id) {
    Metric of = id.endsWith(CHANGE) ? find(id.substring(0, id.length() - CHANGE.length())) : null;
    return of != null && of.quantity() == Quantity.RATE;
  }

  /** All metrics, in the order of the file, each money metric and rate followed by its changes. */
  public Collection<Metric> all() {
    return byId.values();
  }

  private static Metrics read(String resource) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    try (InputStream in =
            Objects.requireNonNull(Metrics.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          for (Metric metric : parse(line)) {
            if (metrics.put(metric.id(), metric) != null) {
              throw new IllegalStateException(resource + " names " + metric.id() + " twice");
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Metrics(metrics);
  }

  private static List<Metric> parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 4) {
      throw new IllegalStateException("four tab-separated fields expected: " + line);
    }
    Metric metric =
        new Metric(
            fields[0],
            Quantity.valueOf(fields[1].toUpperCase(Locale.ROOT)),
            List.of(fields[2].split("\\|")),
            List.of(fields[3].split("\\|")));
    if (metric.quantity() == Quantity.RATE) {
      return List.of(metric, change(metric, CHANGE, Quantity.RATE, "增减百分点", " change"));
    }
    if (metric.quantity() != Quantity.MONEY) {
      return List.of(metric);
    }
    return List.of(
        metric,
        change(metric, CHANGE, Quantity.RATE, "增减率", " change"),
        change(metric, "_change_amount", Quantity.MONEY, "增减额", " change amount"));
  }

  private static Metric change(
      Metric of, String suffix, Quantity quantity, String chinese, String english) {
    return new Metric(
        of.id() + suffix,
        quantity,
        suffixed(of.chinese(), chinese),
        suffixed(of.english(), english));
  }

  private static List<String> suffixed(List<String> names, String suffix) {
    List<String> result = new ArrayList<>();
    for (String name : names) {
      result.add(name + suffix);
    }
    return result;
  }
}
