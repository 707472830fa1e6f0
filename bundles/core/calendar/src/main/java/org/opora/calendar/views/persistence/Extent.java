package org.opora.calendar.views.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.calendar.Slot;

/**
 * Which appointments a page is about, as a join and a condition over the alias {@code a}: the same
 * for everything that is asked of them, so that no list of keys grows with the page.
 *
 * @param join what follows the FROM part; empty when nothing does
 */
public record Extent(String join, String where, Map<String, Object> values) {
  public Extent {
    values = Map.copyOf(values);
  }

  /** What takes place at some moment of this time. */
  public static Extent between(Instant from, Instant until) {
    return new Extent(
        "",
        "a.start > :reach AND a.start < :until AND a.end > :from",
        Map.of("reach", from.minus(Slot.LONGEST), "from", from, "until", until));
  }

  /** What begins at this moment or later. */
  public static Extent from(Instant start) {
    return new Extent("", "a.start >= :from", Map.of("from", start));
  }

  public static Extent these(Collection<UUID> appointments) {
    return new Extent("", "a.id IN :these", Map.of("these", List.copyOf(appointments)));
  }

  /** Of this member of staff only. Nobody attends twice, so nothing comes twice. */
  public Extent of(UUID staff) {
    return new Extent(
        join + " JOIN AttendeeRow mine ON mine.appointment = a.id",
        where + " AND mine.who = :mine",
        with(Map.of("mine", staff)));
  }

  /** What comes behind this one in the order of time. */
  public Extent behind(Instant start, UUID key) {
    return new Extent(
        join,
        where + " AND (a.start > :behind OR (a.start = :behind AND a.id > :key))",
        with(Map.of("behind", start, "key", key)));
  }

  private Map<String, Object> with(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more);
    return all;
  }
}
