package org.opora.registry.people.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.people.PersonHit;
import org.opora.api.web.Sheet;

/** People of a list, as a file. */
final class PersonSheet {
  private PersonSheet() {}

  static Sheet<PersonHit> of(String list, Sheet.Source<PersonHit> source) {
    return Sheet.of(list, "people.title", source)
        .text("person.name", hit -> hit.name().listed())
        .date("person.birthDate", PersonHit::birthDate)
        .text("person.file", PersonHit::fileNumber)
        .text("person.formerly.names", PersonHit::formerly)
        .about(hit -> List.of(Subject.of(hit.id())));
  }
}
