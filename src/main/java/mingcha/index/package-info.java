/**
 * The schema as data, and a small port: an {@link mingcha.index.EntryIndexer} replaces the entries
 * of a disclosure and commits, an {@link mingcha.index.EntrySearcher} answers a {@link
 * mingcha.query.Question} with an {@link mingcha.index.Answer}. Backends live in packages below and
 * never see each other.
 */
@NullMarked
package mingcha.index;

import org.jspecify.annotations.NullMarked;
