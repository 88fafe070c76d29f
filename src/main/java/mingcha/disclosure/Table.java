package mingcha.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as read.
 *
 * @param unit as printed above it, {@code 万元}
 * @param headerRows how many of its first rows are headers
 * @param note printed below or in place of it, "本表无数据"
 */
public record Table(
    TableRef ref,
    @Nullable String unit,
    int headerRows,
    List<Cell> cells,
    @Nullable String note,
    List<String> path,
    Source source) {
  public Table {
    cells = List.copyOf(cells);
    path = List.copyOf(path);
  }
}
