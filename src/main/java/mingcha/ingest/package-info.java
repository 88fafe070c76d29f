/**
 * A file flows: scan, hash, extract, interpret, index, store, in the order that makes it survive a
 * power cut at any moment.
 */
@NullMarked
package mingcha.ingest;

import org.jspecify.annotations.NullMarked;
