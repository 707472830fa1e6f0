package org.opora.supervisedcontacts.contacts.application;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Rhythm;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.WallClock;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.faults.Refused;
import org.opora.api.overrides.Because;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The same contact again and again. Each day is booked by itself, so that nobody waits for a whole
 * series, and what stands in the way of one day hinders no other. A day that is booked already is
 * left as it is, so the same form may be sent twice.
 */
@Component(service = SeriesDesk.class)
public final class SeriesDesk {
  private final Transactions transactions;
  private final Bookings bookings;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> laws = List.of();

  @Activate
  public SeriesDesk(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Bookings bookings) {
    this.transactions = transactions;
    this.bookings = bookings;
  }

  /** With the holidays of these law packs. */
  public SeriesDesk with(RuleSet... installed) {
    laws = List.of(installed);
    return this;
  }

  /**
   * When it comes.
   *
   * @param first earliest day
   * @param from the time on the wall, the same on each day; {@code until} as well
   * @param withoutHolidays whether days are left out on which nobody works although it is an
   *     ordinary day of the week
   */
  public record When(
      LocalDate first, LocalTime from, LocalTime until, Rhythm rhythm, boolean withoutHolidays) {}

  /**
   * One of its days.
   *
   * @param contact null when it is not booked
   * @param against why it is not, or would not be; what is only told stands here, too, where
   *     nothing else does
   */
  public record Day(LocalDate on, ContactId contact, List<Text> against, boolean stands) {
    public Day {
      against = List.copyOf(against);
    }

    public boolean booked() {
      return contact != null;
    }
  }

  /**
   * What would become of each day; nothing is written.
   *
   * @param wanted what it is, whatever its time
   * @throws Refused beside the field, when no day is left
   */
  public List<Day> look(Viewer viewer, NewContact wanted, When when) {
    return days(when).stream().map(day -> seen(viewer, wanted, when, day)).toList();
  }

  private Day seen(Viewer viewer, NewContact wanted, When when, LocalDate day) {
    Optional<Slot> slot = slot(viewer, when, day);
    if (slot.isEmpty()) {
      return skipped(day);
    }
    try {
      Bookings.Against against = bookings.against(viewer, null, wanted.at(slot.get()));
      List<Text> texts = new ArrayList<>();
      against.objections().forEach(one -> texts.add(one.text()));
      against.collisions().stream().map(Collision::text).forEach(texts::add);
      return new Day(day, null, texts, against.stands());
    } catch (Refused refused) {
      return new Day(day, null, List.of(refused.text()), true);
    }
  }

  /**
   * Books all days on which nothing stands in the way.
   *
   * @param wanted with the key of the series, which a form keeps
   * @return every day with what became of it
   * @throws Refused beside the field, before anything is written
   */
  public List<Day> make(Viewer viewer, NewContact wanted, When when, Because because) {
    Set<LocalDate> there = new HashSet<>(booked(wanted.series()));
    List<Day> made = new ArrayList<>();
    for (LocalDate day : days(when)) {
      if (!there.contains(day)) {
        made.add(made(viewer, wanted, when, day, because));
      }
    }
    return made;
  }

  private Day made(Viewer viewer, NewContact wanted, When when, LocalDate day, Because because) {
    Optional<Slot> slot = slot(viewer, when, day);
    if (slot.isEmpty()) {
      return skipped(day);
    }
    try {
      ContactId contact = bookings.book(viewer, wanted.at(slot.get()), because);
      return new Day(day, contact, List.of(), false);
    } catch (Refused refused) {
      return new Day(day, null, List.of(refused.text()), true);
    }
  }

  private List<LocalDate> booked(UUID series) {
    return transactions.read(em -> new OneContact(em).daysOfSeries(series));
  }

  private List<LocalDate> days(When when) {
    List<LocalDate> days =
        when.rhythm().days(when.first(), day -> !when.withoutHolidays() || !holiday(day));
    if (days.isEmpty()) {
      throw Refusals.refused("last", "series.no-day");
    }
    return days;
  }

  /** Such as Christmas on a Friday; a Sunday is no holiday of a series of Sundays. */
  private boolean holiday(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && laws.stream().anyMatch(law -> !law.workingDay(day));
  }

  private static Optional<Slot> slot(Viewer viewer, When when, LocalDate day) {
    return WallClock.slot(day, when.from(), when.until(), viewer.zone());
  }

  private static Day skipped(LocalDate day) {
    Text text = Text.of(SupervisedContactsModule.ORIGIN, "book.time.skipped", day);
    return new Day(day, null, List.of(text), true);
  }
}
