package mingcha.alert;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import mingcha.store.AlertRow;

/**
 * When an alert is told: at once, or gathered at an hour of the reader's day or week.
 *
 * @param hour 0 to 23; not looked at for {@link Cadence#AT_ONCE}
 */
public record Schedule(Cadence cadence, int hour, DayOfWeek weekday, ZoneId zone) {
  public Schedule {
    if (hour < 0 || hour > 23) {
      throw new AlertProblem("hour", "an hour is from 0 to 23, not " + hour);
    }
  }

  /** How often. */
  public enum Cadence {
    AT_ONCE("at-once"),
    DAILY("daily"),
    WEEKLY("weekly");

    private final String name;

    Cadence(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name;
    }

    static Cadence of(String name) {
      for (Cadence each : values()) {
        if (each.name.equals(name)) {
          return each;
        }
      }
      throw new AlertProblem(
          "cadence", "a cadence is at-once, daily or weekly, not '" + name + "'");
    }
  }

  static Schedule of(AlertRow alert) {
    return new Schedule(
        Cadence.of(alert.cadence()),
        alert.hour(),
        DayOfWeek.of(alert.weekday()),
        zone(alert.zone()));
  }

  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new AlertProblem("zone", "no time zone is named '" + name + "'");
    }
  }

  /** The first moment from then on at which it is told. */
  Instant next(Instant from) {
    if (cadence == Cadence.AT_ONCE) {
      return from;
    }
    LocalDate day = from.atZone(zone).toLocalDate();
    if (cadence == Cadence.WEEKLY) {
      day = day.with(TemporalAdjusters.nextOrSame(weekday));
    }
    Instant at = at(day);
    return at.isBefore(from) ? at(day.plusDays(cadence == Cadence.WEEKLY ? 7 : 1)) : at;
  }

  /** Where the clocks skip the hour, as much later; where they repeat it, the first. */
  private Instant at(LocalDate day) {
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }
}
