package mingcha.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as read.
 *
 * @param unit as printed above it, {@code 万元}
 * @param headerRows how many of its first rows are headers
 * @param note printed below or in place of it, "本表无数据"
 * @param caption printed between its title and its header, "公开03表 部门：商务局 2023年度 单位：万元"
 */
public record Table(
    TableRef ref,
    @Nullable String unit,
    int headerRows,
    List<Cell> cells,
    @Nullable String note,
    @Nullable String caption,
    List<String> path,
    Source source) {
  public Table {
    cells = List.copyOf(cells);
    path = List.copyOf(path);
  }

  /** A table without a caption. */
  public Table(
      TableRef ref,
      @Nullable String unit,
      int headerRows,
      List<Cell> cells,
      @Nullable String note,
      List<String> path,
      Source source) {
    this(ref, unit, headerRows, cells, note, null, path, source);
  }
}
