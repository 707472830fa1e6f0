package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitSignature;
import org.opora.registry.shared.application.Refusals;

/**
 * What the papers of visits say about somebody: the extract tells what they signed or refused. Why
 * they refused, scans and former wordings may speak of others as well: those are named for review.
 */
public final class PaperExtract {
  private PaperExtract() {}

  /** What was noted by mistake is about somebody else. */
  public static List<Fact> of(EntityManager em, List<UUID> known) {
    return em
        .createQuery(
            "SELECT t FROM VisitSignature t WHERE t.person IN :known AND t.struckOn IS NULL"
                + " ORDER BY t.day, t.id",
            VisitSignature.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .map(
            row ->
                new Fact(
                    Refusals.text(row.refused() ? "field.visit-refused" : "field.visit-signed"),
                    row.day().toString()))
        .toList();
  }

  public static List<Review> review(EntityManager em, List<UUID> known) {
    return em
        .createQuery(
            "SELECT v FROM Visit v WHERE v.id IN (SELECT s.visit FROM VisitSignature s"
                + " WHERE s.person IN :known AND s.refused = TRUE AND s.struckOn IS NULL)"
                + " OR v.id IN (SELECT c.visit FROM VisitScan c WHERE c.visit IN"
                + " (SELECT p.visit FROM VisitPerson p WHERE p.person IN :known)"
                + " OR c.visit IN (SELECT s.visit FROM VisitSignature s WHERE s.person IN :known))"
                + " OR v.id IN (SELECT f.visit FROM VisitVersion f WHERE f.id IN"
                + " (SELECT m.former FROM VisitVersionPerson m WHERE m.person IN :known))"
                + " ORDER BY v.day, v.id",
            Visit.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .map(
            row -> new Review(Refusals.text("field.visit-papers"), row.id(), VisitWriter.page(row)))
        .toList();
  }
}
