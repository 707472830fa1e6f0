package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A folded word by which something is found. It repeats what decides who may find it, so that a
 * search need not look at the thing itself before it is shown.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FINDABLE_WORD")
public class FindableWord {
  @Id private UUID id;

  @Column(updatable = false)
  private String word;

  @Column(updatable = false)
  private UUID entry;

  @Column(updatable = false)
  private String permission;

  @Column(updatable = false)
  private UUID subject;

  protected FindableWord() {}

  public FindableWord(UUID id, String word, Findable found) {
    this.id = id;
    this.word = word;
    this.entry = found.id();
    this.permission = found.permission();
    this.subject = found.subject() == null ? null : found.subject().id();
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

  public String permission() {
    return permission;
  }

  /** Null for a thing about nobody. */
  public UUID subject() {
    return subject;
  }
}
