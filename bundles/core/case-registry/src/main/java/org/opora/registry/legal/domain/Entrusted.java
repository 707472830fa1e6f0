package org.opora.registry.legal.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Somebody to whom a decision entrusts the child. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ENTRUSTED")
public class Entrusted {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID decision;

  private UUID person;
  private byte[] name;

  protected Entrusted() {}

  /**
   * @param sealedName as the person was called then
   */
  public Entrusted(UUID id, UUID decision, PersonId person, byte[] sealedName) {
    this.id = id;
    this.decision = decision;
    this.person = person.value();
    this.name = sealedName;
  }

  /** The person of the register is not to be recognised any more. */
  public void forget(byte[] sealedNothing) {
    person = null;
    name = sealedNothing;
  }

  public UUID id() {
    return id;
  }

  public UUID decision() {
    return decision;
  }

  /** Null once the person was erased: the child is still entrusted to somebody. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  public byte[] name() {
    return name;
  }
}
