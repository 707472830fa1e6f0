package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
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
  private static final int LONGEST_PAGE = 100;

  /** Papers that rules of a pack ask for, and as what they prove it. */
  private static final Map<CheckKind, String> PROVEN =
      Map.of(
          CheckKind.CRIMINAL_RECORD, Kinds.STAFF_RECORD,
          CheckKind.HEALTH, Kinds.STAFF_HEALTH,
          CheckKind.FIRST_AID, Kinds.STAFF_FIRST_AID);

  private static final Comparator<LocalDate> NO_END_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  /** A paper without an end does not take the place of one that was issued after it. */
  private static final Comparator<StaffCheck> NEWEST =
      Comparator.comparing(StaffCheck::issuedOn)
          .thenComparing(StaffCheck::validUntil, NO_END_LAST)
          .thenComparing(row -> row.id().toString());

  private static final Comparator<StaffCheck> RUNS_OUT =
      Comparator.comparing(StaffCheck::validUntil, NO_END_LAST).thenComparing(NEWEST);

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
  private final Evidence evidence;
  private final StaffDoor door;
  private final int reminderDays;

  @Activate
  public StaffChecks(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference Evidence evidence,
      Settings settings) {
    this(tx, access, audit, staff, keys, evidence, settings.reminderDays());
  }

  public StaffChecks(
      Transactions tx,
      Access access,
      AuditTrail audit,
      Staff staff,
      Keys keys,
      Evidence evidence,
      int reminderDays) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.keys = keys;
    this.evidence = evidence;
    this.door = new StaffDoor(access);
    this.reminderDays = reminderDays;
  }

  /** How a paper stands. */
  public enum Standing {
    EXPIRED,
    SOON,
    VALID,
    /** A newer one of the same kind is there, or it has been set aside. */
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
            : keys.seal(drawer(row.staff()), DOCUMENT, row.id(), check.document()),
        check.setAside());
    em.persist(row);
    em.flush();
    order(em, row.staff(), row.kind());
  }

  /** It was written down by mistake. */
  public void remove(Viewer viewer, UUID check, long version) {
    door.leads(viewer);
    tx.run(
        em -> {
          StaffCheck row = Held.hold(em, StaffCheck.class, check);
          Refusals.fresh(row.version(), version);
          em.remove(row);
          em.flush();
          evidence.record(Refusals.BUNDLE, check, List.of());
          order(em, row.staff(), row.kind());
          wrote(viewer, "staff.check-removed", row);
        });
  }

  /**
   * Of most kinds the one issued last counts, unless it has been set aside; some stand each for
   * itself.
   */
  private void order(EntityManager em, StaffId of, CheckKind kind) {
    List<StaffCheck> all = rows(em, of).stream().filter(row -> row.kind() == kind).toList();
    all.forEach(row -> row.replaced(false));
    List<StaffCheck> same = all.stream().filter(row -> !row.setAside()).sorted(NEWEST).toList();
    for (int i = 0; i < same.size(); i++) {
      same.get(i).replaced(kind.one() && i < same.size() - 1);
    }
    all.forEach(row -> evidence.record(Refusals.BUNDLE, row.id(), proven(row, same)));
  }

  /**
   * What the duty to renew a paper is counted from. The one issued last counts from its day on: one
   * before it that would outlast it holds only until then.
   *
   * @param counting papers of the kind that are not set aside, in the order in which they count
   */
  private static List<NewFact> proven(StaffCheck row, List<StaffCheck> counting) {
    String kind = PROVEN.get(row.kind());
    int at = counting.indexOf(row);
    if (kind == null || at < 0) {
      return List.of();
    }
    LocalDate last = row.validUntil();
    for (StaffCheck newer : counting.subList(at + 1, counting.size())) {
      if (NO_END_LAST.compare(last, newer.validUntil()) > 0) {
        last = newer.issuedOn().minusDays(1);
      }
    }
    return last != null && last.isBefore(row.issuedOn())
        ? List.of()
        : List.of(NewFact.of(kind, About.staff(row.staff()), row.issuedOn()).until(last));
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
        Refusals.optional("document", check.document(), LONGEST),
        check.setAside());
  }

  private void wrote(Viewer viewer, String action, StaffCheck row) {
    audit.wrote(viewer, action, List.of(), "staff=" + row.staff() + ";check=" + row.id());
  }

  /** Papers of a member of staff: those that run out first, then those replaced. */
  public List<Seen> of(Viewer viewer, StaffId who) {
    door.sheet(viewer, who);
    return tx.read(em -> rows(em, who)).stream()
        .sorted(Comparator.comparing((StaffCheck row) -> row.replaced()).thenComparing(RUNS_OUT))
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
   * leads the staff, otherwise the viewer's own. Where a paper lies stays sealed.
   */
  public List<Seen> reminders(Viewer viewer) {
    return list(viewer, viewer.today().plusDays(reminderDays));
  }

  /**
   * Every paper that counts, of everybody who is here, for whoever leads the staff; those that run
   * out first come first. Where a paper lies stays sealed.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Seen> all(Viewer viewer, String after, int limit) {
    door.leads(viewer);
    List<Seen> all = list(viewer, null);
    UUID last = Cursors.key(after);
    int begin = 0;
    for (int i = 0; last != null && i < all.size(); i++) {
      if (all.get(i).id().equals(last)) {
        begin = i + 1;
      }
    }
    int size = Cursors.within(limit, LONGEST_PAGE);
    return Cursors.page(all.subList(begin, Math.min(all.size(), begin + size + 1)), size, Seen::id);
  }

  /**
   * @param day only those that run out by then; null for all
   */
  private List<Seen> list(Viewer viewer, LocalDate day) {
    access.require(viewer, Staff.READ);
    boolean leads = viewer.may(Staff.WRITE);
    List<StaffCheck> rows =
        tx.read(
            em -> {
              Map<UUID, List<PostRow>> posts = new StaffQueries(em).posts();
              TypedQuery<StaffCheck> query =
                  em.createQuery(
                      "SELECT c FROM StaffCheck c WHERE c.replaced = FALSE"
                          + (day == null ? "" : " AND c.validUntil <= :day")
                          + (leads ? "" : " AND c.staff = :me"),
                      StaffCheck.class);
              if (day != null) {
                query.setParameter("day", day);
              }
              if (!leads) {
                query.setParameter("me", viewer.staff().value());
              }
              return query.getResultList().stream()
                  .filter(row -> here(posts.get(row.staff().value()), viewer.today()))
                  .sorted(RUNS_OUT)
                  .toList();
            });
    Map<StaffId, String> names =
        staff.names(rows.stream().map(StaffCheck::staff).collect(Collectors.toSet()));
    return rows.stream().map(row -> seen(viewer, row, names.get(row.staff()), null)).toList();
  }

  /**
   * @param since first day of the earliest post of the day; null where no post is written down
   */
  public record Holder(StaffId staff, String name, LocalDate since) {}

  /** Who has a paper, is here on the day, and whose sheet the viewer may open. */
  public List<Holder> holders(Viewer viewer, LocalDate day) {
    List<Holder> here =
        tx.read(
            em -> {
              Map<UUID, List<PostRow>> posts = new StaffQueries(em).posts();
              return em.createQuery("SELECT DISTINCT c.staff FROM StaffCheck c", UUID.class)
                  .getResultStream()
                  .filter(one -> door.may(viewer, new StaffId(one)))
                  .filter(one -> !posts.containsKey(one) || held(posts.get(one), day).isPresent())
                  .map(one -> holder(one, posts.getOrDefault(one, List.of()), day))
                  .toList();
            });
    Map<StaffId, String> names =
        staff.names(here.stream().map(Holder::staff).collect(Collectors.toSet()));
    return here.stream()
        .map(one -> new Holder(one.staff(), names.get(one.staff()), one.since()))
        .toList();
  }

  private static Holder holder(UUID who, List<PostRow> posts, LocalDate day) {
    return new Holder(new StaffId(who), null, held(posts, day).orElse(null));
  }

  private static Optional<LocalDate> held(List<PostRow> posts, LocalDate day) {
    return posts.stream()
        .filter(post -> post.on(day))
        .map(PostRow::since)
        .min(Comparator.naturalOrder());
  }

  private static boolean here(List<PostRow> posts, LocalDate today) {
    return posts == null || posts.stream().anyMatch(post -> !post.over(today));
  }

  private Seen seen(Viewer viewer, StaffCheck row, String name) {
    return seen(
        viewer,
        row,
        name,
        row.document() == null
            ? null
            : keys.open(drawer(row.staff()), DOCUMENT, row.id(), row.document()));
  }

  private Seen seen(Viewer viewer, StaffCheck row, String name, String document) {
    return new Seen(
        row.id(),
        row.version(),
        row.staff(),
        name,
        new NewCheck(row.kind(), row.issuedOn(), row.validUntil(), document, row.setAside()),
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
