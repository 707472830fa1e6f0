package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;

/** Somebody who was met. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_PERSON")
public class VisitPerson {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID visit;

  @Column(updatable = false)
  private UUID person;

  protected VisitPerson() {}

  public VisitPerson(UUID id, VisitId visit, PersonId person) {
    this.id = id;
    this.visit = visit.value();
    this.person = person.value();
  }

  public UUID id() {
    return id;
  }

  public VisitId visit() {
    return new VisitId(visit);
  }

  public PersonId person() {
    return new PersonId(person);
  }
}
