package org.opora.registry.grant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant.Measure;
import org.opora.api.grant.Grant.Share;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * An expense of the state contribution. Nothing leaves this record: what nobody asks for any more
 * is withdrawn. Its words are sealed with the key of the file; its sums are not, because a year is
 * added up from them.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "GRANT_EXPENSE")
public class Expense {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private UUID source;

  @Column(updatable = false)
  private UUID file;

  private UUID agreement;
  private UUID child;

  @Column(name = "COST_ON")
  private LocalDate costOn;

  private String entitlement;

  private byte[] what;
  private long amount;

  @Enumerated(EnumType.STRING)
  private PaymentRoute route;

  @Column(name = "CAP_CODE")
  private String cap;

  @Column(name = "CAP_UNITS")
  private Integer capUnits;

  @Column(name = "SHARE_AMOUNT")
  private Long share;

  @Column(name = "SHARE_CAP")
  private String shareCap;

  @Column(name = "SHARE_UNITS")
  private Integer shareUnits;

  @Column(name = "OVER_CAP")
  private boolean overCap;

  private byte[] justification;

  @Column(name = "BAND_REASON")
  private byte[] bandReason;

  private String href;

  @Enumerated(EnumType.STRING)
  private ExpenseState state;

  @Column(name = "PROPOSED_BY", updatable = false)
  private UUID proposedBy;

  @Column(name = "PROPOSED_ON", updatable = false)
  private LocalDate proposedOn;

  @Column(name = "CHANGED_BY")
  private UUID changedBy;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  @Column(name = "DECIDED_ON")
  private LocalDate decidedOn;

  private byte[] reason;
  private byte[] invoice;
  private byte[] supplier;

  @Column(name = "INVOICED_ON")
  private LocalDate invoicedOn;

  @Column(name = "NAMES_CHILD")
  private boolean namesChild;

  private byte[] account;
  private byte[] note;

  @Column(name = "PAID_ON")
  private LocalDate paidOn;

  @Column(name = "PAID_BY")
  private UUID paidBy;

  protected Expense() {}

  public Expense(
      UUID id, String origin, UUID source, CaseFileId file, StaffId by, LocalDate today) {
    this.id = id;
    this.origin = origin;
    this.source = source;
    this.file = file.value();
    this.proposedBy = by.value();
    this.proposedOn = today;
    this.changedBy = by.value();
    this.state = ExpenseState.PROPOSED;
  }

  /**
   * Whether it asks for this already. What else is said of it, nobody decides on.
   *
   * @param person null for the carer or the whole family
   * @param code of the right, or null
   */
  public boolean asks(PersonId person, LocalDate day, String code, long haler, PaymentRoute how) {
    return amount == haler
        && route == how
        && day.equals(costOn)
        && Objects.equals(code, entitlement)
        && Objects.equals(person, child());
  }

  /** Somebody else asks for something else now. */
  public void changed(StaffId by) {
    changedBy = by.value();
  }

  /**
   * For whom and by which right.
   *
   * @param person null for the carer or the whole family
   * @param code of the right, or null
   * @param page path of the record behind it, or null
   */
  public void isFor(AgreementId pays, PersonId person, LocalDate day, String code, String page) {
    agreement = pays.value();
    child = person == null ? null : person.value();
    costOn = day;
    entitlement = code;
    href = page;
  }

  /**
   * How much and how. Somebody asks anew: what was decided before is decided no more.
   *
   * @param sealedWhy why a cap is passed, or null
   */
  public void costs(
      byte[] sealedWhat,
      long haler,
      PaymentRoute how,
      Measure under,
      Share own,
      boolean over,
      byte[] sealedWhy) {
    what = sealedWhat;
    amount = haler;
    route = how;
    cap = under == null ? null : under.cap();
    capUnits = under == null ? null : under.units();
    share = own == null ? null : own.amount();
    shareCap = own == null ? null : own.measure().cap();
    shareUnits = own == null ? null : own.measure().units();
    overCap = over;
    justification = sealedWhy;
    openAgain();
  }

  /** Whether anything is written down in words; it is not once the person is erased. */
  public boolean hasWords() {
    return what != null;
  }

  /** Who it was for is erased: what accounts for the money stays. */
  public void forgetWords() {
    what = null;
    justification = null;
    bandReason = null;
    reason = null;
    note = null;
    forgetAccount();
  }

  /** Whose account it is, is erased; that of a supplier belongs to the document and stays. */
  public void forgetAccount() {
    if (route == PaymentRoute.REFUND) {
      account = null;
      supplier = null;
    }
  }

  /** The decision was a mistake, or is to be made anew. */
  public void openAgain() {
    state = ExpenseState.PROPOSED;
    decidedBy = null;
    decidedOn = null;
    reason = null;
    bandReason = null;
  }

  /**
   * @param sealedWhy why the band of its right is passed, or null
   */
  public void passesBand(byte[] sealedWhy) {
    bandReason = sealedWhy;
  }

  public void approved(StaffId by, LocalDate day) {
    decided(ExpenseState.APPROVED, by, day);
  }

  public void rejected(StaffId by, LocalDate day, byte[] sealedReason) {
    decided(ExpenseState.REJECTED, by, day);
    reason = sealedReason;
  }

  public void withdrawn(StaffId by, LocalDate day) {
    decided(ExpenseState.WITHDRAWN, by, day);
  }

  private void decided(ExpenseState how, StaffId by, LocalDate day) {
    state = how;
    decidedBy = by.value();
    decidedOn = day;
  }

  /**
   * @param sealedInvoice number of the invoice or of the proof of payment, or null
   * @param named whether it names the child
   */
  public void evidence(
      byte[] sealedInvoice,
      byte[] sealedSupplier,
      LocalDate issued,
      boolean named,
      byte[] sealedAccount,
      byte[] sealedNote) {
    invoice = sealedInvoice;
    supplier = sealedSupplier;
    invoicedOn = issued;
    namesChild = named;
    account = sealedAccount;
    note = sealedNote;
  }

  public void paid(LocalDate day, StaffId by) {
    state = ExpenseState.PAID;
    paidOn = day;
    paidBy = by.value();
  }

  /** It was not paid after all. */
  public void notPaid() {
    state = ExpenseState.APPROVED;
    paidOn = null;
    paidBy = null;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String origin() {
    return origin;
  }

  public UUID source() {
    return source;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  /** Null for the carer or the whole family. */
  public PersonId child() {
    return child == null ? null : new PersonId(child);
  }

  public LocalDate on() {
    return costOn;
  }

  public String right() {
    return entitlement;
  }

  public byte[] what() {
    return what;
  }

  public long amount() {
    return amount;
  }

  public PaymentRoute route() {
    return route;
  }

  public Measure cap() {
    return cap == null ? null : new Measure(cap, capUnits);
  }

  public Share share() {
    return share == null ? null : new Share(share, new Measure(shareCap, shareUnits));
  }

  public boolean overCap() {
    return overCap;
  }

  public byte[] justification() {
    return justification;
  }

  /** Null while no band is passed. */
  public byte[] bandReason() {
    return bandReason;
  }

  public String href() {
    return href;
  }

  public ExpenseState state() {
    return state;
  }

  public StaffId proposedBy() {
    return new StaffId(proposedBy);
  }

  public LocalDate proposedOn() {
    return proposedOn;
  }

  /** Who asked for it as it stands now. */
  public StaffId changedBy() {
    return new StaffId(changedBy);
  }

  /** Null while nobody has decided. */
  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  public byte[] reason() {
    return reason;
  }

  public byte[] invoice() {
    return invoice;
  }

  public byte[] supplier() {
    return supplier;
  }

  public LocalDate invoicedOn() {
    return invoicedOn;
  }

  public boolean namesChild() {
    return namesChild;
  }

  public byte[] account() {
    return account;
  }

  public byte[] note() {
    return note;
  }

  public LocalDate paidOn() {
    return paidOn;
  }

  public StaffId paidBy() {
    return paidBy == null ? null : new StaffId(paidBy);
  }
}
