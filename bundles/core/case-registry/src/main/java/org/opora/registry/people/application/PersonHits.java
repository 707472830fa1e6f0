package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonHit;
import org.opora.registry.people.persistence.FileOfPerson;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;

/** Rows of people with the file the viewer may open in which they take part. */
final class PersonHits {
  private PersonHits() {}

  static List<PersonHit> of(EntityManager em, Scope scope, List<PersonRow> rows) {
    List<UUID> people = rows.stream().map(PersonRow::id).toList();
    Map<UUID, FileOfPerson> files = new HashMap<>();
    new PeopleQueries(em).today(scope, people).forEach(file -> files.put(file.person(), file));
    return rows.stream()
        .map(
            row -> {
              FileOfPerson file = files.get(row.id());
              return new PersonHit(
                  new PersonId(row.id()),
                  row.name(),
                  row.birthDate(),
                  file == null ? null : new CaseFileId(file.file()),
                  file == null ? null : file.number());
            })
        .toList();
  }
}
