package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** What the return on a year says in words of the centre. It names nobody. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RETURN_WORDS")
public class ReturnWords {
  @Id
  @Column(name = "YEAR_NO")
  private int year;

  @Version private long version;
  private String material;
  private String staffing;

  @Column(name = "WRITTEN_ON")
  private LocalDate writtenOn;

  private UUID writer;

  protected ReturnWords() {}

  public ReturnWords(int year) {
    this.year = year;
  }

  /**
   * @param provision with what the centre works; null for nothing to say
   * @param staff what the figures of staff do not say; null for nothing to say
   */
  public void say(String provision, String staff, LocalDate on, StaffId by) {
    material = provision;
    staffing = staff;
    writtenOn = on;
    writer = by.value();
  }

  public long version() {
    return version;
  }

  public String material() {
    return material;
  }

  public String staffing() {
    return staffing;
  }

  public LocalDate writtenOn() {
    return writtenOn;
  }

  public StaffId writer() {
    return new StaffId(writer);
  }
}
