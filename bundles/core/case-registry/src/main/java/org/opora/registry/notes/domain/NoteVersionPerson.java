package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody whom a note concerned according to a former version. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_VERSION_PERSON")
public class NoteVersionPerson implements Concerned {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID former;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(updatable = false)
  private byte[] words;

  protected NoteVersionPerson() {}

  /**
   * @param words sealed for this row
   */
  public NoteVersionPerson(UUID id, UUID former, UUID person, UUID childFile, byte[] words) {
    this.id = id;
    this.former = former;
    this.person = person;
    this.childFile = childFile;
    this.words = words;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public UUID of() {
    return former;
  }

  @Override
  public UUID person() {
    return person;
  }

  @Override
  public UUID childFile() {
    return childFile;
  }

  @Override
  public byte[] words() {
    return words;
  }
}
