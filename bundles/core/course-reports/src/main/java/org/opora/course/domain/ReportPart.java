package org.opora.course.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/** The part of a report that tells of the family, or that of one child. */
@Entity
@Table(schema = "COURSE", name = "REPORT_PART")
public class ReportPart {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID report;

  @Column(updatable = false)
  private int place;

  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(name = "NAME_S", updatable = false)
  private byte[] name;

  protected ReportPart() {}

  /**
   * @param child null in the part of the family, as {@code childFile} and {@code name} are
   * @param name of the child as of that day, sealed
   */
  public ReportPart(
      UUID id, UUID report, int place, PersonId child, ChildFileId childFile, byte[] name) {
    this.id = id;
    this.report = report;
    this.place = place;
    this.child = child == null ? null : child.value();
    this.childFile = childFile == null ? null : childFile.value();
    this.name = name;
  }

  /** On whose key its words hang, and who sees them. */
  public Subject owner(CaseFileId file) {
    return childFile == null ? Subject.of(file) : Subject.of(childFile());
  }

  public UUID id() {
    return id;
  }

  public UUID report() {
    return report;
  }

  public int place() {
    return place;
  }

  /** Null in the part of the family. */
  public PersonId child() {
    return child == null ? null : new PersonId(child);
  }

  /** Null in the part of the family. */
  public ChildFileId childFile() {
    return childFile == null ? null : new ChildFileId(childFile);
  }

  /** Sealed; null in the part of the family. */
  public byte[] name() {
    return name;
  }
}
