package org.opora.registry.legal.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Force;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.legal.domain.Withdrawal;
import org.opora.registry.legal.persistence.LegalQueries;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.PersonDoor;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who stands for a child, what courts decided, and who signs for what. Whoever works with the
 * family reads what the answers rest on; only those who lead it write it down.
 */
@Component(service = {LegalDesk.class, LegalPosition.class})
public final class LegalDesk implements LegalPosition {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final PersonDoor door;
  private final People people;
  private final Staff staff;
  private final LegalSeals seals;
  private final LegalAnswers answers;

  @Activate
  public LegalDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference Staff staff,
      @Reference LawBook book,
      @Reference Confirmations confirmations,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.door = new PersonDoor(tx, access, audit, aliases);
    this.people = people;
    this.staff = staff;
    this.seals = new LegalSeals(keys);
    this.answers = new LegalAnswers(people, aliases, book, confirmations, seals);
  }

  @Override
  public List<Answer> answers(Viewer viewer, PersonId child, LocalDate day) {
    Set<PersonId> known =
        door.open(viewer, READ, child).stream().map(PersonId::new).collect(Collectors.toSet());
    return tx.read(
        em -> {
          Held.load(em, Person.class, child.value());
          return answers(em, viewer, Map.of(child, known), day).get(child);
        });
  }

  @Override
  public Map<PersonId, List<Answer>> answers(
      Viewer viewer, Collection<PersonId> children, LocalDate day) {
    return tx.read(em -> answers(em, viewer, door.known(em, viewer, READ, children), day));
  }

  private Map<PersonId, List<Answer>> answers(
      EntityManager em, Viewer viewer, Map<PersonId, Set<PersonId>> children, LocalDate day) {
    return answers.of(em, viewer, children, day, door.walled(em, viewer));
  }

  @Override
  public List<Decision> decisions(Viewer viewer, PersonId child, LocalDate day) {
    access.require(viewer, People.READ, Subject.of(child));
    return tx.read(
        em -> {
          Held.load(em, Person.class, child.value());
          Set<PersonId> known =
              door.wholly(em, viewer, READ, List.of(child), who(READ))
                  .getOrDefault(child, Set.of());
          return new LegalQueries(em)
              .decisions(Chunks.values(known)).stream()
                  .filter(row -> row.counts() && row.kind().aboutCareOrContact())
                  .filter(row -> row.force(day) == Force.IN_FORCE)
                  .map(this::told)
                  .toList();
        });
  }

  private Decision told(CourtDecision row) {
    return new Decision(
        row.id(),
        row.kind(),
        Refusals.text("legal.kind." + row.kind()),
        seals.court(row),
        seals.reference(row),
        row.decidedOn(),
        row.effectiveFrom(),
        row.until(),
        seals.gist(row));
  }

  @Override
  public boolean reads(Viewer viewer, PersonId child) {
    return readable(viewer, List.of(child)).contains(child);
  }

  /** Of these children, those whose representatives and decisions the viewer may read. */
  public Set<PersonId> readable(Viewer viewer, Collection<PersonId> children) {
    return wholly(viewer, READ, children);
  }

  /** Of these children, those whose representatives and decisions the viewer may write down. */
  public Set<PersonId> writable(Viewer viewer, Collection<PersonId> children) {
    return viewer.may(WRITE) ? wholly(viewer, WRITE, children) : Set.of();
  }

  private Set<PersonId> wholly(Viewer viewer, String permission, Collection<PersonId> children) {
    return tx.read(
        em -> Set.copyOf(door.wholly(em, viewer, permission, children, who(permission)).keySet()));
  }

  private static Set<RelationKind> who(String permission) {
    return permission.equals(WRITE) ? RelationKind.leading() : RelationKind.informed();
  }

  /**
   * Everything that is written down, as of the day.
   *
   * @throws NotFound also when the viewer does not work with the child's family, and may not see
   *     every child
   */
  public Position position(Viewer viewer, PersonId child, LocalDate day) {
    return position(viewer, door.whole(viewer, READ, child, who(READ)), day);
  }

  private Position position(Viewer viewer, List<UUID> known, LocalDate day) {
    return tx.read(
        em -> {
          LegalQueries queries = new LegalQueries(em);
          return position(
              viewer,
              queries.representatives(known),
              queries.decisions(known),
              queries,
              day,
              door.walled(em, viewer));
        });
  }

  /** Which people the viewer may open, and which they must not recognise. */
  private record Seen(Set<PersonId> open, Set<UUID> walled) {
    PersonId link(PersonId person) {
      return person != null && open.contains(person) ? person : null;
    }

    boolean hides(PersonId person) {
      return person != null && walled.contains(person.value());
    }
  }

  private Position position(
      Viewer viewer,
      List<Representative> rows,
      List<CourtDecision> decisions,
      LegalQueries queries,
      LocalDate day,
      Set<UUID> walled) {
    Map<UUID, List<Entrusted>> entrusted =
        queries.entrusted(decisions.stream().map(CourtDecision::id).toList()).stream()
            .collect(Collectors.groupingBy(Entrusted::decision));
    Map<PersonId, PersonName> open =
        people.names(
            viewer,
            Stream.concat(
                    rows.stream().map(Representative::person),
                    entrusted.values().stream().flatMap(List::stream).map(Entrusted::person))
                .filter(Objects::nonNull)
                .filter(person -> !walled.contains(person.value()))
                .collect(Collectors.toSet()));
    Seen seen = new Seen(open.keySet(), walled);
    Map<StaffId, String> names = names(rows, decisions);
    Map<UUID, CourtDecision> grounds =
        decisions.stream().collect(Collectors.toMap(CourtDecision::id, Function.identity()));
    return new Position(
        rows.stream()
            .sorted(
                Comparator.comparing((Representative row) -> !row.on(day))
                    .thenComparing(Representative::role)
                    .thenComparing(Representative::since, Comparator.reverseOrder())
                    .thenComparing(Representative::id))
            .map(row -> standing(row, day, seen, grounds, names))
            .toList(),
        decisions.stream()
            .map(row -> ruling(row, day, entrusted.getOrDefault(row.id(), List.of()), seen, names))
            .toList());
  }

  private Map<StaffId, String> names(List<Representative> rows, List<CourtDecision> decisions) {
    return staff.names(
        Stream.of(
                rows.stream().map(Representative::writtenBy),
                decisions.stream().map(CourtDecision::writtenBy),
                rows.stream()
                    .map(Representative::withdrawal)
                    .filter(Objects::nonNull)
                    .map(Withdrawal::by),
                decisions.stream()
                    .map(CourtDecision::withdrawal)
                    .filter(Objects::nonNull)
                    .map(Withdrawal::by))
            .flatMap(keys -> keys)
            .collect(Collectors.toSet()));
  }

  private Position.Standing standing(
      Representative row,
      LocalDate day,
      Seen seen,
      Map<UUID, CourtDecision> grounds,
      Map<StaffId, String> names) {
    CourtDecision ground = row.decision() == null ? null : grounds.get(row.decision());
    return new Position.Standing(
        row.id(),
        row.version(),
        row.child(),
        seen.hides(row.person()) ? seals.open(row).hidden() : seals.open(row),
        seen.link(row.person()),
        row.on(day),
        ground == null
            ? null
            : new Position.Ground(
                ground.id(),
                seals.court(ground),
                seals.reference(ground),
                ground.decidedOn(),
                ground.force(day)),
        row.counts()
            ? null
            : new Position.Mistake(
                row.withdrawal().on(), names.get(row.withdrawal().by()), seals.reason(row)),
        names.get(row.writtenBy()));
  }

  private Position.Ruling ruling(
      CourtDecision row, LocalDate day, List<Entrusted> to, Seen seen, Map<StaffId, String> names) {
    return new Position.Ruling(
        row.id(),
        row.version(),
        row.child(),
        seals.open(row, to.stream().filter(one -> !seen.hides(one.person())).toList()),
        row.force(day),
        to.stream().map(one -> named(row, one, seen)).toList(),
        row.counts()
            ? null
            : new Position.Mistake(
                row.withdrawal().on(), names.get(row.withdrawal().by()), seals.reason(row)),
        names.get(row.writtenBy()));
  }

  private Position.Named named(CourtDecision row, Entrusted one, Seen seen) {
    return seen.hides(one.person())
        ? new Position.Named(null, null, null)
        : new Position.Named(one.person(), seals.name(row, one), seen.link(one.person()));
  }

  /**
   * @throws NotFound also when the viewer may not know of the child
   */
  public Position.Standing representative(Viewer viewer, UUID id) {
    List<UUID> known = keysOf(viewer, READ, Representative.class, id);
    return position(viewer, known, viewer.today()).representatives().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * @throws NotFound also when the viewer may not know of the child
   */
  public Position.Ruling decision(Viewer viewer, UUID id) {
    List<UUID> known = keysOf(viewer, READ, CourtDecision.class, id);
    return position(viewer, known, viewer.today()).decisions().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * @throws NotFound also when the viewer does not lead the child's family
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID add(Viewer viewer, PersonId child, NewRepresentative text) {
    List<UUID> known = door.whole(viewer, WRITE, child, who(WRITE));
    NewRepresentative now = LegalCheck.representative(text);
    return tx.required(
        em -> {
          Held.hold(em, Person.class, known);
          Representative row = new Representative(Ids.next(), child, viewer.staff());
          write(em, viewer, known, row, null, now);
          em.persist(row);
          wrote(viewer, "legal.representative-added", child);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public void amendRepresentative(Viewer viewer, UUID id, long version, NewRepresentative text) {
    List<UUID> known = keysOf(viewer, WRITE, Representative.class, id);
    tx.run(
        em -> {
          Held.hold(em, Person.class, known);
          Representative row = Held.hold(em, Representative.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          write(
              em, viewer, known, row, row, LegalCheck.representative(kept(em, viewer, row, text)));
          wrote(viewer, "legal.representative-amended", row.child());
        });
  }

  /** Somebody whom the viewer must not recognise stays where they put nobody else. */
  private NewRepresentative kept(
      EntityManager em, Viewer viewer, Representative row, NewRepresentative text) {
    boolean hidden = row.person() != null && door.walled(em, viewer).contains(row.person().value());
    boolean nobody = text.person() == null && (text.name() == null || text.name().isBlank());
    return hidden && nobody ? text.of(row.person(), seals.name(row)) : text;
  }

  private void write(
      EntityManager em,
      Viewer viewer,
      List<UUID> known,
      Representative row,
      Representative before,
      NewRepresentative now) {
    LegalQueries queries = new LegalQueries(em);
    List<Representative> rows = queries.representatives(known);
    String name = name(viewer, now.person(), now.name(), before == null ? null : before.person());
    Identities who =
        new Identities(
            aliases,
            Stream.concat(
                    Stream.ofNullable(now.person()), rows.stream().map(Representative::person))
                .filter(Objects::nonNull)
                .toList());
    LegalCheck.apart(
        now,
        before,
        rows,
        other -> who.of(now.person(), name).same(who.of(other.person(), seals.name(other))));
    if (now.decision() != null
        && queries.decisions(known).stream().noneMatch(one -> one.id().equals(now.decision()))) {
      throw Refusals.refused("decision", "refused.legal-decision");
    }
    seals.write(row, now, name);
  }

  /**
   * The name to keep: as typed, or as the person is called in the register.
   *
   * @param before who stood there before, and may stay although the viewer may not see them
   */
  private String name(Viewer viewer, PersonId person, String typed, PersonId before) {
    if (person == null) {
      return typed == null ? "" : typed;
    }
    PersonName name = people.names(viewer, List.of(person)).get(person);
    if (name == null && !person.equals(before)) {
      throw Refusals.refused("person", "refused.legal-stranger");
    }
    return name != null ? name.spoken() : Optional.ofNullable(typed).orElse("");
  }

  /**
   * @throws NotFound also when the viewer does not lead the child's family
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID add(Viewer viewer, PersonId child, NewDecision text) {
    door.whole(viewer, WRITE, child, who(WRITE));
    NewDecision now = LegalCheck.decision(text, viewer.today());
    return tx.required(
        em -> {
          Held.load(em, Person.class, child.value());
          CourtDecision row = new CourtDecision(Ids.next(), child, viewer.staff());
          seals.write(row, now);
          em.persist(row);
          em.flush();
          entrust(em, viewer, row, now);
          wrote(viewer, "legal.decision-added", child);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public void amendDecision(Viewer viewer, UUID id, long version, NewDecision text) {
    keysOf(viewer, WRITE, CourtDecision.class, id);
    NewDecision now = LegalCheck.decision(text, viewer.today());
    tx.run(
        em -> {
          CourtDecision row = Held.hold(em, CourtDecision.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          seals.write(row, now);
          entrust(em, viewer, row, now);
          wrote(viewer, "legal.decision-amended", row.child());
        });
  }

  /**
   * Names whoever is new, and lets go whom the decision names no more. Those whom the viewer must
   * not recognise, and those who were erased, stay, as nobody could have chosen them again.
   */
  private void entrust(EntityManager em, Viewer viewer, CourtDecision row, NewDecision now) {
    List<Entrusted> before = new LegalQueries(em).entrusted(List.of(row.id()));
    Set<UUID> walled = now.kind().entrusts() ? door.walled(em, viewer) : Set.of();
    before.stream()
        .filter(one -> one.person() == null ? !now.kind().entrusts() : gone(one, now, walled))
        .forEach(em::remove);
    List<PersonId> there = before.stream().map(Entrusted::person).toList();
    now.to().stream()
        .distinct()
        .filter(person -> !there.contains(person))
        .forEach(
            person -> {
              PersonName name = people.names(viewer, List.of(person)).get(person);
              if (name == null) {
                throw Refusals.refused("to", "refused.legal-stranger");
              }
              em.persist(seals.entrusted(Ids.next(), row, person, name.spoken()));
            });
  }

  private static boolean gone(Entrusted row, NewDecision now, Set<UUID> walled) {
    return !now.to().contains(row.person()) && !walled.contains(row.person().value());
  }

  /** It was written down by mistake; it stays readable and counts no longer. */
  public void withdrawRepresentative(Viewer viewer, UUID id, long version, String reason) {
    keysOf(viewer, WRITE, Representative.class, id);
    String why = LegalCheck.reason(reason);
    tx.run(
        em -> {
          Representative row = Held.hold(em, Representative.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          row.withdraw(new Withdrawal(viewer.today(), viewer.staff(), seals.reason(row, why)));
          wrote(viewer, "legal.representative-withdrawn", row.child());
        });
  }

  /** It was written down by mistake; it stays readable and counts no longer. */
  public void withdrawDecision(Viewer viewer, UUID id, long version, String reason) {
    keysOf(viewer, WRITE, CourtDecision.class, id);
    String why = LegalCheck.reason(reason);
    tx.run(
        em -> {
          CourtDecision row = Held.hold(em, CourtDecision.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          row.withdraw(new Withdrawal(viewer.today(), viewer.staff(), seals.reason(row, why)));
          wrote(viewer, "legal.decision-withdrawn", row.child());
        });
  }

  private static void counts(boolean counts) {
    if (!counts) {
      throw Refusals.refused(null, "refused.legal-withdrawn");
    }
  }

  private void wrote(Viewer viewer, String action, PersonId child) {
    audit.wrote(viewer, action, List.of(Subject.of(child)));
  }

  /** Every key of the child whom the row is about. */
  private List<UUID> keysOf(Viewer viewer, String permission, Class<?> type, UUID id) {
    PersonId child =
        tx.read(
            em ->
                em.createQuery(
                        "SELECT r.child FROM " + type.getSimpleName() + " r WHERE r.id = :id",
                        UUID.class)
                    .setParameter("id", id)
                    .getResultStream()
                    .findFirst()
                    .map(PersonId::new)
                    .orElseThrow(NotFound::new));
    return door.record(viewer, permission, child, who(permission));
  }
}
