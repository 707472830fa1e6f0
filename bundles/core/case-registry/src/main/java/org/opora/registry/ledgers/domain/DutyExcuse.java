package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Why a duty was not done, or need not be, on some days. The reason is sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "DUTY_EXCUSE")
public class DutyExcuse extends LedgerEntry {
  public static final String CODE = "excuse";

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ExcuseKind kind;

  @Column(name = "RULE_ID", updatable = false)
  private String rule;

  @Column(name = "FIRST_DAY", updatable = false)
  private LocalDate firstDay;

  @Column(name = "LAST_DAY", updatable = false)
  private LocalDate lastDay;

  @Column(updatable = false)
  private byte[] reason;

  protected DutyExcuse() {}

  public DutyExcuse(Written written, Whom whom, LocalDate first, LocalDate last, byte[] reason) {
    super(written);
    person = whom.person() == null ? null : whom.person().value();
    kind = whom.kind();
    rule = whom.rule();
    this.firstDay = first;
    this.lastDay = last;
    this.reason = reason;
  }

  /**
   * What is excused of whom.
   *
   * @param person null for everybody in the file
   * @param rule id of the rule; null for every duty
   */
  public record Whom(ExcuseKind kind, PersonId person, String rule) {}

  @Override
  public String code() {
    return CODE;
  }

  /** The first one. */
  @Override
  public LocalDate day() {
    return firstDay;
  }

  public Whom whom() {
    return new Whom(kind, person == null ? null : new PersonId(person), rule);
  }

  /** Null while it lasts. */
  public LocalDate last() {
    return lastDay;
  }

  public byte[] reason() {
    return reason;
  }
}
