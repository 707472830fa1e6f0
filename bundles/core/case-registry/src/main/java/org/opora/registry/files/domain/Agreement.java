package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.CareKind;
import org.opora.api.ids.CaseFileId;

/** A foster-care agreement. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AGREEMENT")
public class Agreement {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Enumerated(EnumType.STRING)
  private CareKind kind;

  private boolean mediated;

  @Column(name = "CONCLUDED_ON")
  private LocalDate concludedOn;

  @Column(name = "ENDED_ON")
  private LocalDate endedOn;

  private String authority;

  protected Agreement() {}

  public Agreement(
      UUID id,
      CaseFileId file,
      CareKind kind,
      boolean mediated,
      LocalDate concludedOn,
      String authority) {
    this.id = id;
    this.file = file.value();
    this.kind = kind;
    this.mediated = mediated;
    this.concludedOn = concludedOn;
    this.authority = authority;
  }

  public void correct(
      CareKind kindOfCare, boolean byAuthority, LocalDate concluded, String carersAuthority) {
    kind = kindOfCare;
    mediated = byAuthority;
    concludedOn = concluded;
    authority = carersAuthority;
  }

  /**
   * @param lastDay last day in force; null while it lasts
   */
  public void lasts(LocalDate lastDay) {
    endedOn = lastDay;
  }

  /** Whether both are in force on some day. */
  public boolean overlaps(LocalDate from, LocalDate until) {
    return (until == null || !concludedOn.isAfter(until))
        && (endedOn == null || !endedOn.isBefore(from));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public CareKind kind() {
    return kind;
  }

  public boolean mediated() {
    return mediated;
  }

  public LocalDate concludedOn() {
    return concludedOn;
  }

  public LocalDate endedOn() {
    return endedOn;
  }

  public String authority() {
    return authority;
  }
}
