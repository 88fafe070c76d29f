/** The Lucene backend: one document an entry, its disclosure's fields repeated, no joins. */
@NullMarked
package mingcha.index.lucene;

import org.jspecify.annotations.NullMarked;
