package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** A goal by which one sees whether the aim comes nearer. The words are sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AIM_GOAL")
public class AimGoal extends AimPart {
  @Column(updatable = false)
  private int place;

  @Column(updatable = false)
  private byte[] words;

  @Column(updatable = false)
  private byte[] measure;

  @Column(updatable = false)
  private LocalDate target;

  protected AimGoal() {}

  /**
   * @param measure by what one will know; null when nothing is said
   * @param target the month by which it should be reached, or null
   */
  public AimGoal(
      UUID id, UUID aim, int since, int place, byte[] words, byte[] measure, YearMonth target) {
    super(id, aim, since);
    this.place = place;
    this.words = words;
    this.measure = measure;
    this.target = target == null ? null : target.atDay(1);
  }

  public int place() {
    return place;
  }

  public byte[] words() {
    return words;
  }

  public byte[] measure() {
    return measure;
  }

  public YearMonth target() {
    return target == null ? null : YearMonth.from(target);
  }
}
