package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** Somebody turned to the centre with something, by name or not. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FIRST_CONTACT")
public class FirstContact {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CAME_ON")
  private LocalDate cameOn;

  @Column(name = "CAME_AT")
  private LocalTime cameAt;

  @Enumerated(EnumType.STRING)
  private Way way;

  /** Names of the topics, in their order. */
  private String topics;

  @Enumerated(EnumType.STRING)
  private Pressing urgency;

  private byte[] name;

  @Column(name = "REACHED_AT")
  private byte[] reachedAt;

  private byte[] says;
  private byte[] advice;

  @Column(name = "WISH_TIME")
  private byte[] wishTime;

  @Column(name = "WISH_PLACE")
  private byte[] wishPlace;

  @Column(name = "WISH_LANGUAGE")
  private byte[] wishLanguage;

  @Enumerated(EnumType.STRING)
  @Column(name = "NEXT_STEP")
  private NextStep nextStep;

  @Column(name = "NEXT_ON")
  private LocalDate nextOn;

  @Column(name = "NEXT_TASK")
  private UUID nextTask;

  private Integer minutes;

  @Column(name = "RESPOND_BY")
  private LocalDate respondBy;

  @Column(name = "RESPONDED_ON")
  private LocalDate respondedOn;

  private UUID file;
  private UUID doer;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Column(name = "KEY_KIND")
  private String keyKind;

  @Column(name = "KEY_OF")
  private UUID keyOf;

  @Column(name = "ANONYMISED_ON")
  private LocalDate anonymisedOn;

  /** Whether it was somebody with a name; stays when the name is deleted. */
  private boolean named;

  /** Whether somebody was told something; stays when the words are deleted. */
  private boolean advised;

  protected FirstContact() {}

  public FirstContact(UUID id, StaffId recordedBy) {
    this.id = id;
    this.recordedBy = recordedBy.value();
    this.keyKind = Subject.Kind.DRAWER.name();
    this.keyOf = recordedBy.value();
  }

  /**
   * What is counted.
   *
   * @param at time of day, or null
   * @param about codes of one topic or several, in their order
   * @param lastDay by when the centre responds
   * @param spent minutes, or null
   */
  public void came(
      LocalDate on,
      LocalTime at,
      Way how,
      Collection<String> about,
      Pressing pressing,
      LocalDate lastDay,
      Integer spent) {
    cameOn = on;
    cameAt = at;
    way = how;
    topics = String.join(" ", about);
    urgency = pressing;
    respondBy = lastDay;
    minutes = spent;
  }

  /** The words, each of them sealed; null where nothing was said. */
  public void words(Words words) {
    named = file != null || words.name() != null;
    advised = words.advice() != null;
    hold(words);
  }

  private void hold(Words words) {
    name = words.name();
    reachedAt = words.reachedAt();
    says = words.says();
    advice = words.advice();
    wishTime = words.wishTime();
    wishPlace = words.wishPlace();
    wishLanguage = words.wishLanguage();
  }

  /**
   * @param step what follows
   * @param on by when; null exactly when nothing does
   * @param responded when the centre answered; null while it has not
   */
  public void next(NextStep step, LocalDate on, StaffId by, LocalDate responded) {
    nextStep = step;
    nextOn = on;
    doer = by.value();
    respondedOn = responded;
  }

  /**
   * @param task source of the task that the present step is; null when it asks for nothing
   */
  public void asks(UUID task) {
    nextTask = task;
  }

  /** Somebody else sees to it. */
  public void handTo(StaffId colleague) {
    doer = colleague.value();
  }

  /** What was promised: as long as it is the same, so is its task. */
  public Promise promise() {
    return new Promise(nextStep, nextOn, doer == null ? null : doer(), file());
  }

  /**
   * @param on by when; null exactly when nothing follows
   * @param doer who sees to it; null before anything was promised
   * @param file in whose story it stands, or null
   */
  public record Promise(NextStep step, LocalDate on, StaffId doer, CaseFileId file) {
    /** Whether somebody is to do something; a file that is there is not to be opened. */
    public boolean asks() {
      return step != NextStep.NONE && !(step == NextStep.OPEN_FILE && file != null);
    }

    /** The same but for the day. */
    public boolean sameAs(Promise other) {
      return step == other.step && doer.equals(other.doer) && Objects.equals(file, other.file);
    }
  }

  /** A file has come of it: from now on its words hang on the key of the file. */
  public void belongsTo(CaseFileId familyFile) {
    file = familyFile.value();
    keyKind = Subject.Kind.CASE_FILE.name();
    keyOf = familyFile.value();
  }

  /** No file has come of it after all: its words hang on the key of whoever wrote it down. */
  public void standsAlone() {
    file = null;
    keyKind = Subject.Kind.DRAWER.name();
    keyOf = recordedBy;
  }

  /** Nobody can be recognised by it any more; what is counted stays. */
  public void forget(LocalDate on) {
    forgetWords();
    anonymisedOn = on;
  }

  /** The words are gone; whose contact it was is still known by the file. */
  public void forgetWords() {
    hold(new Words(null, null, null, null, null, null, null));
  }

  /** Sealed words. */
  public record Words(
      byte[] name,
      byte[] reachedAt,
      byte[] says,
      byte[] advice,
      byte[] wishTime,
      byte[] wishPlace,
      byte[] wishLanguage) {}

  public Words words() {
    return new Words(name, reachedAt, says, advice, wishTime, wishPlace, wishLanguage);
  }

  public UUID id() {
    return id;
  }

  /** On whose key its words hang. */
  public Subject owner() {
    return new Subject(Subject.Kind.valueOf(keyKind), keyOf);
  }

  /** Null while it is readable. */
  public LocalDate anonymisedOn() {
    return anonymisedOn;
  }

  public long version() {
    return version;
  }

  public LocalDate cameOn() {
    return cameOn;
  }

  public LocalTime cameAt() {
    return cameAt;
  }

  public Way way() {
    return way;
  }

  /** Codes of the topics, at least one once it is written down. */
  public List<String> topics() {
    return topics == null ? List.of() : List.of(topics.split(" "));
  }

  public Pressing urgency() {
    return urgency;
  }

  public NextStep nextStep() {
    return nextStep;
  }

  public LocalDate nextOn() {
    return nextOn;
  }

  /** Source of the task that the present step is; null when it asks for nothing. */
  public UUID nextTask() {
    return nextTask;
  }

  public Integer minutes() {
    return minutes;
  }

  public LocalDate respondBy() {
    return respondBy;
  }

  /** Null while nobody has answered. */
  public LocalDate respondedOn() {
    return respondedOn;
  }

  /** Null while no file has come of it. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  public StaffId doer() {
    return new StaffId(doer);
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }
}
