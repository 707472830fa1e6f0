package org.opora.registry.shared.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.RelationQueries;

/**
 * Records of a person who may be known under several keys. A wall at any of them, or at the child's
 * sub-file, closes them all: what is left would be read as if it were the whole. Some records ask
 * for more than a relation, for work with the family or for leading it: whoever supervises one
 * contact, or once wrote the person down, has no business in them.
 */
public final class PersonDoor {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final Walled walls;

  public PersonDoor(Transactions tx, Access access, AuditTrail audit, Aliases aliases) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.walls = new Walled(aliases);
  }

  /**
   * Every key of the person.
   *
   * @throws NotFound when the viewer may not know of the person
   */
  public List<UUID> open(Viewer viewer, String permission, PersonId person) {
    access.require(viewer, permission, Subject.of(person));
    return keys(viewer, permission, person);
  }

  /**
   * The same for what belongs to those who are one of these to the person, and who may see
   * everything.
   *
   * @throws NotFound also for everybody else
   */
  public List<UUID> whole(
      Viewer viewer, String permission, PersonId person, Set<RelationKind> who) {
    List<UUID> keys = open(viewer, permission, person);
    related(viewer, permission, person, keys, who);
    return keys;
  }

  /**
   * The same for a record kept under one of the keys, whichever of them the viewer knows.
   *
   * @param written key under which the record is kept
   */
  public List<UUID> record(
      Viewer viewer, String permission, PersonId written, Set<RelationKind> who) {
    access.require(viewer, permission);
    List<UUID> keys = keys(viewer, permission, written);
    UUID asked =
        keys.stream()
            .filter(
                key -> access.decide(viewer, permission, Subject.of(new PersonId(key))).allowed())
            .findFirst()
            .orElse(written.value());
    access.require(viewer, permission, Subject.of(new PersonId(asked)));
    related(viewer, permission, written, keys, who);
    return keys;
  }

  /** Of these people, those whom the viewer may know of, with every key. */
  public Map<PersonId, Set<PersonId>> known(
      EntityManager em, Viewer viewer, String permission, Collection<PersonId> people) {
    Set<UUID> seen =
        new RelationQueries(em).known(access.scope(viewer, permission), Chunks.values(people));
    Map<PersonId, Set<PersonId>> keys =
        aliases.idsOf(
            people.stream().distinct().filter(one -> seen.contains(one.value())).toList());
    Set<UUID> walled = walls.before(em, viewer.staff(), viewer.today());
    Map<PersonId, Set<PersonId>> known = new LinkedHashMap<>(keys);
    known.values().removeIf(all -> all.stream().anyMatch(key -> walled.contains(key.value())));
    return known;
  }

  /** Of these people, those to whom the viewer is one of these, or everybody may be seen. */
  public Map<PersonId, Set<PersonId>> wholly(
      EntityManager em,
      Viewer viewer,
      String permission,
      Collection<PersonId> people,
      Set<RelationKind> who) {
    Map<PersonId, Set<PersonId>> known = known(em, viewer, permission, people);
    if (viewer.reach(permission) != Reach.ALL) {
      Set<UUID> related =
          new RelationQueries(em)
              .related(
                  viewer.staff(),
                  who,
                  viewer.today(),
                  viewer.now(),
                  known.values().stream()
                      .flatMap(Set::stream)
                      .map(PersonId::value)
                      .collect(Collectors.toSet()));
      known.values().removeIf(all -> all.stream().noneMatch(key -> related.contains(key.value())));
    }
    return known;
  }

  /** Everybody behind a wall for the viewer, under every key. */
  public Set<UUID> walled(EntityManager em, Viewer viewer) {
    return walls.before(em, viewer.staff(), viewer.today());
  }

  private List<UUID> keys(Viewer viewer, String permission, PersonId person) {
    List<UUID> keys = Chunks.values(aliases.idsOf(person));
    Set<UUID> walled = tx.read(em -> walled(em, viewer));
    if (keys.stream().anyMatch(walled::contains)) {
      throw denied(viewer, permission, person, "wall");
    }
    return keys;
  }

  private void related(
      Viewer viewer, String permission, PersonId person, List<UUID> keys, Set<RelationKind> who) {
    boolean related =
        viewer.reach(permission) == Reach.ALL
            || !tx.read(
                    em ->
                        new RelationQueries(em)
                            .related(viewer.staff(), who, viewer.today(), viewer.now(), keys))
                .isEmpty();
    if (!related) {
      throw denied(viewer, permission, person, "no-relation");
    }
  }

  private NotFound denied(Viewer viewer, String permission, PersonId person, String reason) {
    audit.denied(viewer, permission, List.of(Subject.of(person)), reason);
    return new NotFound();
  }
}
