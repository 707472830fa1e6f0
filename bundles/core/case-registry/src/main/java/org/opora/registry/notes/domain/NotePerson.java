package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody whom a note concerns. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_PERSON")
public class NotePerson implements Concerned {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID note;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(updatable = false)
  private byte[] words;

  protected NotePerson() {}

  /**
   * @param childFile sub-file of a child of the family; null for everybody else
   * @param words what it says of the child alone, sealed with the key of the sub-file; or null
   */
  public NotePerson(UUID id, UUID note, UUID person, UUID childFile, byte[] words) {
    this.id = id;
    this.note = note;
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
    return note;
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
