package org.opora.course.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.Ids;
import org.opora.course.CourseModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When the last report on each family was written, as former records say it: most have time for the
 * next one, for some it is due soon, and a few are late. Without it every family of the centre
 * would be late with its first one.
 */
@Component
public final class DemoFormerReports implements DemoChapter {
  private static final int MONTHS = 6;

  /** The first families are those of whom the demonstration shows how a report is written. */
  private static final int WRITTEN_NOW = 9;

  private static final int SOON = 3;

  /** Days until the next one is due spread over the half year. */
  private static final int SPREAD = 165;

  private static final int STEP = 37;
  private static final int LATE_EACH = 19;
  private static final int YEARS = 2;

  /** Days after the end of an agreement on which its last report was written. */
  private static final int AFTER_THE_END = 9;

  private final Evidence evidence;
  private final CareFacts facts;

  @Activate
  public DemoFormerReports(@Reference Evidence evidence, @Reference CareFacts facts) {
    this.evidence = evidence;
    this.facts = facts;
  }

  /** Before the reports that are written now. */
  @Override
  public String id() {
    return "reports-before";
  }

  @Override
  public void write(DemoCast cast) {
    int number = 0;
    for (InForce family : cast.families()) {
      LocalDate last = last(cast.today(), number++);
      if (!last.isBefore(family.concludedOn())) {
        drafted(About.agreement(family.file(), family.agreement()), last, null);
      }
    }
    atTheEnd(cast);
  }

  /** Of families that have left, their last report is there as well. */
  private void atTheEnd(DemoCast cast) {
    LocalDate today = cast.today();
    facts.histories(cast.director(), CaseFiles.READ, today.minusYears(YEARS), today, null).stream()
        .filter(one -> one.endsOn() != null)
        .filter(one -> !one.endsOn().plusDays(AFTER_THE_END).isAfter(today))
        .forEach(
            one ->
                drafted(
                    About.agreement(one.file(), one.agreement()),
                    one.endsOn().plusDays(AFTER_THE_END),
                    Kinds.AT_THE_END));
  }

  private void drafted(About agreement, LocalDate on, String form) {
    UUID report = Ids.next();
    evidence.record(
        CourseModule.ID,
        report,
        List.of(
            NewFact.of(Kinds.REPORT_DRAFTED, agreement, on)
                .formed(form)
                .tiedTo(report.toString())
                .takenOver()));
  }

  /**
   * @param number of the family
   */
  static LocalDate last(LocalDate today, int number) {
    return today.minusMonths(MONTHS).plusDays(dueIn(number));
  }

  private static int dueIn(int number) {
    if (number < WRITTEN_NOW) {
      return SOON + number;
    }
    return number % LATE_EACH == LATE_EACH - 1 ? -SOON - number / LATE_EACH : spread(number);
  }

  private static int spread(int number) {
    return SOON + number * STEP % SPREAD;
  }
}
