package org.opora.registry.people.application;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.people.domain.LanguageCodes;
import org.opora.registry.people.domain.PersonSpeech;
import org.opora.registry.shared.application.Refusals;

/** Which languages people speak, and who needs an interpreter. */
public final class Speech {
  private final PersonDoor door;

  Speech(PersonDoor door) {
    this.door = door;
  }

  /**
   * @param version 0 while nothing is written down
   * @param motherTongue code of a language, or null
   * @param understands codes of further ones
   */
  public record Spoken(
      long version, String motherTongue, List<String> understands, boolean interpreter) {
    public Spoken {
      understands = List.copyOf(understands);
    }

    public boolean unknown() {
      return motherTongue == null && understands.isEmpty() && !interpreter;
    }
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void write(Viewer viewer, PersonId person, Spoken now) {
    Spoken checked = check(now);
    door.write(
        viewer,
        person,
        "person.languages-amended",
        (em, owner) -> {
          PersonSpeech row =
              em.createQuery(
                      "SELECT t FROM PersonSpeech t WHERE t.person = :person", PersonSpeech.class)
                  .setParameter("person", person.value())
                  .getResultStream()
                  .findFirst()
                  .orElse(null);
          Refusals.fresh(row == null ? 0 : row.version(), now.version());
          if (row == null) {
            row = new PersonSpeech(Ids.next(), person);
            em.persist(row);
          }
          row.says(checked.motherTongue(), checked.understands(), checked.interpreter());
          return null;
        });
  }

  /** What is known under this key; else under another one of the same person. */
  public Spoken of(Viewer viewer, PersonId person) {
    door.access().require(viewer, People.READ, Subject.of(person));
    List<UUID> known = door.known(person);
    return door.read(
        em -> {
          List<PersonSpeech> rows = door.rows(em, viewer, PersonSpeech.class, known);
          return rows.stream()
              .filter(row -> row.person().equals(person))
              .findFirst()
              .map(row -> spoken(row, row.version()))
              .orElseGet(
                  () ->
                      rows.stream()
                          .findFirst()
                          .map(row -> spoken(row, 0))
                          .orElse(new Spoken(0, null, List.of(), false)));
        });
  }

  private static Spoken spoken(PersonSpeech row, long version) {
    return new Spoken(version, row.motherTongue(), row.understands(), row.interpreter());
  }

  private static Spoken check(Spoken spoken) {
    Set<String> others = new LinkedHashSet<>(spoken.understands());
    others.remove(spoken.motherTongue());
    if (spoken.motherTongue() != null && !LanguageCodes.known().contains(spoken.motherTongue())) {
      throw Refusals.refused("motherTongue", "language.unknown");
    }
    if (!LanguageCodes.known().containsAll(others)) {
      throw Refusals.refused("understands1", "language.unknown");
    }
    return new Spoken(
        spoken.version(), spoken.motherTongue(), List.copyOf(others), spoken.interpreter());
  }
}
