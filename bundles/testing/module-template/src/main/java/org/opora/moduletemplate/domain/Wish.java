package org.opora.moduletemplate.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * A wish of a family, or of a child of it: what, since when, and when it was answered. The words
 * are sealed with the key of the case file.
 */
@Entity
@Table(schema = "MODULE_TEMPLATE", name = "WISH")
public class Wish {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CASE_FILE")
  private UUID caseFile;

  private UUID child;
  private String kind;

  @Column(name = "WISHED_ON")
  private LocalDate wishedOn;

  @Column(name = "WORDS_S")
  private byte[] words;

  @Column(name = "ANSWERED_ON")
  private LocalDate answeredOn;

  protected Wish() {}

  public Wish(WishId id, CaseFileId caseFile) {
    this.id = id.value();
    this.caseFile = caseFile.value();
  }

  /**
   * How it reads from now on.
   *
   * @param words sealed
   */
  public void say(Wording now, byte[] words) {
    this.child = now.child() == null ? null : now.child().value();
    this.kind = now.kind();
    this.wishedOn = now.wishedOn();
    this.answeredOn = now.answeredOn();
    this.words = words;
  }

  public WishId id() {
    return new WishId(id);
  }

  public long version() {
    return version;
  }

  public CaseFileId caseFile() {
    return new CaseFileId(caseFile);
  }

  /** Null for a wish of the whole family. */
  public PersonId child() {
    return child == null ? null : new PersonId(child);
  }

  public String kind() {
    return kind;
  }

  public LocalDate wishedOn() {
    return wishedOn;
  }

  /** Null while it waits. */
  public LocalDate answeredOn() {
    return answeredOn;
  }

  /** Still sealed. */
  public byte[] words() {
    return words.clone();
  }
}
