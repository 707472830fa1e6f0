package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** How an account stood on the day former records came, as a person has confirmed it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "BALANCE_ENTRY")
public class BalanceEntry extends LedgerEntry {
  public static final String CODE = "balance";

  @Column(updatable = false)
  private UUID balance;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private BalanceKind kind;

  @Column(updatable = false)
  private BigDecimal quantity;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "AS_OF", updatable = false)
  private LocalDate asOf;

  @Column(updatable = false)
  private byte[] note;

  protected BalanceEntry() {}

  /**
   * @param note sealed; null unless it is a remark
   */
  public BalanceEntry(Written written, Origin origin, BigDecimal quantity, byte[] note) {
    super(written);
    this.balance = origin.balance();
    this.person = origin.person() == null ? null : origin.person().value();
    this.kind = origin.kind();
    this.since = origin.since();
    this.asOf = origin.asOf();
    this.quantity = quantity;
    this.note = note;
  }

  /**
   * What came, which no correction changes.
   *
   * @param balance key of what came
   * @param person null when it is about the whole family
   * @param since first day of the period of which it says how much was done; null when nobody knew
   * @param asOf first day that is not in it
   */
  public record Origin(
      UUID balance, PersonId person, BalanceKind kind, LocalDate since, LocalDate asOf) {}

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public LocalDate day() {
    return asOf;
  }

  public Origin origin() {
    return new Origin(balance, person == null ? null : new PersonId(person), kind, since, asOf);
  }

  /** Null for a remark. */
  public BigDecimal quantity() {
    return quantity;
  }

  /** Sealed; null unless it is a remark. */
  public byte[] note() {
    return note;
  }

  /** Whether something of these days is in it. */
  public boolean covers(LocalDate first, LocalDate last) {
    return first.isBefore(asOf) && (since == null || !last.isBefore(since));
  }
}
