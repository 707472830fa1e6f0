package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody whom a note concerns. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_PERSON")
public class NotePerson extends ConcernedRow {
  @Column(updatable = false)
  private UUID note;

  protected NotePerson() {}

  public NotePerson(UUID id, UUID note, UUID person, UUID childFile, byte[] words) {
    super(id, person, childFile, words);
    this.note = note;
  }

  @Override
  public UUID of() {
    return note;
  }
}
