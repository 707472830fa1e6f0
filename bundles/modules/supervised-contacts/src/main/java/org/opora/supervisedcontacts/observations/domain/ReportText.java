package org.opora.supervisedcontacts.observations.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;

/** One part of a version of a report. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "REPORT_TEXT")
public class ReportText {
  @Id private UUID id;

  @Column(name = "REPORT_VERSION", updatable = false)
  private UUID reportVersion;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Section section;

  @Column(name = "WORDS_S")
  private byte[] words;

  protected ReportText() {}

  public ReportText(ReportVersion version, Section section) {
    this.id = Ids.next();
    this.reportVersion = version.id();
    this.section = section;
  }

  /** Sealed; null for none. */
  public void says(byte[] sealed) {
    this.words = sealed;
  }

  public UUID id() {
    return id;
  }

  /** Key of the version. */
  public UUID reportVersion() {
    return reportVersion;
  }

  public Section section() {
    return section;
  }

  public byte[] words() {
    return words;
  }
}
