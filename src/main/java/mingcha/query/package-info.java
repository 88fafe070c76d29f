/**
 * A sentence in, a {@link mingcha.query.Question} out. The {@link mingcha.query.QuestionParser}
 * reads Chinese and English by one grammar; what it does not understand stays in {@code leftover}
 * and is shown. Knows nothing of Lucene.
 */
@NullMarked
package mingcha.query;

import org.jspecify.annotations.NullMarked;
