package org.opora.registry.intake.contributions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.spi.HouseDuties;
import org.opora.api.evidence.About;
import org.opora.registry.intake.application.OwedReturns;
import org.opora.registry.intake.application.OwedReturns.Owed;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The yearly return in the list of duties. It follows no record but the end of a year, which nobody
 * writes down, so no rule of a pack counts it.
 */
@Component
public final class ReturnDuties implements HouseDuties {
  /** Id of the rule: no pack's, because the room of returns counts it for every country. */
  public static final String RULE = "intake.return";

  private static final String SET = "intake";
  private static final int SOON = 14;
  private final OwedReturns returns;

  @Activate
  public ReturnDuties(@Reference OwedReturns returns) {
    this.returns = returns;
  }

  @Override
  public List<Duties.Line> lines(Viewer viewer, LocalDate asOf) {
    return returns.on(viewer, asOf).stream().map(owed -> line(owed, asOf)).toList();
  }

  private static Duties.Line line(Owed owed, LocalDate asOf) {
    Status status = status(owed.due(), asOf);
    return new Duties.Line(
        RULE,
        SET,
        null,
        new Duties.Whom(Duties.SubjectKind.CENTRE, About.centre().key(), null, null),
        owed.due(),
        null,
        status,
        Refusals.text("return.duty", owed.year()),
        Refusals.text(
            "return.duty." + status,
            owed.year(),
            owed.due(),
            Math.abs(ChronoUnit.DAYS.between(asOf, owed.due())),
            owed.paragraph()),
        owed.paragraph(),
        owed.trust(),
        String.valueOf(owed.year()),
        null,
        List.of());
  }

  private static Status status(LocalDate due, LocalDate asOf) {
    if (asOf.isAfter(due)) {
      return Status.OVERDUE;
    }
    return asOf.isBefore(due.minusDays(SOON)) ? Status.OK : Status.DUE_SOON;
  }
}
