package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A criterion of a standard in the words of the centre. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STANDARD_CRITERION")
public class StandardCriterion {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String standard;

  @Column(updatable = false)
  private String letter;

  private String wording;
  private String source;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "ENTERED_BY", updatable = false)
  private UUID enteredBy;

  @Column(name = "ENTERED_ON", updatable = false)
  private LocalDate enteredOn;

  protected StandardCriterion() {}

  /**
   * @param standard code of the standard in the law pack
   * @param letter within the standard
   */
  public StandardCriterion(UUID id, String standard, String letter, StaffId by, LocalDate on) {
    this.id = id;
    this.standard = standard;
    this.letter = letter;
    this.enteredBy = by.value();
    this.enteredOn = on;
  }

  /**
   * @param words what the criterion asks
   * @param from where they were read; null when nobody says
   * @param lastDay null while it holds
   */
  public void says(String words, String from, LocalDate firstDay, LocalDate lastDay) {
    wording = words;
    source = from;
    since = firstDay;
    until = lastDay;
  }

  public boolean holdsOn(LocalDate day) {
    return !since.isAfter(day) && (until == null || !until.isBefore(day));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String standard() {
    return standard;
  }

  public String letter() {
    return letter;
  }

  public String wording() {
    return wording;
  }

  public String source() {
    return source;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }
}
