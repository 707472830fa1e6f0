package org.opora.registry.directory.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.BodyId;

/** A folded word by which a body is found. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "BODY_WORD")
public class BodyWord {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID body;

  @Column(updatable = false)
  private String word;

  protected BodyWord() {}

  public BodyWord(UUID id, BodyId body, String word) {
    this.id = id;
    this.body = body.value();
    this.word = word;
  }

  public UUID id() {
    return id;
  }

  public UUID body() {
    return body;
  }

  public String word() {
    return word;
  }
}
