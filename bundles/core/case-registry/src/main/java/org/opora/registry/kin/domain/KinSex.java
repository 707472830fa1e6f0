package org.opora.registry.kin.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.registry.people.domain.Sex;

/** What somebody wrote down about the sex of a person; it goes before what an identifier says. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KIN_SEX")
public class KinSex {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  private Sex sex;

  protected KinSex() {}

  public KinSex(UUID id, PersonId person, Sex sex) {
    this.id = id;
    this.person = person.value();
    this.sex = sex;
  }

  public void says(Sex now) {
    sex = now;
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

  public Sex sex() {
    return sex;
  }
}
