package org.opora.documents.store.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** Where a document lies, what it asks for, and how it is counted and withdrawn. */
class DocumentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void whatIsAboutAChildBelongsToTheChildAndEverythingElseToTheFamily() {
    CaseFileId file = CaseFileId.next();
    ChildFileId childFile = new ChildFileId(Ids.next());
    PersonId person = PersonId.next();
    assertEquals(Subject.of(file), new Place(file, null, null).owner());
    assertEquals(Subject.of(file), new Place(file, null, person).owner());
    assertEquals(Subject.of(childFile), new Place(file, childFile, person).owner());
    assertThrows(NullPointerException.class, () -> new Place(file, childFile, null));
    assertThrows(NullPointerException.class, () -> new Place(null, childFile, person));
  }

  @Test
  void whatIsMoreClosedThanWordsOfCareAsksForMore() {
    for (DocumentKind kind : DocumentKind.values()) {
      assertEquals(kind.dataClass() == DataClass.CARE_TEXT, kind.besides().isEmpty(), kind.name());
    }
    assertEquals("registry.health.read", DocumentKind.MEDICAL.besides().orElseThrow());
  }

  @Test
  void versionsAreCountedFromOneAndAWithdrawnDocumentSaysSo() {
    Place place = new Place(CaseFileId.next(), null, PersonId.next());
    Document document =
        new Document(
            new Document.Added(
                DocumentId.next(),
                place,
                DocumentKind.LETTER,
                new byte[1],
                DAY,
                null,
                StaffId.next(),
                Instant.EPOCH));
    assertEquals(place, document.place());
    assertEquals(List.of(1, 2), List.of(document.next(), document.next()));
    assertEquals(2, document.versions());
    assertFalse(document.withdrawn());
    document.withdraw(DAY, StaffId.next(), new byte[1]);
    assertTrue(document.withdrawn());
  }
}
