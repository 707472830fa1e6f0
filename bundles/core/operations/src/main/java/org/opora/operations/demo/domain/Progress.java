package org.opora.operations.demo.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a piece of long work has come, so that a start after a kill goes on from there. */
@Entity
@Table(schema = "OPERATIONS", name = "PROGRESS")
public class Progress {
  @Id private String task;
  private int steps;

  protected Progress() {}

  public Progress(String task) {
    this.task = task;
  }

  public int steps() {
    return steps;
  }

  /** One more step is done. */
  public void step() {
    steps++;
  }
}
