/**
 * Chinese text as words, numbers and codes. HanLP segments behind a {@code Segmenter}, the analyzer
 * turns text into tokens for the index, {@code Numerals} and {@code Units} read figures as people
 * write them, and the {@code Lexicon} knows divisions, subject codes, synonyms and romanisations,
 * and what a misspelt name may have been meant for, by its sound ({@link mingcha.text.Sounds}).
 */
@NullMarked
package mingcha.text;

import org.jspecify.annotations.NullMarked;
