/**
 * SQLite in WAL mode: the ledger of every file ever offered and what became of it; and the
 * originals and contents by their SHA-256.
 */
@NullMarked
package mingcha.store;

import org.jspecify.annotations.NullMarked;
