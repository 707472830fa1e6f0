package org.opora.registry.safety.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;

/** Notices in force, as they stand at the head of a page. */
public final class Alerts {
  private Alerts() {}

  /**
   * One line at the head of a page.
   *
   * @param name of whom it speaks; null on the page of that person
   */
  public record Of(PersonName name, Safety.Alert alert) {}

  /** Whom of the register the alerts name: they are shown, too. */
  public static List<Subject> shown(Collection<Safety.Alert> alerts) {
    return alerts.stream()
        .map(Safety.Alert::whomPerson)
        .filter(Objects::nonNull)
        .map(Subject::of)
        .distinct()
        .toList();
  }

  /** For the page of that person. */
  public static List<Of> ofOne(List<Safety.Alert> alerts) {
    return alerts.stream().map(alert -> new Of(null, alert)).toList();
  }

  /**
   * For the page of several people.
   *
   * @param names in the order in which they are spoken of
   */
  public static List<Of> of(
      Map<PersonId, PersonName> names, Map<PersonId, List<Safety.Alert>> alerts) {
    return names.entrySet().stream()
        .flatMap(
            one ->
                alerts.getOrDefault(one.getKey(), List.of()).stream()
                    .map(alert -> new Of(one.getValue(), alert)))
        .toList();
  }
}
