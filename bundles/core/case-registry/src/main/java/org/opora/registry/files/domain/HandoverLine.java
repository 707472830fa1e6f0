package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** One line of a hand-over protocol, sealed with the key of the file. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "HANDOVER_LINE")
public class HandoverLine {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID handover;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private HandoverPart part;

  @Column(updatable = false)
  private int place;

  @Column(updatable = false)
  private UUID person;

  @Column(updatable = false)
  private byte[] words;

  protected HandoverLine() {}

  /**
   * @param person whom it names; null for the family as a whole
   */
  public HandoverLine(
      UUID id, UUID handover, HandoverPart part, int place, PersonId person, byte[] sealedWords) {
    this.id = id;
    this.handover = handover;
    this.part = part;
    this.place = place;
    this.person = person == null ? null : person.value();
    this.words = sealedWords;
  }

  public UUID id() {
    return id;
  }

  public HandoverPart part() {
    return part;
  }

  /** Null for the family as a whole. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  public byte[] words() {
    return words;
  }
}
