package org.opora.registry.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** What is planned: a goal of a stay, or a topic of education. The words are sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLAN_LINE")
public class PlanLine {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID plan;

  @Column(updatable = false)
  private int wording;

  @Column(updatable = false)
  private int place;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Area area;

  @Column(updatable = false)
  private byte[] words;

  @Column(updatable = false)
  private byte[] how;

  @Column(updatable = false)
  private LocalDate due;

  @Column(name = "HOURS_PLANNED", updatable = false)
  private Integer hours;

  protected PlanLine() {}

  /**
   * @param plan in the wording of now
   * @param area null for education
   * @param how who does what, or who gives it; null when nothing is said
   * @param due when, or null
   * @param hours null for a stay, or when they are not known
   */
  public PlanLine(
      UUID id,
      Plan plan,
      int place,
      Area area,
      byte[] words,
      byte[] how,
      LocalDate due,
      Integer hours) {
    this.id = id;
    this.plan = plan.id();
    this.wording = plan.wording();
    this.place = place;
    this.area = area;
    this.words = words;
    this.how = how;
    this.due = due;
    this.hours = hours;
  }

  public UUID id() {
    return id;
  }

  public UUID plan() {
    return plan;
  }

  public int wording() {
    return wording;
  }

  public int place() {
    return place;
  }

  public Area area() {
    return area;
  }

  public byte[] words() {
    return words;
  }

  public byte[] how() {
    return how;
  }

  public LocalDate due() {
    return due;
  }

  public Integer hours() {
    return hours;
  }
}
