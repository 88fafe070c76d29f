/**
 * What does not add up. A {@code Content} comes in, findings go out: entries of kind {@code
 * finding} whose readings are the figures that disagree. Start at {@link mingcha.check.Checks};
 * each {@link mingcha.check.Rule} is a small class that looks at one kind of disagreement through
 * an {@link mingcha.check.Account}, an ordered view of the content.
 *
 * <p>The one idea: printed figures are rounded, so each stands for an interval, and only intervals
 * that have nothing in common disagree ({@link mingcha.check.Rounding}). A finding says what needs
 * explaining and shows its arithmetic; it accuses nobody. A reading that carries a doubt takes part
 * in no finding; one that was read off a picture and is contradicted gets a doubt in place of a
 * finding ({@link mingcha.check.OffPictures}). A rule that lacks a figure says that it could not be
 * checked, and why.
 *
 * <p>More than a hundred rules look at every disclosure, and checking must cost little beside
 * reading it. So a rule asks first for what is known already: which texts have a word ({@link
 * mingcha.check.Texts}), which amounts a paragraph has; and tries its pattern only behind those
 * ({@link mingcha.check.Worded}).
 */
@NullMarked
package mingcha.check;

import org.jspecify.annotations.NullMarked;
