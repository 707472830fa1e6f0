package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** What is kept of somebody whom a note concerns, in the note as in its former versions. */
@MappedSuperclass
public abstract class ConcernedRow implements Concerned {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(updatable = false)
  private byte[] words;

  protected ConcernedRow() {}

  /**
   * @param childFile sub-file of a child of the family; null for everybody else
   * @param words what is said of the child alone, sealed for this row with the key of the sub-file;
   *     or null
   */
  protected ConcernedRow(UUID id, UUID person, UUID childFile, byte[] words) {
    this.id = id;
    this.person = person;
    this.childFile = childFile;
    this.words = words;
  }

  @Override
  public UUID id() {
    return id;
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
