package mingcha.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import mingcha.alert.Schedule.Cadence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "at-once, 8, Asia/Shanghai, 2026-11-21T01:02:03Z, 2026-11-21T01:02:03Z",
    "daily, 8, Asia/Shanghai, 2026-11-20T23:59:59Z, 2026-11-21T00:00:00Z",
    "daily, 8, Asia/Shanghai, 2026-11-21T00:00:00Z, 2026-11-21T00:00:00Z",
    "daily, 8, Asia/Shanghai, 2026-11-21T00:00:01Z, 2026-11-22T00:00:00Z",
    "weekly, 8, Asia/Shanghai, 2026-11-21T00:00:01Z, 2026-11-23T00:00:00Z",
    "weekly, 8, Asia/Shanghai, 2026-11-23T00:00:01Z, 2026-11-30T00:00:00Z",
    // The clocks of Berlin skip 02:00 on the last Sunday of March, and repeat it in October.
    "daily, 2, Europe/Berlin, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
    "daily, 2, Europe/Berlin, 2026-10-24T23:30:00Z, 2026-10-25T00:00:00Z",
  })
  void theNextMoment(String cadence, int hour, String zone, String from, String next) {
    Schedule schedule = new Schedule(Cadence.of(cadence), hour, DayOfWeek.MONDAY, ZoneId.of(zone));
    assertEquals(Instant.parse(next), schedule.next(Instant.parse(from)));
  }
}
