package org.opora.registry.people.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/**
 * A further word of a name: the second given name, the second half of a double family name, a word
 * of a former name.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PERSON_WORD")
public class PersonWord {
  @Id private UUID id;

  @Column(updatable = false)
  private String word;

  @Column(updatable = false)
  private UUID person;

  protected PersonWord() {}

  public PersonWord(UUID id, String word, PersonId person) {
    this.id = id;
    this.word = word;
    this.person = person.value();
  }

  public UUID id() {
    return id;
  }

  public String word() {
    return word;
  }

  public PersonId person() {
    return new PersonId(person);
  }
}
