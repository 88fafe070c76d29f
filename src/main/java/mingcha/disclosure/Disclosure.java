package mingcha.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published document.
 *
 * @param id see {@link Ids#disclosure}
 * @param file relative to the ingested root
 * @param sha256 of the file's bytes, 64 lower-case hex digits
 * @param region names from province to county, as many as are known
 * @param regionCode six digits of GB/T 2260
 * @param year the fiscal year
 * @param type 部门决算, 单位决算, 部门预算, 单位预算, 政府决算, 政府预算, 绩效自评表, 绩效评价报告
 * @param caliber 部门, 单位, 本级, or 政府 for a whole place's
 */
public record Disclosure(
    String id,
    String file,
    String sha256,
    String title,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable LocalDate published,
    List<String> region,
    @Nullable String regionCode,
    @Nullable Integer year,
    @Nullable String type,
    @Nullable String caliber) {
  public Disclosure {
    region = List.copyOf(region);
    if (sha256.length() != 64) {
      throw new IllegalArgumentException("a sha-256 has 64 hex digits, not '" + sha256 + "'");
    }
    if (regionCode != null && regionCode.length() != 6) {
      throw new IllegalArgumentException("a region code has six digits, not '" + regionCode + "'");
    }
    if (year != null && (year < 1949 || year > 2200)) {
      throw new IllegalArgumentException("not a fiscal year: " + year);
    }
  }
}
