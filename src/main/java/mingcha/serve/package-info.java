/** Routes, JSON and pages: the questions of the public come in here. */
@NullMarked
package mingcha.serve;

import org.jspecify.annotations.NullMarked;
