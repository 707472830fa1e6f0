package org.opora.documents.store.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.disability.Dependency;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.Placements;
import org.opora.api.ids.DocumentId;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.contributions.StoreIndex;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** The family, the child, what a document is, and walls say who has to do with it. */
class WhoSeesDocumentsTest {
  /** Nobody comes to it by any door, and the story of the file does not tell of it. */
  private static void closed(Archive archive, Viewer viewer, Case opened, DocumentId id) {
    walled(archive, viewer, opened, id);
    assertFalse(told(archive, viewer, opened).contains(id.value()));
  }

  private static Set<UUID> told(Archive archive, Viewer viewer, Case opened) {
    try {
      return archive.register.timeline.of(viewer, opened.family().file(), null, 50).items().stream()
          .filter(entry -> entry.kind().equals("document"))
          .map(Timeline.Entry::source)
          .collect(Collectors.toSet());
    } catch (NotFound noSuchStory) {
      return Set.of();
    }
  }

  /** Nobody comes to it by any door. */
  private static void walled(Archive archive, Viewer viewer, Case opened, DocumentId id) {
    UUID version = archive.shelf.view(archive.director, id).files().get(0).id();
    assertThrows(NotFound.class, () -> archive.shelf.view(viewer, id));
    assertThrows(NotFound.class, () -> archive.shelf.content(viewer, id, version));
    assertThrows(
        NotFound.class,
        () -> archive.filing.renew(viewer, id, archive.sent("a.txt", new byte[] {'a'})));
    assertThrows(NotFound.class, () -> archive.filing.withdraw(viewer, id, 0, "omyl"));
    assertEquals(1, archive.shelf.view(archive.director, id).files().size());
  }

  @OnEveryDatabase
  void whoDoesNotWorkWithTheFamilyFindsNothing(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId family = archive.letter(opened);
      DocumentId child = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
      Viewer stranger = archive.opened().worker();
      for (DocumentId id : List.of(family, child)) {
        closed(archive, stranger, opened, id);
      }
      assertThrows(NotFound.class, () -> archive.listed(stranger, opened));
      assertThrows(
          NotFound.class,
          () ->
              archive.filing.add(
                  stranger,
                  opened.family().file(),
                  new NewDocument(DocumentKind.LETTER, null, null, Archive.TODAY, null),
                  archive.sent("a.txt", Archive.LETTER)));
      assertTrue(
          archive.trail(stranger, DocumentsModule.READ) > 0, "the refusals are in the trail");
      assertTrue(archive.trail(stranger, DocumentsModule.WRITE) > 0);
      Viewer minder = archive.viewer("minder");
      assertThrows(NotAllowed.class, () -> archive.shelf.view(minder, family));
    }
  }

  @OnEveryDatabase
  void aWallAtTheFamilyOrAtWhomItIsAboutClosesIt(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId family = archive.letter(opened);
      DocumentId carer = archive.add(opened, DocumentKind.LETTER, opened.family().carer());
      DocumentId child = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());

      Viewer fromTheFamily = archive.viewer("director");
      archive.wall(fromTheFamily, opened.file());
      for (DocumentId id : List.of(family, carer, child)) {
        walled(archive, fromTheFamily, opened, id);
      }
      Viewer fromTheCarer = archive.viewer("director");
      archive.wall(fromTheCarer, Subject.of(opened.family().carer()));
      walled(archive, fromTheCarer, opened, carer);
      assertEquals(List.of(child, family), archive.listed(fromTheCarer, opened));
      assertEquals(2, told(archive, fromTheCarer, opened).size(), "nor does the story tell of it");
      assertEquals(3, told(archive, archive.director, opened).size());
      Viewer fromTheChild = archive.viewer("director");
      archive.wall(fromTheChild, Subject.of(opened.family().child()));
      walled(archive, fromTheChild, opened, child);
      assertEquals(List.of(carer, family), archive.listed(fromTheChild, opened));
      Viewer fromTheSubFile = archive.viewer("director");
      archive.wall(
          fromTheSubFile, Subject.of(archive.register.files.childFile(opened.family().child())));
      walled(archive, fromTheSubFile, opened, child);
      assertEquals(List.of(carer, family), archive.listed(fromTheSubFile, opened));
      assertEquals(List.of(child, carer, family), archive.listed(archive.director, opened));
    }
  }

  /** What an index of the file says of its documents: the same as its list, and no word of them. */
  @OnEveryDatabase
  void theIndexOfAFileHoldsWhatItsListShows(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      archive.letter(opened);
      archive.add(opened, DocumentKind.AUTHORITY_PLAN, opened.family().child());
      archive.add(opened, DocumentKind.MEDICAL, opened.family().child());
      DocumentId wrong = archive.add(opened, DocumentKind.CONSENT_PICTURES, null);
      archive.withdraw(opened.worker(), wrong, "Omylem");
      DocumentIndex index = new StoreIndex(archive.shelf);
      assertEquals(
          Set.of("LETTER", "AUTHORITY_PLAN", "MEDICAL"), kinds(index, archive.director, opened));
      assertEquals(
          opened.family().child(),
          index.of(archive.director, opened.family().file()).stream()
              .filter(one -> one.kind().equals(DocumentIndex.AUTHORITY_PLAN))
              .findFirst()
              .orElseThrow()
              .person());
      Viewer inspector = archive.viewer("inspector");
      archive.lend(inspector, opened, RelationKind.INSPECTOR);
      assertEquals(
          archive.listed(inspector, opened).size() - 1,
          index.of(inspector, opened.family().file()).size(),
          "without what was withdrawn");
      Viewer walled = archive.viewer("director");
      archive.wall(walled, Subject.of(opened.family().child()));
      assertEquals(Set.of("LETTER"), kinds(index, walled, opened));
      assertEquals(Set.of(), kinds(index, archive.opened().worker(), opened));
      assertEquals(Set.of(), kinds(index, archive.viewer("minder"), opened));
    }
  }

  private static Set<String> kinds(DocumentIndex index, Viewer viewer, Case opened) {
    return index.of(viewer, opened.family().file()).stream()
        .map(DocumentIndex.Held::kind)
        .collect(Collectors.toSet());
  }

  /** Codes that others know kinds by. */
  @Test
  void theKindsOfTheIndexAreThoseOfTheStore() {
    for (String code :
        List.of(
            DocumentIndex.AUTHORITY_PLAN,
            DocumentIndex.CONSENT,
            DocumentIndex.CONSENT_COPIES,
            DocumentIndex.CONSENT_SHARING,
            DocumentIndex.CONSENT_PICTURES)) {
      assertEquals(code, DocumentKind.valueOf(code).name());
    }
    assertEquals(DocumentsModule.READ, DocumentIndex.READ);
  }

  @OnEveryDatabase
  void onThePageOfAPersonStandsWhatIsAboutThemAndOpens(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      archive.letter(opened);
      DocumentId school = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
      DocumentId medical = archive.add(opened, DocumentKind.MEDICAL, opened.family().child());
      DocumentId carer = archive.add(opened, DocumentKind.LETTER, opened.family().carer());
      assertEquals(List.of(medical, school), about(archive, opened.worker(), opened, 5));
      assertEquals(List.of(medical), about(archive, opened.worker(), opened, 1));
      assertEquals(
          List.of(school), about(archive, without(opened.worker(), Dependency.READ), opened, 5));
      assertEquals(
          List.of(carer),
          archive.shelf.about(opened.worker(), opened.family().carer(), 5).stream()
              .map(Shelf.Line::id)
              .toList());
      Viewer stranger = archive.opened().worker();
      assertThrows(NotFound.class, () -> about(archive, stranger, opened, 5));
      Viewer kept = archive.viewer("director");
      archive.wall(kept, Subject.of(archive.register.files.childFile(opened.family().child())));
      assertEquals(List.of(), about(archive, kept, opened, 5));
      Viewer fromTheChild = archive.viewer("director");
      archive.wall(fromTheChild, Subject.of(opened.family().child()));
      assertThrows(NotFound.class, () -> about(archive, fromTheChild, opened, 5));
    }
  }

  private static List<DocumentId> about(Archive archive, Viewer viewer, Case opened, int limit) {
    return archive.shelf.about(viewer, opened.family().child(), limit).stream()
        .map(Shelf.Line::id)
        .toList();
  }

  @OnEveryDatabase
  void aWallAtAnotherEntryOfTheSamePersonClosesItToo(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case one = archive.opened();
      Case other = archive.opened();
      DocumentId id = archive.add(one, DocumentKind.LETTER, one.family().carer());
      archive.register.same.declare(archive.director, other.family().carer(), one.family().carer());
      Viewer kept = archive.viewer("director");
      archive.wall(kept, Subject.of(other.family().carer()));
      walled(archive, kept, one, id);
      assertEquals(List.of(), archive.listed(kept, one));
      assertEquals(0, told(archive, kept, one).size());
      archive.register.same.undo(archive.director, other.family().carer());
      assertEquals(List.of(id), archive.listed(kept, one), "they are two again");
    }
  }

  @OnEveryDatabase
  void whatItIsMayAskForMoreThanThePermissionForDocuments(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId letter = archive.letter(opened);
      DocumentId medical = archive.add(opened, DocumentKind.MEDICAL, opened.family().child());
      assertEquals(List.of(medical, letter), archive.listed(opened.worker(), opened));

      Viewer without = without(opened.worker(), Dependency.READ);
      assertEquals(List.of(letter), archive.listed(without, opened));
      UUID version = archive.shelf.view(opened.worker(), medical).files().get(0).id();
      assertThrows(NotFound.class, () -> archive.shelf.view(without, medical));
      assertThrows(NotFound.class, () -> archive.shelf.content(without, medical, version));
      assertThrows(NotFound.class, () -> archive.filing.withdraw(without, medical, 0, "omyl"));
      assertThrows(
          NotFound.class,
          () ->
              archive.filing.add(
                  without,
                  opened.family().file(),
                  new NewDocument(DocumentKind.MEDICAL, null, null, Archive.TODAY, null),
                  archive.sent("a.txt", Archive.LETTER)));
      assertTrue(
          archive.shelf.kinds(without, opened.family().file()).stream()
              .noneMatch(kind -> kind == DocumentKind.MEDICAL));
      assertEquals(1, told(archive, without, opened).size(), "nor does the story tell of it");
    }
  }

  private static Viewer without(Viewer viewer, String permission) {
    Map<String, Reach> grants = new HashMap<>(viewer.grants());
    grants.remove(permission);
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        grants,
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @OnEveryDatabase
  void whatIsLentForReadingIsReadAndNotChanged(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId id = archive.letter(opened);
      Viewer other = archive.viewer("key-worker");
      archive
          .register
          .house
          .relations()
          .lend(
              other.staff(),
              opened.file(),
              RelationKind.reading().iterator().next(),
              Archive.TODAY,
              null,
              other.now().plusSeconds(3_600),
              "test:lent");
      assertEquals(List.of(id), archive.listed(other, opened));
      archive.content(other, id);
      assertThrows(
          NotAllowed.class,
          () -> archive.filing.renew(other, id, archive.sent("a.txt", new byte[] {'a'})));
      assertThrows(NotAllowed.class, () -> archive.filing.withdraw(other, id, 0, "omyl"));
    }
  }

  @OnEveryDatabase
  void toMeetTheChildIsNotEnough(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId child = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
      Viewer facilitator = archive.viewer("key-worker");
      Subject subFile = Subject.of(archive.register.files.childFile(opened.family().child()));
      archive
          .register
          .house
          .relations()
          .grant(
              facilitator.staff(),
              subFile,
              RelationKind.FACILITATOR,
              Archive.TODAY,
              null,
              "test:contact");
      closed(archive, facilitator, opened, child);
      // Whoever works with the family meets the child, too.
      archive
          .register
          .house
          .relations()
          .grant(
              opened.worker().staff(),
              subFile,
              RelationKind.FACILITATOR,
              Archive.TODAY,
              null,
              "test:contact");
      archive.content(opened.worker(), child);
    }
  }

  @OnEveryDatabase
  void whatIsClosedInAnEmergencyIsClosedAsADocumentToo(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId letter = archive.letter(opened);
      DocumentId medical = archive.add(opened, DocumentKind.MEDICAL, opened.family().carer());
      DocumentId incident = archive.add(opened, DocumentKind.INCIDENT, opened.family().carer());
      Viewer emergency = archive.viewer("key-worker");
      Viewer coWorker = archive.viewer("key-worker");
      archive
          .register
          .house
          .relations()
          .lend(
              emergency.staff(),
              opened.file(),
              RelationKind.EMERGENCY,
              Archive.TODAY,
              null,
              emergency.now().plusSeconds(3_600),
              "test:emergency");
      archive
          .register
          .house
          .relations()
          .grant(
              coWorker.staff(),
              opened.file(),
              RelationKind.CO_WORKER,
              Archive.TODAY,
              null,
              "test:co-worker");
      assertEquals(List.of(medical, letter), archive.listed(emergency, opened));
      archive.content(emergency, medical);
      assertEquals(
          Set.of(letter.value()),
          told(archive, opened.worker(), opened),
          "the story is silent about what is closed to some who work with the family");
      assertThrows(NotFound.class, () -> archive.content(emergency, incident));
      assertThrows(NotFound.class, () -> archive.filing.withdraw(emergency, incident, 0, "omyl"));
      assertEquals(List.of(letter), archive.listed(coWorker, opened));
      for (DocumentId id : List.of(medical, incident)) {
        closed(archive, coWorker, opened, id);
      }
      assertEquals(List.of(incident, medical, letter), archive.listed(opened.worker(), opened));
    }
  }

  @OnEveryDatabase
  void whatIsAboutAChildGoesWithTheChild(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case from = archive.opened();
      Case to = archive.opened();
      DocumentId family = archive.letter(from);
      DocumentId child = archive.add(from, DocumentKind.SCHOOL, from.family().child());
      LocalDate moved = Archive.TODAY.minusDays(1);
      Placements placements = archive.register.placements;
      Placements.Stay stay = placements.of(archive.director, from.family().file()).get(0);
      placements.end(archive.director, stay.id(), moved);
      placements.place(
          archive.director, to.family().file(), from.family().child(), moved.plusDays(1), null);

      assertEquals(List.of(child), archive.listed(to.worker(), to));
      archive.content(to.worker(), child);
      assertEquals(to.family().file(), archive.shelf.view(to.worker(), child).home());
      assertEquals(to.family().file(), archive.shelf.view(archive.director, child).home());
      assertEquals(List.of(child), archive.listed(archive.director, to));
      assertEquals(List.of(child, family), archive.listed(archive.director, from));
      assertThrows(NotFound.class, () -> archive.shelf.view(to.worker(), family));
      assertEquals(List.of(family), archive.listed(from.worker(), from));
      assertThrows(NotFound.class, () -> archive.shelf.view(from.worker(), child));

      archive.wall(to.worker(), from.file());
      walled(archive, to.worker(), to, child);
      assertEquals(List.of(), archive.listed(to.worker(), to), "nor is it named in the list");
    }
  }

  @OnEveryDatabase
  void whatIsAboutAChildWhoIsInNoFamilyStaysWhereItWasBrought(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId family = archive.letter(opened);
      DocumentId child = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
      Viewer stranger = archive.opened().worker();
      Viewer inspector = archive.viewer("inspector");
      archive.lend(inspector, opened, RelationKind.INSPECTOR);
      archive.leaves(opened, Archive.TODAY.minusDays(1));
      for (boolean over : List.of(false, true)) {
        if (over) {
          archive.close(opened);
        }
        for (Viewer viewer : List.of(opened.worker(), inspector, archive.director)) {
          assertEquals(List.of(child, family), archive.listed(viewer, opened));
          archive.content(viewer, child);
          assertEquals(opened.family().file(), archive.shelf.view(viewer, child).home());
        }
        closed(archive, stranger, opened, child);
      }
      assertThrows(NotAllowed.class, () -> archive.filing.withdraw(inspector, child, 0, "jen čte"));

      Subject subFile = Subject.of(archive.register.files.childFile(opened.family().child()));
      archive.wall(inspector, subFile);
      archive.wall(opened.worker(), Subject.of(opened.family().child()));
      Viewer director = archive.viewer("director");
      archive.wall(director, subFile);
      for (Viewer viewer : List.of(opened.worker(), inspector, director)) {
        walled(archive, viewer, opened, child);
        assertEquals(List.of(family), archive.listed(viewer, opened));
      }

      archive.putAway(opened);
      assertEquals(List.of(child, family), archive.listed(archive.director, opened));
      archive.content(archive.director, child);
    }
  }

  @OnEveryDatabase
  void aChildWhoIsKnownTwiceIsInAFamilyUnderEitherKey(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case from = archive.opened();
      Case to = archive.opened();
      DocumentId child = archive.add(from, DocumentKind.SCHOOL, from.family().child());
      archive.leaves(from, Archive.TODAY.minusDays(1));
      archive.content(from.worker(), child);
      archive.register.same.declare(archive.director, to.family().child(), from.family().child());
      assertThrows(NotFound.class, () -> archive.content(from.worker(), child));
      assertEquals(List.of(), archive.listed(from.worker(), from));
      archive.register.same.undo(archive.director, to.family().child());
      assertEquals(List.of(child), archive.listed(from.worker(), from), "they are two again");
    }
  }
}
