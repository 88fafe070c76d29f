/**
 * Writes realistic disclosures of invented places with the truth of every figure beside them, for
 * the demo, the tests and the benchmarks.
 */
@NullMarked
package mingcha.sample;

import org.jspecify.annotations.NullMarked;
