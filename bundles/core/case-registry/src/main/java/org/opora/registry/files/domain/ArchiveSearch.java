package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** Somebody looked for an archived file and said why. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ARCHIVE_SEARCH")
public class ArchiveSearch {
  @Id private UUID id;

  @Column(name = "SEARCHED_ON", updatable = false)
  private LocalDate day;

  @Column(name = "SEARCHED_BY", updatable = false)
  private UUID by;

  @Column(name = "HITS", updatable = false)
  private int found;

  @Column(updatable = false)
  private byte[] why;

  protected ArchiveSearch() {}

  /**
   * @param words sealed
   */
  public ArchiveSearch(UUID id, LocalDate day, StaffId by, int found, byte[] words) {
    this.id = id;
    this.day = day;
    this.by = by.value();
    this.found = found;
    this.why = words;
  }

  public UUID id() {
    return id;
  }

  public LocalDate day() {
    return day;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  public int found() {
    return found;
  }

  /** Sealed. */
  public byte[] why() {
    return why;
  }
}
