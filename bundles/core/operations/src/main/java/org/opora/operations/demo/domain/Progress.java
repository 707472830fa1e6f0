package org.opora.operations.demo.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a piece of long work has come, so that a start after a kill goes on from there. */
@Entity
@Table(schema = "OPERATIONS", name = "PROGRESS")
public class Progress {
  @Id private String work;
  private int done;

  protected Progress() {}

  public Progress(String work, int done) {
    this.work = work;
    this.done = done;
  }

  public int done() {
    return done;
  }

  public void done(int now) {
    done = now;
  }
}
