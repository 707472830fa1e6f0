package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes many new people with few statements, for a register that comes in as a whole. The caller
 * has decided access, has a transaction running, and writes the audit row of the family.
 */
@Component(service = PersonArrivals.class)
public final class PersonArrivals {
  private final PersonWriter writer;

  @Activate
  public PersonArrivals(@Reference Keys keys) {
    this.writer = new PersonWriter(new PersonSeals(keys));
  }

  public PersonId arrive(EntityManager em, Viewer viewer, NewPerson person) {
    writer.check(person, viewer.today());
    Person row = new Person(PersonId.next(), viewer.today(), viewer.staff());
    writer.write(row, person, true);
    em.persist(row);
    writer.newWords(em, row);
    return row.id();
  }
}
