package org.opora.registry.safety.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.safety.Safety.Kind;

/**
 * What everybody who looks after a person must know. Its words are sealed with the person's own
 * key.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "SAFETY_NOTICE")
public class SafetyNotice {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private byte[] what;
  private byte[] whom;
  private byte[] doing;

  @Column(name = "WHOM_PERSON")
  private UUID whomPerson;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "RAISED_BY", updatable = false)
  private UUID raisedBy;

  @Column(name = "WITHDRAWN_ON")
  private LocalDate withdrawnOn;

  @Column(name = "WITHDRAWN_BY")
  private UUID withdrawnBy;

  private byte[] reason;

  protected SafetyNotice() {}

  public SafetyNotice(UUID id, PersonId person, StaffId raisedBy) {
    this.id = id;
    this.person = person.value();
    this.raisedBy = raisedBy.value();
  }

  /**
   * @param sealedWhom null unless the kind is about somebody, and when the register alone says whom
   * @param sealedDoing null when nothing particular is to be done
   * @param lastDay null while it lasts
   */
  public void says(
      Kind about,
      byte[] sealedWhat,
      byte[] sealedWhom,
      byte[] sealedDoing,
      LocalDate firstDay,
      LocalDate lastDay) {
    kind = about;
    what = sealedWhat;
    whom = sealedWhom;
    doing = sealedDoing;
    since = firstDay;
    until = lastDay;
  }

  /**
   * @param other whom it is about; null when the register does not know them, or it is about nobody
   */
  public void about(PersonId other) {
    whomPerson = other == null ? null : other.value();
  }

  public void withdraw(LocalDate day, StaffId by, byte[] sealedReason) {
    withdrawnOn = day;
    withdrawnBy = by.value();
    reason = sealedReason;
  }

  public void reinstate() {
    withdrawnOn = null;
    withdrawnBy = null;
    reason = null;
  }

  /** Whether it holds on that day. */
  public boolean inForce(LocalDate day) {
    return withdrawnOn == null && !since.isAfter(day) && (until == null || !until.isBefore(day));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public Kind kind() {
    return kind;
  }

  public byte[] what() {
    return what;
  }

  public byte[] whom() {
    return whom;
  }

  /** Null when the register does not know them, and when it is about nobody. */
  public PersonId whomPerson() {
    return whomPerson == null ? null : new PersonId(whomPerson);
  }

  public byte[] doing() {
    return doing;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public StaffId raisedBy() {
    return new StaffId(raisedBy);
  }

  public LocalDate withdrawnOn() {
    return withdrawnOn;
  }

  /** Null unless it was withdrawn. */
  public StaffId withdrawnBy() {
    return withdrawnBy == null ? null : new StaffId(withdrawnBy);
  }

  public byte[] reason() {
    return reason;
  }
}
