package mingcha.query;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Year;
import org.jspecify.annotations.Nullable;

/**
 * Fiscal years.
 *
 * <pre>
 * years = span-of-years [ "以外" ] ;
 * span-of-years = [ "从" ] year [ ( "到" | "-" ) year | "以来" | "以前" ] | "since" year | "before" year
 *       | "去年" | "近" number "年" | "十四五期间" ;
 * excluded = ( "不含" | "不是" ) years { ( "、" | "和" ) years } [ "外" ] ;
 * </pre>
 *
 * <p>近三年 are this year and the two before it; what is before a year begins with {@link
 * #FIRST_YEAR}. Years that follow each other are alternatives.
 */
final class YearGrammar {
  private static final int MOST_YEARS = 60;

  /** Budgets are published since the regulation on open government information of 2008. */
  private static final int FIRST_YEAR = 2008;

  private static final String CHINESE_DIGITS = "〇一二三四五六七八九十两";

  private final Cursor cursor;
  private final Draft draft;
  private final Clock clock;

  YearGrammar(Cursor cursor, Draft draft, Clock clock) {
    this.cursor = cursor;
    this.draft = draft;
    this.clock = clock;
  }

  boolean years() {
    Set<Integer> before = Set.copyOf(draft.years);
    if (!(printed() || bounded() || relative() || span() || period())) {
      return false;
    }
    int mark = cursor.mark();
    if (cursor.accept(Role.OUTSIDE) != null && !cursor.joinsNext()) { // 2022年以外
      Set<Integer> said = new TreeSet<>(draft.years);
      said.removeAll(before);
      draft.notYears.addAll(said);
      draft.years.removeAll(said);
    } else {
      cursor.reset(mark);
    }
    return true;
  }

  /** 不含2021、2023年, behind the word that says so. */
  boolean excluded() {
    Set<Integer> asked = new TreeSet<>(draft.years);
    int out = draft.notYears.size();
    draft.years.clear();
    boolean found = years();
    int mark = cursor.mark();
    while (found) {
      mark = cursor.mark();
      cursor.skip(Role.LIST, Role.AND, Role.OR);
      found = cursor.mark() > mark && years();
    }
    cursor.reset(mark);
    boolean some = !draft.years.isEmpty() || draft.notYears.size() > out;
    draft.notYears.addAll(draft.years);
    draft.years.clear();
    draft.years.addAll(asked);
    return some;
  }

  private boolean printed() {
    int start = cursor.mark();
    boolean open = cursor.accept(Role.OPEN) != null;
    cursor.skipSpace();
    if (!(cursor.peek() instanceof Year first)) {
      cursor.reset(start);
      return false;
    }
    cursor.next();
    draft.years.add(first.year());
    int mark = cursor.mark();
    if (cursor.accept(Role.VERSUS_YEAR) != null
        && cursor.peek() instanceof Year before
        && before.year() == first.year() - 1) {
      cursor.next(); // 2023年比2022年: the year that tells of the change
      return true;
    }
    cursor.reset(mark);
    Keyword to = cursor.accept(Role.TO);
    cursor.skipSpace();
    if (to != null && cursor.peek() instanceof Year last) {
      cursor.next();
      boolean range =
          (open || !to.is(Role.LIST)) && Math.abs(last.year() - first.year()) <= MOST_YEARS;
      if (range) {
        IntStream.rangeClosed(
                Math.min(first.year(), last.year()), Math.max(first.year(), last.year()))
            .forEach(draft.years::add);
      } else {
        draft.years.add(last.year());
      }
      cursor.skip(Role.CLOSE, Role.YEAR_WORD);
    } else {
      cursor.reset(mark);
      since(first.year());
    }
    return true;
  }

  /** 2020年以来 */
  private void since(int first) {
    int now = now();
    if (cursor.accept(Role.SINCE) != null) {
      run(first, now);
    } else if (cursor.accept(Role.UNTIL) != null) {
      draft.years.remove(first);
      run(FIRST_YEAR, first - 1);
    }
  }

  private int now() {
    return java.time.Year.now(clock).getValue();
  }

  private void run(int first, int last) {
    if (last - first <= MOST_YEARS) {
      IntStream.rangeClosed(first, last).forEach(draft.years::add);
    }
  }

  /** since 2020, before 2020 */
  private boolean bounded() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.AFTER_YEAR);
    cursor.skipSpace();
    if (word == null || !(cursor.peek() instanceof Year year)) {
      cursor.reset(mark);
      return false;
    }
    cursor.next();
    boolean since = word.value(Role.AFTER_YEAR).equals("since");
    cursor.skip(Role.SINCE);
    run(since ? year.year() : FIRST_YEAR, since ? now() : year.year() - 1);
    return true;
  }

  /** 十四五期间 */
  private boolean period() {
    Keyword word = cursor.accept(Role.PERIOD);
    if (word == null) {
      return false;
    }
    String[] ends = word.value(Role.PERIOD).split("-", 2);
    run(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    return true;
  }

  private boolean relative() {
    Keyword word = cursor.accept(Role.RELATIVE);
    if (word == null) {
      return false;
    }
    int now = now();
    draft.years.add(
        switch (word.value(Role.RELATIVE)) {
          case "this" -> now;
          case "last" -> now - 1;
          default -> now - 2;
        });
    return true;
  }

  private boolean span() {
    int mark = cursor.mark();
    if (cursor.accept(Role.SPAN) == null) {
      return false;
    }
    int count = count(cursor);
    cursor.skip(Role.COUNTER);
    if (count < 1 || count > MOST_YEARS || cursor.accept(Role.YEAR_WORD) == null) {
      cursor.reset(mark);
      return false;
    }
    int now = now();
    IntStream.rangeClosed(now - count + 1, now).forEach(draft.years::add);
    return true;
  }

  /** A small whole number in digits, Chinese or English; 0, and nothing is taken, for none. */
  static int count(Cursor cursor) {
    int mark = cursor.mark();
    cursor.skipSpace();
    int count = said(cursor.peek());
    if (count > 0) {
      cursor.next();
      return count;
    }
    count = chinese(cursor);
    if (count < 1) {
      cursor.reset(mark);
    }
    return count;
  }

  private static int said(@Nullable Token token) {
    if (token instanceof Numeral number) {
      return whole(number);
    }
    return token instanceof Keyword word && word.is(Role.NUMBER)
        ? Integer.parseInt(word.value(Role.NUMBER))
        : 0;
  }

  /** 五 in 前五名: one character, which is no figure where it stands alone. */
  private static int chinese(Cursor cursor) {
    Token token = cursor.peek();
    if (!(token instanceof Token.Plain)) {
      return 0;
    }
    int digit = CHINESE_DIGITS.indexOf(cursor.text(token).charAt(0));
    if (digit > 0) {
      cursor.takeTo(token.start() + 1);
    }
    return digit == CHINESE_DIGITS.length() - 1 ? 2 : Math.max(digit, 0);
  }

  private static int whole(Numeral number) {
    String unit = number.figure().unit();
    boolean fits = unit.isEmpty() || "个名家条项笔位".contains(unit);
    try {
      return fits ? number.figure().base().intValueExact() : 0;
    } catch (ArithmeticException e) {
      return 0;
    }
  }
}
