package org.opora.supervisedcontacts.court.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.overrides.Overrides;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactFigures;
import org.opora.supervisedcontacts.contacts.application.ContactLine;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Notice;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.court.application.CourtView.Day;
import org.opora.supervisedcontacts.evaluations.application.EvaluationReader;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what the other parts know of the contacts of a child; it keeps nothing itself. */
@Component(service = CourtReader.class)
public final class CourtReader {
  private final PlanReader plans;
  private final ContactReader contacts;
  private final ReportReader reports;
  private final EvaluationReader evaluations;
  private final LegalPosition legal;
  private final Overrides overrides;
  private final ContactFigures figures;

  @Activate
  public CourtReader(
      @Reference PlanReader plans,
      @Reference ContactReader contacts,
      @Reference ReportReader reports,
      @Reference EvaluationReader evaluations,
      @Reference LegalPosition legal,
      @Reference Overrides overrides,
      @Reference Settings settings) {
    this.plans = plans;
    this.contacts = contacts;
    this.reports = reports;
    this.evaluations = evaluations;
    this.legal = legal;
    this.overrides = overrides;
    this.figures = new ContactFigures(settings);
  }

  /**
   * The contacts of the child of this plan in the family of the plan, by all its plans.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of them
   */
  public CourtView of(Viewer viewer, PlanId id, LocalDate from, LocalDate until) {
    PlanView plan = plans.view(viewer, id);
    CaseFileId file = new CaseFileId(plan.row().caseFile());
    ChildFileId child = new ChildFileId(plan.row().childFile());
    PersonId person = new PersonId(plan.row().child());
    List<PlanView> all = plans(viewer, plan, from, until);
    return new CourtView(
        plan,
        from,
        until,
        decisions(viewer, person, from, until),
        legal.reads(viewer, person),
        all,
        contacts.tally(viewer, file, child, from, until),
        days(viewer, all, from, until),
        reports.between(viewer, file, child, from, until).stream()
            .filter(line -> line.state() == ReportState.ISSUED)
            .toList(),
        evaluations.between(viewer, file, child, from, until),
        overrides.given(SupervisedContactsModule.ID, Subject.of(child), from, until));
  }

  private List<PlanView> plans(Viewer viewer, PlanView plan, LocalDate from, LocalDate until) {
    return plans.of(viewer, List.of(new ChildFileId(plan.row().childFile()))).stream()
        .filter(one -> one.row().caseFile().equals(plan.row().caseFile()))
        .filter(one -> !one.row().validFrom().isAfter(until))
        .filter(one -> one.row().validUntil() == null || !one.row().validUntil().isBefore(from))
        .sorted(Comparator.comparing(one -> one.row().validFrom()))
        .toList();
  }

  /**
   * Those that had effect on one day at least, in the order in which they came to have it. What has
   * effect is known of one day at a time, and one that began and ended in between of no other.
   */
  private List<LegalPosition.Decision> decisions(
      Viewer viewer, PersonId child, LocalDate from, LocalDate until) {
    if (!legal.reads(viewer, child)) {
      return List.of();
    }
    Map<UUID, LegalPosition.Decision> once = new HashMap<>();
    from.datesUntil(until.plusDays(1))
        .flatMap(day -> legal.decisions(viewer, child, day).stream())
        .forEach(one -> once.putIfAbsent(one.id(), one));
    return once.values().stream()
        .sorted(
            Comparator.comparing(
                    LegalPosition.Decision::force, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(
                    LegalPosition.Decision::decidedOn,
                    Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(LegalPosition.Decision::id))
        .toList();
  }

  /** By the plans, whatever their number; few children have more than two. */
  private List<Day> days(Viewer viewer, List<PlanView> all, LocalDate from, LocalDate until) {
    List<Day> days = new ArrayList<>();
    for (PlanView plan : all) {
      contacts.ofPlan(viewer, new PlanId(plan.row().id()), from, until).stream()
          .map(ContactLine::row)
          .map(this::day)
          .forEach(days::add);
    }
    days.sort(Comparator.comparing(one -> one.row().start()));
    return days;
  }

  private Day day(ContactRow row) {
    Notice notice =
        row.state() == ContactState.CANCELLED && row.toldAt() != null
            ? Notice.of(row.toldAt(), row.start())
            : null;
    return new Day(row, notice, notice != null && notice.inTime(figures.noticeHours(row.day())));
  }
}
