package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.domain.CheckKind;
import org.opora.registry.staff.domain.StaffCheck;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.staff.persistence.PostRow;
import org.opora.registry.staff.persistence.StaffQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Papers of the staff that run out, and the reminder before they do. */
@Component(service = StaffChecks.class, configurationPid = "org.opora.staff")
public final class StaffChecks {
  private static final int LONGEST = 200;
  private static final String DOCUMENT = "STAFF_CHECK.DOCUMENT";
  private static final Comparator<StaffCheck> NEWEST =
      Comparator.comparing(StaffCheck::validUntil, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(StaffCheck::issuedOn)
          .thenComparing(row -> row.id().toString());

  /** Settings of the centre. */
  public @interface Settings {
    /** How many days ahead of the last day one is reminded of a paper. */
    int reminderDays() default 60;
  }

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final Keys keys;
  private final StaffDoor door;
  private final int reminderDays;

  @Activate
  public StaffChecks(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Keys keys,
      Settings settings) {
    this(tx, access, audit, staff, keys, settings.reminderDays());
  }

  public StaffChecks(
      Transactions tx, Access access, AuditTrail audit, Staff staff, Keys keys, int reminderDays) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.keys = keys;
    this.door = new StaffDoor(access);
    this.reminderDays = reminderDays;
  }

  /** How a paper stands. */
  public enum Standing {
    EXPIRED,
    SOON,
    VALID,
    /** A newer one of the same kind is there. */
    REPLACED
  }

  public UUID add(Viewer viewer, StaffId of, NewCheck check) {
    door.leads(viewer);
    NewCheck checked = check(viewer, check);
    return tx.required(
        em -> {
          Held.hold(em, StaffMember.class, of.value());
          StaffCheck row = new StaffCheck(Ids.next(), of);
          write(em, row, checked);
          wrote(viewer, "staff.check-added", row);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID check, long version, NewCheck now) {
    door.leads(viewer);
    NewCheck checked = check(viewer, now);
    tx.run(
        em -> {
          StaffCheck row = Held.hold(em, StaffCheck.class, check);
          Refusals.fresh(row.version(), version);
          CheckKind before = row.kind();
          write(em, row, checked);
          if (before != row.kind()) {
            order(em, row.staff(), before);
          }
          wrote(viewer, "staff.check-amended", row);
        });
  }

  private void write(EntityManager em, StaffCheck row, NewCheck check) {
    row.is(
        check.kind(),
        check.issuedOn(),
        check.validUntil(),
        check.document() == null
            ? null
            : keys.seal(drawer(row.staff()), DOCUMENT, row.id(), check.document()));
    em.persist(row);
    em.flush();
    order(em, row.staff(), row.kind());
  }

  /** Of each kind the newest counts; papers of no kind stand each for itself. */
  private static void order(EntityManager em, StaffId of, CheckKind kind) {
    List<StaffCheck> same =
        rows(em, of).stream().filter(row -> row.kind() == kind).sorted(NEWEST).toList();
    for (int i = 0; i < same.size(); i++) {
      same.get(i).replaced(kind != CheckKind.OTHER && i < same.size() - 1);
    }
  }

  private static NewCheck check(Viewer viewer, NewCheck check) {
    if (check.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    if (Refusals.day("issuedOn", check.issuedOn()).isAfter(viewer.today())) {
      throw Refusals.refused("issuedOn", "refused.future", check.issuedOn());
    }
    Refusals.inOrder("validUntil", check.issuedOn(), check.validUntil());
    return new NewCheck(
        check.kind(),
        check.issuedOn(),
        check.validUntil(),
        Refusals.optional("document", check.document(), LONGEST));
  }

  private void wrote(Viewer viewer, String action, StaffCheck row) {
    audit.wrote(viewer, action, List.of(), "staff=" + row.staff() + ";check=" + row.id());
  }

  /** Papers of a member of staff: those that run out first, then those replaced. */
  public List<Seen> of(Viewer viewer, StaffId who) {
    door.sheet(viewer, who);
    return tx.read(em -> rows(em, who)).stream()
        .sorted(Comparator.comparing((StaffCheck row) -> row.replaced()).thenComparing(NEWEST))
        .map(row -> seen(viewer, row, null))
        .toList();
  }

  public Seen view(Viewer viewer, UUID check) {
    StaffCheck row = tx.read(em -> Held.load(em, StaffCheck.class, check));
    door.sheet(viewer, row.staff());
    return seen(viewer, row, null);
  }

  /**
   * Papers that have run out or soon will, the earliest first: of everybody who is here for whoever
   * leads the staff, otherwise the viewer's own.
   */
  public List<Seen> reminders(Viewer viewer) {
    access.require(viewer, Staff.READ);
    boolean leads = viewer.may(Staff.WRITE);
    List<StaffCheck> rows =
        tx.read(
            em -> {
              Map<UUID, List<PostRow>> posts = new StaffQueries(em).posts();
              return em
                  .createQuery(
                      "SELECT c FROM StaffCheck c WHERE c.replaced = FALSE AND c.validUntil <= :day ORDER BY c.validUntil, c.id",
                      StaffCheck.class)
                  .setParameter("day", viewer.today().plusDays(reminderDays))
                  .getResultList()
                  .stream()
                  .filter(row -> leads || row.staff().equals(viewer.staff()))
                  .filter(row -> here(posts.get(row.staff().value()), viewer.today()))
                  .toList();
            });
    Map<StaffId, String> names =
        staff.names(rows.stream().map(StaffCheck::staff).collect(Collectors.toSet()));
    return rows.stream().map(row -> seen(viewer, row, names.get(row.staff()))).toList();
  }

  private static boolean here(List<PostRow> posts, LocalDate today) {
    return posts == null || posts.stream().anyMatch(post -> !post.over(today));
  }

  private Seen seen(Viewer viewer, StaffCheck row, String name) {
    return new Seen(
        row.id(),
        row.version(),
        row.staff(),
        name,
        new NewCheck(
            row.kind(),
            row.issuedOn(),
            row.validUntil(),
            row.document() == null
                ? null
                : keys.open(drawer(row.staff()), DOCUMENT, row.id(), row.document())),
        standing(row, viewer.today()));
  }

  private Standing standing(StaffCheck row, LocalDate today) {
    if (row.replaced()) {
      return Standing.REPLACED;
    }
    if (row.validUntil() == null || row.validUntil().isAfter(today.plusDays(reminderDays))) {
      return Standing.VALID;
    }
    return row.validUntil().isBefore(today) ? Standing.EXPIRED : Standing.SOON;
  }

  private static Subject drawer(StaffId who) {
    return new Subject(Subject.Kind.DRAWER, who.value());
  }

  private static List<StaffCheck> rows(EntityManager em, StaffId who) {
    return em.createQuery("SELECT c FROM StaffCheck c WHERE c.staff = :staff", StaffCheck.class)
        .setParameter("staff", who.value())
        .getResultList();
  }

  /**
   * @param name of the member of staff in the list of reminders; null on their sheet
   */
  public record Seen(
      UUID id, long version, StaffId staff, String name, NewCheck check, Standing standing) {}
}
