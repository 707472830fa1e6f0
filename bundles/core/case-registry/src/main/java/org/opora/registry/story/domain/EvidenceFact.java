package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/** A fact about somebody or something, within a file or outside of all. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "EVIDENCE")
public class EvidenceFact {
  @Id private UUID id;

  @Embedded private Source source;

  @Column(name = "SUBJECT_KIND", updatable = false)
  private String subjectKind;

  @Column(updatable = false)
  private UUID subject;

  @Column(updatable = false)
  private UUID file;

  /** The subject again where it is a person, so that whoever looks for people finds it. */
  @Column(updatable = false)
  private UUID person;

  @Column(name = "HAPPENED_ON", updatable = false)
  private LocalDate day;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  @Column(updatable = false)
  private BigDecimal quantity;

  @Column(updatable = false)
  private String unit;

  @Column(updatable = false)
  private String form;

  /** Empty where nothing ties it to other facts: only then no two rows can be the same. */
  @Column(updatable = false)
  private String ref = "";

  @Column(name = "OPENING_BALANCE", updatable = false)
  private boolean openingBalance;

  protected EvidenceFact() {}

  /** That it happened on a day, or began on it. */
  public EvidenceFact(UUID id, Source source, Proven about, LocalDate day, boolean openingBalance) {
    this.id = id;
    this.source = source;
    this.subjectKind = about.kind();
    this.subject = about.subject();
    this.file = about.file() == null ? null : about.file().value();
    this.person = about.person();
    this.day = day;
    this.openingBalance = openingBalance;
  }

  /**
   * @param last null where it has one day only, or no end
   */
  public EvidenceFact until(LocalDate last) {
    this.until = last;
    return this;
  }

  /** Each null where the fact says nothing of it. */
  public EvidenceFact amounting(BigDecimal much, String in, String way) {
    this.quantity = much;
    this.unit = in;
    this.form = way;
    return this;
  }

  /**
   * @param key null where nothing ties it to others
   */
  public EvidenceFact tiedTo(String key) {
    this.ref = key == null ? "" : key;
    return this;
  }

  public UUID id() {
    return id;
  }

  public Source source() {
    return source;
  }

  public Proven about() {
    return new Proven(subjectKind, subject, file());
  }

  /** Null where it counts in no file. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  /** Null where it is about nobody in particular. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  public LocalDate day() {
    return day;
  }

  public LocalDate until() {
    return until;
  }

  public BigDecimal quantity() {
    return quantity;
  }

  public String unit() {
    return unit;
  }

  public String form() {
    return form;
  }

  /** Null where nothing ties it to others. */
  public String ref() {
    return ref.isEmpty() ? null : ref;
  }

  public boolean openingBalance() {
    return openingBalance;
  }
}
