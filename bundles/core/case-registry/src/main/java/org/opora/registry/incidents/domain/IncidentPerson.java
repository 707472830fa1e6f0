package org.opora.registry.incidents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Somebody of the register who had to do with an incident. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INCIDENT_PERSON")
public class IncidentPerson {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID incident;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Part part;

  protected IncidentPerson() {}

  public IncidentPerson(UUID id, UUID incident, PersonId person, Part part) {
    this.id = id;
    this.incident = incident;
    this.person = person.value();
    this.part = part;
  }

  public UUID incident() {
    return incident;
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public Part part() {
    return part;
  }
}
