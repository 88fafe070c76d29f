package mingcha.interpret;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which disclosure this is; the parts mean what they mean in {@link mingcha.disclosure.Disclosure}.
 */
record Identity(
    String title,
    @Nullable String publisher,
    List<String> region,
    @Nullable String regionCode,
    @Nullable Integer year,
    @Nullable String type,
    @Nullable String caliber) {
  Identity {
    region = List.copyOf(region);
  }

  /** Whether the title says that it is of the department itself, without what belongs to it. */
  boolean saysItself() {
    return title.contains("本级") || title.contains("（机关）");
  }

  /** Whether its bare figures are those of a budget. */
  boolean isBudget() {
    return type != null && type.endsWith("预算");
  }
}
