package org.opora.course.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.reports.Reader;

/** A report on the course of care, from its first draft to the day on which it is made out. */
@Entity
@Table(schema = "COURSE", name = "CARE_REPORT")
public class CareReport {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  @Column(updatable = false)
  private UUID agreement;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "PERIOD_FROM", updatable = false)
  private LocalDate from;

  @Column(name = "PERIOD_UNTIL")
  private LocalDate until;

  @Column(name = "DUE_ON")
  private LocalDate dueOn;

  @Column(updatable = false)
  private String language;

  private int round;

  @Column(name = "ASKED_BY_BODY", updatable = false)
  private UUID askedByBody;

  @Column(name = "ASKED_BY_S", updatable = false)
  private byte[] askedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "ASKED_AS", updatable = false)
  private Reader askedAs;

  @Column(name = "ASKED_ON", updatable = false)
  private LocalDate askedOn;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  @Column(name = "APPROVED_BY")
  private UUID approvedBy;

  @Column(name = "APPROVED_ON")
  private LocalDate approvedOn;

  @Column(name = "MADE_OUT_ON")
  private LocalDate madeOutOn;

  @Column(name = "MADE_OUT_BY")
  private UUID madeOutBy;

  @Column(name = "END_STANDS")
  private boolean endStands = true;

  @Column(name = "LATE_WHY_S")
  private byte[] lateWhy;

  @Column(name = "BACK_WHY_S")
  private byte[] backWhy;

  @Column(name = "BACK_BY")
  private UUID backBy;

  @Column(name = "WITHDRAWN_ON")
  private LocalDate withdrawnOn;

  @Column(name = "WITHDRAWN_BY")
  private UUID withdrawnBy;

  @Column(name = "WITHDRAWN_WHY_S")
  private byte[] withdrawnWhy;

  protected CareReport() {}

  public CareReport(Begun begun) {
    this.id = begun.id();
    this.caseFile = begun.file().value();
    this.agreement = begun.agreement().value();
    this.kind = begun.kind();
    this.state = State.DRAFT;
    this.from = begun.period().from();
    this.until = begun.period().until();
    this.dueOn = begun.due();
    this.language = begun.language().getLanguage();
    this.round = 1;
    if (begun.asked() != null) {
      Asked asked = begun.asked();
      this.askedByBody = asked.body() == null ? null : asked.body().value();
      this.askedBy = asked.name();
      this.askedAs = asked.as();
      this.askedOn = asked.on();
    }
    this.writtenBy = begun.by().value();
    this.writtenAt = begun.at();
  }

  /**
   * @param due last day on which it has to be made out, or by which whoever asked wants it
   * @param asked null unless somebody asked for it
   */
  public record Begun(
      UUID id,
      CaseFileId file,
      AgreementId agreement,
      Kind kind,
      Period period,
      LocalDate due,
      Locale language,
      Asked asked,
      StaffId by,
      Instant at) {}

  /**
   * @param body of the directory; null when it is not there
   * @param name sealed
   */
  public record Asked(BodyId body, byte[] name, Reader as, LocalDate on) {}

  /**
   * @param on the day by which it has to be made out; null when nobody says
   */
  public void due(LocalDate on) {
    this.dueOn = on;
  }

  /** It tells of more days, or of fewer, than when it was begun. */
  public void tells(LocalDate last) {
    this.until = last;
  }

  /** It is written; the carers are to say what they think. */
  public void close() {
    go(State.STATEMENT);
  }

  /**
   * It is written anew: what the carers said of it, they said of how it was.
   *
   * @param why sealed; null when whoever writes it took it back
   */
  public void back(StaffId by, byte[] why) {
    go(State.DRAFT);
    round++;
    approvedBy = null;
    approvedOn = null;
    backBy = by.value();
    backWhy = why;
  }

  public void approve(StaffId by, LocalDate on) {
    go(State.APPROVED);
    approvedBy = by.value();
    approvedOn = on;
  }

  /**
   * @param why it comes late, sealed; null when it does not
   */
  public void makeOut(StaffId by, LocalDate on, byte[] why) {
    go(State.LOCKED);
    madeOutBy = by.value();
    madeOutOn = on;
    lateWhy = why;
  }

  /**
   * @param why sealed
   */
  public void withdraw(StaffId by, LocalDate on, byte[] why) {
    go(State.WITHDRAWN);
    withdrawnBy = by.value();
    withdrawnOn = on;
    withdrawnWhy = why;
  }

  /**
   * The agreement ends on another day than it did when this last report was made out, or no more.
   *
   * @param lastDay null while it lasts
   */
  public void ends(LocalDate lastDay) {
    endStands = lastDay != null && !lastDay.isAfter(madeOutOn);
  }

  /** Whether the agreement had ended when it was made out, as far as is known by now. */
  public boolean endStands() {
    return endStands;
  }

  /** Whether it may still change, or be withdrawn. */
  public boolean open() {
    return state != State.LOCKED && state != State.WITHDRAWN;
  }

  private void go(State to) {
    if (!Way.leads(state, to)) {
      throw new IllegalStateException(state + " does not lead to " + to);
    }
    state = to;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(caseFile);
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  public Kind kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  public Period period() {
    return new Period(from, until);
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  /** How often it was written, counted from one. */
  public int round() {
    return round;
  }

  /** Null unless somebody asked who is in the directory. */
  public BodyId askedByBody() {
    return askedByBody == null ? null : new BodyId(askedByBody);
  }

  /** Sealed; null unless somebody asked. */
  public byte[] askedBy() {
    return askedBy;
  }

  public Reader askedAs() {
    return askedAs;
  }

  public LocalDate askedOn() {
    return askedOn;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  public StaffId approvedBy() {
    return approvedBy == null ? null : new StaffId(approvedBy);
  }

  public LocalDate approvedOn() {
    return approvedOn;
  }

  public LocalDate madeOutOn() {
    return madeOutOn;
  }

  public StaffId madeOutBy() {
    return madeOutBy == null ? null : new StaffId(madeOutBy);
  }

  public byte[] lateWhy() {
    return lateWhy;
  }

  public byte[] backWhy() {
    return backWhy;
  }

  public StaffId backBy() {
    return backBy == null ? null : new StaffId(backBy);
  }

  public LocalDate withdrawnOn() {
    return withdrawnOn;
  }

  public StaffId withdrawnBy() {
    return withdrawnBy == null ? null : new StaffId(withdrawnBy);
  }

  public byte[] withdrawnWhy() {
    return withdrawnWhy;
  }
}
