package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A step towards the aim, and whose it is. The words are sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AIM_STEP")
public class AimStep extends AimPart {
  @Column(updatable = false)
  private int place;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Whose whose;

  @Column(updatable = false)
  private byte[] words;

  @Column(updatable = false)
  private LocalDate due;

  @Column(name = "DONE_ON")
  private LocalDate doneOn;

  @Column(name = "DONE_BY")
  private UUID doneBy;

  protected AimStep() {}

  /**
   * @param due null when no day is set
   */
  public AimStep(
      UUID id, UUID aim, int since, int place, Whose whose, byte[] words, LocalDate due) {
    super(id, aim, since);
    this.place = place;
    this.whose = whose;
    this.words = words;
    this.due = due;
  }

  /**
   * @param by who wrote down that it is done
   */
  public void done(LocalDate on, StaffId by) {
    doneOn = on;
    doneBy = by.value();
  }

  /** That it was done was a mistake. */
  public void undone() {
    doneOn = null;
    doneBy = null;
  }

  public int place() {
    return place;
  }

  public Whose whose() {
    return whose;
  }

  public byte[] words() {
    return words;
  }

  public LocalDate due() {
    return due;
  }

  public LocalDate doneOn() {
    return doneOn;
  }

  public StaffId doneBy() {
    return doneBy == null ? null : new StaffId(doneBy);
  }
}
