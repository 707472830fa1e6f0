package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A figure that a centre has set for itself, from a day on until the next one of its kind. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INTAKE_FIGURE")
public class IntakeFigure {
  @Id private String id;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private FigureKind kind;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  private int amount;

  @Column(name = "SET_BY")
  private UUID setBy;

  protected IntakeFigure() {}

  public IntakeFigure(FigureKind kind, LocalDate since) {
    this.id = key(kind, since);
    this.kind = kind;
    this.since = since;
  }

  public static String key(FigureKind kind, LocalDate since) {
    return kind + " " + since;
  }

  public void set(int now, StaffId by) {
    amount = now;
    setBy = by.value();
  }

  public FigureKind kind() {
    return kind;
  }

  public LocalDate since() {
    return since;
  }

  public int amount() {
    return amount;
  }

  /** Null for what came with the product. */
  public StaffId setBy() {
    return setBy == null ? null : new StaffId(setBy);
  }
}
