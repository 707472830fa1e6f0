package org.opora.documents.letters.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries.Addressee;
import org.opora.api.documents.Documents.Block;
import org.opora.api.documents.Documents.Look;
import org.opora.api.documents.Documents.Paper;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.application.Shelf;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** What a module writes about one child lies with the child, and not with its family. */
class PaperAboutAChildTest {
  private static final Consumer<DocumentId> NOTHING_BESIDE = document -> {};

  private static Paper paper() {
    return new Paper(
        "Zpráva o kontaktech",
        Locale.forLanguageTag("cs"),
        new Addressee(null, null, "Okresní soud v Liberci"),
        Set.of(),
        List.of(
            new Block(Look.HEADING, "Průběh"),
            new Block(Look.PARAGRAPH, "Matka přišla včas. Dítě si s ní stavělo hrad.")));
  }

  private static DocumentId made(Bureau bureau, Case opened, Paper paper) {
    return bureau.papers.report(opened.worker(), opened.family().file(), paper, NOTHING_BESIDE);
  }

  private static List<DocumentId> about(Archive archive, Viewer viewer, PersonId person) {
    return archive.shelf.about(viewer, person, 9).stream().map(Shelf.Line::id).toList();
  }

  @OnEveryDatabase
  void aWallAtTheChildOrAtItsSubFileClosesIt(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      Archive archive = bureau.archive;
      Case opened = archive.opened();
      PersonId child = opened.family().child();
      DocumentId family = made(bureau, opened, paper());
      List<DocumentId> beside = new ArrayList<>();
      DocumentId own =
          bureau.papers.report(
              opened.worker(), opened.family().file(), paper().concerning(child), beside::add);
      assertEquals(List.of(own), beside);
      assertEquals(List.of(own), about(archive, opened.worker(), child));
      assertEquals(List.of(own, family), archive.listed(opened.worker(), opened));
      Subject subFile = Subject.of(archive.register.files.childFile(child));
      for (Subject wall : List.of(Subject.of(child), subFile)) {
        Viewer kept = archive.viewer("director");
        archive.wall(kept, wall);
        assertEquals(List.of(family), archive.listed(kept, opened), wall.kind().name());
        assertThrows(NotFound.class, () -> archive.shelf.view(kept, own));
      }
    }
  }

  @OnEveryDatabase
  void itGoesWithTheChildIntoAnotherFamily(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      Archive archive = bureau.archive;
      Case opened = archive.opened();
      Case next = archive.opened();
      PersonId child = opened.family().child();
      DocumentId family = made(bureau, opened, paper());
      DocumentId own = made(bureau, opened, paper().concerning(child));
      archive.leaves(opened, Archive.TODAY.minusDays(1));
      archive.register.placements.place(
          archive.director, next.family().file(), child, Archive.TODAY, null);
      assertEquals(List.of(family), archive.listed(opened.worker(), opened));
      assertEquals(List.of(own), archive.listed(next.worker(), next));
    }
  }

  @OnEveryDatabase
  void theChildIsKnownUnderEveryKeyAndStrangersAreRefused(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      Archive archive = bureau.archive;
      Case opened = archive.opened();
      PersonId child = opened.family().child();
      PersonId again = archive.register.person(archive.director, "Ema", "Podruhé", null);
      archive.register.same.declare(archive.director, again, child);
      DocumentId own = made(bureau, opened, paper().concerning(again));
      assertEquals(List.of(own), about(archive, opened.worker(), child));
      PersonId stranger = archive.register.person(archive.director, "Jan", "Cizí", null);
      Refused refused =
          assertThrows(Refused.class, () -> made(bureau, opened, paper().concerning(stranger)));
      assertEquals("person", refused.field());
      Case other = archive.opened();
      assertThrows(
          NotFound.class,
          () ->
              bureau.papers.report(
                  other.worker(),
                  opened.family().file(),
                  paper().concerning(child),
                  NOTHING_BESIDE));
    }
  }
}
