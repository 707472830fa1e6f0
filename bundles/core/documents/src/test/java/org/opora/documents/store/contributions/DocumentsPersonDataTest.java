package org.opora.documents.store.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** What a person is told of their documents, under every key, and what stays when it is erased. */
class DocumentsPersonDataTest {
  @OnEveryDatabase
  void theExtractSaysWhatThereIsAndSomebodyLooksAtEach(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      DocumentsPersonData data =
          new DocumentsPersonData(
              archive.tx,
              archive.register.timeline,
              archive.register.evidence,
              archive.register.tasks);
      Case opened = archive.opened();
      Set<PersonId> child = Set.of(opened.family().child());
      archive.letter(opened);
      DocumentId school = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
      DocumentId incident = archive.add(opened, DocumentKind.INCIDENT, opened.family().child());
      DocumentId wrong = archive.add(opened, DocumentKind.OTHER, opened.family().child());
      archive.withdraw(opened.worker(), wrong, "omyl");

      assertEquals(3, data.count(child));
      List<Fact> told = data.export(child);
      assertEquals(1, told.size(), "no incident, and nothing that was withdrawn");
      assertEquals("document.kind.SCHOOL", told.get(0).label().key());
      assertEquals(Archive.TODAY.toString(), told.get(0).value());
      List<Review> looked = data.review(child);
      assertEquals(
          Set.of(school.value(), incident.value(), wrong.value()),
          Set.copyOf(looked.stream().map(Review::record).toList()));
      assertEquals("/documents/" + looked.get(0).record(), looked.get(0).href());
      assertEquals(0, data.count(Set.of(opened.family().carer())));
    }
  }

  @OnEveryDatabase
  void twoEntriesOfOnePersonAreOneAndThenTwoAgain(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      DocumentsPersonData data =
          new DocumentsPersonData(
              archive.tx,
              archive.register.timeline,
              archive.register.evidence,
              archive.register.tasks);
      Case one = archive.opened();
      Case other = archive.opened();
      archive.add(one, DocumentKind.SCHOOL, one.family().child());
      archive.add(other, DocumentKind.SCHOOL, other.family().child());
      archive.register.same.declare(archive.director, other.family().child(), one.family().child());
      for (Case each : List.of(one, other)) {
        Set<PersonId> known = archive.register.people.idsOf(each.family().child());
        assertEquals(2, data.count(known));
        assertEquals(2, data.export(known).size());
        assertEquals(1, archive.listed(each.worker(), each).size(), "each family has its own");
      }
      archive.register.same.undo(archive.director, other.family().child());
      assertEquals(1, data.count(archive.register.people.idsOf(one.family().child())));
    }
  }

  @OnEveryDatabase
  void whatIsErasedIsGoneWithItsContentAndItsLineInTheStory(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      DocumentsPersonData data =
          new DocumentsPersonData(
              archive.tx,
              archive.register.timeline,
              archive.register.evidence,
              archive.register.tasks);
      Case opened = archive.opened();
      DocumentId kept = archive.letter(opened);
      DocumentId gone = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
      archive.filing.renew(opened.worker(), gone, archive.sent("2.txt", new byte[] {'2'}));
      data.erase(Set.of(opened.family().child()));
      assertThrows(NotFound.class, () -> archive.shelf.view(archive.director, gone));
      assertEquals(List.of(kept), archive.listed(opened.worker(), opened));
      for (String left : List.of("DocumentVersion", "DocumentPiece")) {
        assertEquals(
            1L,
            archive.tx.<Long>read(
                em ->
                    em.createQuery("SELECT COUNT(x.id) FROM " + left + " x", Long.class)
                        .getSingleResult()),
            left);
      }
      assertEquals(
          1,
          archive
              .register
              .timeline
              .of(opened.worker(), opened.family().file(), null, 50)
              .items()
              .stream()
              .filter(entry -> entry.kind().equals("document"))
              .count());
    }
  }
}
