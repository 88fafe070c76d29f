/** The OpenSearch backend, for what one machine cannot hold. */
@NullMarked
package mingcha.index.opensearch;

import org.jspecify.annotations.NullMarked;
