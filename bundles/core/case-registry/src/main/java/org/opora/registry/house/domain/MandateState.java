package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** What the mandate covers from a day on, until the next state. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "MANDATE_STATE")
public class MandateState {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID mandate;

  @Column(name = "FROM_DAY")
  private LocalDate since;

  private String activities;

  private String places;

  private Integer capacity;

  private String what;

  @Column(name = "NOTIFY_BY")
  private LocalDate notifyBy;

  @Column(name = "NOTIFIED_ON")
  private LocalDate notifiedOn;

  @Column(name = "ENTERED_BY")
  private UUID enteredBy;

  @Column(name = "ENTERED_ON")
  private LocalDate enteredOn;

  protected MandateState() {}

  public MandateState(UUID id, UUID mandate, StaffId by, LocalDate on) {
    this.id = id;
    this.mandate = mandate;
    this.enteredBy = by.value();
    this.enteredOn = on;
  }

  /**
   * @param codes codes of the activities
   * @param where places of work
   * @param agreements how many agreements it is for; null when it does not say
   * @param change what is different from before; null for the first state
   * @param lastDay last day to notify the region; null when nothing is to be notified
   */
  public void says(
      LocalDate firstDay,
      List<String> codes,
      List<String> where,
      Integer agreements,
      String change,
      LocalDate lastDay) {
    since = firstDay;
    activities = String.join(" ", codes);
    places = where.isEmpty() ? null : String.join("\n", where);
    capacity = agreements;
    what = change;
    notifyBy = lastDay;
  }

  /** Whose wording it is now. */
  public void corrected(StaffId by, LocalDate on) {
    enteredBy = by.value();
    enteredOn = on;
  }

  /**
   * @param day null when it was not notified after all
   */
  public void notified(LocalDate day) {
    notifiedOn = day;
  }

  /** Whether it is what the mandate began with. */
  public boolean first() {
    return what == null;
  }

  public List<String> activities() {
    return List.of(activities.split(" "));
  }

  public List<String> places() {
    return places == null ? List.of() : List.of(places.split("\n"));
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID mandate() {
    return mandate;
  }

  public LocalDate from() {
    return since;
  }

  public Integer capacity() {
    return capacity;
  }

  public String what() {
    return what;
  }

  public LocalDate notifyBy() {
    return notifyBy;
  }

  public LocalDate notifiedOn() {
    return notifiedOn;
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }
}
