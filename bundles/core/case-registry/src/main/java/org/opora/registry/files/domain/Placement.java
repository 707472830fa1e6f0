package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/** The stay of one child in one family. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLACEMENT")
public class Placement {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE")
  private UUID childFile;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "COURT_REFERENCE")
  private String courtReference;

  @Column(name = "CLOSED_WITH_FILE")
  private boolean closed;

  @Column(name = "BORN_IN")
  private Integer bornIn;

  protected Placement() {}

  public Placement(
      UUID id,
      CaseFileId file,
      PersonId child,
      ChildFileId childFile,
      LocalDate since,
      LocalDate until,
      String courtReference) {
    this.id = id;
    this.file = file.value();
    this.child = child.value();
    this.childFile = childFile.value();
    this.since = since;
    this.until = until;
    this.courtReference = courtReference;
  }

  public void correct(LocalDate from, LocalDate lastDay, String decision) {
    since = from;
    until = lastDay;
    courtReference = decision;
  }

  public void lasts(LocalDate lastDay) {
    until = lastDay;
    closed = false;
  }

  /** What is written of the child from now on is kept there. */
  public void goesOnIn(ChildFileId own) {
    childFile = own.value();
  }

  /** The stay ends only because the file is closed. */
  public void closes(LocalDate lastDay) {
    until = lastDay;
    closed = true;
  }

  /** Whether the stay ended only because the file was closed. */
  public boolean closed() {
    return closed;
  }

  /** Whoever does not come back with the file has left it. */
  public void left() {
    closed = false;
  }

  /** Whether the child would be in both places for more than the day of the move. */
  public boolean overlaps(LocalDate from, LocalDate lastDay) {
    return (lastDay == null || since.isBefore(lastDay)) && (until == null || from.isBefore(until));
  }

  /** Of a child who is erased the year stays, because the file stays until the child is grown. */
  public void keepYear(int year) {
    bornIn = year;
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

  public PersonId child() {
    return new PersonId(child);
  }

  public ChildFileId childFile() {
    return new ChildFileId(childFile);
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public String courtReference() {
    return courtReference;
  }
}
