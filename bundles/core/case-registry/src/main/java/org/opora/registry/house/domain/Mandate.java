package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.BodyId;

/** The decision by which a region lets the centre protect children. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "MANDATE")
public class Mandate {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "MANDATE_NUMBER")
  private String number;

  private UUID region;

  @Column(name = "REGION_NAME")
  private String regionName;

  @Column(name = "DECIDED_ON")
  private LocalDate decidedOn;

  @Column(name = "IN_FORCE_FROM")
  private LocalDate inForceFrom;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected Mandate() {}

  public Mandate(UUID id) {
    this.id = id;
  }

  /**
   * @param body the region in the directory; null when it is not there
   * @param lastDay null when it has no end
   */
  public void says(
      String decision,
      BodyId body,
      String region,
      LocalDate decided,
      LocalDate firstDay,
      LocalDate lastDay) {
    number = decision;
    this.region = body == null ? null : body.value();
    regionName = region;
    decidedOn = decided;
    inForceFrom = firstDay;
    until = lastDay;
  }

  /** Null when the region is not in the directory. */
  public BodyId region() {
    return region == null ? null : new BodyId(region);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String number() {
    return number;
  }

  public String regionName() {
    return regionName;
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  public LocalDate inForceFrom() {
    return inForceFrom;
  }

  public LocalDate until() {
    return until;
  }
}
