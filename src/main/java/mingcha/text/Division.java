package mingcha.text;

import java.util.List;

/**
 * A division of GB/T 2260.
 *
 * @param code six digits
 * @param path names from the province to itself
 * @param level 1 province, 2 prefecture, 3 county
 */
public record Division(String code, String name, List<String> path, int level) {
  public Division {
    path = List.copyOf(path);
  }
}
