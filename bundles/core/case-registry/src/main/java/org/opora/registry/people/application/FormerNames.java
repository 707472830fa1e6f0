package org.opora.registry.people.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.registry.people.domain.FormerName;
import org.opora.registry.people.domain.NameKind;
import org.opora.registry.shared.application.Refusals;

/** Names somebody had before or is called by besides; a search finds the person by each of them. */
public final class FormerNames {
  private static final int LONGEST = 200;
  private static final Comparator<FormerName> LAST_FIRST =
      Comparator.comparing(
              FormerName::until, Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()))
          .thenComparing(FormerName::id);
  private final PersonDoor door;
  private final PersonWriter writer;

  FormerNames(PersonDoor door, PersonWriter writer) {
    this.door = door;
    this.writer = writer;
  }

  /**
   * @param name only what differs from the present one; one part at least
   * @param until null when it is not known, or still used
   */
  public record NewName(NameKind kind, PersonName name, LocalDate until) {}

  /** A name as it stands in the register. */
  public record Name(UUID id, long version, PersonId person, NewName text) {}

  /**
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  public UUID add(Viewer viewer, PersonId person, NewName name) {
    NewName checked = check(name, viewer.today());
    return door.write(
        viewer,
        person,
        "person.name-added",
        (em, owner) -> {
          FormerName row = new FormerName(Ids.next(), person);
          row.says(checked.kind(), checked.name(), checked.until());
          em.persist(row);
          writer.words(em, owner);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID id, long version, NewName now) {
    NewName checked = check(now, viewer.today());
    door.change(
        viewer,
        FormerName.class,
        id,
        version,
        "person.name-amended",
        held -> {
          held.row().says(checked.kind(), checked.name(), checked.until());
          writer.words(held.em(), held.person());
        });
  }

  /** Takes away what was written down by mistake. */
  public void remove(Viewer viewer, UUID id, long version) {
    door.change(
        viewer,
        FormerName.class,
        id,
        version,
        "person.name-removed",
        held -> {
          held.em().remove(held.row());
          writer.words(held.em(), held.person());
        });
  }

  /** The last one first. */
  public List<Name> of(Viewer viewer, PersonId person) {
    door.access().require(viewer, People.READ, Subject.of(person));
    List<UUID> known = door.known(person);
    return door.read(
        em ->
            door.rows(em, viewer, FormerName.class, known).stream()
                .sorted(LAST_FIRST)
                .map(FormerNames::name)
                .toList());
  }

  public Name one(Viewer viewer, UUID id) {
    door.personOf(viewer, People.READ, FormerName.class, id);
    return door.read(em -> name(door.row(em, FormerName.class, id)));
  }

  private static Name name(FormerName row) {
    return new Name(
        row.id(), row.version(), row.person(), new NewName(row.kind(), row.name(), row.until()));
  }

  private static NewName check(NewName name, LocalDate today) {
    if (name.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    if (name.name() == null || name.name().spoken().isEmpty()) {
      throw Refusals.refused("family", "refused.name");
    }
    Refusals.optional("given", name.name().given(), LONGEST);
    Refusals.optional("family", name.name().family(), LONGEST);
    if (name.until() != null && name.until().isAfter(today)) {
      throw Refusals.refused("until", "refused.future", name.until());
    }
    return name;
  }
}
