package mingcha.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

final class EntrySampleTest {
  private static final int MANY = 60_000;

  @Test
  void theSameSeedTellsTheSameAndMoreOnlyGoesOn() throws IOException {
    List<Entry> few = told(2_000, 7);
    List<Entry> more = told(5_000, 7);
    assertEquals(few, more.subList(0, few.size()));
    assertNotEquals(few, told(2_000, 8));
  }

  @Test
  void noDisclosureComesTwiceAndNoEntryHasTheIdOfAnother() throws IOException {
    Set<String> disclosures = new HashSet<>();
    Set<String> ids = new HashSet<>();
    EntrySample.tell(
        MANY,
        1,
        (disclosure, entries) -> {
          assertTrue(disclosures.add(disclosure.id()), disclosure.title());
          entries.forEach(entry -> assertTrue(ids.add(entry.id()), entry.name()));
        });
  }

  @Test
  void mostIsSaidInTablesAndVouchersAreRare() throws IOException {
    Map<EntryKind, Integer> kinds = new TreeMap<>();
    int vouchers = 0;
    List<Entry> entries = told(MANY, 1);
    for (Entry entry : entries) {
      kinds.merge(entry.kind(), 1, Integer::sum);
      vouchers += entry.kind() == EntryKind.PROJECT && entry.name().contains("消费券") ? 1 : 0;
    }
    assertTrue(kinds.getOrDefault(EntryKind.LINE, 0) > entries.size() / 2, kinds::toString);
    assertTrue(kinds.getOrDefault(EntryKind.PROJECT, 0) > entries.size() / 200, kinds::toString);
    assertTrue(kinds.getOrDefault(EntryKind.FINDING, 0) > 0, kinds::toString);
    assertTrue(vouchers > 0 && vouchers < entries.size() / 1_000, vouchers + " vouchers");
  }

  private static List<Entry> told(long entries, long seed) throws IOException {
    List<Entry> told = new ArrayList<>();
    EntrySample.tell(entries, seed, (disclosure, some) -> told.addAll(some));
    return told;
  }
}
