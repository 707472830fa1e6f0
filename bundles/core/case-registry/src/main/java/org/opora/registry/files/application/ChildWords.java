package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.care.application.PaperKind;
import org.opora.registry.care.application.VisitPapers;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.notes.application.NotePapers;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.views.application.ViewReaders;
import org.opora.registry.views.domain.ChildView;
import org.opora.registry.views.domain.Circle;

/**
 * What a child said itself, and what was written of it alone. It belongs into the child's extract,
 * and somebody looks at it first: the extract goes to whoever represents the child, and a child may
 * have spoken of them in confidence.
 */
final class ChildWords {
  private static final String VISITS =
      "SELECT v FROM Visit v WHERE v.id IN (SELECT c.visit FROM VisitChild c WHERE c.child IN"
          + " :known AND (c.view IS NOT NULL OR c.notAloneReason IS NOT NULL)) OR v.id IN (SELECT"
          + " f.visit FROM VisitVersion f WHERE f.id IN (SELECT d.former FROM VisitVersionChild d"
          + " WHERE d.child IN :known AND (d.view IS NOT NULL OR d.notAloneReason IS NOT NULL)))";
  private static final String NOTES =
      "SELECT v FROM Note v WHERE v.id IN (SELECT c.note FROM NotePerson c WHERE c.person IN :known"
          + " AND c.words IS NOT NULL) OR v.id IN (SELECT f.note FROM NoteVersion f WHERE f.id IN"
          + " (SELECT d.former FROM NoteVersionPerson d WHERE d.person IN :known AND d.words IS NOT"
          + " NULL))";

  private ChildWords() {}

  static List<Review> review(EntityManager em, List<UUID> known) {
    return Stream.of(
            said(em, VISITS, VisitPapers.KIND, known),
            said(em, NOTES, NotePapers.KIND, known),
            views(em, known),
            aims(em, known))
        .flatMap(all -> all)
        .toList();
  }

  /** Whoever looks is told where the child does not want its carers to read what it said. */
  private static Stream<Review> views(EntityManager em, List<UUID> known) {
    return em
        .createQuery("SELECT c FROM ChildView c WHERE c.child IN :known", ChildView.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .sorted(Comparator.comparing(ChildView::day).thenComparing(ChildView::id))
        .map(
            row ->
                new Review(
                    Refusals.text(
                        ViewReaders.reach(Circle.CARERS, row.readers())
                            ? "field.child-view"
                            : "field.child-view-kept"),
                    row.id(),
                    "/files/" + row.file() + "/tab/aims"));
  }

  private static Stream<Review> aims(EntityManager em, List<UUID> known) {
    return em
        .createQuery(
            "SELECT a FROM AgreedAim a WHERE a.id IN (SELECT c.aim FROM AimChild c WHERE c.child"
                + " IN :known)",
            AgreedAim.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .sorted(Comparator.comparing(AgreedAim::agreedOn).thenComparing(AgreedAim::id))
        .map(
            row ->
                new Review(
                    Refusals.text("field.aim-child"),
                    row.id(),
                    "/files/" + row.file() + "/aims/" + row.id()));
  }

  private static Stream<Review> said(
      EntityManager em, String query, PaperKind kind, List<UUID> known) {
    return em
        .createQuery(query, PaperEntry.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .sorted(Comparator.comparing(PaperEntry::day).thenComparing(PaperEntry::id))
        .map(
            row ->
                new Review(
                    Refusals.text("field." + kind.tables().key() + "-child"),
                    row.id(),
                    kind.page(row)));
  }
}
