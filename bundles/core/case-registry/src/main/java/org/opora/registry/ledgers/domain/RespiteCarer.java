package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** A carer from whose days some respite is taken. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RESPITE_CARER")
public class RespiteCarer {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID respite;

  @Column(updatable = false)
  private UUID carer;

  protected RespiteCarer() {}

  public RespiteCarer(UUID id, UUID respite, PersonId carer) {
    this.id = id;
    this.respite = respite;
    this.carer = carer.value();
  }

  public UUID id() {
    return id;
  }

  public UUID respite() {
    return respite;
  }

  public PersonId carer() {
    return new PersonId(carer);
  }
}
