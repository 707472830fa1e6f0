package org.opora.registry.incidents.application;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.registry.shared.application.Refusals;

/** What must hold before an incident is written down. */
final class IncidentCheck {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 10_000;

  private IncidentCheck() {}

  /**
   * @param possible people of the family whom the viewer may name
   */
  static void happened(Viewer viewer, NewIncident now, Set<UUID> possible) {
    if (now.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    past(viewer, "on", now.on(), now.at());
    if (now.people().keySet().stream().anyMatch(person -> !possible.contains(person.value()))) {
      throw Refusals.refused("people", "refused.incident-stranger");
    }
  }

  static Wording words(NewIncident now, String measures, String answer) {
    return new Wording(
        Refusals.line("place", now.place(), LONGEST_LINE),
        text("what", now.what()),
        Refusals.optional("others", now.others(), LONGEST_LINE),
        measures,
        answer);
  }

  static Wording words(Wording words) {
    return new Wording(
        Refusals.line("place", words.place(), LONGEST_LINE),
        text("what", words.what()),
        Refusals.optional("others", words.others(), LONGEST_LINE),
        optional("measures", words.measures()),
        optional("answer", words.answer()));
  }

  static String optional(String field, String typed) {
    return Refusals.optional(field, typed, LONGEST_TEXT);
  }

  static String text(String field, String typed) {
    return Refusals.line(field, typed, LONGEST_TEXT);
  }

  /** An answer has its day, and a day its answer. */
  static void answered(Viewer viewer, String answer, LocalDate on) {
    if (answer != null && on == null) {
      throw Refusals.refused("answeredOn", "refused.required");
    }
    if (answer == null && on != null) {
      throw Refusals.refused("answer", "refused.required");
    }
    if (on != null && on.isAfter(viewer.today())) {
      throw Refusals.refused("answeredOn", "refused.future", on);
    }
  }

  static NewStep step(Viewer viewer, LocalDate happened, NewStep step) {
    past(viewer, "stepOn", step.on(), step.at());
    if (step.on().isBefore(happened)) {
      throw Refusals.refused("stepOn", "refused.incident-before", step.on(), happened);
    }
    if (step.doer() == null) {
      throw Refusals.refused("doer", "refused.required");
    }
    String name = Refusals.optional("toldName", step.toldName(), LONGEST_LINE);
    if (step.told() == null && (name != null || step.how() != null)) {
      throw Refusals.refused("told", "refused.incident-told");
    }
    if (step.told() != null && step.how() == null) {
      throw Refusals.refused("how", "refused.required");
    }
    return new NewStep(
        step.on(),
        step.at(),
        step.doer(),
        text("stepWhat", step.what()),
        step.told(),
        name,
        step.how());
  }

  private static void past(Viewer viewer, String field, LocalDate on, LocalTime at) {
    LocalDate day = Refusals.day(field, on);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
    boolean later =
        at != null && day.atTime(at).isAfter(viewer.now().atZone(viewer.zone()).toLocalDateTime());
    if (later) {
      throw Refusals.refused(field, "refused.incident-time", at);
    }
  }
}
