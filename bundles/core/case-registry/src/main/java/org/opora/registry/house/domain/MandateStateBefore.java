package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How a state was written down before it was corrected. Never changed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "MANDATE_STATE_BEFORE")
public class MandateStateBefore {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID state;

  @Column(name = "FROM_DAY", updatable = false)
  private LocalDate since;

  @Column(updatable = false)
  private String activities;

  @Column(updatable = false)
  private String places;

  @Column(updatable = false)
  private Integer capacity;

  @Column(updatable = false)
  private String what;

  @Column(name = "ENTERED_BY", updatable = false)
  private UUID enteredBy;

  @Column(name = "ENTERED_ON", updatable = false)
  private LocalDate enteredOn;

  @Column(name = "CORRECTED_ON", updatable = false)
  private LocalDate correctedOn;

  protected MandateStateBefore() {}

  /**
   * @param state as it stands before the correction
   */
  public MandateStateBefore(UUID id, MandateState state, LocalDate correctedOn) {
    this.id = id;
    this.state = state.id();
    this.since = state.from();
    this.activities = String.join(" ", state.activities());
    this.places = state.places().isEmpty() ? null : String.join("\n", state.places());
    this.capacity = state.capacity();
    this.what = state.what();
    this.enteredBy = state.enteredBy().value();
    this.enteredOn = state.enteredOn();
    this.correctedOn = correctedOn;
  }

  public UUID id() {
    return id;
  }

  public UUID state() {
    return state;
  }

  public LocalDate from() {
    return since;
  }

  public List<String> activities() {
    return List.of(activities.split(" "));
  }

  public List<String> places() {
    return places == null ? List.of() : List.of(places.split("\n"));
  }

  public Integer capacity() {
    return capacity;
  }

  /** Null for the first state. */
  public String what() {
    return what;
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }

  public LocalDate correctedOn() {
    return correctedOn;
  }
}
