package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/** The time in which a person is a carer of a file. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FILE_CARER")
public class FileCarer {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected FileCarer() {}

  public FileCarer(UUID id, CaseFileId file, PersonId person, LocalDate since, LocalDate until) {
    this.id = id;
    this.file = file.value();
    this.person = person.value();
    this.since = since;
    this.until = until;
  }

  public void lasts(LocalDate lastDay) {
    until = lastDay;
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }
}
