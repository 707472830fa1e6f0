package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.opora.api.files.EndingWay;

/** How an agreement came to its end. Replaced as a whole, never changed. */
@Embeddable
public class Ending {
  @Enumerated(EnumType.STRING)
  @Column(name = "END_WAY")
  private EndingWay way;

  @Column(name = "END_GROUND")
  private String ground;

  @Column(name = "END_DAY")
  private LocalDate day;

  @Column(name = "END_REASON")
  private byte[] reason;

  @Column(name = "END_RULES")
  private String rules;

  protected Ending() {}

  /**
   * @param ground code of the ground in the law; null where none is asked for
   * @param day on which notice was delivered, both parties agreed, or it happened
   * @param reason why the last day is not the one the law gives, sealed; null when it is
   * @param rules id and version of the rules that were used; null when there were none
   */
  public Ending(EndingWay way, String ground, LocalDate day, byte[] reason, String rules) {
    this.way = way;
    this.ground = ground;
    this.day = day;
    this.reason = reason == null ? null : reason.clone();
    this.rules = rules;
  }

  /** The same as a value of another row. */
  Ending copy() {
    return new Ending(way, ground, day, reason, rules);
  }

  public EndingWay way() {
    return way;
  }

  public String ground() {
    return ground;
  }

  public LocalDate day() {
    return day;
  }

  public byte[] reason() {
    return reason == null ? null : reason.clone();
  }

  public String rules() {
    return rules;
  }
}
