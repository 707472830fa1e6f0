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
