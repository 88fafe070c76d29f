package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Institution;
import org.jspecify.annotations.Nullable;

/**
 * What restricts a question to some disclosures or subjects.
 *
 * @param region null where none is asked
 * @param years any of these; empty for all
 * @param subject a code, which matches all that begin with it
 * @param publisher part of a publisher's name, folded
 * @param otherRegions where several are asked, those besides {@code region}
 * @param notRegions what lies in none of these
 * @param notYears of none of these
 * @param institutions published by one of these kinds; empty for any publisher
 */
public record Filters(
    @Nullable RegionFilter region,
    List<Integer> years,
    @Nullable String subject,
    @Nullable String publisher,
    @Nullable String type,
    @Nullable String caliber,
    @Nullable String rule,
    @Nullable String form,
    List<RegionFilter> otherRegions,
    List<RegionFilter> notRegions,
    List<Integer> notYears,
    List<Institution> institutions) {
  /** No restriction. */
  public static final Filters NONE =
      new Filters(null, List.of(), null, null, null, null, null, null);

  public Filters {
    years = List.copyOf(years);
    otherRegions = List.copyOf(otherRegions);
    notRegions = List.copyOf(notRegions);
    notYears = List.copyOf(notYears);
    institutions = List.copyOf(institutions);
  }

  /** With one region at most. */
  public Filters(
      @Nullable RegionFilter region,
      List<Integer> years,
      @Nullable String subject,
      @Nullable String publisher,
      @Nullable String type,
      @Nullable String caliber,
      @Nullable String rule,
      @Nullable String form) {
    this(region, years, subject, publisher, type, caliber, rule, form, List.of(), List.of());
  }

  /** With no year left out, of any publisher. */
  public Filters(
      @Nullable RegionFilter region,
      List<Integer> years,
      @Nullable String subject,
      @Nullable String publisher,
      @Nullable String type,
      @Nullable String caliber,
      @Nullable String rule,
      @Nullable String form,
      List<RegionFilter> otherRegions,
      List<RegionFilter> notRegions) {
    this(
        region,
        years,
        subject,
        publisher,
        type,
        caliber,
        rule,
        form,
        otherRegions,
        notRegions,
        List.of(),
        List.of());
  }

  /** All regions, any of which will do. */
  public List<RegionFilter> regions() {
    List<RegionFilter> all = new ArrayList<>();
    if (region != null) {
      all.add(region);
    }
    all.addAll(otherRegions);
    return all;
  }

  /**
   * A division and all within it.
   *
   * @param code six digits of GB/T 2260
   */
  public record RegionFilter(String code, String name) {
    /**
     * The leading digits that all divisions within share: 14 for a province, 1405 for a prefecture.
     */
    public String prefix() {
      return code.endsWith("0000")
          ? code.substring(0, 2)
          : code.endsWith("00") ? code.substring(0, 4) : code;
    }
  }
}
