/**
 * What Mingcha costs at the size of a province: {@code mvn -Pbench} builds indexes of invented
 * entries, asks a fixed mix of three hundred questions of them and prints one table a size.
 *
 * <p>Each step runs in a Java of its own, with the heap that is asked for: {@link
 * mingcha.bench.IndexStep} writes and compares with a bare writer of the same documents, {@link
 * mingcha.bench.AskStep} opens and asks, {@link mingcha.bench.ClientsStep} asks over HTTP, {@link
 * mingcha.bench.IngestingStep} does so while disclosures are ingested. The digests of all answers
 * go to {@code answers.tsv}, so that the answers of two versions can be compared as well as their
 * speed, and {@code slowest.tsv} says where to look. At the end {@link mingcha.bench.Summary} puts
 * all sizes side by side and {@link mingcha.bench.Chart} draws them.
 */
@NullMarked
package mingcha.bench;

import org.jspecify.annotations.NullMarked;
