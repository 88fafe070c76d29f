package mingcha.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * 增加-471.86万元 and 减少5万元，增长3%: a word of direction beside a figure that says the opposite. What is
 * told of a change is signed by its word, so a printed minus behind 增加 leaves it negative. Forms
 * filled in by a program always print 增加; what that means is clear, so it is a hint. Behind 减少 a
 * minus leaves open which way it went.
 */
final class DirectionOfChange implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "direction-conflict/change",
          "增减方向的用词与数字的正负不一致，需要说明",
          "A word of direction contradicts the sign of its figure",
          "增加、增长后应为正数，减少、下降后应为其绝对值");

  private static final List<String> SIGNED = List.of("增加", "增长", "上升", "提高", "减少", "下降", "降低");
  private static final String MINUS = "-－﹣−—";
  private static final Pattern LESS = Pattern.compile(".*(?:减少|下降|降低)了?");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    // One sentence is told once, though it may speak of income and of expenditure.
    Map<Source, Case> cases = new LinkedHashMap<>();
    for (Account.Said told : account.stated().told()) {
      Entry entry = told.entry();
      List<Reading> said = told.readings();
      for (int i = 0; i < said.size(); i++) {
        Reading reading = said.get(i);
        boolean pair = i + 1 < said.size() && isPair(reading, said.get(i + 1));
        if (isSigned(reading) && isNegative(reading)) {
          cases.computeIfAbsent(reading.source(), s -> new Case(entry)).add(reading);
        } else if (pair && sign(reading) * sign(said.get(i + 1)) < 0) {
          outcomes.violated(apart(entry, reading, said.get(i + 1)));
        } else if (isSigned(reading)) {
          outcomes.holds();
        }
      }
    }
    cases.values().forEach(each -> outcomes.violated(each.discrepancy()));
  }

  /** The figures of one paragraph that are printed with a minus behind their word. */
  private static final class Case {
    private final Entry entry;
    private final List<Reading> readings = new ArrayList<>();

    Case(Entry entry) {
      this.entry = entry;
    }

    void add(Reading reading) {
      if (readings.stream().noneMatch(r -> r.raw().equals(reading.raw()))) {
        readings.add(reading);
      }
    }

    Discrepancy discrepancy() {
      List<String> words =
          readings.stream().map(r -> "“" + r.label() + Figures.printed(r) + "”").toList();
      boolean clear = readings.stream().noneMatch(r -> LESS.matcher(r.label()).matches());
      return new Discrepancy(
          clear ? Severity.INFO : Severity.WARN,
          entry,
          entry.name(),
          "写为" + String.join("、", words),
          readings);
    }
  }

  /** 增加, 增长, 减少 and 下降 where they label a figure. */
  private static boolean isSigned(Reading reading) {
    if (!Objects.equals(reading.unit(), "元") && !Objects.equals(reading.unit(), "%")) {
      return false;
    }
    String label = reading.label();
    String word = label.endsWith("了") ? label.substring(0, label.length() - 1) : label;
    return SIGNED.stream().anyMatch(word::endsWith);
  }

  private static boolean isNegative(Reading reading) {
    String raw = reading.raw().strip();
    return !raw.isEmpty() && MINUS.indexOf(raw.charAt(0)) >= 0 && raw.matches(".*\\d.*");
  }

  /** Of a figure that was not read as a change the word alone gives the sign. */
  private static int sign(Reading reading) {
    int sign = Rounding.value(reading).signum();
    return sign > 0 && LESS.matcher(reading.label()).matches() ? -1 : sign;
  }

  /** An amount and the percentage right behind it. */
  private static boolean isPair(Reading amount, Reading rate) {
    boolean percentage =
        Objects.equals(amount.unit(), "元")
            && Objects.equals(rate.unit(), "%")
            && Cases.sameLine(amount.source(), rate.source());
    return percentage && isSigned(amount) && isSigned(rate) && !isNegative(rate);
  }

  private static Discrepancy apart(Entry entry, Reading amount, Reading rate) {
    return new Discrepancy(
        Severity.WARN,
        entry,
        entry.name(),
        amount.label() + Figures.printed(amount) + "，却" + rate.label() + Figures.printed(rate),
        List.of(amount, rate));
  }
}
