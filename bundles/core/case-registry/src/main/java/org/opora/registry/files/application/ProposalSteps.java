package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.files.domain.ProposalStep;
import org.opora.registry.intake.domain.InquiryState;

/** The steps of agreements in preparation, and of those that came of them. */
final class ProposalSteps {
  private final EntityManager em;

  ProposalSteps(EntityManager em) {
    this.em = em;
  }

  /** Oldest first, as they are read. */
  Map<AgreementId, List<StepTaken>> of(CaseFileId file, DropReasons reasons, StepSeals seals) {
    return em
        .createQuery(
            "SELECT s FROM ProposalStep s WHERE s.file = :file ORDER BY s.seq", ProposalStep.class)
        .setParameter("file", file.value())
        .getResultList()
        .stream()
        .collect(
            Collectors.groupingBy(
                ProposalStep::proposal,
                Collectors.mapping(
                    row ->
                        new StepTaken(
                            row.state(),
                            row.on(),
                            row.reference(),
                            reasons.words(row.reason()),
                            seals.words(row)),
                    Collectors.toList())));
  }

  /** Oldest first. */
  List<ProposalStep> of(AgreementId proposal) {
    return em.createQuery(
            "SELECT s FROM ProposalStep s WHERE s.proposal = :proposal ORDER BY s.seq",
            ProposalStep.class)
        .setParameter("proposal", proposal.value())
        .getResultList();
  }

  /**
   * @param proposal as it stands after the step
   * @param reference null where the step has none
   */
  ProposalStep add(Proposal proposal, String reference) {
    ProposalStep step = new ProposalStep(Ids.next(), proposal, of(proposal.id()).size(), reference);
    em.persist(step);
    return step;
  }

  /**
   * The inquiry of the file that led to no agreement in preparation yet; null when none is left.
   */
  UUID inquiry(CaseFileId file) {
    return em.createQuery(
            "SELECT i.id FROM Inquiry i WHERE i.file = :file AND i.state = :accepted AND NOT EXISTS"
                + " (SELECT p.id FROM Proposal p WHERE p.inquiry = i.id) ORDER BY i.stateOn, i.id",
            UUID.class)
        .setParameter("file", file.value())
        .setParameter("accepted", InquiryState.ACCEPTED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }
}
