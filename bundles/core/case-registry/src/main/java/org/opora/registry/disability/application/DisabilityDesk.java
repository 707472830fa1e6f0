package org.opora.registry.disability.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.disability.Dependency;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.disability.domain.Disability;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.PersonDoor;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Degrees of dependency and other disability: for those who lead the family. What a co-worker needs
 * to know of somebody's health stands in the safety notices.
 */
@Component(service = {DisabilityDesk.class, Dependency.class})
public final class DisabilityDesk implements Dependency {
  /** Whoever leads the family, and whoever reads its file in an emergency or for an inspection. */
  private static final Set<RelationKind> READERS =
      Stream.concat(RelationKind.leading().stream(), RelationKind.reading().stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 5000;
  private final Transactions tx;
  private final AuditTrail audit;
  private final PersonDoor door;
  private final Staff staff;
  private final DisabilitySeals seals;

  @Activate
  public DisabilityDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.audit = audit;
    this.door = new PersonDoor(tx, access, audit, aliases);
    this.staff = staff;
    this.seals = new DisabilitySeals(keys);
  }

  /**
   * A row as the viewer sees it.
   *
   * @param now whether it holds today
   */
  public record Line(
      UUID id, long version, PersonId person, NewDisability text, boolean now, String by) {}

  @Override
  public Map<PersonId, Degree> on(Viewer viewer, Collection<PersonId> people, LocalDate day) {
    if (!viewer.may(READ) || people.isEmpty()) {
      return Map.of();
    }
    return tx.read(
        em -> {
          Map<PersonId, Set<PersonId>> known = wholly(em, viewer, people);
          List<Disability> rows =
              rows(em, Chunks.values(known.values().stream().flatMap(Set::stream).toList()));
          Map<PersonId, Degree> degrees = new HashMap<>();
          known.forEach(
              (person, keys) -> {
                Set<Degree> written =
                    rows.stream()
                        .filter(row -> row.degree() != null && row.on(day))
                        .filter(row -> keys.contains(row.person()))
                        .map(Disability::degree)
                        .collect(Collectors.toSet());
                // The authority gives one degree: of two that differ, one is out of date.
                if (written.size() == 1) {
                  degrees.put(person, written.iterator().next());
                }
              });
          return degrees;
        });
  }

  private Map<PersonId, Set<PersonId>> wholly(
      EntityManager em, Viewer viewer, Collection<PersonId> people) {
    return door.wholly(em, viewer, READ, people, READERS);
  }

  /** Whether the viewer may read what is known of the person's health. */
  public boolean readable(Viewer viewer, PersonId person) {
    return tx.read(em -> !wholly(em, viewer, List.of(person)).isEmpty());
  }

  /**
   * What is written down, that of today first, then the newest.
   *
   * @throws NotFound also when the viewer does not lead the person's family, and may not see
   *     everybody
   */
  public List<Line> of(Viewer viewer, PersonId person) {
    List<UUID> known = door.whole(viewer, READ, person, READERS);
    return tx.read(em -> lines(viewer, rows(em, known)));
  }

  private List<Line> lines(Viewer viewer, List<Disability> rows) {
    Map<StaffId, String> names =
        staff.names(rows.stream().map(Disability::writtenBy).collect(Collectors.toSet()));
    return rows.stream()
        .sorted(
            Comparator.comparing((Disability row) -> !row.on(viewer.today()))
                .thenComparing(Disability::since, Comparator.reverseOrder())
                .thenComparing(Disability::id))
        .map(
            row ->
                new Line(
                    row.id(),
                    row.version(),
                    row.person(),
                    seals.open(row),
                    row.on(viewer.today()),
                    names.get(row.writtenBy())))
        .toList();
  }

  /**
   * @throws NotFound also when the viewer may not know of the person
   */
  public Line line(Viewer viewer, UUID id) {
    keysOf(viewer, READ, id);
    return tx.read(em -> lines(viewer, List.of(Held.load(em, Disability.class, id))).get(0));
  }

  /**
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID add(Viewer viewer, PersonId person, NewDisability text) {
    List<UUID> known = door.whole(viewer, WRITE, person, RelationKind.leading());
    NewDisability now = check(viewer, text);
    return tx.required(
        em -> {
          Held.hold(em, Person.class, known);
          apart(em, known, null, now);
          Disability row = new Disability(Ids.next(), person, viewer.staff());
          seals.write(row, now);
          em.persist(row);
          audit.wrote(viewer, "disability.added", List.of(Subject.of(person)));
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public void amend(Viewer viewer, UUID id, long version, NewDisability text) {
    List<UUID> known = keysOf(viewer, WRITE, id);
    NewDisability now = check(viewer, text);
    tx.run(
        em -> {
          Held.hold(em, Person.class, known);
          Disability row = Held.hold(em, Disability.class, id);
          Refusals.fresh(row.version(), version);
          apart(em, known, id, now);
          seals.write(row, now);
          audit.wrote(viewer, "disability.amended", List.of(Subject.of(row.person())));
        });
  }

  /**
   * Removes what was written down by mistake.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void remove(Viewer viewer, UUID id, long version) {
    keysOf(viewer, WRITE, id);
    tx.run(
        em -> {
          Disability row = Held.hold(em, Disability.class, id);
          Refusals.fresh(row.version(), version);
          em.remove(row);
          audit.wrote(viewer, "disability.removed", List.of(Subject.of(row.person())));
        });
  }

  private static NewDisability check(Viewer viewer, NewDisability text) {
    String other = Refusals.optional("other", text.other(), LONGEST_TEXT);
    if (text.degree() == null && other == null) {
      throw Refusals.refused("degree", "refused.disability-nothing");
    }
    Refusals.inOrder("until", Refusals.day("since", text.since()), text.until());
    if (text.decidedOn() != null && text.decidedOn().isAfter(viewer.today())) {
      throw Refusals.refused("decidedOn", "refused.future", text.decidedOn());
    }
    return new NewDisability(
        text.degree(),
        other,
        Refusals.optional("decision", text.decision(), LONGEST_LINE),
        text.decidedOn(),
        text.since(),
        text.until());
  }

  /** Nobody has two degrees on one day. */
  private static void apart(EntityManager em, List<UUID> known, UUID self, NewDisability now) {
    boolean meets =
        now.degree() != null
            && rows(em, known).stream()
                .filter(row -> row.degree() != null && !row.id().equals(self))
                .anyMatch(row -> row.meets(now.since(), now.until()));
    if (meets) {
      throw Refusals.refused("since", "refused.disability-overlap");
    }
  }

  private static List<Disability> rows(EntityManager em, List<UUID> people) {
    return Chunks.ask(
        people,
        keys ->
            em.createQuery("SELECT d FROM Disability d WHERE d.person IN :keys", Disability.class)
                .setParameter("keys", keys)
                .getResultList());
  }

  /** Every key of the person whom the row is about. */
  private List<UUID> keysOf(Viewer viewer, String permission, UUID id) {
    PersonId person = tx.read(em -> Held.load(em, Disability.class, id).person());
    return door.record(
        viewer, permission, person, permission.equals(READ) ? READERS : RelationKind.leading());
  }
}
