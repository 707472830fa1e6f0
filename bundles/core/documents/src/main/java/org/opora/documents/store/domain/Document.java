package org.opora.documents.store.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** A document of a family. What is in it stands in its versions; none of them is ever replaced. */
@Entity
@Table(schema = "DOCUMENTS", name = "DOCUMENT")
public class Document {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private DocumentKind kind;

  @Column(name = "TITLE_S")
  private byte[] title;

  @Column(name = "DATED_ON")
  private LocalDate datedOn;

  @Column(updatable = false)
  private UUID about;

  private int versions;

  @Column(name = "ADDED_BY", updatable = false)
  private UUID addedBy;

  @Column(name = "ADDED_AT", updatable = false)
  private Instant addedAt;

  @Column(name = "WITHDRAWN_ON")
  private LocalDate withdrawnOn;

  @Column(name = "WITHDRAWN_BY")
  private UUID withdrawnBy;

  @Column(name = "WITHDRAWN_WHY_S")
  private byte[] withdrawnWhy;

  protected Document() {}

  public Document(Added added) {
    this.id = added.id().value();
    this.caseFile = added.place().file().value();
    this.childFile = added.place().childFile() == null ? null : added.place().childFile().value();
    this.person = added.place().person() == null ? null : added.place().person().value();
    this.kind = added.kind();
    this.title = added.title();
    this.datedOn = added.datedOn();
    this.about = added.about();
    this.addedBy = added.by().value();
    this.addedAt = added.at();
  }

  /**
   * @param title sealed
   * @param datedOn the day that stands on it
   * @param about key of the record to which it belongs; null when it belongs to none
   */
  public record Added(
      DocumentId id,
      Place place,
      DocumentKind kind,
      byte[] title,
      LocalDate datedOn,
      UUID about,
      StaffId by,
      Instant at) {}

  /** Counts one more version; its number. */
  public int next() {
    versions++;
    return versions;
  }

  /**
   * It was called wrongly, or another day stands on it.
   *
   * @param title sealed
   */
  public void correct(byte[] title, LocalDate datedOn) {
    this.title = title;
    this.datedOn = datedOn;
  }

  /**
   * It does not belong here: nobody opens it any more. It stays sealed, because nothing disappears
   * by one person's button.
   *
   * @param why sealed
   */
  public void withdraw(LocalDate on, StaffId by, byte[] why) {
    withdrawnOn = on;
    withdrawnBy = by.value();
    withdrawnWhy = why;
  }

  public DocumentId id() {
    return new DocumentId(id);
  }

  public long version() {
    return version;
  }

  public Place place() {
    return new Place(
        new CaseFileId(caseFile),
        childFile == null ? null : new ChildFileId(childFile),
        person == null ? null : new PersonId(person));
  }

  public DocumentKind kind() {
    return kind;
  }

  public LocalDate datedOn() {
    return datedOn;
  }

  /** How many versions there are; the number of the present one. */
  public int versions() {
    return versions;
  }

  public boolean withdrawn() {
    return withdrawnOn != null;
  }
}
