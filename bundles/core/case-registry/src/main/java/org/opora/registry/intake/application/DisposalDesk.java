package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.intake.domain.Disposal;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.DisposalLine;
import org.opora.registry.intake.domain.DisposalState;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.RecordKind;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.intake.persistence.DisposalQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Deletes words of first contact that are not needed any more: one person proposes a list, another
 * one who may do the same approves it. Where the centre has nobody else, the same person confirms
 * the list with a reason. The list stays.
 */
@Component(service = DisposalDesk.class)
public final class DisposalDesk {
  private static final String REASON = "INTAKE_DISPOSAL.REASON";
  private static final int TEXT = 2000;
  private static final int LONGEST_LIST = 500;
  private static final int LONGEST_PAGE = 100;

  /** As many subjects as a row of the trail holds. */
  private static final int IN_ONE_ROW = 80;

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Staff staff;
  private final Tasks tasks;
  private final Messages messages;
  private final Keys keys;
  private final InquirySeals seals;
  private final Forgetting forgetting;

  @Activate
  public DisposalDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Tasks tasks,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference ContactLaw law) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.staff = staff;
    this.tasks = tasks;
    this.messages = messages;
    this.keys = keys;
    this.seals = new InquirySeals(keys);
    this.forgetting = new Forgetting(new InquiryTasks(tasks, messages, law));
  }

  /**
   * One record.
   *
   * @param name null when the viewer does not see all entries of intake, when it is a first
   *     contact, or when it is gone
   * @param state of an inquiry; null for a first contact
   * @param deletedOn null while its words are there
   * @param fingerprint of the sealed words that were deleted, or null
   */
  public record Line(
      RecordKind kind,
      UUID record,
      LocalDate day,
      String name,
      InquiryState state,
      LocalDate deletedOn,
      String fingerprint) {
    public Subject subject() {
      return new Subject(Subject.Kind.DRAWER, record);
    }

    public String href() {
      return (kind == RecordKind.INQUIRY ? "/inquiries/" : "/intake/") + record;
    }
  }

  /**
   * A proposal.
   *
   * @param approver who was asked; null when nobody else could be
   * @param decidedBy null while it waits
   * @param size how many records it is about
   */
  public record Row(
      UUID id,
      long version,
      DisposalKind kind,
      int year,
      DisposalState state,
      LocalDate proposedOn,
      String proposedBy,
      String approver,
      LocalDate decidedOn,
      String decidedBy,
      int size) {
    public boolean open() {
      return state == DisposalState.PROPOSED;
    }
  }

  /**
   * A proposal with its list.
   *
   * @param reason why it was approved by who proposed it, or why it was declined; null otherwise
   * @param mine whether the viewer proposed it
   * @param alone whether nobody else could approve it
   */
  public record Seen(Row row, String reason, boolean mine, boolean alone, List<Line> lines) {
    public Seen {
      lines = List.copyOf(lines);
    }
  }

  /** Who else could approve. */
  public Set<StaffId> others(Viewer viewer) {
    Set<StaffId> others = new HashSet<>(colleagues.holding(viewer, Intake.RETURN, null, List.of()));
    others.remove(viewer.staff());
    return others;
  }

  /** What would be proposed now: inquiries first, then first contacts, the oldest first. */
  public List<Line> preview(Viewer viewer, DisposalKind kind, int year) {
    access.require(viewer, Intake.RETURN);
    return tx.read(em -> lines(em, viewer, fresh(em, viewer, kind, year, null)));
  }

  /** How many first contacts have been kept long enough. */
  public int over(Viewer viewer) {
    access.require(viewer, Intake.RETURN);
    return tx.read(em -> new DisposalQueries(em).countOver(term(em, viewer)));
  }

  /** The proposal about first contacts that waits for a decision, or null. */
  public UUID waiting(Viewer viewer, DisposalKind kind, int year) {
    access.require(viewer, Intake.RETURN);
    return tx.read(em -> new DisposalQueries(em).waiting(kind, year).orElse(null));
  }

  /**
   * @param year of the return; for first contacts the current one
   * @param approver who is asked; null only when nobody else could be
   * @throws org.opora.api.faults.Refused when there is nothing to delete, when a proposal waits
   *     already, or beside {@code approver}
   */
  public UUID propose(Viewer viewer, DisposalKind kind, int year, StaffId approver) {
    access.require(viewer, Intake.RETURN);
    return tx.required(
        em -> {
          if (kind == DisposalKind.RETURN
              && em.find(YearlyReturn.class, year, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw Refusals.refused(null, "refused.disposal-not-filed", year);
          }
          if (new DisposalQueries(em).waiting(kind, year).isPresent()) {
            throw Refusals.refused(null, "refused.disposal-waits");
          }
          asked(viewer, approver);
          Disposal row =
              new Disposal(Ids.next(), kind, year, viewer.staff(), viewer.today(), approver);
          List<DisposalLine> lines = fresh(em, viewer, kind, year, row.id());
          if (lines.isEmpty()) {
            throw Refusals.refused(null, "refused.disposal-nothing");
          }
          em.persist(row);
          em.flush();
          lines.forEach(em::persist);
          wrote(viewer, "intake.disposal-proposed", row, lines);
          if (approver != null) {
            remind(viewer, row, approver);
          }
          return row.id();
        });
  }

  private void asked(Viewer viewer, StaffId approver) {
    Set<StaffId> others = others(viewer);
    if (approver == null ? !others.isEmpty() : !others.contains(approver)) {
      throw Refusals.refused(
          "approver", approver == null ? "refused.required" : "refused.disposal-approver");
    }
  }

  private void remind(Viewer viewer, Disposal row, StaffId approver) {
    tasks.put(
        viewer,
        new Tasks.NewTask(
            Refusals.BUNDLE,
            row.id(),
            null,
            null,
            messages.title("disposal.task"),
            approver,
            null,
            "/intake/disposals/" + row.id(),
            Tasks.Tie.SETTLES,
            false));
  }

  private List<DisposalLine> fresh(
      EntityManager em, Viewer viewer, DisposalKind kind, int year, UUID disposal) {
    DisposalQueries queries = new DisposalQueries(em);
    List<Inquiry> inquiries =
        kind == DisposalKind.RETURN
            ? queries.nothing(year).stream().limit(LONGEST_LIST).toList()
            : List.of();
    List<FirstContact> contacts =
        kind == DisposalKind.RETURN
            ? queries.behind(inquiries)
            : queries.over(term(em, viewer), LONGEST_LIST);
    return Stream.concat(
            inquiries.stream()
                .map(
                    row ->
                        new DisposalLine(
                            Ids.next(), disposal, RecordKind.INQUIRY, row.id(), row.askedOn())),
            contacts.stream()
                .map(
                    row ->
                        new DisposalLine(
                            Ids.next(), disposal, RecordKind.CONTACT, row.id(), row.cameOn())))
        .toList();
  }

  /** Whole years, counted from the first day of the year after the entry. */
  private static LocalDate term(EntityManager em, Viewer viewer) {
    int years = IntakeFigures.on(em, FigureKind.CONTACT_YEARS, viewer.today()).orElse(1);
    return LocalDate.of(viewer.today().getYear() - years, 1, 1);
  }

  /**
   * The words on the list are deleted for good.
   *
   * @param confirmed whether the viewer has been told that they cannot be brought back
   * @param reason only asked from who proposed it
   * @return how many records have lost their words
   * @throws org.opora.api.faults.Refused when it is decided already; when the viewer proposed it
   *     and somebody else could approve it; or beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public int approve(Viewer viewer, UUID disposal, long version, boolean confirmed, String reason) {
    access.require(viewer, Intake.RETURN);
    return tx.required(
        em -> {
          Disposal row = waiting(em, disposal, version);
          String why = null;
          if (row.proposedBy().equals(viewer.staff())) {
            if (!others(viewer).isEmpty()) {
              throw Refusals.refused(null, "refused.disposal-second");
            }
            why = Refusals.line("reason", reason, TEXT);
          }
          if (!confirmed) {
            throw Refusals.refused("confirmed", "refused.return-confirm");
          }
          List<UUID> gone = forgetting.forget(em, row, viewer.today(), term(em, viewer));
          row.decided(true, viewer.staff(), viewer.today(), seal(row, why));
          wrote(
              viewer,
              "intake.disposal-done",
              row,
              new DisposalQueries(em)
                  .lines(row.id()).stream().filter(line -> gone.contains(line.record())).toList());
          tasks.doneBy(viewer, Refusals.BUNDLE, row.id());
          return gone.size();
        });
  }

  /**
   * The words stay. Whoever proposed it takes it back without a reason.
   *
   * @throws org.opora.api.faults.Refused when it is decided already, or beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void decline(Viewer viewer, UUID disposal, long version, String reason) {
    access.require(viewer, Intake.RETURN);
    tx.run(
        em -> {
          Disposal row = waiting(em, disposal, version);
          boolean own = row.proposedBy().equals(viewer.staff());
          String why =
              own
                  ? Refusals.optional("reason", reason, TEXT)
                  : Refusals.line("reason", reason, TEXT);
          row.decided(false, viewer.staff(), viewer.today(), seal(row, why));
          wrote(viewer, "intake.disposal-declined", row, List.of());
          if (own) {
            tasks.withdraw(Refusals.BUNDLE, row.id());
          } else {
            tasks.doneBy(viewer, Refusals.BUNDLE, row.id());
          }
        });
  }

  private byte[] seal(Disposal row, String reason) {
    return keys.seal(row.owner(), REASON, row.id(), reason);
  }

  private static Disposal waiting(EntityManager em, UUID disposal, long version) {
    Disposal row = Held.hold(em, Disposal.class, disposal);
    if (!row.open()) {
      throw Refusals.refused(null, "refused.disposal-decided", row.decidedOn());
    }
    Refusals.fresh(row.version(), version);
    return row;
  }

  private void wrote(Viewer viewer, String action, Disposal row, List<DisposalLine> lines) {
    String detail =
        "disposal="
            + row.id()
            + ";kind="
            + row.kind()
            + ";year="
            + row.year()
            + ";rows="
            + lines.size();
    int first = 0;
    do {
      List<DisposalLine> some = lines.subList(first, Math.min(lines.size(), first + IN_ONE_ROW));
      audit.wrote(
          viewer,
          action,
          some.stream().map(line -> new Subject(Subject.Kind.DRAWER, line.record())).toList(),
          detail);
      first += IN_ONE_ROW;
    } while (first < lines.size());
  }

  /**
   * @throws org.opora.api.faults.NotFound when there is none
   */
  public Seen view(Viewer viewer, UUID disposal) {
    access.require(viewer, Intake.RETURN);
    return tx.read(
        em -> {
          Disposal row = Held.load(em, Disposal.class, disposal);
          List<Line> lines = lines(em, viewer, new DisposalQueries(em).lines(disposal));
          return new Seen(
              rows(em, List.of(row)).get(0),
              keys.open(row.owner(), REASON, row.id(), row.reason()),
              row.proposedBy().equals(viewer.staff()),
              others(viewer).isEmpty(),
              lines);
        });
  }

  /**
   * The newest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Row> list(Viewer viewer, String after, int limit) {
    access.require(viewer, Intake.RETURN);
    return tx.read(
        em -> {
          Page<Disposal> page =
              new DisposalQueries(em).page(after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(rows(em, page.items()), page.next());
        });
  }

  private List<Row> rows(EntityManager em, List<Disposal> all) {
    Map<UUID, Integer> sizes =
        new DisposalQueries(em).sizes(all.stream().map(Disposal::id).toList());
    Map<StaffId, String> names =
        staff.names(
            all.stream()
                .flatMap(row -> Stream.of(row.proposedBy(), row.approver(), row.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return all.stream()
        .map(
            row ->
                new Row(
                    row.id(),
                    row.version(),
                    row.kind(),
                    row.year(),
                    row.state(),
                    row.proposedOn(),
                    names.get(row.proposedBy()),
                    row.approver() == null ? null : names.get(row.approver()),
                    row.decidedOn(),
                    row.decidedBy() == null ? null : names.get(row.decidedBy()),
                    sizes.getOrDefault(row.id(), 0)))
        .toList();
  }

  private List<Line> lines(EntityManager em, Viewer viewer, List<DisposalLine> lines) {
    boolean named = viewer.reach(Intake.READ) == Reach.ALL;
    Map<UUID, Inquiry> inquiries =
        new DisposalQueries(em)
            .inquiries(
                lines.stream()
                    .filter(line -> line.kind() == RecordKind.INQUIRY)
                    .map(DisposalLine::record)
                    .toList());
    List<Line> all = new ArrayList<>();
    for (DisposalLine line : lines) {
      Inquiry row = inquiries.get(line.record());
      all.add(
          new Line(
              line.kind(),
              line.record(),
              line.day(),
              row == null || !named ? null : seals.name(row),
              row == null ? null : row.state(),
              line.deletedOn(),
              line.fingerprint()));
    }
    return all;
  }
}
