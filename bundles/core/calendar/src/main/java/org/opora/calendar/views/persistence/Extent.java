package org.opora.calendar.views.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.calendar.Slot;

/**
 * Which appointments a page is about, as a condition over the alias {@code a}: the same for
 * everything that is asked of them, so that no list of keys grows with the page. What was cancelled
 * does not take place and is on none.
 */
public record Extent(String where, Map<String, Object> values) {
  private static final String TAKES_PLACE = "a.cancelled = :no";

  public Extent {
    values = Map.copyOf(values);
  }

  private static Extent of(String where) {
    return new Extent(TAKES_PLACE + where, Map.of("no", false));
  }

  private Extent and(String condition, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more);
    return new Extent(where + condition, all);
  }

  /** What takes place at some moment of this time. */
  public static Extent between(Instant from, Instant until) {
    return of(" AND a.start > :reach AND a.start < :until AND a.end > :from")
        .and("", Map.of("reach", from.minus(Slot.LONGEST), "from", from, "until", until));
  }

  /** What begins at this moment or later. */
  public static Extent from(Instant start) {
    return of(" AND a.start >= :from").and("", Map.of("from", start));
  }

  public static Extent these(Collection<UUID> appointments) {
    return of(" AND a.id IN :these").and("", Map.of("these", List.copyOf(appointments)));
  }

  /** Of this member of staff only. */
  public Extent of(UUID staff) {
    return and(
        " AND EXISTS (SELECT mine.id FROM AttendeeRow mine"
            + " WHERE mine.appointment = a.id AND mine.who = :mine)",
        Map.of("mine", staff));
  }

  /** What comes behind this one in the order of time. */
  public Extent behind(Instant start, UUID key) {
    return and(
        " AND (a.start > :behind OR (a.start = :behind AND a.id > :key))",
        Map.of("behind", start, "key", key));
  }
}
