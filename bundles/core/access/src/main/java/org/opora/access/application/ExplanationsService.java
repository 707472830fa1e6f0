package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.access.domain.Account;
import org.opora.access.domain.RelationEntry;
import org.opora.access.domain.WallEntry;
import org.opora.api.access.Access;
import org.opora.api.access.DataClass;
import org.opora.api.access.Decision;
import org.opora.api.access.Explanations;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Roles;
import org.opora.api.access.Roles.Known;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts the question to the decision as the colleague would put it, and says what was decided.
 * Nothing is decided here a second time.
 */
@Component
public final class ExplanationsService implements Explanations {
  private static final String WALL = "wall";

  /** What is not about families has no subject to ask for. */
  private static final Set<DataClass> ELSEWHERE =
      EnumSet.of(DataClass.STAFF, DataClass.AUDIT, DataClass.ADMINISTRATION, DataClass.TECHNICAL);

  private final Transactions tx;
  private final Access access;
  private final Grants grants;

  @Activate
  public ExplanationsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference Grants grants) {
    this.tx = tx;
    this.access = access;
    this.grants = grants;
  }

  @Override
  public Answer of(Viewer viewer, StaffId staff, Subject subject, Collection<Subject> around) {
    access.require(viewer, Roles.MANAGE);
    boolean wallsTold = viewer.may(Walls.MANAGE);
    return tx.read(
        em -> {
          Account account = em.find(Account.class, staff.value());
          Set<String> roles = account == null ? Set.of() : account.roles();
          List<Tie> ties = ties(em, staff, subject, viewer);
          Viewer asked = as(viewer, staff, account, roles);
          Map<Asked, Decision> decided = new HashMap<>();
          return new Answer(
              account != null && account.active(),
              roles.stream().sorted().toList(),
              ties,
              wallsTold,
              wallsTold ? barriers(em, staff, subject, around, viewer.today()) : List.of(),
              new KnownPermissions(grants)
                  .present().stream()
                      .filter(known -> !ELSEWHERE.contains(known.dataClass()))
                      .map(
                          known ->
                              verdict(
                                  known,
                                  roles,
                                  decided.computeIfAbsent(
                                      Asked.of(asked, known.id()),
                                      like ->
                                          told(
                                              decide(asked, known.id(), subject, around),
                                              wallsTold,
                                              like,
                                              ties))))
                      .toList());
        });
  }

  /** What the decision depends on besides the subject: it is the same for all that are alike. */
  private record Asked(Reach reach, boolean reads) {
    static Asked of(Viewer asked, String permission) {
      return new Asked(asked.reach(permission), Permission.reads(permission));
    }
  }

  /** The colleague, as the session would know them. */
  private Viewer as(Viewer viewer, StaffId staff, Account account, Set<String> roles) {
    return new Viewer(
        staff,
        account == null ? "" : account.staffName(),
        grants.of(roles),
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  private Decision decide(
      Viewer asked, String permission, Subject subject, Collection<Subject> around) {
    Decision decision = access.decide(asked, permission, subject);
    boolean closed =
        asked.may(permission)
            && around.stream()
                .anyMatch(one -> WALL.equals(access.decide(asked, permission, one).reason()));
    return closed ? Decision.denied(WALL) : decision;
  }

  /**
   * Whoever may not know of walls is told what would be so without one: always reckoned in the same
   * way, or the choice among several relations would give a wall away.
   */
  private static Decision told(Decision decision, boolean wallsTold, Asked like, List<Tie> ties) {
    if (wallsTold || like.reach() == Reach.NONE) {
      return decision;
    }
    if (like.reach() == Reach.ALL) {
      return Decision.allowed("all");
    }
    return ties.stream()
        .filter(Tie::holds)
        .map(Tie::kind)
        .min(Comparator.comparing(RelationKind.reading()::contains))
        .map(kind -> told(kind, like.reads()))
        .orElse(Decision.denied("no-relation"));
  }

  /** What lasts says more than what is lent, and that is for reading. */
  private static Decision told(RelationKind kind, boolean reads) {
    return RelationKind.reading().contains(kind) && !reads
        ? Decision.denied(Decision.READS_ONLY)
        : Decision.by(kind);
  }

  private Verdict verdict(Known known, Set<String> roles, Decision decision) {
    Map<String, Reach> givenBy = new LinkedHashMap<>();
    roles.stream()
        .sorted()
        .forEach(
            role -> {
              Reach reach = grants.of(Set.of(role)).getOrDefault(known.id(), Reach.NONE);
              if (reach != Reach.NONE) {
                givenBy.put(role, reach);
              }
            });
    return new Verdict(known, givenBy, decision);
  }

  private static List<Tie> ties(EntityManager em, StaffId staff, Subject subject, Viewer viewer) {
    LocalDate today = viewer.today();
    return em.createQuery(
            "SELECT r FROM RelationEntry r WHERE r.staff = :staff AND r.subject = :subject",
            RelationEntry.class)
        .setParameter("staff", staff.value())
        .setParameter("subject", subject.id())
        .getResultStream()
        .map(
            entry ->
                new Tie(
                    RelationKind.valueOf(entry.kind()),
                    entry.since(),
                    entry.until(),
                    entry.beganBy(today)
                        && !entry.over(viewer.now())
                        && (entry.until() == null || !entry.until().isBefore(today))))
        .sorted(
            Comparator.comparing(Tie::holds)
                .thenComparing(Tie::since)
                .thenComparing(Tie::kind)
                .reversed())
        .toList();
  }

  private static List<Barrier> barriers(
      EntityManager em,
      StaffId staff,
      Subject subject,
      Collection<Subject> around,
      LocalDate today) {
    Set<UUID> closing =
        Stream.concat(Stream.of(subject), around.stream())
            .map(Subject::id)
            .collect(Collectors.toSet());
    return em.createQuery(
            "SELECT w FROM WallEntry w WHERE w.staff = :staff AND w.liftedOn IS NULL"
                + " AND (w.until IS NULL OR w.until >= :today) AND (w.subject IN :subjects"
                + " OR w.subject IN (SELECT k.other FROM OtherKey k WHERE k.person IN :subjects))",
            WallEntry.class)
        .setParameter("staff", staff.value())
        .setParameter("today", today)
        .setParameter("subjects", closing)
        .getResultStream()
        .map(
            wall -> new Barrier(Walls.Ground.valueOf(wall.ground()), wall.raisedOn(), wall.until()))
        .distinct()
        .sorted(Comparator.comparing(Barrier::since))
        .toList();
  }
}
