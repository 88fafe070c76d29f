package mingcha.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * How far an indicator was met: what was done ÷ what was aimed at, of 年度指标值 and 实际完成值 as the form
 * of 项目支出绩效自评表 has them. Of a target that is not to be exceeded (≤10万元) what stays within is met in
 * full, and what exceeds it is the target ÷ what was done. A target in words, of another unit, or a
 * cost whose direction is not said, makes it not computable.
 */
final class ComputedAttainment {
  private static final Pattern DONE = Pattern.compile("完成值|完成数|实现值");
  private static final Pattern AIM = Pattern.compile("(?:指标|目标|预期|计划)值");

  /** The target as adjusted takes the place of the first one. */
  private static final Pattern ADJUSTED = Pattern.compile("调整");

  private static final Pattern AT_MOST = Pattern.compile("^\\s*(?:≤|<|＜|⩽|不超过|不高于|低于|小于|控制在)");
  private static final Pattern AT_LEAST = Pattern.compile("^\\s*[≥>＞⩾]");
  private static final Pattern EXACTLY = Pattern.compile("^\\s*[=＝]");
  private static final Pattern COST = Pattern.compile("成本|费|预算|价|支出");
  private static final Pattern LESS_IS_BETTER = Pattern.compile("成本|投诉|事故|时限|耗时|时间|不超过|控制");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ComputedAttainment() {}

  static Optional<Reading> of(Entry entry) {
    Optional<Reading> done = entry.readings().stream().filter(r -> is(DONE, r)).findFirst();
    List<Reading> aims = entry.readings().stream().filter(r -> is(AIM, r) && !is(DONE, r)).toList();
    Optional<Reading> aim =
        aims.stream().max(Comparator.comparingInt(r -> ADJUSTED.matcher(r.label()).find() ? 1 : 0));
    boolean known = entry.readings().stream().anyMatch(r -> "attainment_rate".equals(r.metric()));
    if (known || done.isEmpty() || aim.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal rate = rate(entry, done.get(), aim.get());
    return rate == null
        ? Optional.empty()
        : Optional.of(
            ComputedReadings.rate(
                "attainment_rate", "指标完成率", rate, formula(aim.get()), done.get()));
  }

  private static boolean is(Pattern words, Reading reading) {
    return words.matcher(reading.label()).find() && reading.doubt() == null;
  }

  private static String formula(Reading aim) {
    return isAtMost(aim) ? "within the target, or target ÷ done" : "done ÷ target";
  }

  private static boolean isAtMost(Reading aim) {
    return AT_MOST.matcher(aim.raw()).find();
  }

  private static @Nullable BigDecimal rate(Entry entry, Reading done, Reading aim) {
    BigDecimal did = done.value();
    BigDecimal aimed = aim.value();
    boolean sameUnit = did != null && aimed != null && Objects.equals(done.unit(), aim.unit());
    if (did == null || aimed == null || !sameUnit || aimed.signum() <= 0 || did.signum() < 0) {
      return null;
    }
    if (isAtMost(aim)) {
      return did.compareTo(aimed) <= 0 ? HUNDRED : percent(aimed, did);
    }
    return isUnclear(entry, aim) ? null : percent(did, aimed);
  }

  /** Whether less than the target may be better: 编制费用 =100万元, of which 39.8万元 were needed. */
  private static boolean isUnclear(Entry entry, Reading aim) {
    String about = entry.name() + String.join(" ", entry.path());
    boolean money = aim.unit() != null && aim.unit().endsWith("元");
    return !AT_LEAST.matcher(aim.raw()).find()
        && ((money && COST.matcher(about).find())
            || (!EXACTLY.matcher(aim.raw()).find() && LESS_IS_BETTER.matcher(about).find()));
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, ComputedReadings.DECIMALS, RoundingMode.HALF_UP);
  }
}
