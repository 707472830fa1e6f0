package org.opora.registry.staff.contributions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.spi.HouseDuties;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Fact;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.TrainingBook;
import org.opora.registry.staff.domain.TrainingKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Further training of social workers in the list of duties, as the training book counts it: the
 * year that runs, and the one before while it can still be made up or was missed. The law is met by
 * one year or by any two on end, which no quota of periods that follow each other can say.
 */
@Component
public final class TrainingDuties implements HouseDuties {
  /** Id of the rule: no pack's, because the staff room counts it for every country. */
  private static final String RULE = "staff.training";

  private static final String SET = "staff";

  private static final int SOON = 14;
  private final TrainingBook book;
  private final Staff staff;

  @Activate
  public TrainingDuties(@Reference TrainingBook book, @Reference Staff staff) {
    this.book = book;
    this.staff = staff;
  }

  @Override
  public List<Duties.Line> lines(Viewer viewer, LocalDate asOf) {
    List<StaffId> owing = book.owing(viewer, asOf);
    if (owing.isEmpty()) {
      return List.of();
    }
    Map<StaffId, String> names = staff.names(owing);
    int year = asOf.getYear();
    Map<StaffId, TrainingBook.Year> now = book.years(viewer, owing, year, asOf);
    Map<StaffId, TrainingBook.Year> before = book.years(viewer, owing, year - 1, asOf);
    List<Duties.Line> lines = new ArrayList<>();
    for (StaffId one : owing) {
      add(lines, one, names.get(one), now.get(one), asOf, null);
      TrainingBook.Year last = before.get(one);
      switch (last.status()) {
        case OPEN_IN_TWO, MISSED ->
            add(lines, one, names.get(one), last, asOf, String.valueOf(year - 1));
        case NOT_ASSESSED, NOT_OWED, FULFILLED, FULFILLED_IN_TWO, OPEN -> {
          // Nothing is to be done about it any more.
        }
      }
    }
    return lines;
  }

  private static void add(
      List<Duties.Line> lines,
      StaffId who,
      String name,
      TrainingBook.Year year,
      LocalDate asOf,
      String ref) {
    if (year.mark() == null || year.account() == null) {
      return;
    }
    switch (year.status()) {
      case NOT_ASSESSED, NOT_OWED -> {
        // Of a law that says nothing, and of a month that owes nothing, there is no duty.
      }
      case FULFILLED, FULFILLED_IN_TWO -> lines.add(line(who, name, year, Status.OK, null, ref));
      case OPEN, OPEN_IN_TWO -> {
        LocalDate due = LocalDate.of(asOf.getYear(), 12, 31);
        boolean soon = !asOf.isBefore(due.minusDays(SOON));
        lines.add(line(who, name, year, soon ? Status.DUE_SOON : Status.OK, due, ref));
      }
      case MISSED ->
          lines.add(line(who, name, year, Status.OVERDUE, LocalDate.of(year.year(), 12, 31), ref));
    }
  }

  private static Duties.Line line(
      StaffId who, String name, TrainingBook.Year year, Status status, LocalDate due, String ref) {
    return new Duties.Line(
        RULE,
        SET,
        null,
        new Duties.Whom(Duties.SubjectKind.STAFF, who.value(), new PersonName(null, name), null),
        due,
        null,
        status,
        Refusals.text("training.duty"),
        year.why(),
        year.paragraph(),
        year.mark().trust(),
        ref,
        new Duties.Account(
            LocalDate.of(year.year(), 1, 1),
            LocalDate.of(year.year(), 12, 31),
            year.account().owed(),
            0,
            year.account().done(),
            0,
            year.account().missing(),
            0,
            List.of()),
        year.entries().stream()
            .filter(entry -> entry.entry().kind() == TrainingKind.TRAINING)
            .map(entry -> fact(who, entry.id(), entry.entry().heldOn(), entry.entry().minutes()))
            .sorted(Comparator.comparing(Fact::on))
            .toList());
  }

  private static Fact fact(StaffId who, UUID entry, LocalDate on, int minutes) {
    return new Fact(
        entry,
        Refusals.BUNDLE,
        RULE,
        About.staff(who),
        on,
        null,
        BigDecimal.valueOf(minutes),
        Evidence.MINUTES,
        null,
        null,
        false);
  }
}
