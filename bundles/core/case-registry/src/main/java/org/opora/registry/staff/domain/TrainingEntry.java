package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A course or a supervision that a member of staff took part in. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_TRAINING")
public class TrainingEntry {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  private TrainingKind kind;

  @Column(name = "HELD_ON")
  private LocalDate heldOn;

  private String topic;
  private int minutes;
  private String provider;
  private String certificate;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected TrainingEntry() {}

  public TrainingEntry(UUID id, StaffId staff, StaffId writtenBy) {
    this.id = id;
    this.staff = staff.value();
    this.writtenBy = writtenBy.value();
  }

  /**
   * @param length in minutes
   * @param by who held it, or null
   * @param paper number or place of the certificate, or null
   */
  public void is(
      TrainingKind what, LocalDate day, String about, int length, String by, String paper) {
    kind = what;
    heldOn = day;
    topic = about;
    minutes = length;
    provider = by;
    certificate = paper;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public TrainingKind kind() {
    return kind;
  }

  public LocalDate heldOn() {
    return heldOn;
  }

  public String topic() {
    return topic;
  }

  public int minutes() {
    return minutes;
  }

  public String provider() {
    return provider;
  }

  public String certificate() {
    return certificate;
  }
}
