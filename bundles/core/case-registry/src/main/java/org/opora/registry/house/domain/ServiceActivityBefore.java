package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.Ids;

/** To which activity of the mandate a service belonged until a day. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "SERVICE_ACTIVITY_BEFORE")
public class ServiceActivityBefore {
  @Id private UUID id;

  @Column(updatable = false)
  private String service;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  @Column(updatable = false)
  private String activity;

  protected ServiceActivityBefore() {}

  /**
   * @param until the last day
   */
  public ServiceActivityBefore(String service, LocalDate until, String activity) {
    this.id = Ids.next();
    this.service = service;
    this.until = until;
    this.activity = activity;
  }

  public String service() {
    return service;
  }

  public LocalDate until() {
    return until;
  }

  public String activity() {
    return activity;
  }
}
