package org.opora.registry.people.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** An address beside the one where the person lives now, sealed with the person's own key. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PERSON_ADDRESS")
public class PersonAddress implements OfPerson {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  private AddressKind kind;

  private byte[] address;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "ENDED_BY")
  private UUID endedBy;

  @Column(name = "MAY_BE_TOLD")
  private boolean mayBeTold;

  protected PersonAddress() {}

  public PersonAddress(UUID id, PersonId person) {
    this.id = id;
    this.person = person.value();
  }

  /**
   * @param tellable whether it may be told although the whereabouts of the person are not
   */
  public void says(AddressKind goodFor, byte[] sealedAddress, Period period, boolean tellable) {
    kind = goodFor;
    address = sealedAddress;
    since = period.from();
    until = period.until();
    mayBeTold = tellable;
    endedBy = null;
  }

  /**
   * A move that was written on another entry of the same person has ended it; whatever somebody
   * says of it later counts instead.
   *
   * @param entry null when it is none of this person any more
   */
  public void endedBy(PersonId entry) {
    endedBy = entry == null ? null : entry.value();
  }

  /** Null unless a move that was written on another entry has ended it. */
  public PersonId endedBy() {
    return endedBy == null ? null : new PersonId(endedBy);
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
  public PersonId person() {
    return new PersonId(person);
  }

  public AddressKind kind() {
    return kind;
  }

  public byte[] address() {
    return address;
  }

  public Period period() {
    return new Period(since, until);
  }

  public boolean mayBeTold() {
    return mayBeTold;
  }
}
