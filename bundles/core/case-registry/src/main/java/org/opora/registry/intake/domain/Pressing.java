package org.opora.registry.intake.domain;

/** How urgent a first contact is. */
public enum Pressing {
  /** Somebody may come to harm. */
  URGENT(FigureKind.URGENT_DAYS),
  SOON(FigureKind.SOON_DAYS),
  CALM(FigureKind.CALM_DAYS);

  private final FigureKind days;

  Pressing(FigureKind days) {
    this.days = days;
  }

  /** Which figure says how many working days there are to the first response. */
  public FigureKind days() {
    return days;
  }
}
