package org.opora.operations.modules.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A time in which a module did not work here: not yet, not any more, or not for a while. */
@Entity
@Table(schema = "OPERATIONS", name = "MODULE_ABSENCE")
public class ModuleAbsence {
  @Id private String id;

  private String module;

  @Column(name = "FROM_AT")
  private Instant from;

  @Column(name = "UNTIL_AT")
  private Instant until;

  protected ModuleAbsence() {}

  /**
   * @param number which of the module's absences it is, the first is 1
   * @param from null where it was never here before
   */
  public ModuleAbsence(String module, long number, Instant from) {
    this.id = module + "#" + number;
    this.module = module;
    this.from = from;
  }

  /** It works again. */
  public void over(Instant now) {
    until = now;
  }

  public String module() {
    return module;
  }

  /** Null where it was never here before. */
  public Instant from() {
    return from;
  }

  /** Null while it lasts. */
  public Instant until() {
    return until;
  }
}
