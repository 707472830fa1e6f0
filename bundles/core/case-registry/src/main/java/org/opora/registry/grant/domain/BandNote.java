package org.opora.registry.grant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** Why the spending of a year leaves a band. It names nobody. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "GRANT_BAND_NOTE")
public class BandNote {
  /** Year and code of the band. */
  @Id private String id;

  @Version private long version;

  @Column(name = "GRANT_YEAR", updatable = false)
  private int grantYear;

  @Column(updatable = false)
  private String band;

  @Column(name = "WORDS")
  private String text;

  @Column(name = "WRITTEN_ON")
  private LocalDate writtenOn;

  private UUID writer;

  protected BandNote() {}

  public BandNote(int year, String band) {
    this.id = key(year, band);
    this.grantYear = year;
    this.band = band;
  }

  public static String key(int year, String band) {
    return year + " " + band;
  }

  public void says(String words, LocalDate on, StaffId by) {
    text = words;
    writtenOn = on;
    writer = by.value();
  }

  public long version() {
    return version;
  }

  public int year() {
    return grantYear;
  }

  public String band() {
    return band;
  }

  public String text() {
    return text;
  }

  public LocalDate writtenOn() {
    return writtenOn;
  }

  public StaffId writer() {
    return new StaffId(writer);
  }
}
