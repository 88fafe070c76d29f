/**
 * The words of Mingcha, as records that cannot be wrong: a {@link mingcha.disclosure.Disclosure} is
 * one published document, an {@link mingcha.disclosure.Entry} one thing it says, a {@link
 * mingcha.disclosure.Reading} one figure as stated in one place, with its {@link
 * mingcha.disclosure.Source}. {@link mingcha.disclosure.Metrics} is the registry of the kinds of
 * figures; adding one is a line in {@code metrics.tsv}. Every other room speaks in these words, and
 * this one sees nothing but the JDK.
 */
@NullMarked
package mingcha.disclosure;

import org.jspecify.annotations.NullMarked;
