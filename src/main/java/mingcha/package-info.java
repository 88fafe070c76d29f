/**
 * The front door: {@link mingcha.Main} with its commands, and {@link mingcha.Config}. The only
 * place where the rooms are wired together.
 */
@NullMarked
package mingcha;

import org.jspecify.annotations.NullMarked;
