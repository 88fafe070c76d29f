package mingcha.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Table;

/**
 * Two files of one disclosure: is the later one a new edition of the earlier, or another part?
 *
 * <p>Departments publish both ways. A corrected account comes under any name, with other bytes, and
 * takes the place of the first. But many publish the narrative in one file and the tables in
 * another (the office of Jiangsu's party committee: 预算公开文件.pdf and 预算公开表格.pdf, every year), or each
 * self-evaluated project in one of its own; there the later file must not take away what the
 * earlier one said.
 *
 * <p>Figures and wording change with a correction, what a file consists of does not. So a later
 * file is a new edition if it has what the earlier has: most of its statutory tables and of its
 * projects, and a narrative of at least half the length if there was one. Any other is a part, and
 * stands beside.
 */
public final class Editions {
  /** Shorter, and the prose of a file is but the notes to its tables. */
  private static final int NARRATIVE = 500;

  private static final double MOST = 0.75;

  private Editions() {}

  /** Whether the later of two files of one disclosure takes the place of the earlier. */
  public static boolean isEdition(Content later, Content earlier) {
    Set<String> had = pieces(earlier);
    int narrative = narrative(earlier);
    Set<String> kept = new HashSet<>(had);
    kept.retainAll(pieces(later));
    return kept.size() >= MOST * had.size()
        && (narrative < NARRATIVE || narrative(later) * 2 >= narrative);
  }

  /** The parts of each disclosure, of files in the order in which they come. */
  public static List<List<Content>> parts(List<Content> files) {
    Map<String, List<Content>> parts = new LinkedHashMap<>();
    for (Content file : files) {
      List<Content> own = parts.computeIfAbsent(file.disclosure().id(), id -> new ArrayList<>());
      own.removeIf(earlier -> isEdition(file, earlier));
      own.add(file);
    }
    return List.copyOf(parts.values());
  }

  /** The tables of a file, by form or title, and its projects. */
  private static Set<String> pieces(Content content) {
    Set<String> pieces = new HashSet<>();
    for (Table table : content.tables()) {
      String form = table.ref().form();
      pieces.add(form == null ? table.ref().title().replaceAll("\\s", "") : form);
    }
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.PROJECT) {
        pieces.add(entry.id());
      }
    }
    return pieces;
  }

  private static int narrative(Content content) {
    return content.entries().stream()
        .filter(entry -> entry.kind() == EntryKind.PASSAGE)
        .mapToInt(entry -> entry.text().length())
        .sum();
  }
}
