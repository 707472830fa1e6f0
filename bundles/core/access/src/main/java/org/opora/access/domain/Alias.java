package org.opora.access.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** This key names the same person as the canonical one. */
@Entity
@Table(schema = "ACCESS", name = "CANONICAL_PERSON")
public class Alias {
  @Id private UUID person;
  private UUID canonical;

  protected Alias() {}

  public Alias(UUID person, UUID canonical) {
    this.person = person;
    this.canonical = canonical;
  }

  public UUID person() {
    return person;
  }

  public UUID canonical() {
    return canonical;
  }

  public void follow(UUID another) {
    canonical = another;
  }
}
