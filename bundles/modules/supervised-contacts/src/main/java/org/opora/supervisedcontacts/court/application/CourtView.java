package org.opora.supervisedcontacts.court.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.legal.LegalPosition;
import org.opora.api.overrides.Overrides;
import org.opora.supervisedcontacts.contacts.domain.Notice;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.evaluations.application.EvaluationView;
import org.opora.supervisedcontacts.observations.application.ReportLine;
import org.opora.supervisedcontacts.plans.application.PlanView;

/**
 * All that a court asks of the contacts of a child in one family, on one page. No other child is
 * named, and no address.
 *
 * @param plan from which it was asked
 * @param decisions of courts that had effect in the period, as far as the viewer may read them
 * @param reads whether the viewer reads them at all
 * @param plans that held in the period, the earliest first
 * @param days contacts in their order
 * @param reports those of which somebody has got a copy
 * @param overrides rules that were gone on against, in the order of the days
 */
public record CourtView(
    PlanView plan,
    LocalDate from,
    LocalDate until,
    List<LegalPosition.Decision> decisions,
    boolean reads,
    List<PlanView> plans,
    Tally tally,
    List<Day> days,
    List<ReportLine> reports,
    List<EvaluationView> evaluations,
    List<Overrides.Given> overrides) {
  public CourtView {
    decisions = List.copyOf(decisions);
    plans = List.copyOf(plans);
    days = List.copyOf(days);
    reports = List.copyOf(reports);
    evaluations = List.copyOf(evaluations);
    overrides = List.copyOf(overrides);
  }

  /**
   * One contact.
   *
   * @param notice null unless it was cancelled
   * @param inTime whether it was cancelled as long before as the centre asks for
   */
  public record Day(ContactRow row, Notice notice, boolean inTime) {
    /** Whether it took place, and the child was not there. */
    public boolean childAway() {
      return row.state().tookPlace() && Boolean.FALSE.equals(row.present());
    }
  }
}
