package mingcha.interpret;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which figure of a row stands in which column when there are not as many figures as
 * columns. Merged cells that were split again repeat a figure, lost cells drop one; the order
 * stays. So every way of leaving out figures or columns is tried against what must hold in the row:
 *
 * <pre>
 *   executed ÷ adjusted = rate      adjusted − executed = carry-over
 *   rate × weight = points          declared = initial (nearly always; counts for less)
 * </pre>
 *
 * A way that breaks one is out. The best of the others wins; if two equally good ones read
 * different figures, nothing is decided.
 */
final class ProjectArithmetic {
  /** With more figures or columns than this a row is no money row, and would cost too much. */
  private static final int MOST = 12;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal DEFAULT_WEIGHT = BigDecimal.TEN;

  private final List<ProjectSlot> slots;
  private final List<@Nullable BigDecimal> figures;
  private final int[] chosen;
  private int bestPoints;
  private int @Nullable [] best;
  private boolean tied;

  private ProjectArithmetic(List<ProjectSlot> slots, List<@Nullable BigDecimal> figures) {
    this.slots = slots;
    this.figures = figures;
    this.chosen = new int[slots.size()];
  }

  /**
   * For each slot the index of its figure, or -1 where it has none; null where nothing decides.
   *
   * @param figures null where a sign stands for an empty cell
   */
  static int @Nullable [] decide(List<ProjectSlot> slots, List<@Nullable BigDecimal> figures) {
    if (slots.size() > MOST || figures.size() > MOST) {
      return null;
    }
    ProjectArithmetic search = new ProjectArithmetic(slots, figures);
    int pairs = Math.min(slots.size(), figures.size());
    search.extend(0, 0, pairs);
    return search.tied ? null : search.best;
  }

  /** Whether the row breaks none of the rules when each slot has the figure of this index. */
  static boolean holds(
      List<ProjectSlot> slots, List<@Nullable BigDecimal> figures, int[] figureOfSlot) {
    ProjectArithmetic check = new ProjectArithmetic(slots, figures);
    System.arraycopy(figureOfSlot, 0, check.chosen, 0, figureOfSlot.length);
    return check.points() >= 0;
  }

  private void extend(int slot, int figure, int pairsLeft) {
    if (slots.size() - slot < pairsLeft || figures.size() - figure < pairsLeft) {
      return;
    }
    if (slot == slots.size()) {
      consider();
      return;
    }
    if (pairsLeft > 0) {
      for (int f = figure; f <= figures.size() - pairsLeft; f++) {
        chosen[slot] = f;
        extend(slot + 1, f + 1, pairsLeft - 1);
      }
    }
    chosen[slot] = -1;
    extend(slot + 1, figure, pairsLeft);
  }

  private void consider() {
    int points = points();
    if (points < 4) {
      return;
    }
    if (best == null || points > bestPoints) {
      best = chosen.clone();
      bestPoints = points;
      tied = false;
    } else if (points == bestPoints && !sameFigures(best)) {
      tied = true;
    }
  }

  private boolean sameFigures(int[] other) {
    for (int i = 0; i < chosen.length; i++) {
      ProjectSlot slot = slots.get(i);
      if (slot == ProjectSlot.SCORE || slot == ProjectSlot.WEIGHT || slot == ProjectSlot.DECLARED) {
        continue;
      }
      BigDecimal mine = chosen[i] < 0 ? null : figures.get(chosen[i]);
      BigDecimal its = other[i] < 0 ? null : figures.get(other[i]);
      if ((mine == null) != (its == null)
          || (mine != null && its != null && mine.compareTo(its) != 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * -1 when a rule is broken; else 4 for each rule of arithmetic that holds, 1 for the weak one,
   * less 2 for each figure that would be lost.
   */
  private int points() {
    BigDecimal declared = figure(ProjectSlot.DECLARED);
    BigDecimal initial = figure(ProjectSlot.INITIAL);
    BigDecimal adjusted = figure(ProjectSlot.ADJUSTED);
    BigDecimal executed = figure(ProjectSlot.EXECUTED);
    BigDecimal carryover = figure(ProjectSlot.CARRYOVER);
    BigDecimal rate = figure(ProjectSlot.RATE);
    BigDecimal score = figure(ProjectSlot.SCORE);
    BigDecimal weight = figure(ProjectSlot.WEIGHT);
    List<Boolean> rules = new ArrayList<>();
    if (adjusted != null && executed != null && rate != null) {
      rules.add(isRate(executed, adjusted, rate));
    }
    if (adjusted != null && executed != null && carryover != null) {
      rules.add(near(adjusted.subtract(executed), carryover, "0.02"));
    }
    if (rate != null && score != null) {
      rules.add(isPoints(rate, score, weight == null ? DEFAULT_WEIGHT : weight));
    }
    if (rules.contains(false)) {
      return -1;
    }
    boolean asDeclared = declared != null && initial != null && declared.compareTo(initial) == 0;
    return Math.max(0, 4 * rules.size() + (asDeclared ? 1 : 0) - 2 * lost());
  }

  /** Figures left out that are no repetition of a neighbour: a split cell repeats its figure. */
  private int lost() {
    int lost = 0;
    boolean kept = true;
    for (int i = 0; i < figures.size(); i++) {
      BigDecimal figure = figures.get(i);
      BigDecimal before = i == 0 ? null : figures.get(i - 1);
      boolean repeats = figure != null && before != null && figure.compareTo(before) == 0;
      if (!repeats) {
        lost += kept ? 0 : 1;
        kept = false;
      }
      kept |= isKept(i);
    }
    return lost + (kept ? 0 : 1);
  }

  private boolean isKept(int figure) {
    for (int index : chosen) {
      if (index == figure) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRate(BigDecimal executed, BigDecimal adjusted, BigDecimal rate) {
    if (adjusted.signum() == 0) {
      return executed.signum() == 0 && (rate.signum() == 0 || rate.compareTo(HUNDRED) == 0);
    }
    BigDecimal exact = executed.multiply(HUNDRED).divide(adjusted, 4, RoundingMode.HALF_UP);
    return near(exact, rate, rate.scale() <= 0 ? "0.51" : "0.06");
  }

  /** Points are often cut at thresholds: all of them from 95% on, none below 60%. */
  private static boolean isPoints(BigDecimal rate, BigDecimal score, BigDecimal weight) {
    BigDecimal exact = rate.multiply(weight).divide(HUNDRED, 4, RoundingMode.HALF_UP);
    return score.compareTo(weight) <= 0
        && (near(exact, score, "0.1") || score.signum() == 0 || score.compareTo(weight) == 0);
  }

  private static boolean near(BigDecimal a, BigDecimal b, String tolerance) {
    return a.subtract(b).abs().compareTo(new BigDecimal(tolerance)) <= 0;
  }

  private @Nullable BigDecimal figure(ProjectSlot slot) {
    int at = slots.indexOf(slot);
    return at < 0 || chosen[at] < 0 ? null : figures.get(chosen[at]);
  }
}
