package org.opora.supervisedcontacts.agreements.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.supervisedcontacts.agreements.domain.AgreementRule;
import org.opora.supervisedcontacts.agreements.domain.AgreementScan;
import org.opora.supervisedcontacts.agreements.domain.AgreementSignature;
import org.opora.supervisedcontacts.agreements.domain.AgreementWording;
import org.opora.supervisedcontacts.agreements.domain.ContactAgreement;
import org.opora.supervisedcontacts.agreements.domain.RuleWording;

/** What is asked of agreements. */
public final class AgreementQueries {
  private AgreementQueries() {}

  /** Of a plan, the last one first. */
  public static List<ContactAgreement> ofPlan(EntityManager em, UUID plan) {
    return em.createQuery(
            "SELECT a FROM ContactAgreement a WHERE a.plan = :plan ORDER BY a.id DESC",
            ContactAgreement.class)
        .setParameter("plan", plan)
        .getResultList();
  }

  /** About a child, under each of these keys. */
  public static List<ContactAgreement> ofChild(EntityManager em, Collection<UUID> children) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT a FROM ContactAgreement a WHERE a.child IN :children ORDER BY a.id",
                ContactAgreement.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** Until the end of the transaction, whoever else files or rewords it waits. */
  public static Optional<ContactAgreement> hold(EntityManager em, UUID agreement) {
    return Optional.ofNullable(
        em.find(ContactAgreement.class, agreement, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The wording that is this document. */
  public static Optional<AgreementWording> filedAs(EntityManager em, UUID document) {
    return em.createQuery(
            "SELECT w FROM AgreementWording w WHERE w.document = :document", AgreementWording.class)
        .setParameter("document", document)
        .getResultStream()
        .findFirst();
  }

  /** The last wording of each first. */
  public static List<AgreementWording> wordings(EntityManager em, Collection<UUID> agreements) {
    return agreements.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT w FROM AgreementWording w WHERE w.agreement IN :agreements"
                    + " ORDER BY w.agreement, w.number DESC",
                AgreementWording.class)
            .setParameter("agreements", agreements)
            .getResultList();
  }

  public static List<AgreementRule> rules(EntityManager em, Collection<UUID> wordings) {
    return wordings.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM AgreementRule r WHERE r.wording IN :wordings", AgreementRule.class)
            .setParameter("wordings", wordings)
            .getResultList();
  }

  /** In the order in which they were noted. */
  public static List<AgreementSignature> signatures(EntityManager em, Collection<UUID> agreements) {
    return agreements.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT s FROM AgreementSignature s WHERE s.agreement IN :agreements"
                    + " ORDER BY s.notedAt, s.id",
                AgreementSignature.class)
            .setParameter("agreements", agreements)
            .getResultList();
  }

  /** What somebody signed, under each of these keys. */
  public static List<AgreementSignature> signedBy(EntityManager em, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT s FROM AgreementSignature s WHERE s.person IN :people ORDER BY s.day, s.id",
                AgreementSignature.class)
            .setParameter("people", people)
            .getResultList();
  }

  /** Scans without their content. */
  public static List<ScanRow> scans(EntityManager em, UUID agreement) {
    return em.createQuery(
            "SELECT NEW org.opora.supervisedcontacts.agreements.persistence.ScanRow(s.id, s.format,"
                + " s.bytes, s.addedBy, s.addedAt, s.struckOn) FROM AgreementScan s"
                + " WHERE s.agreement = :agreement ORDER BY s.addedAt, s.id",
            ScanRow.class)
        .setParameter("agreement", agreement)
        .getResultList();
  }

  /** Scans with their content, for the end of the records. */
  public static List<AgreementScan> whole(EntityManager em, Collection<UUID> agreements) {
    return agreements.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT s FROM AgreementScan s WHERE s.agreement IN :agreements",
                AgreementScan.class)
            .setParameter("agreements", agreements)
            .getResultList();
  }

  /** How the centre words its rules. */
  public static List<RuleWording> ofHouse(EntityManager em) {
    return em.createQuery("SELECT r FROM RuleWording r", RuleWording.class).getResultList();
  }
}
