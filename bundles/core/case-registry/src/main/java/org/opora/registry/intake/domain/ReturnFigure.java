package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One figure as it stood in a return that has been filed. It never changes. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RETURN_FIGURE")
public class ReturnFigure {
  @Id private String id;

  @Column(name = "YEAR_NO", updatable = false)
  private int year;

  @Column(updatable = false)
  private String code;

  @Column(name = "PLACE_NO", updatable = false)
  private int place;

  @Column(updatable = false)
  private int amount;

  protected ReturnFigure() {}

  /**
   * @param place in the return, from 0
   */
  public ReturnFigure(int year, String code, int place, int amount) {
    this.id = year + " " + code;
    this.year = year;
    this.code = code;
    this.place = place;
    this.amount = amount;
  }

  public String code() {
    return code;
  }

  public int amount() {
    return amount;
  }
}
