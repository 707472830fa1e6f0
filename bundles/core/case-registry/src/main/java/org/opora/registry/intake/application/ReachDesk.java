package org.opora.registry.intake.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.intake.domain.ReachEntry;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.persistence.ReachQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Outreach and prevention: no names, so whoever has to do with intake sees all; who wrote an entry,
 * and who sees all of intake, correct it.
 */
@Component(service = ReachDesk.class)
public final class ReachDesk {
  private static final int LINE = 200;
  private static final int MOST = 10_000;
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final Choices choices;

  @Activate
  public ReachDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Choices choices) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.choices = choices;
  }

  /**
   * @param what what it was; obligatory for prevention
   * @param nextStep what follows, or null
   * @param children how many up to 12; {@code youth} from 13 to 26, {@code adults} from 27; null
   *     for none
   */
  public record Entry(
      LocalDate on,
      String place,
      String topic,
      String what,
      String nextStep,
      Integer children,
      Integer youth,
      Integer adults,
      Integer minutes) {}

  /**
   * @param mine whether the viewer may correct it
   */
  public record Line(
      UUID id,
      long version,
      ReachKind kind,
      LocalDate on,
      String place,
      Choices.Term topic,
      String what,
      String nextStep,
      ReachEntry.People people,
      int minutes,
      String recordedBy,
      boolean mine) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID record(Viewer viewer, ReachKind kind, Entry entry) {
    access.require(viewer, Intake.WRITE);
    return tx.required(
        em -> {
          ReachEntry row = new ReachEntry(Ids.next(), kind, viewer.staff());
          write(viewer, row, entry);
          em.persist(row);
          audit.wrote(viewer, "outreach.recorded", List.of(), "reach=" + row.id());
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field, or when it is somebody else's
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID entry, long version, Entry now) {
    access.require(viewer, Intake.WRITE);
    tx.run(
        em -> {
          ReachEntry row = Held.hold(em, ReachEntry.class, entry);
          Refusals.fresh(row.version(), version);
          if (!mine(viewer, row)) {
            throw Refusals.refused(null, "refused.reach-not-yours");
          }
          write(viewer, row, now);
          audit.wrote(viewer, "outreach.amended", List.of(), "reach=" + row.id());
        });
  }

  private void write(Viewer viewer, ReachEntry row, Entry entry) {
    LocalDate on = Refusals.day("on", entry.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    String place = Refusals.line("place", entry.place(), LINE);
    if (entry.topic() == null) {
      throw Refusals.refused("topic", "refused.required");
    }
    List<String> held = row.topic() == null ? List.of() : List.of(row.topic());
    if (!choices.fits(Topic.LIST, List.of(entry.topic()), viewer.today(), held)) {
      throw Refusals.refused("topic", "refused.choice-gone");
    }
    String what =
        row.kind() == ReachKind.PREVENTION
            ? Refusals.line("what", entry.what(), LINE)
            : Refusals.optional("what", entry.what(), LINE);
    ReachEntry.People people =
        new ReachEntry.People(
            number("children", entry.children()),
            number("youth", entry.youth()),
            number("adults", entry.adults()));
    if (people.all() == 0) {
      throw Refusals.refused("children", "refused.reach-nobody");
    }
    row.says(
        on,
        place,
        entry.topic(),
        what,
        Refusals.optional("nextStep", entry.nextStep(), LINE),
        people,
        number("minutes", entry.minutes()));
  }

  private static int number(String field, Integer typed) {
    if (typed != null && (typed < 0 || typed > MOST)) {
      throw Refusals.refused(field, "refused.intake-amount", MOST);
    }
    return typed == null ? 0 : typed;
  }

  private static boolean mine(Viewer viewer, ReachEntry row) {
    return viewer.reach(Intake.WRITE) == Reach.ALL || row.recordedBy().equals(viewer.staff());
  }

  public Line view(Viewer viewer, UUID entry) {
    access.require(viewer, Intake.READ);
    return tx.read(em -> lines(viewer, List.of(Held.load(em, ReachEntry.class, entry))).get(0));
  }

  /**
   * Those of a year, the newest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Line> list(Viewer viewer, ReachKind kind, int year, String after, int limit) {
    access.require(viewer, Intake.READ);
    return tx.read(
        em -> {
          Page<ReachEntry> page =
              new ReachQueries(em).page(kind, year, after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines(viewer, page.items()), page.next());
        });
  }

  /** The year of the first entry; the current one when there is none. */
  public int firstYear(Viewer viewer, ReachKind kind) {
    access.require(viewer, Intake.READ);
    return tx.read(em -> new ReachQueries(em).firstYear(kind)).orElse(viewer.today().getYear());
  }

  /** Sums of the months of a year. */
  public List<ReachQueries.MonthSum> months(Viewer viewer, ReachKind kind, int year) {
    access.require(viewer, Intake.READ);
    return tx.read(em -> new ReachQueries(em).months(kind, year));
  }

  /**
   * Topics that the form offers.
   *
   * @param line what is corrected; null for a new entry
   */
  public List<Choices.Term> topics(Viewer viewer, Line line) {
    return choices.offered(
        Topic.LIST, viewer.today(), line == null ? List.of() : List.of(line.topic().code()));
  }

  private List<Line> lines(Viewer viewer, List<ReachEntry> rows) {
    Choices.Spoken topics = choices.all(Topic.LIST);
    Map<StaffId, String> names =
        staff.names(rows.stream().map(ReachEntry::recordedBy).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Line(
                    row.id(),
                    row.version(),
                    row.kind(),
                    row.heldOn(),
                    row.place(),
                    topics.term(row.topic()),
                    row.what(),
                    row.nextStep(),
                    row.people(),
                    row.minutes(),
                    names.get(row.recordedBy()),
                    mine(viewer, row)))
        .toList();
  }
}
