package org.opora.registry.care.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.care.Visits;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Form;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** Reads a visit from the posted form. Fields of one child end in the child's key. */
final class VisitFields {
  private static final int LONGEST_VISIT = 24 * 60;
  private static final int FARTHEST = 2_000;
  private static final int LONGEST_NOTE = 20_000;
  private static final int LONGEST_VIEW = 4_000;
  private final Form form;
  private final List<Attendee> attendees;

  VisitFields(Form form, List<Attendee> attendees) {
    this.form = form;
    this.attendees = attendees;
  }

  Visits.NewVisit read() {
    LocalDate on = form.requiredDate("on");
    LocalTime start = form.time("start");
    Integer minutes = form.number("minutes", 1, LONGEST_VISIT);
    YesNo announced = form.requiredChoice("announced", YesNo.class);
    Visits.Place place = form.requiredChoice("place", Visits.Place.class);
    Set<PersonId> present = present();
    List<Visits.ChildPart> children =
        attendees.stream()
            .filter(who -> who.child() && !who.unseen())
            .map(child -> part(child, present.contains(child.person())))
            .filter(Objects::nonNull)
            .toList();
    return new Visits.NewVisit(
        on,
        start,
        minutes,
        announced == YesNo.YES,
        place,
        present,
        children,
        form.text("note", LONGEST_NOTE),
        form.number("travelMinutes", 0, LONGEST_VISIT),
        form.number("kilometres", 0, FARTHEST));
  }

  /** "Everybody was present" stands for all boxes, so that it works without a script. */
  private Set<PersonId> present() {
    boolean everybody = form.checked("everybody");
    List<String> ticked = form.all("present");
    Set<PersonId> present =
        attendees.stream()
            .map(Attendee::person)
            .filter(person -> everybody || ticked.contains(person.toString()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (present.isEmpty()) {
      form.error("present", Words.of("visit.present.missing"));
    }
    return present;
  }

  private Visits.ChildPart part(Attendee child, boolean present) {
    String key = child.person().toString();
    YesNo alone = form.choice("alone-" + key, YesNo.class);
    String reason = form.line("notAlone-" + key);
    String view = form.text("view-" + key, LONGEST_VIEW);
    Visits.ViewLearntBy learntBy = form.choice("learntBy-" + key, Visits.ViewLearntBy.class);
    if (!present) {
      if (alone != null || reason != null || view != null) {
        form.error("present", Words.of("visit.present.contradicts", child.name().spoken()));
      }
      return null;
    }
    if (alone == null) {
      form.error("alone-" + key, Words.of("visit.alone.missing", child.name().spoken()));
    } else if (alone == YesNo.NO && reason == null) {
      form.error("notAlone-" + key, Words.of("visit.reason.missing", child.name().spoken()));
    }
    if (view != null && (learntBy == null || learntBy == Visits.ViewLearntBy.NOT_LEARNT)) {
      form.error("learntBy-" + key, Words.of("visit.learnt.missing", child.name().spoken()));
    }
    return new Visits.ChildPart(
        child.person(),
        alone == YesNo.YES,
        alone == YesNo.YES ? null : reason,
        view,
        view == null ? Visits.ViewLearntBy.NOT_LEARNT : learntBy);
  }
}
