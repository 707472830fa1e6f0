package org.opora.registry.people.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Which languages somebody speaks, and whether an interpreter is needed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PERSON_SPEECH")
public class PersonSpeech implements OfPerson {
  private static final String BLANK = " ";
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "MOTHER_TONGUE")
  private String motherTongue;

  private String understands;
  private boolean interpreter;

  protected PersonSpeech() {}

  public PersonSpeech(UUID id, PersonId person) {
    this.id = id;
    this.person = person.value();
  }

  /**
   * @param own code of the mother tongue, or null
   * @param others codes of further languages
   */
  public void says(String own, List<String> others, boolean interpreterNeeded) {
    motherTongue = own;
    understands = others.isEmpty() ? null : String.join(BLANK, others);
    interpreter = interpreterNeeded;
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

  public String motherTongue() {
    return motherTongue;
  }

  public List<String> understands() {
    return understands == null ? List.of() : List.of(understands.split(BLANK));
  }

  public boolean interpreter() {
    return interpreter;
  }
}
