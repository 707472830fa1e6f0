package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.registry.people.domain.OfPerson;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;

/**
 * The way to the rows about one person: decides, holds the row of the person so that two who write
 * about them wait for each other, and leaves a trail. Rows under other keys of the same person
 * belong to them, unless a wall stands there.
 */
final class PersonDoor {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;

  PersonDoor(Transactions tx, Access access, AuditTrail audit, Aliases aliases) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
  }

  /** A row with the row of its person, both held. */
  record Row<R>(EntityManager em, Person person, R row) {}

  Access access() {
    return access;
  }

  <T> T read(Function<EntityManager, T> work) {
    return tx.read(work);
  }

  /** Every key of the person. */
  List<UUID> known(PersonId person) {
    return Chunks.values(aliases.idsOf(person));
  }

  <T> T write(
      Viewer viewer, PersonId person, String action, BiFunction<EntityManager, Person, T> work) {
    access.require(viewer, People.WRITE, Subject.of(person));
    return tx.required(
        em -> {
          // Under every key: where somebody lives and what is tried first is one for all of them.
          HeldPeople.hold(em, aliases, List.of(person));
          Person row = Held.hold(em, Person.class, person.value());
          T result = work.apply(em, row);
          audit.wrote(viewer, action, List.of(Subject.of(person)));
          return result;
        });
  }

  /** Leaves a trail of what was changed under another key. */
  void wrote(Viewer viewer, String action, PersonId key) {
    audit.wrote(viewer, action, List.of(Subject.of(key)));
  }

  <R extends OfPerson> void change(
      Viewer viewer, Class<R> type, UUID id, long version, String action, Consumer<Row<R>> work) {
    PersonId person = personOf(viewer, People.WRITE, type, id);
    tx.run(
        em -> {
          HeldPeople.hold(em, aliases, List.of(person));
          Person owner = Held.hold(em, Person.class, person.value());
          R row = Held.hold(em, type, id);
          Refusals.fresh(row.version(), version);
          work.accept(new Row<>(em, owner, row));
          audit.wrote(viewer, action, List.of(Subject.of(person)));
        });
  }

  /** Rows under every key of the person behind which no wall stands. */
  <R extends OfPerson> List<R> rows(
      EntityManager em, Viewer viewer, Class<R> type, List<UUID> known) {
    return rows(em, viewer, type, "person", known);
  }

  /**
   * @param column the field that holds one of the keys
   */
  <R> List<R> rows(
      EntityManager em, Viewer viewer, Class<R> type, String column, List<UUID> known) {
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    return walls
        .bind(
            em.createQuery(
                "SELECT t FROM "
                    + walls.from(type.getSimpleName(), "t", column)
                    + " WHERE "
                    + walls.where("t", column)
                    + " AND t."
                    + column
                    + " IN :known ORDER BY t.id",
                type))
        .setParameter("known", known)
        .getResultList();
  }

  <R extends OfPerson> R row(EntityManager em, Class<R> type, UUID id) {
    return Held.load(em, type, id);
  }

  /** Whose row it is, when the viewer may see the person under any key and no wall stands at it. */
  <R extends OfPerson> PersonId personOf(Viewer viewer, String permission, Class<R> type, UUID id) {
    PersonId person = tx.read(em -> Held.load(em, type, id).person());
    boolean walled =
        tx.read(em -> rows(em, viewer, Person.class, "id", List.of(person.value())).isEmpty());
    Set<PersonId> keys = walled ? Set.of() : aliases.idsOf(person);
    PersonId asked =
        keys.stream()
            .filter(key -> access.decide(viewer, permission, Subject.of(key)).allowed())
            .findFirst()
            .orElse(person);
    access.require(viewer, permission, Subject.of(asked));
    return person;
  }
}
