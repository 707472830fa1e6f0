package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody whom a note concerned according to a former version. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_VERSION_PERSON")
public class NoteVersionPerson extends ConcernedRow {
  @Column(updatable = false)
  private UUID former;

  protected NoteVersionPerson() {}

  public NoteVersionPerson(UUID id, UUID former, UUID person, UUID childFile, byte[] words) {
    super(id, person, childFile, words);
    this.former = former;
  }

  @Override
  public UUID of() {
    return former;
  }
}
