package mingcha.sample;

import java.io.IOException;
import java.util.List;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Ids;
import mingcha.sample.World.Bureau;
import mingcha.sample.World.Place;
import mingcha.sample.World.Publisher;

/**
 * Entries by the million, straight for an index: what a reader would make of the disclosures of the
 * invented province over ten years, without the files. Departments tell as the written samples do;
 * below each stand institutions, many below few of them, and of recent years more is published than
 * of early ones. Vouchers stay rare: only departments hand them out.
 */
public final class EntrySample {
  private static final int YEARS = 10;
  private static final int LAST_YEAR = 2024;

  /** A department and at most so many institutions below it. */
  private static final int UNITS = 96;

  /** A prime far from any size of the universe, so that every number comes up exactly once. */
  private static final long STRIDE = 1_000_000_007L;

  private static final int CERTAIN = 10_000;

  private final World world = new World();
  private final List<Place> places;
  private final List<Bureau> bureaus;
  private final long seed;

  private EntrySample(long seed) {
    this.seed = seed;
    List<Publisher> publishers = world.publishers();
    places = publishers.stream().map(Publisher::place).distinct().toList();
    bureaus = publishers.stream().map(Publisher::bureau).distinct().toList();
  }

  /** Takes a disclosure with its entries. */
  @FunctionalInterface
  public interface Receiver {
    void take(Disclosure disclosure, List<Entry> entries) throws IOException;
  }

  /**
   * Tells whole disclosures until there are at least so many entries. The same seed tells the same,
   * and a larger number only goes on.
   *
   * @throws IllegalArgumentException if the province has not so many, about fourteen million
   */
  public static void tell(long entries, long seed, Receiver receiver) throws IOException {
    new EntrySample(seed).tell(entries, receiver);
  }

  private void tell(long entries, Receiver receiver) throws IOException {
    long universe = (long) places.size() * bureaus.size() * UNITS * YEARS;
    long told = 0;
    for (long turn = 0; told < entries; turn++) {
      if (turn == universe) {
        throw new IllegalArgumentException("at most " + told + " entries, not " + entries);
      }
      long number = turn * STRIDE % universe;
      int year = LAST_YEAR - (int) (number % YEARS);
      int unit = (int) (number / YEARS % UNITS);
      Place place = places.get((int) (number / YEARS / UNITS % places.size()));
      Bureau bureau = bureaus.get((int) (number / YEARS / UNITS / places.size()));
      if (isPublished(place, bureau, unit, year)) {
        List<Entry> some = entries(new Publisher(place, bureau), unit, year);
        receiver.take(some.getFirst().disclosure(), some);
        told += some.size();
      }
    }
  }

  /** Every department since it began to publish; the n-th institution at one in n. */
  private boolean isPublished(Place place, Bureau bureau, int unit, int year) {
    Dice dice = Dice.of(seed, "published", place.code(), bureau.id(), unit);
    int weight = place.isProvince() ? 3 : 1;
    boolean exists = unit == 0 || dice.between(1, CERTAIN) <= CERTAIN * weight / unit;
    long since = LAST_YEAR - dice.between(YEARS / 2, YEARS * 2);
    return exists && year > since;
  }

  private List<Entry> entries(Publisher publisher, int unit, int year) {
    String name = unit == 0 ? publisher.name() : publisher.name() + institution(publisher, unit);
    String caliber = unit == 0 ? "部门" : "单位";
    String type = caliber + "决算";
    String who = publisher.place().code() + "-" + publisher.bureau().id() + "-" + unit;
    String sha256 = digits(Dice.of(seed, "sha256", who, year));
    Disclosure disclosure =
        new Disclosure(
            Ids.disclosure(name, year, type, caliber, sha256),
            who + "-" + year + ".pdf",
            sha256,
            year + "年度" + name + type,
            name,
            null,
            null,
            publisher.place().path(),
            publisher.place().code(),
            year,
            type,
            caliber);
    BudgetMaker maker = new BudgetMaker(world, seed + unit, publisher);
    EntryTeller teller = new EntryTeller(disclosure);
    new LineEntries(world, maker.of(year), teller).tell();
    new ProseEntries(maker.of(year), maker.of(year - 1), unit == 0, teller).tell();
    return teller.told();
  }

  /** Sixty-four, as of the file that there is not. */
  private static String digits(Dice dice) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      digits.append("%016x".formatted(dice.between(0, Long.MAX_VALUE - 1)));
    }
    return digits.toString();
  }

  private String institution(Publisher publisher, int unit) {
    List<String> kinds = List.of("服务中心", "事务中心", "综合执法队", "培训学校", "研究所", "信息中心");
    Dice dice = Dice.of(seed, "institution", publisher.bureau().id(), unit);
    return "第" + unit + dice.one(kinds);
  }
}
