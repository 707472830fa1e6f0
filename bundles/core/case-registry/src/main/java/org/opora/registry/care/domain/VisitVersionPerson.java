package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody who was met according to a former version. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_VERSION_PERSON")
public class VisitVersionPerson {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID former;

  @Column(updatable = false)
  private UUID person;

  protected VisitVersionPerson() {}

  public VisitVersionPerson(UUID id, UUID former, UUID person) {
    this.id = id;
    this.former = former;
    this.person = person;
  }

  public UUID id() {
    return id;
  }

  public UUID former() {
    return former;
  }

  public UUID person() {
    return person;
  }
}
