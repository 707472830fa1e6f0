package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/** A case file. Its status is not stored: it follows from the days below. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "CASE_FILE")
public class CaseFile {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "FILE_NUMBER")
  private String number;

  @Column(name = "NUMBER_N")
  private String numberN;

  @Column(name = "FAMILY_NAME")
  private String familyName;

  @Column(name = "FAMILY_N")
  private String familyN;

  @Column(name = "OPENED_ON")
  private LocalDate openedOn;

  @Column(name = "WINDS_DOWN_FROM")
  private LocalDate windsDownFrom;

  @Column(name = "CLOSED_ON")
  private LocalDate closedOn;

  @Column(name = "MOVED_IN")
  private LocalDate movedIn;

  protected CaseFile() {}

  public CaseFile(
      CaseFileId id, FileNumber number, String familyName, String familyN, LocalDate openedOn) {
    this.id = id.value();
    cover(number, familyName, familyN, openedOn);
  }

  public final void cover(FileNumber fileNumber, String family, String folded, LocalDate opened) {
    number = fileNumber.written();
    numberN = fileNumber.sortKey();
    familyName = family;
    familyN = folded;
    openedOn = opened;
  }

  /** First day without an agreement in force; null while one is, or while there never was one. */
  public void windsDown(LocalDate from) {
    windsDownFrom = from;
  }

  public void close(LocalDate on) {
    closedOn = on;
  }

  /** The facts came from the centre's former records on that day. */
  public void movedIn(LocalDate on) {
    movedIn = on;
  }

  public CaseFileId id() {
    return new CaseFileId(id);
  }

  public long version() {
    return version;
  }

  public String number() {
    return number;
  }

  public String familyName() {
    return familyName;
  }

  public LocalDate openedOn() {
    return openedOn;
  }

  public LocalDate closedOn() {
    return closedOn;
  }

  public LocalDate windsDownFrom() {
    return windsDownFrom;
  }

  public LocalDate movedIn() {
    return movedIn;
  }
}
