package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** A liability insurance of the centre. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INSURANCE")
public class Insurance {
  @Id private UUID id;
  @Version private long version;

  private String insurer;

  private String contract;

  @Column(name = "CONCLUDED_ON")
  private LocalDate concludedOn;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "SEND_BY")
  private LocalDate sendBy;

  @Column(name = "SENT_ON")
  private LocalDate sentOn;

  protected Insurance() {}

  public Insurance(UUID id) {
    this.id = id;
  }

  /**
   * @param number of the contract, or null
   * @param lastDay null while it lasts
   * @param copyBy last day to send a copy to the region; null when the law asks for none
   */
  public void says(
      String company,
      String number,
      LocalDate concluded,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate copyBy) {
    insurer = company;
    contract = number;
    concludedOn = concluded;
    since = firstDay;
    until = lastDay;
    sendBy = copyBy;
  }

  /**
   * @param day null when it was not sent after all
   */
  public void sent(LocalDate day) {
    sentOn = day;
  }

  public boolean inForce(LocalDate day) {
    return !since.isAfter(day) && (until == null || !until.isBefore(day));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String insurer() {
    return insurer;
  }

  public String contract() {
    return contract;
  }

  public LocalDate concludedOn() {
    return concludedOn;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public LocalDate sendBy() {
    return sendBy;
  }

  public LocalDate sentOn() {
    return sentOn;
  }
}
