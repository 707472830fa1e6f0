package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A folded word by which something is found. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FINDABLE_WORD")
public class FindableWord {
  @Id private UUID id;

  @Column(updatable = false)
  private String word;

  @Column(updatable = false)
  private UUID entry;

  protected FindableWord() {}

  public FindableWord(UUID id, String word, UUID entry) {
    this.id = id;
    this.word = word;
    this.entry = entry;
  }

  public UUID id() {
    return id;
  }

  public String word() {
    return word;
  }

  public UUID entry() {
    return entry;
  }
}
