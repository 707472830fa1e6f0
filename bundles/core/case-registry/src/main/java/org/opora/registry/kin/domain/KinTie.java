package org.opora.registry.kin.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.kin.Role;
import org.opora.api.overrides.Reason;

/** How two people are related: one row, read from both sides. Its words hang on the first's key. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KIN_TIE")
public class KinTie {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "FIRST_PERSON", updatable = false)
  private UUID first;

  @Column(name = "OTHER_PERSON", updatable = false)
  private UUID other;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private TieKind kind;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  private byte[] words;
  private byte[] note;
  private byte[] despite;

  @Enumerated(EnumType.STRING)
  @Column(name = "DESPITE_REASON")
  private Reason reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "DESPITE_RULE")
  private Doubt doubt;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Embedded private Struck struck;

  protected KinTie() {}

  /**
   * @param file in whose work it was written down; null for none
   */
  public KinTie(
      UUID id, PersonId first, PersonId other, TieKind kind, CaseFileId file, StaffId recordedBy) {
    this.id = id;
    this.first = first.value();
    this.other = other.value();
    this.kind = kind;
    this.file = file == null ? null : file.value();
    this.recordedBy = recordedBy.value();
  }

  /**
   * @param sealedWords how they are close; null when nobody said it
   * @param sealedNote null for none
   */
  public void says(Days days, byte[] sealedWords, byte[] sealedNote) {
    since = days.from();
    until = days.until();
    words = sealedWords;
    note = sealedNote;
  }

  /**
   * @param what makes it look wrong; null for nothing, or when that is not known any more
   * @param why it is right although it looks wrong; null when it rests on no reason
   * @param sealedDespite the same in words
   */
  public void despite(Doubt what, Reason why, byte[] sealedDespite) {
    doubt = why == null ? null : what;
    reason = why;
    despite = sealedDespite;
  }

  public void lasts(LocalDate lastDay) {
    until = lastDay;
  }

  public void strike(Struck how) {
    struck = how;
  }

  /** What the person of this key is to the other one on that day. */
  public Role role(PersonId of, LocalDate day) {
    return kind.role(first().equals(of), past(day));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PersonId first() {
    return new PersonId(first);
  }

  public PersonId other() {
    return new PersonId(other);
  }

  public TieKind kind() {
    return kind;
  }

  /** Null when it was written down outside the work with any file. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  public Days days() {
    return new Days(since, until);
  }

  /** Null while it lasts, and for what holds for life. */
  public LocalDate lastDay() {
    return kind.lasting() ? null : until;
  }

  /** Whether it was over before that day. */
  public boolean past(LocalDate day) {
    return !kind.lasting() && days().past(day);
  }

  public byte[] words() {
    return words;
  }

  public byte[] note() {
    return note;
  }

  public byte[] despite() {
    return despite;
  }

  /** Null when it rests on no reason. */
  public Reason reason() {
    return reason;
  }

  /** What made it look wrong; null for nothing, or when that is not known any more. */
  public Doubt doubt() {
    return doubt;
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }

  /** Null when it counts. */
  public Struck struck() {
    return struck == null || struck.on() == null ? null : struck;
  }
}
