package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.care.domain.PaperSignature;
import org.opora.registry.care.persistence.PaperTables;
import org.opora.registry.shared.application.Refusals;

/**
 * What the papers of visits, or of notes, say about somebody: the extract tells what they signed or
 * refused. Why they refused, scans and former wordings may speak of others as well: those are named
 * for review.
 */
public record PaperExtract(PaperKind kind) {
  /** What was noted by mistake is about somebody else. */
  public List<Fact> of(EntityManager em, List<UUID> known) {
    return em
        .createQuery(
            "SELECT t FROM "
                + kind.tables().signature()
                + " t WHERE t.person IN :known AND t.struckOn IS NULL ORDER BY t.day, t.id",
            PaperSignature.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .map(
            row ->
                new Fact(
                    Refusals.text(
                        "field." + kind.name() + (row.refused() ? "-refused" : "-signed")),
                    row.day().toString()))
        .toList();
  }

  public List<Review> review(EntityManager em, List<UUID> known) {
    PaperTables tables = kind.tables();
    String entry = tables.entry();
    return em
        .createQuery(
            "SELECT v FROM "
                + entry
                + " v WHERE v.id IN (SELECT s.written FROM "
                + tables.signature()
                + " s WHERE s.person IN :known AND s.refused = TRUE AND s.struckOn IS NULL)"
                + " OR v.id IN (SELECT c.written FROM "
                + tables.scan()
                + " c WHERE c.written IN ("
                + tables.ofPeople()
                + ") OR c.written IN (SELECT s.written FROM "
                + tables.signature()
                + " s WHERE s.person IN :known)) OR v.id IN ("
                + tables.formerlyOfPeople()
                + ")",
            PaperEntry.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .sorted(Comparator.comparing(PaperEntry::day).thenComparing(PaperEntry::id))
        .map(
            row ->
                new Review(
                    Refusals.text("field." + kind.name() + "-papers"), row.id(), kind.page(row)))
        .toList();
  }
}
