package org.opora.course.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.CarerStatement;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.RecipientPart;
import org.opora.course.domain.ReportAuthor;
import org.opora.course.domain.ReportPart;

/** Everything reports ask their tables. Whoever asks has opened the file. */
public record ReportQueries(EntityManager em) {

  /** The last period first; those withdrawn among them. */
  public List<CareReport> of(CaseFileId file) {
    return em.createQuery(
            "SELECT r FROM CareReport r WHERE r.caseFile = :file"
                + " ORDER BY r.until DESC, r.writtenAt DESC, r.id",
            CareReport.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  public Optional<CareReport> find(UUID report) {
    return Optional.ofNullable(em.find(CareReport.class, report));
  }

  /** Loaded to be changed; whoever else wants to waits. */
  public Optional<CareReport> hold(UUID report) {
    return Optional.ofNullable(em.find(CareReport.class, report, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Last day of which a report of the cycle tells that is made out; null when none does. */
  public LocalDate told(AgreementId agreement) {
    return em.createQuery(
            "SELECT MAX(r.until) FROM CareReport r WHERE r.agreement = :agreement"
                + " AND r.state = :made AND r.kind <> :asked",
            LocalDate.class)
        .setParameter("agreement", agreement.value())
        .setParameter("made", State.LOCKED)
        .setParameter("asked", Kind.ON_REQUEST)
        .getSingleResult();
  }

  /** Those at the end of an agreement that are made out. */
  public List<CareReport> last(AgreementId agreement) {
    return em.createQuery(
            "SELECT r FROM CareReport r WHERE r.agreement = :agreement AND r.kind = :last"
                + " AND r.state = :made ORDER BY r.id",
            CareReport.class)
        .setParameter("agreement", agreement.value())
        .setParameter("last", Kind.FINAL)
        .setParameter("made", State.LOCKED)
        .getResultList();
  }

  public List<ReportPart> parts(UUID report) {
    return em.createQuery(
            "SELECT p FROM ReportPart p WHERE p.report = :report ORDER BY p.place, p.id",
            ReportPart.class)
        .setParameter("report", report)
        .getResultList();
  }

  /** Of whom a report has a part. */
  public Set<PersonId> children(UUID report) {
    return parts(report).stream()
        .map(ReportPart::child)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Parts about children in every report on a file, the oldest first. */
  public List<ReportPart> everTold(CaseFileId file) {
    return em.createQuery(
            "SELECT p FROM ReportPart p WHERE p.child IS NOT NULL AND p.report IN"
                + " (SELECT r.id FROM CareReport r WHERE r.caseFile = :file) ORDER BY p.id",
            ReportPart.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  /** Parts about a child, in every family. */
  public List<ReportPart> of(ChildFileId child) {
    return em.createQuery(
            "SELECT p FROM ReportPart p WHERE p.childFile = :child ORDER BY p.id", ReportPart.class)
        .setParameter("child", child.value())
        .getResultList();
  }

  public Optional<ReportPart> part(UUID part) {
    return Optional.ofNullable(em.find(ReportPart.class, part));
  }

  public List<PartSection> sections(UUID report) {
    return em.createQuery(
            "SELECT s FROM PartSection s WHERE s.part IN (SELECT p.id FROM ReportPart p"
                + " WHERE p.report = :report) ORDER BY s.place, s.code, s.id",
            PartSection.class)
        .setParameter("report", report)
        .getResultList();
  }

  public Optional<PartSection> section(UUID section) {
    return Optional.ofNullable(em.find(PartSection.class, section, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The last round first. */
  public List<CarerStatement> statements(UUID report) {
    return em.createQuery(
            "SELECT s FROM CarerStatement s WHERE s.part IN (SELECT p.id FROM ReportPart p"
                + " WHERE p.report = :report) ORDER BY s.round DESC, s.givenOn, s.id",
            CarerStatement.class)
        .setParameter("report", report)
        .getResultList();
  }

  public List<Recipient> recipients(UUID report) {
    return em.createQuery(
            "SELECT r FROM Recipient r WHERE r.report = :report ORDER BY r.place, r.id",
            Recipient.class)
        .setParameter("report", report)
        .getResultList();
  }

  /** Those of several reports. */
  public List<Recipient> recipients(Collection<UUID> reports) {
    return reports.isEmpty()
        ? List.of()
        : em.createQuery("SELECT r FROM Recipient r WHERE r.report IN :reports", Recipient.class)
            .setParameter("reports", reports)
            .getResultList();
  }

  public Optional<Recipient> recipient(UUID recipient) {
    return Optional.ofNullable(em.find(Recipient.class, recipient, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<Recipient> receiving(DocumentId document) {
    return em.createQuery("SELECT r FROM Recipient r WHERE r.document = :document", Recipient.class)
        .setParameter("document", document.value())
        .getResultStream()
        .findFirst();
  }

  public List<RecipientPart> recipientParts(UUID report) {
    return em.createQuery(
            "SELECT x FROM RecipientPart x WHERE x.recipient IN (SELECT r.id FROM Recipient r"
                + " WHERE r.report = :report)",
            RecipientPart.class)
        .setParameter("report", report)
        .getResultList();
  }

  /** Nobody gets it any more; whoever does, is written down anew. */
  public void clearRecipients(UUID report) {
    em.createQuery(
            "DELETE FROM RecipientPart x WHERE x.recipient IN (SELECT r.id FROM Recipient r"
                + " WHERE r.report = :report)")
        .setParameter("report", report)
        .executeUpdate();
    em.createQuery("DELETE FROM Recipient r WHERE r.report = :report")
        .setParameter("report", report)
        .executeUpdate();
  }

  /** Everybody who wrote some of it. */
  public List<ReportAuthor> authors(UUID report) {
    return em.createQuery(
            "SELECT a FROM ReportAuthor a WHERE a.report = :report", ReportAuthor.class)
        .setParameter("report", report)
        .getResultList();
  }

  /** Parts about one of these children, the oldest first. */
  public List<ReportPart> about(Set<UUID> people) {
    return em.createQuery(
            "SELECT p FROM ReportPart p WHERE p.child IN :people ORDER BY p.id", ReportPart.class)
        .setParameter("people", people)
        .getResultList();
  }

  public List<CarerStatement> statedBy(Set<UUID> people) {
    return em.createQuery(
            "SELECT s FROM CarerStatement s WHERE s.carer IN :people ORDER BY s.givenOn, s.id",
            CarerStatement.class)
        .setParameter("people", people)
        .getResultList();
  }

  public List<Recipient> to(Set<UUID> people) {
    return em.createQuery(
            "SELECT r FROM Recipient r WHERE r.person IN :people ORDER BY r.id", Recipient.class)
        .setParameter("people", people)
        .getResultList();
  }

  /** A part with everything in it. */
  public void removePart(UUID part) {
    for (String what :
        List.of(
            "RecipientPart x WHERE x.part = :part",
            "CarerStatement s WHERE s.part = :part",
            "PartSection s WHERE s.part = :part",
            "ReportPart p WHERE p.id = :part")) {
      em.createQuery("DELETE FROM " + what).setParameter("part", part).executeUpdate();
    }
  }

  /** Somebody who received it is nobody any more. */
  public void removeRecipient(UUID recipient) {
    for (String what :
        List.of(
            "RecipientPart x WHERE x.recipient = :recipient",
            "Recipient r WHERE r.id = :recipient")) {
      em.createQuery("DELETE FROM " + what).setParameter("recipient", recipient).executeUpdate();
    }
  }

  public void removeStatements(Set<UUID> people) {
    em.createQuery("DELETE FROM CarerStatement s WHERE s.carer IN :people")
        .setParameter("people", people)
        .executeUpdate();
  }
}
