package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/** Something in a file that somebody should look into. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "DOUBT")
public class Doubt {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private String kind;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "OTHER_FILE", updatable = false)
  private UUID otherFile;

  @Column(name = "NOTED_ON", updatable = false)
  private LocalDate notedOn;

  @Column(name = "SETTLED_ON")
  private LocalDate settledOn;

  @Column(name = "SETTLED_BY")
  private UUID settledBy;

  protected Doubt() {}

  public Doubt(
      UUID id,
      CaseFileId file,
      String kind,
      PersonId person,
      CaseFileId otherFile,
      LocalDate notedOn) {
    this.id = id;
    this.file = file.value();
    this.kind = kind;
    this.person = person.value();
    this.otherFile = otherFile.value();
    this.notedOn = notedOn;
  }

  public void settle(LocalDate day, UUID staff) {
    settledOn = day;
    settledBy = staff;
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public String kind() {
    return kind;
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public CaseFileId otherFile() {
    return new CaseFileId(otherFile);
  }

  public LocalDate notedOn() {
    return notedOn;
  }

  public LocalDate settledOn() {
    return settledOn;
  }

  public UUID settledBy() {
    return settledBy;
  }
}
