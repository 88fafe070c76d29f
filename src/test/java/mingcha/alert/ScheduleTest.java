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
    "daily, 2, Europe/Berlin, 2026-10-25T00:00:01Z, 2026-10-26T01:00:00Z",
    // The day after a skipped hour it is told at its hour again, and so a week after.
    "daily, 2, Europe/Berlin, 2026-03-29T01:00:01Z, 2026-03-30T00:00:00Z",
    "daily, 8, Europe/Berlin, 2026-03-28T07:00:01Z, 2026-03-29T06:00:00Z",
    "weekly, 8, America/New_York, 2026-10-26T12:00:01Z, 2026-11-02T13:00:00Z",
    "daily, 0, Africa/Cairo, 2026-04-23T12:00:00Z, 2026-04-23T22:00:00Z",
    // Half an hour off, and a day ahead.
    "daily, 7, Asia/Kolkata, 2026-11-21T01:00:00Z, 2026-11-21T01:30:00Z",
    "weekly, 0, Pacific/Auckland, 2026-11-21T12:00:00Z, 2026-11-22T11:00:00Z",
  })
  void theNextMoment(String cadence, int hour, String zone, String from, String next) {
    Schedule schedule = new Schedule(Cadence.of(cadence), hour, DayOfWeek.MONDAY, ZoneId.of(zone));
    assertEquals(Instant.parse(next), schedule.next(Instant.parse(from)));
  }
}
