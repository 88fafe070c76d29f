package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that only a seed decides; {@code StrictMath}, so that every machine draws the same. */
final class Dice {
  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** For one purpose: what is drawn here does not shift what is drawn for another. */
  static Dice of(long seed, Object... purpose) {
    long mixed = seed;
    for (Object part : purpose) {
      mixed = mixed * 0x9E3779B97F4A7C15L + part.toString().hashCode();
    }
    return new Dice(mixed);
  }

  /** Both ends included. */
  long between(long low, long high) {
    return random.nextLong(low, high + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Some of them, in their order. */
  <T> List<T> some(List<T> of, int count) {
    List<T> left = new ArrayList<>(of);
    while (left.size() > count) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }

  /** Many small and few large: evenly spread over the orders of magnitude. */
  Amount skewed(Amount low, Amount high) {
    double span = StrictMath.log((double) high.hundreds() / low.hundreds());
    return new Amount(
        StrictMath.round(low.hundreds() * StrictMath.exp(random.nextDouble() * span)));
  }

  /** Between so many thousandths of it. */
  Amount about(Amount amount, int least, int most) {
    return amount.permille(between(least, most));
  }
}
