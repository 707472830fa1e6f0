package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.AgreementId;

/** How often an agreement promises expert help, where the law sets no time. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PROMISE_ENTRY")
public class PromiseEntry extends LedgerEntry {
  public static final String CODE = "promise";

  @Column(updatable = false)
  private UUID agreement;

  @Column(name = "FIRST_DAY", updatable = false)
  private LocalDate firstDay;

  @Column(name = "LAST_DAY", updatable = false)
  private LocalDate last;

  @Column(updatable = false)
  private int months;

  protected PromiseEntry() {}

  /**
   * @param lastDay null while it lasts
   * @param every at least once in so many months
   */
  public PromiseEntry(
      Written written, AgreementId agreement, LocalDate since, LocalDate lastDay, int every) {
    super(written);
    this.agreement = agreement.value();
    this.firstDay = since;
    this.last = lastDay;
    this.months = every;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public LocalDate day() {
    return firstDay;
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  /** Null while it lasts. */
  public LocalDate last() {
    return last;
  }

  public int months() {
    return months;
  }
}
