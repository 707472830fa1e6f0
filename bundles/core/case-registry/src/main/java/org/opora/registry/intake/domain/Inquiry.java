package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** Somebody asks whether the centre would conclude an agreement with them. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INQUIRY")
public class Inquiry {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "ASKED_ON")
  private LocalDate askedOn;

  private byte[] name;
  private byte[] phone;
  private byte[] note;

  @Enumerated(EnumType.STRING)
  private InquiryState state;

  @Column(name = "STATE_ON")
  private LocalDate stateOn;

  @Column(name = "WAITING_SINCE")
  private LocalDate waitingSince;

  private String ground;
  private byte[] others;

  @Column(name = "OTHERS_OFFERED")
  private Integer othersOffered;

  @Column(name = "PLACES_THEN")
  private Integer placesThen;

  @Column(name = "USED_THEN")
  private Integer usedThen;

  private UUID file;
  private UUID doer;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Column(name = "ANONYMISED_ON")
  private LocalDate anonymisedOn;

  protected Inquiry() {}

  public Inquiry(UUID id, LocalDate askedOn, StaffId recordedBy) {
    this.id = id;
    this.recordedBy = recordedBy.value();
    this.state = InquiryState.NEW;
    this.askedOn = askedOn;
    this.stateOn = askedOn;
  }

  /** Who asked and what they said, sealed, and who sees to it. */
  public void says(
      LocalDate on, byte[] sealedName, byte[] sealedPhone, byte[] sealedNote, StaffId colleague) {
    askedOn = on;
    if (state == InquiryState.NEW) {
      stateOn = on;
    }
    name = sealedName;
    phone = sealedPhone;
    note = sealedNote;
    doer = colleague.value();
  }

  /** An agreement is offered, the family waits for a place, or does not go on. */
  public void goes(InquiryState next, LocalDate on) {
    open(on);
    if (next == InquiryState.ACCEPTED || next == InquiryState.REFUSED || next == state) {
      throw new IllegalStateException("Not this way to " + next);
    }
    state = next;
    stateOn = on;
    waitingSince = next == InquiryState.WAITING ? on : waitingSince;
  }

  /** The family has a file now. */
  public void accepted(CaseFileId familyFile, LocalDate on) {
    open(on);
    state = InquiryState.ACCEPTED;
    stateOn = on;
    file = familyFile.value();
  }

  /**
   * @param why code of the law
   * @param toldOn when the family was told
   * @param sealedOthers which other bodies were offered, or null
   * @param offered how many
   * @param places of the centre on that day; null when it has set none
   * @param used of them
   */
  public void refused(
      String why, LocalDate toldOn, byte[] sealedOthers, int offered, Integer places, int used) {
    open(toldOn);
    state = InquiryState.REFUSED;
    stateOn = toldOn;
    ground = why;
    others = sealedOthers;
    othersOffered = offered;
    placesThen = places;
    usedThen = used;
  }

  /** Nobody can be recognised by it any more; what is counted stays. */
  public void forget(LocalDate on) {
    name = null;
    phone = null;
    note = null;
    others = null;
    anonymisedOn = on;
  }

  private void open(LocalDate on) {
    if (!state.open()) {
      throw new IllegalStateException("It is " + state);
    }
    if (on.isBefore(stateOn)) {
      throw new IllegalStateException("It is " + state + " only since " + stateOn);
    }
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public LocalDate askedOn() {
    return askedOn;
  }

  public byte[] name() {
    return name;
  }

  public byte[] phone() {
    return phone;
  }

  public byte[] note() {
    return note;
  }

  public InquiryState state() {
    return state;
  }

  /** Since when; for a refusal the day on which the family was told. */
  public LocalDate stateOn() {
    return stateOn;
  }

  /** Null when it never was on the waiting list. */
  public LocalDate waitingSince() {
    return waitingSince;
  }

  public String ground() {
    return ground;
  }

  public byte[] others() {
    return others;
  }

  public Integer othersOffered() {
    return othersOffered;
  }

  public Integer placesThen() {
    return placesThen;
  }

  public Integer usedThen() {
    return usedThen;
  }

  /** Null until it is accepted. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  public StaffId doer() {
    return new StaffId(doer);
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }

  /** Null while it is readable. */
  public LocalDate anonymisedOn() {
    return anonymisedOn;
  }
}
