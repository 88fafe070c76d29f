/**
 * Bytes in; pages of headings, paragraphs and grids out. An {@link mingcha.extract.Extractor}
 * answers with an {@link mingcha.extract.Outcome}: what it read, that there was nothing to read, or
 * why it failed. Nothing here knows what a budget is; {@code interpret} does.
 */
@NullMarked
package mingcha.extract;

import org.jspecify.annotations.NullMarked;
