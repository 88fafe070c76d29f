package mingcha.text;

/** A metric's name in a text. */
public record MetricMatch(String metric, int start, int end) {}
