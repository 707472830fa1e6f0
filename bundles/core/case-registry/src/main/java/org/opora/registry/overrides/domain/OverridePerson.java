package org.opora.registry.overrides.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Somebody of the register whom a rule gone on against concerns. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RULE_OVERRIDE_PERSON")
public class OverridePerson {
  @Id private UUID id;

  @Column(name = "RULE_OVERRIDE", updatable = false)
  private UUID override;

  @Column(updatable = false)
  private UUID person;

  protected OverridePerson() {}

  public OverridePerson(UUID id, UUID override, PersonId person) {
    this.id = id;
    this.override = override;
    this.person = person.value();
  }

  public UUID override() {
    return override;
  }

  public PersonId person() {
    return new PersonId(person);
  }
}
