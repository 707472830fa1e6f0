package org.opora.registry.legal.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.legal.Matter;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.legal.domain.Signing;
import org.opora.registry.legal.domain.Withdrawal;
import org.opora.registry.legal.persistence.LegalQueries;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.PersonDoor;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who stands for a child, what courts decided, and who signs for what. */
@Component(service = {LegalDesk.class, LegalPosition.class})
public final class LegalDesk implements LegalPosition {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final PersonDoor door;
  private final People people;
  private final Staff staff;
  private final LawBook book;
  private final LegalSeals seals;

  @Activate
  public LegalDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference Staff staff,
      @Reference LawBook book,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.door = new PersonDoor(access, aliases);
    this.people = people;
    this.staff = staff;
    this.book = book;
    this.seals = new LegalSeals(keys);
  }

  @Override
  public List<Answer> answers(Viewer viewer, PersonId child, LocalDate day) {
    access.require(viewer, READ, Subject.of(child));
    List<UUID> known = door.open(viewer, READ, child);
    return tx.read(
        em -> {
          LegalQueries queries = new LegalQueries(em);
          List<LocalDate> born = queries.born(known);
          List<CourtDecision> decisions = queries.decisions(known);
          List<Entrusted> entrusted =
              queries.entrusted(decisions.stream().map(CourtDecision::id).toList());
          Signing signing =
              new Signing(
                  day,
                  new Signing.Facts(
                      // Two records of one child that do not agree are as good as none.
                      born.size() == 1 ? born.get(0) : null,
                      queries.placed(known, day),
                      queries.representatives(known),
                      decisions,
                      entrusted),
                  book.law());
          List<Signing.Verdict> verdicts = Stream.of(Matter.values()).map(signing::of).toList();
          Map<PersonId, PersonName> seen = seen(viewer, verdicts);
          return verdicts.stream().map(verdict -> answer(verdict, seen)).toList();
        });
  }

  private Map<PersonId, PersonName> seen(Viewer viewer, List<Signing.Verdict> verdicts) {
    return people.names(
        viewer,
        verdicts.stream()
            .flatMap(verdict -> verdict.holders().stream())
            .map(LegalDesk::person)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private static PersonId person(Signing.Holder holder) {
    if (holder.representative() != null) {
      return holder.representative().person();
    }
    return holder.entrusted() == null ? null : holder.entrusted().person();
  }

  private Answer answer(Signing.Verdict verdict, Map<PersonId, PersonName> seen) {
    boolean ruled = verdict.rule() != null;
    return new Answer(
        verdict.matter(),
        verdict.standing(),
        verdict.holders().stream().map(holder -> signer(holder, seen)).toList(),
        verdict.together(),
        Refusals.text(verdict.why().key(), verdict.why().arguments().toArray()),
        ruled ? verdict.rule().paragraph() : null,
        ruled ? verdict.rule().trust() : null,
        ruled ? verdict.rule().source() : null);
  }

  private Signer signer(Signing.Holder holder, Map<PersonId, PersonName> seen) {
    PersonId person = person(holder);
    boolean open = person != null && seen.containsKey(person);
    String written;
    if (holder.representative() != null) {
      written = seals.name(holder.representative());
    } else if (holder.entrusted() != null) {
      written = seals.name(holder.decision(), holder.entrusted());
    } else {
      written = seals.toOther(holder.decision());
    }
    return new Signer(
        holder.role(),
        open ? person : null,
        open ? seen.get(person).spoken() : written,
        holder.representative() != null ? holder.representative().id() : holder.decision().id(),
        holder.representative() == null);
  }

  /** Everything that is written down, as of the day. */
  public Position position(Viewer viewer, PersonId child, LocalDate day) {
    access.require(viewer, READ, Subject.of(child));
    return known(viewer, child, day);
  }

  private Position known(Viewer viewer, PersonId child, LocalDate day) {
    List<UUID> known = door.open(viewer, READ, child);
    return tx.read(
        em -> {
          LegalQueries queries = new LegalQueries(em);
          return position(
              viewer, queries.representatives(known), queries.decisions(known), queries, day);
        });
  }

  private Position position(
      Viewer viewer,
      List<Representative> rows,
      List<CourtDecision> decisions,
      LegalQueries queries,
      LocalDate day) {
    Map<UUID, List<Entrusted>> entrusted =
        queries.entrusted(decisions.stream().map(CourtDecision::id).toList()).stream()
            .collect(Collectors.groupingBy(Entrusted::decision));
    Map<PersonId, PersonName> seen =
        people.names(
            viewer,
            Stream.concat(
                    rows.stream().map(Representative::person),
                    entrusted.values().stream().flatMap(List::stream).map(Entrusted::person))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
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
      Map<PersonId, PersonName> seen,
      Map<UUID, CourtDecision> grounds,
      Map<StaffId, String> names) {
    CourtDecision ground = row.decision() == null ? null : grounds.get(row.decision());
    return new Position.Standing(
        row.id(),
        row.version(),
        row.child(),
        seals.open(row),
        row.person() != null && seen.containsKey(row.person()) ? row.person() : null,
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
      CourtDecision row,
      LocalDate day,
      List<Entrusted> to,
      Map<PersonId, PersonName> seen,
      Map<StaffId, String> names) {
    return new Position.Ruling(
        row.id(),
        row.version(),
        row.child(),
        seals.open(row, to),
        row.force(day),
        to.stream()
            .map(
                one ->
                    new Position.Named(
                        seals.name(row, one), seen.containsKey(one.person()) ? one.person() : null))
            .toList(),
        row.counts()
            ? null
            : new Position.Mistake(
                row.withdrawal().on(), names.get(row.withdrawal().by()), seals.reason(row)),
        names.get(row.writtenBy()));
  }

  /**
   * @throws NotFound also when the viewer may not know of the child
   */
  public Position.Standing representative(Viewer viewer, UUID id) {
    PersonId child = childOf(viewer, READ, Representative.class, id);
    return known(viewer, child, viewer.today()).representatives().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * @throws NotFound also when the viewer may not know of the child
   */
  public Position.Ruling decision(Viewer viewer, UUID id) {
    PersonId child = childOf(viewer, READ, CourtDecision.class, id);
    return known(viewer, child, viewer.today()).decisions().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID add(Viewer viewer, PersonId child, NewRepresentative text) {
    access.require(viewer, WRITE, Subject.of(child));
    NewRepresentative now = LegalCheck.representative(text);
    return tx.required(
        em -> {
          Held.load(em, Person.class, child.value());
          Representative row = new Representative(Ids.next(), child, viewer.staff());
          write(em, viewer, row, null, now);
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
    PersonId child = childOf(viewer, WRITE, Representative.class, id);
    NewRepresentative now = LegalCheck.representative(text);
    tx.run(
        em -> {
          Representative row = Held.hold(em, Representative.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          write(em, viewer, row, row, now);
          wrote(viewer, "legal.representative-amended", child);
        });
  }

  private void write(
      EntityManager em,
      Viewer viewer,
      Representative row,
      Representative before,
      NewRepresentative now) {
    List<UUID> known = door.open(viewer, WRITE, row.child());
    LegalQueries queries = new LegalQueries(em);
    LegalCheck.apart(now, before, queries.representatives(known));
    if (now.decision() != null
        && queries.decisions(known).stream().noneMatch(one -> one.id().equals(now.decision()))) {
      throw Refusals.refused("decision", "refused.legal-decision");
    }
    seals.write(
        row, now, name(viewer, now.person(), now.name(), before == null ? null : before.person()));
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
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID add(Viewer viewer, PersonId child, NewDecision text) {
    access.require(viewer, WRITE, Subject.of(child));
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
    PersonId child = childOf(viewer, WRITE, CourtDecision.class, id);
    NewDecision now = LegalCheck.decision(text, viewer.today());
    tx.run(
        em -> {
          CourtDecision row = Held.hold(em, CourtDecision.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          seals.write(row, now);
          entrust(em, viewer, row, now);
          wrote(viewer, "legal.decision-amended", child);
        });
  }

  /** Names whoever is new, and lets go whom the decision names no more. */
  private void entrust(EntityManager em, Viewer viewer, CourtDecision row, NewDecision now) {
    List<Entrusted> before = new LegalQueries(em).entrusted(List.of(row.id()));
    before.stream().filter(one -> !now.to().contains(one.person())).forEach(em::remove);
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

  /** It was written down by mistake; it stays readable and counts no longer. */
  public void withdrawRepresentative(Viewer viewer, UUID id, long version, String reason) {
    PersonId child = childOf(viewer, WRITE, Representative.class, id);
    String why = LegalCheck.reason(reason);
    tx.run(
        em -> {
          Representative row = Held.hold(em, Representative.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          row.withdraw(new Withdrawal(viewer.today(), viewer.staff(), seals.reason(row, why)));
          wrote(viewer, "legal.representative-withdrawn", child);
        });
  }

  /** It was written down by mistake; it stays readable and counts no longer. */
  public void withdrawDecision(Viewer viewer, UUID id, long version, String reason) {
    PersonId child = childOf(viewer, WRITE, CourtDecision.class, id);
    String why = LegalCheck.reason(reason);
    tx.run(
        em -> {
          CourtDecision row = Held.hold(em, CourtDecision.class, id);
          Refusals.fresh(row.version(), version);
          counts(row.counts());
          row.withdraw(new Withdrawal(viewer.today(), viewer.staff(), seals.reason(row, why)));
          wrote(viewer, "legal.decision-withdrawn", child);
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

  private PersonId childOf(Viewer viewer, String permission, Class<?> type, UUID id) {
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
    door.require(viewer, permission, child);
    return child;
  }
}
