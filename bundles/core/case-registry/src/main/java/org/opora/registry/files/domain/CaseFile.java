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
import org.opora.api.files.FileKind;
import org.opora.api.ids.CaseFileId;

/** A case file. Its status is not stored: it follows from the days below. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "CASE_FILE")
public class CaseFile {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private FileKind kind = FileKind.FOSTER_FAMILY;

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

  /** Code of the list of reasons. */
  @Column(name = "CLOSED_FOR")
  private String closedFor;

  /** Code of the law pack; null while it is open, or when no pack knew. */
  @Column(name = "RETENTION_CLASS")
  private String retention;

  @Column(name = "ARCHIVED_ON")
  private LocalDate archivedOn;

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

  /** It is about somebody else, or the same people have become something else. */
  public void turn(FileKind to) {
    kind = to;
  }

  /**
   * @param why null when nobody said
   */
  public void close(LocalDate on, String why) {
    closedOn = on;
    closedFor = why;
  }

  /** The work goes on; why it had ended stands with the reopening. */
  public void reopen() {
    closedOn = null;
    closedFor = null;
    retention = null;
  }

  /** How long it is kept once it is closed; null when no pack knows. */
  public void keep(String code) {
    retention = code;
  }

  /** Put away from everyday work. */
  public void archive(LocalDate on) {
    archivedOn = on;
  }

  /** Taken back among closed files. */
  public void takeBack() {
    archivedOn = null;
  }

  /** The facts came from the centre's former records on that day. */
  public void movedIn(LocalDate on) {
    movedIn = on;
  }

  public CaseFileId id() {
    return new CaseFileId(id);
  }

  public FileKind kind() {
    return kind;
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

  public String closedFor() {
    return closedFor;
  }

  /** Null while it is open, or when no pack knew. */
  public String retention() {
    return retention;
  }

  /** Null while it is in everyday lists. */
  public LocalDate archivedOn() {
    return archivedOn;
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
