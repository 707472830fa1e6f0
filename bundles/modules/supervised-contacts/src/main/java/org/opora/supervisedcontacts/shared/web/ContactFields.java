package org.opora.supervisedcontacts.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/** What the forms of contacts have in common. */
public record ContactFields(Form form) {
  private static final String REQUIRED = "form.required";

  /** People ticked in a list. */
  public Set<PlanPersonId> people(String field) {
    return keys(field, PlanPersonId::new);
  }

  /** Keys ticked in a list. */
  public Set<UUID> keys(String field) {
    return keys(field, key -> key);
  }

  /** What is ticked in a list, in the order of the list. */
  public <K> Set<K> keys(String field, Function<UUID, K> of) {
    Set<K> keys = new LinkedHashSet<>();
    for (String raw : form.all(field)) {
      UUID known = key(raw);
      if (known == null) {
        form.error(field, "form.choice", raw);
      } else {
        keys.add(of.apply(known));
      }
    }
    return keys;
  }

  /** A time of day that must be there. */
  public LocalTime requiredTime(String field) {
    LocalTime time = form.time(field);
    if (time == null) {
      form.error(field, REQUIRED);
    }
    return time;
  }

  /** A longer text that must be there. */
  public String requiredText(String field, int longest) {
    String text = form.text(field, longest);
    if (text == null) {
      form.error(field, REQUIRED);
    }
    return text;
  }

  /** A number, 0 when nothing is typed. */
  public int number(String field, int most) {
    Integer number = form.number(field, 0, most);
    return number == null ? 0 : number;
  }

  /** A day and a time that must be there; null while one of them is not. */
  public Instant requiredMoment(String day, String time, ZoneId zone) {
    LocalDate on = form.requiredDate(day);
    LocalTime at = requiredTime(time);
    return on == null || at == null ? null : moment(on, at, zone);
  }

  public static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
    return LocalDateTime.of(day, time).atZone(zone).toInstant();
  }

  /** Null when it is no key. */
  public static UUID key(String raw) {
    try {
      return UUID.fromString(raw);
    } catch (IllegalArgumentException wrong) {
      return null;
    }
  }
}
