package mingcha.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import mingcha.query.MetricRef;
import mingcha.text.Fold;

/**
 * What an index holds, as data: its version, the names of its fields and how figures become
 * numbers. Both backends have the same fields.
 */
public final class Schema {
  /** Goes up whenever an index written before could not be read as it should be. */
  public static final String VERSION = "5";

  /** Of money in 元 a hundredth of a 分, of a rate a ten-thousandth of a per cent. */
  public static final int DECIMALS = 4;

  /**
   * Figures beyond this are held as this: 900 million million 元, seven times the nation's yearly
   * product, so that a misread figure cannot stop its disclosure from being indexed.
   */
  public static final long MOST = 9_000_000_000_000_000_000L;

  /** Dimensions of facets, in the order of the page. */
  public static final List<String> DIMENSIONS =
      List.of(
          "kind",
          "region",
          "year",
          "subject",
          "publisher",
          "institution",
          "type",
          "caliber",
          "form",
          "grade",
          "rule");

  public static final String ID = "id";
  public static final String DISCLOSURE = "disclosure";
  public static final String ENTRY = "entry";
  public static final String KIND = "kind";
  public static final String SCOPE = "scope";
  public static final String NAME_WHOLE = "name.whole";
  public static final String NAME_BEGINS = "name.begins";
  public static final String NAME = "name";
  public static final String NAME_GRAMS = "name.grams";
  public static final String NAME_SOUND = "name.sound";
  public static final String TEXT = "text";
  public static final String TEXT_GRAMS = "text.grams";
  public static final String HAS = "has";
  public static final String REGION = "region";
  public static final String YEAR = "year";
  public static final String SUBJECT = "subject";
  public static final String PUBLISHER = "publisher";
  public static final String PUBLISHER_GRAMS = "publisher.grams";
  public static final String INSTITUTION = "institution";
  public static final String TYPE = "type";
  public static final String CALIBER = "caliber";
  public static final String FORM = "form";
  public static final String GRADE = "grade";
  public static final String RULE = "rule";
  public static final String FACET = "facet:";

  /** Digits before the decimal point from which on a figure is beyond {@link #MOST}. */
  private static final int MANY_DIGITS = 16;

  private static final BigDecimal TINY = new BigDecimal("0.00000001");

  /** No backend takes a term above 32 KiB; a line of a broken file can be a name of megabytes. */
  private static final int LONGEST_KEYWORD = 500;

  /** More letters begin few names. */
  private static final int LONGEST_BEGINNING = 4;

  private Schema() {}

  /** A name as it stands in {@link #NAME_WHOLE}. */
  public static String wholeName(String name) {
    return bounded(Fold.name(name));
  }

  /**
   * What a whole name begins with, of one letter and of more, as it stands in {@link #NAME_BEGINS}:
   * the few letters that are typed first begin a hundred thousand names, which take long to be put
   * together.
   */
  public static List<String> beginnings(String wholeName) {
    int letters = Math.min(LONGEST_BEGINNING, wholeName.codePointCount(0, wholeName.length()));
    return IntStream.rangeClosed(1, letters)
        .mapToObj(n -> wholeName.substring(0, wholeName.offsetByCodePoints(0, n)))
        .toList();
  }

  /**
   * Whether it is a single letter, which stands in every other name: there only beginnings help.
   */
  public static boolean isLetter(String wholeName) {
    return wholeName.codePointCount(0, wholeName.length()) == 1;
  }

  /** Whether letters are few enough to stand in {@link #NAME_BEGINS}. */
  public static boolean isBeginning(String letters) {
    return letters.codePointCount(0, letters.length()) <= LONGEST_BEGINNING;
  }

  /** A keyword no longer than is indexed. */
  public static String bounded(String keyword) {
    return keyword.length() <= LONGEST_KEYWORD ? keyword : keyword.substring(0, LONGEST_KEYWORD);
  }

  /** Whether a keyword stands in the index uncut, to be told from a longer one. */
  public static boolean isWhole(String indexed) {
    return indexed.length() < LONGEST_KEYWORD;
  }

  /**
   * {@code execution_rate.narrative}, {@code reception.initial}, or {@code execution_rate.any}
   * where neither basis nor stage is named.
   */
  public static String key(MetricRef metric) {
    if (metric.stage() != null) {
      return key(metric.id(), metric.stage().toString());
    }
    return key(metric.id(), metric.basis() == null ? "any" : metric.basis().toString());
  }

  /**
   * The keyword that an entry bears in {@code has} for a metric that it has.
   *
   * @param basis the name of one, or of a stage, or {@code any}: all that is stated, or the
   *     computed one where nothing is
   */
  public static String key(String metric, String basis) {
    return metric + "." + basis;
  }

  /** The field of the values that go with a key. */
  public static String valueField(String key) {
    return "v:" + key;
  }

  /** The figure that a number stands for. */
  public static BigDecimal unscaled(long scaled) {
    BigDecimal value = BigDecimal.valueOf(scaled, DECIMALS).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** A figure as the number it is indexed as. */
  public static long scaled(BigDecimal value) {
    return scaled(value, RoundingMode.HALF_EVEN);
  }

  /** A figure as a number, exact where it has no more than four decimals. */
  public static long scaled(BigDecimal value, RoundingMode rounding) {
    long digits = (long) value.precision() - value.scale();
    if (value.signum() != 0 && digits >= MANY_DIGITS) {
      return value.signum() * MOST;
    }
    // Spares 1e-1000000000 its thousand million zeros.
    BigDecimal small =
        digits < -DECIMALS * 2 ? TINY.multiply(BigDecimal.valueOf(value.signum())) : value;
    BigDecimal scaled = small.scaleByPowerOfTen(DECIMALS).setScale(0, rounding);
    BigDecimal most = BigDecimal.valueOf(MOST);
    return scaled.min(most).max(most.negate()).longValueExact();
  }
}
