package org.opora.registry.authorities.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** The authority that is competent for a person, from a day on. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PERSON_AUTHORITY")
public class PersonAuthority {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Column(updatable = false)
  private UUID body;

  @Column(name = "NAME_S", updatable = false)
  private byte[] name;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "ENTERED_BY", updatable = false)
  private UUID enteredBy;

  @Column(name = "ENTERED_ON", updatable = false)
  private LocalDate enteredOn;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected PersonAuthority() {}

  /**
   * @param body null when the office is not in the directory
   * @param name sealed, as the office was called on the day
   */
  public PersonAuthority(
      UUID id,
      PersonId person,
      BodyId body,
      byte[] name,
      LocalDate since,
      StaffId by,
      LocalDate on) {
    this.id = id;
    this.person = person.value();
    this.body = body == null ? null : body.value();
    this.name = name;
    this.since = since;
    this.enteredBy = by.value();
    this.enteredOn = on;
  }

  /** Another one is competent from the day after; null when this one still is. */
  public void ends(LocalDate lastDay) {
    until = lastDay;
  }

  public void strike(StaffId by, LocalDate on) {
    struckOn = on;
    struckBy = by.value();
  }

  public boolean on(LocalDate day) {
    return struckOn == null && !since.isAfter(day) && (until == null || !until.isBefore(day));
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

  /** Null when the office is not in the directory. */
  public BodyId body() {
    return body == null ? null : new BodyId(body);
  }

  public byte[] name() {
    return name;
  }

  public LocalDate since() {
    return since;
  }

  /** Null while it is competent. */
  public LocalDate until() {
    return until;
  }

  /** Null unless it was a mistake. */
  public LocalDate struckOn() {
    return struckOn;
  }

  /** Null unless it was a mistake. */
  public StaffId struckBy() {
    return struckBy == null ? null : new StaffId(struckBy);
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }
}
