package org.opora.supervisedcontacts.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/** What the forms of contacts have in common. */
public record ContactFields(Form form) {
  private static final String REQUIRED = "form.required";

  /** People ticked in a list. */
  public Set<PlanPersonId> people(String field) {
    Set<PlanPersonId> people = new HashSet<>();
    keys(field).forEach(key -> people.add(new PlanPersonId(key)));
    return people;
  }

  /** Keys ticked in a list. */
  public Set<UUID> keys(String field) {
    Set<UUID> keys = new HashSet<>();
    for (String raw : form.all(field)) {
      UUID known = key(raw);
      if (known == null) {
        form.error(field, "form.choice", raw);
      } else {
        keys.add(known);
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
