package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.text.Text;
import org.opora.registry.counts.application.CountedRows;
import org.opora.registry.counts.application.FamilyStatistic;
import org.opora.registry.counts.application.ServiceStatistic;
import org.opora.registry.counts.application.Sketch.Line;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.counts.persistence.FamilyCounting;
import org.opora.registry.intake.application.InquiryDesk.Capacity;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.StaffStatistic;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The figures of a yearly return in their order, and what each is counted from. */
@Component(service = ReturnFigures.class)
public final class ReturnFigures {
  /** Everybody served: every return says it since returns say more than inquiries. */
  static final String SERVED = "served.people";

  private static final String AGREEMENTS = "agreements.";
  private final IntakeStatistic intake;
  private final FamilyStatistic families;
  private final ServiceStatistic services;
  private final StaffStatistic staff;
  private final CountedRows rows;

  @Activate
  public ReturnFigures(
      @Reference IntakeStatistic intake,
      @Reference FamilyStatistic families,
      @Reference ServiceStatistic services,
      @Reference StaffStatistic staff,
      @Reference CountedRows rows) {
    this.intake = intake;
    this.families = families;
    this.services = services;
    this.staff = staff;
    this.rows = rows;
  }

  /**
   * @param counting null where nothing is counted: the centre has set the amount
   */
  record Entry(String code, Text what, Counting counting, int amount) {
    Entry(Text what, Counting counting) {
      this(counting.code(), what, counting, 0);
    }
  }

  /** Of the year so far while it lasts. */
  List<Entry> of(EntityManager em, Viewer viewer, int year) {
    LocalDate end = LocalDate.of(year, 12, 31);
    LocalDate last = end.isAfter(viewer.today()) ? viewer.today() : end;
    Period period = new Period(LocalDate.of(year, 1, 1), last);
    List<Entry> entries = new ArrayList<>();
    add(entries, intake.inquiries(em, Period.year(year)));
    Capacity capacity = InquiryRules.capacity(em, last);
    if (capacity.places() != null) {
      entries.add(
          new Entry(
              ReturnDesk.PLACES,
              Refusals.text("return." + ReturnDesk.PLACES),
              null,
              capacity.places()));
    }
    entries.add(
        new Entry(
            Refusals.text("return." + ReturnDesk.USED),
            FamilyCounting.agreementsOn(ReturnDesk.USED, last, null)));
    add(entries, families.forReturn(period, services.everybody(period)));
    add(entries, services.activities(period));
    add(entries, StaffStatistic.forReturn(period));
    return entries;
  }

  private static void add(List<Entry> entries, List<Line> lines) {
    for (Line line : lines) {
      for (Counting counting : line.countings()) {
        entries.add(
            new Entry(
                line.countings().size() == 1
                    ? line.title()
                    : Refusals.text("return.measure." + counting.measure(), line.title()),
                counting));
      }
    }
  }

  /**
   * @param now the figure as it is counted now; null when it is counted no more
   */
  Text what(String code, Entry now) {
    return now == null ? Refusals.text("return.former", code) : now.what();
  }

  /** A code says it for good, whatever is installed. */
  static Measure measure(String code) {
    if (code.endsWith(".minutes")) {
      return Measure.MINUTES;
    }
    if (kind(code) == CountedKind.STAFF) {
      return code.endsWith(".shares") ? Measure.SHARES : Measure.PEOPLE;
    }
    return code.endsWith(".events")
        ? Measure.EVENTS
        : kind(code) == CountedKind.PERSON ? Measure.PEOPLE : Measure.RECORDS;
  }

  /**
   * Whether returns spoke of it when this one was filed: what they did not say yet is no change.
   *
   * @param then codes of the figures of a filed return; empty while it is not filed
   */
  static boolean spokenOf(Set<String> then, String code) {
    if (then.isEmpty() || code.equals(ReturnDesk.USED) || kind(code) == CountedKind.INQUIRY) {
      return true;
    }
    return then.contains(kind(code) == CountedKind.STAFF ? StaffStatistic.EVERYBODY : SERVED);
  }

  private static CountedKind kind(String code) {
    if (code.startsWith(StaffStatistic.STAFF + ".")) {
      return CountedKind.STAFF;
    }
    if (code.equals(ReturnDesk.USED) || code.startsWith(AGREEMENTS)) {
      return CountedKind.AGREEMENT;
    }
    if (code.endsWith(".people") || code.startsWith("carers.") || code.startsWith("children.")) {
      return CountedKind.PERSON;
    }
    return code.endsWith(".events") || code.endsWith(".minutes")
        ? CountedKind.EVIDENCE
        : CountedKind.INQUIRY;
  }

  List<Shown> shown(Viewer viewer, String code, Collection<UUID> keys) {
    CountedKind kind = kind(code);
    return switch (kind) {
      case INQUIRY -> intake.shown(viewer, kind, keys);
      case EVIDENCE -> rows.shown(viewer, kind, keys, services.counted(code));
      case STAFF -> staff.shown(viewer, code, keys);
      default -> rows.shown(viewer, kind, keys);
    };
  }
}
