package org.opora.registry.disability.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** A degree of dependency, or another disability, for a time. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "DISABILITY")
public class Disability {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  private Degree degree;

  private byte[] other;
  private byte[] decision;

  @Column(name = "DECIDED_ON")
  private LocalDate decidedOn;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected Disability() {}

  public Disability(UUID id, PersonId person, StaffId writtenBy) {
    this.id = id;
    this.person = person.value();
    this.writtenBy = writtenBy.value();
  }

  /**
   * @param how far the person depends on care; null when only another disability is known
   * @param sealedOther other disability, or null
   * @param sealedDecision number of the decision, or null
   * @param decided day of the decision, or null
   */
  public void says(Degree how, byte[] sealedOther, byte[] sealedDecision, LocalDate decided) {
    degree = how;
    other = sealedOther;
    decision = sealedDecision;
    decidedOn = decided;
  }

  /**
   * @param lastDay null while it lasts
   */
  public void holds(LocalDate firstDay, LocalDate lastDay) {
    since = firstDay;
    until = lastDay;
  }

  public boolean on(LocalDate day) {
    return !since.isAfter(day) && (until == null || !until.isBefore(day));
  }

  /** Whether both hold on some day. */
  public boolean meets(LocalDate firstDay, LocalDate lastDay) {
    return (lastDay == null || !since.isAfter(lastDay))
        && (until == null || !until.isBefore(firstDay));
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

  /** Null when only another disability is known. */
  public Degree degree() {
    return degree;
  }

  public byte[] other() {
    return other;
  }

  public byte[] decision() {
    return decision;
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
