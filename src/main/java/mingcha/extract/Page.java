package mingcha.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page, or the whole of a file that has none.
 *
 * @param number from 1, or null where the file has no pages
 */
public record Page(@Nullable Integer number, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }
}
