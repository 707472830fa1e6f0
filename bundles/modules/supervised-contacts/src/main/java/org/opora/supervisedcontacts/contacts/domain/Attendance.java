package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/**
 * Somebody whom the children of a contact are to meet, and whether they came. Whoever is named in
 * the plans of several children is one: {@link AttendsAs} says as whom.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "ATTENDANCE")
public class Attendance {
  @Id private UUID id;
  private UUID contact;
  private UUID person;
  private Boolean came;
  private Boolean met;

  @Column(name = "CAME_AT")
  private Instant cameAt;

  @Column(name = "LEFT_AT")
  private Instant leftAt;

  protected Attendance() {}

  /**
   * @param person null when the registry does not know them
   */
  public Attendance(UUID id, ContactId contact, PersonId person) {
    this.id = id;
    this.contact = contact.value();
    this.person = person == null ? null : person.value();
  }

  /**
   * Whether they came, and whether they met the children: of somebody who may only meet them all
   * together, the first does not mean the second.
   */
  public void came(boolean came, boolean met) {
    this.came = came;
    this.met = came && met;
    if (!came) {
      this.cameAt = null;
      this.leftAt = null;
    }
  }

  /** From when to when they were there; null for what nobody wrote down. */
  public void there(Instant from, Instant until) {
    this.cameAt = from;
    this.leftAt = until;
  }

  /** Who of the registry it was is not known any more. */
  public void forget() {
    this.person = null;
  }

  public UUID id() {
    return id;
  }

  public ContactId contact() {
    return new ContactId(contact);
  }

  /** Null when the registry does not know them. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  /** Null until the contact is written down. */
  public Boolean came() {
    return came;
  }

  /** Null until the contact is written down. */
  public Boolean met() {
    return met;
  }

  public Instant cameAt() {
    return cameAt;
  }

  public Instant leftAt() {
    return leftAt;
  }
}
