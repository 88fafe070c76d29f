package mingcha.interpret;

import java.util.BitSet;
import java.util.List;

/**
 * How the lines of a disclosure are arranged.
 *
 * @param margins where lines break off
 * @param contents the lines of the table of contents: no headings, no titles, no paragraphs
 * @param headings the lines that headings are made of
 * @param regions the statutory tables, from the title to the line before whatever comes next
 */
record Structure(
    List<Line> lines,
    Outline outline,
    Margins margins,
    BitSet contents,
    BitSet headings,
    List<TableRegion> regions) {
  Structure {
    lines = List.copyOf(lines);
    regions = List.copyOf(regions);
  }
}
