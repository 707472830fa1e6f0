package org.opora.supervisedcontacts.agreements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A rule of a wording, sealed with the key of the child's sub-file. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "AGREEMENT_RULE")
public class AgreementRule {
  @Id private UUID id;

  @Column(name = "AGREEMENT_WORDING", updatable = false)
  private UUID wording;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RuleKind kind;

  @Column(name = "WORDS_S")
  private byte[] words;

  protected AgreementRule() {}

  public AgreementRule(UUID id, UUID wording, RuleKind kind, byte[] words) {
    this.id = id;
    this.wording = wording;
    this.kind = kind;
    this.words = words;
  }

  /** What it said is not known any more. */
  public void forget() {
    this.words = null;
  }

  public UUID id() {
    return id;
  }

  /** Key of the {@link AgreementWording}. */
  public UUID wording() {
    return wording;
  }

  public RuleKind kind() {
    return kind;
  }

  public byte[] words() {
    return words;
  }
}
