package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How far one goal has come, said at a review of its aim. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AIM_GOAL_REVIEW")
public class GoalReview {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID review;

  @Column(updatable = false)
  private UUID goal;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AimResult result;

  protected GoalReview() {}

  public GoalReview(UUID id, UUID review, UUID goal, AimResult result) {
    this.id = id;
    this.review = review;
    this.goal = goal;
    this.result = result;
  }

  public UUID id() {
    return id;
  }

  public UUID review() {
    return review;
  }

  public UUID goal() {
    return goal;
  }

  public AimResult result() {
    return result;
  }
}
