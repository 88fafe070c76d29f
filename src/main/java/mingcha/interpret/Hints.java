package mingcha.interpret;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a disclosure from elsewhere, a manifest; each overrides what is recognised.
 *
 * @param regionCode six digits of GB/T 2260
 * @param year the fiscal year
 * @param type 部门决算, 部门预算 …
 */
public record Hints(
    @Nullable String url,
    @Nullable LocalDate published,
    @Nullable String publisher,
    @Nullable String regionCode,
    @Nullable Integer year,
    @Nullable String type) {
  /** Nothing is known. */
  public static final Hints NONE = new Hints(null, null, null, null, null, null);
}
