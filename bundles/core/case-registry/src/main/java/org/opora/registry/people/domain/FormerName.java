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
import org.opora.api.people.PersonName;

/**
 * A name somebody had before, or is called by besides. Either part may be empty: it did not change.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PERSON_NAME")
public class FormerName implements OfPerson {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  private NameKind kind;

  private String given;
  private String family;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected FormerName() {}

  public FormerName(UUID id, PersonId person) {
    this.id = id;
    this.person = person.value();
  }

  /**
   * @param lastDay null when it is not known, or still used
   */
  public void says(NameKind of, PersonName name, LocalDate lastDay) {
    kind = of;
    given = name.given();
    family = name.family();
    until = lastDay;
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

  public NameKind kind() {
    return kind;
  }

  public PersonName name() {
    return new PersonName(given, family);
  }

  public LocalDate until() {
    return until;
  }
}
