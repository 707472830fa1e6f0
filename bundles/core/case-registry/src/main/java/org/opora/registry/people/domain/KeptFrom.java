package org.opora.registry.people.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/**
 * Somebody who must not learn where the person is: always in words, sealed with the key of the
 * person who is protected, so that whoever reads them is warned; and the person of the register,
 * where they are one.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KEPT_FROM")
public class KeptFrom implements OfPerson {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  private UUID whom;
  private byte[] who;
  private byte[] reason;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected KeptFrom() {}

  public KeptFrom(UUID id, PersonId person) {
    this.id = id;
    this.person = person.value();
  }

  /**
   * @param known null when it is nobody of the register
   */
  public void says(PersonId known, byte[] sealedWho, byte[] sealedReason, Period period) {
    whom = known == null ? null : known.value();
    who = sealedWho;
    reason = sealedReason;
    since = period.from();
    until = period.until();
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

  /** Null when it is nobody of the register. */
  public PersonId whom() {
    return whom == null ? null : new PersonId(whom);
  }

  public byte[] who() {
    return who;
  }

  public byte[] reason() {
    return reason;
  }

  public Period period() {
    return new Period(since, until);
  }
}
