package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** How much of a full time a post is, from a day on, in hundredths. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_SHARE")
public class StaffShare {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID post;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(updatable = false)
  private int hundredths;

  protected StaffShare() {}

  public StaffShare(UUID id, UUID post, LocalDate since, int hundredths) {
    this.id = id;
    this.post = post;
    this.since = since;
    this.hundredths = hundredths;
  }

  public UUID id() {
    return id;
  }

  public UUID post() {
    return post;
  }

  public LocalDate since() {
    return since;
  }

  public int hundredths() {
    return hundredths;
  }
}
