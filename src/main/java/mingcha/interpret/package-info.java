/**
 * Pages and grids in, {@link mingcha.disclosure.Content} out: which disclosure is this, which
 * table, which project; what does each grid claim? Makes the ids.
 */
@NullMarked
package mingcha.interpret;

import org.jspecify.annotations.NullMarked;
