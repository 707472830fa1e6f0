package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;

/** One step of an agreement on its way from the inquiry to the signature. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AGREEMENT_STEP")
public class ProposalStep {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID proposal;

  @Column(updatable = false)
  private int seq;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AgreementState state;

  @Column(name = "STEP_DAY")
  private LocalDate day;

  @Column(updatable = false)
  private String reference;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private byte[] words;

  protected ProposalStep() {}

  /**
   * @param proposal as it stands after the step
   * @param seq 0 for the inquiry
   * @param reference of the decision of the authority; null for the other steps
   */
  public ProposalStep(UUID id, Proposal proposal, int seq, String reference) {
    this.id = id;
    this.file = proposal.file().value();
    this.proposal = proposal.id().value();
    this.seq = seq;
    this.state = proposal.state();
    this.day = proposal.stateSince();
    this.reference = reference;
  }

  /**
   * Said before it is first saved.
   *
   * @param code why the agreement came to nothing; null for the other steps
   * @param sealedWords what is to be said of it, or null
   */
  public void because(String code, byte[] sealedWords) {
    reason = code;
    words = sealedWords;
  }

  public void correct(LocalDate on) {
    day = on;
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public AgreementId proposal() {
    return new AgreementId(proposal);
  }

  public int seq() {
    return seq;
  }

  /** Where the agreement stood from then on. */
  public AgreementState state() {
    return state;
  }

  public LocalDate on() {
    return day;
  }

  public String reference() {
    return reference;
  }

  /** Code of a {@link DropReason} or of the law; null for other steps, and where none was asked. */
  public String reason() {
    return reason;
  }

  public byte[] words() {
    return words;
  }
}
