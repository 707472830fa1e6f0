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
import org.opora.api.access.Subject;
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
  private UUID contact;
  private UUID doer;

  @Column(name = "KEY_KIND")
  private String keyKind;

  @Column(name = "KEY_OF")
  private UUID keyOf;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  private boolean founded;

  @Column(name = "WITH_CONTACT")
  private boolean withContact;

  @Column(name = "WITH_PROPOSAL")
  private boolean withProposal;

  @Column(name = "ANONYMISED_ON")
  private LocalDate anonymisedOn;

  protected Inquiry() {}

  public Inquiry(UUID id, LocalDate askedOn, StaffId recordedBy) {
    this.id = id;
    this.recordedBy = recordedBy.value();
    this.state = InquiryState.NEW;
    this.askedOn = askedOn;
    this.stateOn = askedOn;
    this.keyKind = Subject.Kind.DRAWER.name();
    this.keyOf = recordedBy.value();
  }

  /** A first contact it came from. */
  public void follows(UUID firstContact) {
    contact = firstContact;
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

  /**
   * An agreement is offered, the family waits for a place, or does not go on. Whoever waited before
   * keeps their place on the list.
   */
  public void goes(InquiryState next, LocalDate on) {
    open(on);
    if (next == InquiryState.ACCEPTED || next == InquiryState.REFUSED || next == state) {
      throw new IllegalStateException("Not this way to " + next);
    }
    state = next;
    stateOn = on;
    if (next == InquiryState.WAITING && waitingSince == null) {
      waitingSince = on;
    }
  }

  /**
   * The family has a file now: name and phone are with the person, and what else was said hangs on
   * the key of the file.
   */
  public void accepted(CaseFileId familyFile, LocalDate on) {
    open(on);
    state = InquiryState.ACCEPTED;
    stateOn = on;
    file = familyFile.value();
    keyKind = Subject.Kind.CASE_FILE.name();
    keyOf = familyFile.value();
    name = null;
    phone = null;
    note = null;
    others = null;
  }

  /**
   * What came of the acceptance, beside the link to the file.
   *
   * @param opened whether the file was opened for it
   * @param contact whether its first contact went to the file with it
   * @param proposal whether an agreement in preparation there was before follows it
   */
  public void brought(boolean opened, boolean contact, boolean proposal) {
    founded = opened;
    withContact = contact;
    withProposal = proposal;
  }

  /**
   * It was accepted by mistake: it belongs to no file, and its words hang on the key of whoever
   * wrote it down, and have to be said anew.
   */
  public void turnedBack(InquiryState now, LocalDate on) {
    if (state != InquiryState.ACCEPTED || !now.open()) {
      throw new IllegalStateException("It is " + state + " and does not go back to " + now);
    }
    state = now;
    stateOn = on;
    if (now == InquiryState.WAITING && waitingSince == null) {
      waitingSince = on;
    }
    file = null;
    keyKind = Subject.Kind.DRAWER.name();
    keyOf = recordedBy;
    brought(false, false, false);
  }

  /** Whether its file was opened for it. */
  public boolean founded() {
    return founded;
  }

  public boolean withContact() {
    return withContact;
  }

  public boolean withProposal() {
    return withProposal;
  }

  /** What was said, sealed anew. */
  public void noted(byte[] sealedNote) {
    note = sealedNote;
  }

  /**
   * Why an agreement was refused.
   *
   * @param why code of the law
   * @param sealedOthers which other bodies were offered, or null
   * @param offered how many
   * @param places of the centre on that day; null when it has set none
   * @param used of them
   */
  public record Grounds(String why, byte[] sealedOthers, int offered, Integer places, int used) {}

  /**
   * @param toldOn when the family was told
   */
  public void refused(LocalDate toldOn, Grounds grounds) {
    open(toldOn);
    state = InquiryState.REFUSED;
    stateOn = toldOn;
    because(grounds);
  }

  private void because(Grounds grounds) {
    ground = grounds == null ? null : grounds.why();
    others = grounds == null ? null : grounds.sealedOthers();
    othersOffered = grounds == null ? null : (Integer) grounds.offered();
    placesThen = grounds == null ? null : grounds.places();
    usedThen = grounds == null ? null : (Integer) grounds.used();
  }

  /**
   * What was recorded by mistake is put right.
   *
   * @param since day from which they wait, or null
   * @param grounds exactly when it is refused
   */
  public void corrected(InquiryState now, LocalDate on, LocalDate since, Grounds grounds) {
    boolean accepted = state == InquiryState.ACCEPTED;
    boolean refused = now == InquiryState.REFUSED;
    if (anonymisedOn != null
        || accepted != (now == InquiryState.ACCEPTED)
        || refused == (grounds == null)) {
      throw new IllegalStateException("It is " + state + " and is not corrected to " + now);
    }
    state = now;
    stateOn = on;
    waitingSince = since;
    because(grounds);
  }

  /** Nobody can be recognised by it any more; what is counted stays. */
  public void forget(LocalDate on) {
    forgetWords();
    anonymisedOn = on;
  }

  /** The words are gone; whose inquiry it was is still known by the file. */
  public void forgetWords() {
    name = null;
    phone = null;
    note = null;
    others = null;
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

  /** On whose key its words hang. */
  public Subject owner() {
    return new Subject(Subject.Kind.valueOf(keyKind), keyOf);
  }

  /** The first contact it came from, or null. */
  public UUID contact() {
    return contact;
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
