/**
 * What Mingcha costs at the size of a province: {@code mvn -Pbench} builds indexes of invented
 * entries, asks a fixed mix of three hundred questions of them and prints one table a size.
 *
 * <p>Each step runs in a Java of its own, with the heap that is asked for: {@link
 * mingcha.bench.IndexStep} writes and compares with a bare writer of the same documents, {@link
 * mingcha.bench.AskStep} opens and asks, {@link mingcha.bench.ClientsStep} asks over HTTP. The
 * digests of all answers go to a file, so that the answers of two versions can be compared as well
 * as their speed.
 */
@NullMarked
package mingcha.bench;

import org.jspecify.annotations.NullMarked;
