package org.opora.registry.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.care.domain.PaperEntry;

/** A plan of one child's stay or of one carer's education. The words are sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLAN")
public class Plan implements PaperEntry {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private PlanKind kind;

  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(updatable = false)
  private UUID carer;

  @Column(name = "DRAWN_ON")
  private LocalDate day;

  @Column(name = "FIRST_DAY")
  private LocalDate first;

  @Column(name = "LAST_DAY")
  private LocalDate last;

  @Column(name = "REVIEW_ON")
  private LocalDate reviewOn;

  private int reviews;
  private byte[] words;
  private boolean signed;
  private int wording;

  @Column(name = "WORDED_AT")
  private Instant wordedAt;

  @Column(name = "WRITTEN_BY")
  private UUID writtenBy;

  protected Plan() {}

  private Plan(UUID id, CaseFileId file, PlanKind kind) {
    this.id = id;
    this.file = file.value();
    this.kind = kind;
  }

  public static Plan ofStay(UUID id, CaseFileId file, PersonId child, ChildFileId childFile) {
    Plan plan = new Plan(id, file, PlanKind.STAY);
    plan.child = child.value();
    plan.childFile = childFile.value();
    return plan;
  }

  public static Plan ofEducation(UUID id, CaseFileId file, PersonId carer) {
    Plan plan = new Plan(id, file, PlanKind.EDUCATION);
    plan.carer = carer.value();
    return plan;
  }

  /** From now on it reads so: its next wording. */
  public void says(PlanTerms terms, byte[] sealed, StaffId by, Instant at) {
    wording++;
    day = terms.on();
    first = terms.first();
    last = terms.last();
    reviewOn = terms.reviewOn();
    words = sealed;
    writtenBy = by.value();
    wordedAt = at;
  }

  /**
   * It was looked at.
   *
   * @param next when it is looked at again; null for never
   */
  public void reviewed(LocalDate next) {
    reviews++;
    reviewOn = next;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public PlanKind kind() {
    return kind;
  }

  /** The child, or the carer. */
  public PersonId whose() {
    return new PersonId(kind == PlanKind.STAY ? child : carer);
  }

  /** Null for a plan of education. */
  public ChildFileId childFile() {
    return childFile == null ? null : new ChildFileId(childFile);
  }

  @Override
  public LocalDate day() {
    return day;
  }

  public PlanTerms terms() {
    return new PlanTerms(day, first, last, reviewOn);
  }

  /** How often it was looked at. */
  public int reviews() {
    return reviews;
  }

  public byte[] words() {
    return words;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  @Override
  public boolean counts() {
    return true;
  }

  @Override
  public int wording() {
    return wording;
  }

  @Override
  public Instant wordedAt() {
    return wordedAt;
  }

  @Override
  public boolean arrived() {
    return false;
  }

  /** It can still be corrected, but not on a page from before: its version is another one. */
  @Override
  public void sign() {
    signed = true;
  }
}
