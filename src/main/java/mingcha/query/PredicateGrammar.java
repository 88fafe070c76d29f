package mingcha.query;

import java.math.BigDecimal;
import java.util.List;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Year;
import mingcha.text.Figure;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a number: 低于60%, 在40%到60%之间, 1000万元以上, at least 3 million yuan.
 *
 * <pre>
 * predicate = sign | "过亿" | "比" number ( "多" | "少" ) | range | bound ;
 * sign      = "为负" | "为正" ;
 * range     = [ "not" ] [ open ] number to number [ close ] ;
 * bound     = [ "在" ] { "=" | "not" } [ comparator ] number [ after ] | "最多" amount ;
 * number    = [ "about" ] figure [ multiplier ] [ unit ] ;
 * </pre>
 *
 * <p>以上, 以下 and 以内 include the number (民法典 article 1259).
 */
final class PredicateGrammar {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final int LONGEST_MEASURE = 2;

  private final Cursor cursor;

  /** How many zeros the last number's multiplier has. */
  private int lastZeros;

  /** Whether 左右 stood behind the last number. */
  private boolean lastApproximate;

  /** Whether the last bound was more than a number. */
  private boolean lastSigned;

  PredicateGrammar(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * A predicate, or null and nothing is taken.
   *
   * @param bare whether a number alone will do: 执行率100%
   */
  @Nullable Predicate predicate(boolean bare) {
    int mark = cursor.mark();
    lastSigned = true;
    Keyword sign = cursor.accept(Role.SIGN);
    if (sign != null && !cursor.joinsNext()) {
      return new Predicate(op(sign.value(Role.SIGN)), new Amount(BigDecimal.ZERO, ""));
    }
    cursor.reset(mark);
    Keyword large = cursor.accept(Role.LARGE);
    if (large != null && !cursor.joinsNext()) {
      String[] parts = large.value(Role.LARGE).split(" ", 2);
      return new Predicate(op(parts[0]), new Amount(new BigDecimal(parts[1]), "元"));
    }
    cursor.reset(mark);
    Predicate than = than();
    if (than != null) {
      return than;
    }
    Predicate range = range();
    return range != null ? range : bound(bare);
  }

  /** 比10万元多 */
  private @Nullable Predicate than() {
    int mark = cursor.mark();
    Amount amount = cursor.accept(Role.VERSUS_YEAR) == null ? null : number();
    cursor.skip(Role.AND);
    Keyword way = amount == null ? null : cursor.accept(Role.VERSUS_DIRECTION);
    if (amount == null || way == null) {
      cursor.reset(mark);
      return null;
    }
    return new Predicate(way.value(Role.VERSUS_DIRECTION).equals("up") ? Op.MORE : Op.LESS, amount);
  }

  /** Whether a comparator stands here: then what follows ought to be a number. */
  @Nullable Keyword comparator() {
    return cursor.accept(Role.COMPARE);
  }

  private @Nullable Predicate range() {
    int mark = cursor.mark();
    cursor.skip(Role.APPROXIMATE);
    boolean negated = cursor.accept(Role.NOT_EQUAL) != null;
    while (cursor.sees(Role.COMPARE) && !cursor.sees(Role.OPEN)) {
      Keyword word = (Keyword) cursor.next();
      if (!word.value(Role.COMPARE).equals("=")) {
        cursor.reset(mark);
        return null;
      }
    }
    boolean open = cursor.accept(Role.OPEN) != null;
    cursor.skipSpace();
    boolean year = cursor.peek() instanceof Year;
    Amount low = number();
    int zeros = lastZeros;
    Keyword to = low == null ? null : cursor.accept(Role.TO);
    Amount high = to == null ? null : number();
    if (low == null || to == null || high == null) {
      cursor.reset(mark);
      return null;
    }
    boolean close = cursor.accept(Role.CLOSE) != null;
    boolean years = year && high.unit().isEmpty() && lastZeros == 0;
    if ((to.is(Role.LIST) && !open && !close) || years) { // 2021-2023 are years
      cursor.reset(mark);
      return null;
    }
    if (low.unit().isEmpty() && lastZeros > 0 && zeros == 0) { // between 1 and 5 million
      low = new Amount(plain(low.value().scaleByPowerOfTen(lastZeros)), "");
    }
    low = low.withUnitOf(high);
    high = high.withUnitOf(low);
    return new Predicate(Op.BETWEEN, List.of(low, high), negated);
  }

  private @Nullable Predicate bound(boolean bare) {
    int mark = cursor.mark();
    Predicate limited = limited();
    if (limited != null) {
      return limited;
    }
    Op op = Op.EQUAL;
    boolean negated = false;
    boolean signed = false;
    boolean in = cursor.accept(Role.OPEN) != null; // 在60%以下
    while (true) {
      Keyword not = cursor.accept(Role.NOT_EQUAL);
      Keyword compare = not == null ? cursor.accept(Role.COMPARE) : null;
      if (not != null) {
        negated = true;
      } else if (compare != null) {
        Op said = op(compare.value(Role.COMPARE));
        op = said == Op.EQUAL ? op : said;
      } else {
        break;
      }
      signed = true;
    }
    cursor.skipSpace();
    boolean year = cursor.peek() instanceof Year;
    Amount amount = number();
    Op after = amount == null ? null : after();
    if (after != null && op != Op.EQUAL) { // 达90%以上
      after = null;
    }
    boolean stands = signed || (bare && !year && !in);
    if (amount == null || !(after != null || stands || (in && lastApproximate))) {
      cursor.reset(mark);
      return null;
    }
    lastSigned = signed || after != null;
    if (after != null) {
      op = after;
    }
    if (negated && op != Op.EQUAL) {
      return new Predicate(Predicate.complement(op), amount);
    }
    return new Predicate(op, List.of(amount), negated);
  }

  /** 最多30%, which 最多10个 is not. */
  private @Nullable Predicate limited() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.LIMITING);
    cursor.skip(Role.COPULA);
    Amount amount = word == null ? null : number();
    if (word == null || amount == null || !isQuantity(amount)) {
      cursor.reset(mark);
      return null;
    }
    return new Predicate(op(word.value(Role.LIMITING)), amount);
  }

  /** Whether it is a number of things alone: 3万张. */
  boolean isBareMeasure(Predicate predicate) {
    return predicate.op() == Op.EQUAL
        && !lastSigned
        && !predicate.unit().isEmpty()
        && !isQuantity(predicate.amount())
        && !predicate.unit().equals("个百分点");
  }

  /** Whether it is an amount, a rate or a score, rather than how many. */
  static boolean isQuantity(Amount amount) {
    return amount.isMoney() || (!amount.unit().isEmpty() && "%分倍".contains(amount.unit()));
  }

  /** 以上, or above: what stands behind a number, or null and nothing is taken. */
  private @Nullable Op after() {
    int mark = cursor.mark();
    if (cursor.peek() instanceof Plain unit && unit.end() - unit.start() <= LONGEST_MEASURE) {
      cursor.next(); // a measure word that is none of ours: 100枚以上
    }
    Keyword word = cursor.accept(Role.AFTER);
    if (word != null) {
      return op(word.value(Role.AFTER));
    }
    cursor.reset(mark);
    if (cursor.accept(Role.OR) != null || cursor.accept(Role.AND) != null) {
      Keyword compare = cursor.accept(Role.COMPARE);
      if (compare != null && !compare.is(Role.COPULA) && number() == null) {
        return switch (op(compare.value(Role.COMPARE))) {
          case LESS, AT_MOST -> Op.AT_MOST;
          case MORE, AT_LEAST -> Op.AT_LEAST;
          case EQUAL, BETWEEN, IN -> Op.EQUAL;
        };
      }
    }
    cursor.reset(mark);
    return null;
  }

  private static @Nullable Amount amount(@Nullable Token token) {
    if (token instanceof Numeral number) {
      return amount(number.figure());
    }
    if (token instanceof Year year && !year.said()) {
      return new Amount(BigDecimal.valueOf(year.year()), "");
    }
    if (token instanceof Keyword word && word.is(Role.NUMBER)) {
      return new Amount(new BigDecimal(word.value(Role.NUMBER)), "");
    }
    if (token instanceof Keyword word && word.is(Role.PORTION)) {
      return new Amount(new BigDecimal(word.value(Role.PORTION)), "%");
    }
    return null;
  }

  /** A number with its unit, or null and nothing is taken. */
  @Nullable Amount number() {
    int mark = cursor.mark();
    cursor.skip(Role.APPROXIMATE, Role.PARTICLE);
    cursor.skipSpace();
    boolean negative = minus();
    Keyword currency = cursor.accept(Role.UNIT); // RMB 5 million
    cursor.skipSpace();
    Amount amount = amount(cursor.peek());
    if (amount == null || (currency != null && !currency.value(Role.UNIT).equals("元"))) {
      cursor.reset(mark);
      return null;
    }
    cursor.next();
    lastZeros = 0;
    amount = withSmallerUnit(amount);
    if (amount.unit().isEmpty()) {
      amount = inEnglish(amount);
    }
    if (currency != null && amount.unit().isEmpty()) {
      amount = new Amount(amount.value(), "元");
    }
    lastApproximate = cursor.sees(Role.APPROXIMATE);
    cursor.skip(Role.APPROXIMATE);
    return negative ? amount.negated() : amount;
  }

  /** 3万5千元 */
  private Amount withSmallerUnit(Amount amount) {
    boolean large = amount.unit().equals("万元") || amount.unit().equals("亿元");
    if (large && cursor.continues() && cursor.peek() instanceof Numeral more) {
      Amount rest = amount(more.figure());
      BigDecimal yuan = Units.toYuan(amount.value(), amount.unit());
      boolean smaller =
          rest.isMoney() && more.figure().base().compareTo(Units.toYuan(ONE, amount.unit())) < 0;
      if (smaller) {
        cursor.next();
        return new Amount(yuan.add(more.figure().base()), "元");
      }
    }
    return amount;
  }

  /** The sign of -50%, which between two numbers would be a dash. */
  private boolean minus() {
    int mark = cursor.mark();
    if (cursor.peek() instanceof Keyword word && cursor.text(word).equals("-")) {
      cursor.next();
      if (cursor.continues() && cursor.peek() instanceof Numeral) {
        return true;
      }
    }
    cursor.reset(mark);
    return false;
  }

  /** 3 million yuan. */
  private Amount inEnglish(Amount amount) {
    BigDecimal value = amount.value();
    for (Keyword zeros = cursor.accept(Role.MULTIPLY);
        zeros != null;
        zeros = cursor.accept(Role.MULTIPLY)) {
      int count = Integer.parseInt(zeros.value(Role.MULTIPLY));
      lastZeros += count;
      value = plain(value.scaleByPowerOfTen(count));
    }
    Keyword unit = cursor.accept(Role.UNIT);
    return new Amount(value, unit == null ? "" : unit.value(Role.UNIT));
  }

  private static Amount amount(Figure figure) {
    if (figure.unit().equals("元")) {
      return switch (figure.printedUnit()) {
        case "万", "万元" -> new Amount(figure.value(), "万元");
        case "亿", "亿元" -> new Amount(figure.value(), "亿元");
        case "千元" -> new Amount(figure.value(), "千元");
        default -> new Amount(figure.base(), "元");
      };
    }
    return new Amount(figure.base(), figure.unit());
  }

  private static Op op(String symbol) {
    for (Op op : Op.values()) {
      if (op.toString().equals(symbol)) {
        return op;
      }
    }
    throw new IllegalStateException("no operator " + symbol);
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
