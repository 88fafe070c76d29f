/**
 * The JSON form of the words in {@code disclosure}: one mapper for what the store keeps, the index
 * stores, the API answers and the export prints, so that an entry looks the same wherever it is
 * met. {@link mingcha.wire.Json} is the only door. Sees {@code disclosure} and Jackson.
 */
@NullMarked
package mingcha.wire;

import org.jspecify.annotations.NullMarked;
