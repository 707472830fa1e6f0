package org.opora.documents.store.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.DocumentId;
import org.opora.api.paging.Page;
import org.opora.api.timeline.Timeline;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.pdf.application.PdfMaker;
import org.opora.documents.shared.Fingerprint;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.contributions.DemoDocuments;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Documents come in, are found again as they were, come in new versions, and are withdrawn. */
class StoreTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @OnEveryDatabase
  void whatIsBroughtInIsTakenOutAsItWas(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId id =
          archive.filing.add(
              opened.worker(),
              opened.family().file(),
              new NewDocument(
                  DocumentKind.COURT,
                  null,
                  opened.family().child(),
                  Archive.TODAY.minusDays(3),
                  null),
              archive.sent("..\\Rozhodnutí o Emě.exe", Archive.LETTER));
      Shelf.View view = archive.shelf.view(opened.worker(), id);
      assertEquals("Rozhodnutí o Emě.txt", view.line().title(), "called as its file");
      assertEquals("Ema", view.line().person().given());
      assertEquals(
          archive.register.files.childFile(opened.family().child()),
          view.line().place().childFile());
      assertNull(view.record());
      Shelf.File file = view.files().get(0);
      assertEquals(ContentKind.TEXT, file.kind());
      assertEquals("Rozhodnutí o Emě.txt", file.name());
      assertFalse(file.cleaned());
      assertEquals(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Archive.LETTER)),
          file.hash());
      Shelf.Content content = archive.shelf.content(opened.worker(), id, file.id());
      assertArrayEquals(Archive.LETTER, Archive.whole(content));
      assertEquals("text/plain; charset=utf-8", content.contentType());
      assertEquals(1, archive.trail(opened.worker(), "document.added"));
    }
  }

  @OnEveryDatabase
  void nothingOfItLiesOpenInTheDatabase(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      String secret = "Tajnosladké";
      DocumentId id =
          archive.filing.add(
              opened.worker(),
              opened.family().file(),
              new NewDocument(DocumentKind.LETTER, secret, null, Archive.TODAY, null),
              archive.sent(secret + ".txt", utf8(secret)));
      archive.withdraw(opened.worker(), id, secret);
      List<byte[]> lying = new ArrayList<>();
      archive.tx.run(
          em -> {
            for (String query :
                List.of(
                    "SELECT d.title FROM Document d",
                    "SELECT d.withdrawnWhy FROM Document d",
                    "SELECT v.name FROM DocumentVersion v",
                    "SELECT v.hash FROM DocumentVersion v",
                    "SELECT p.content FROM DocumentPiece p")) {
              lying.addAll(em.createQuery(query, byte[].class).getResultList());
            }
          });
      assertEquals(5, lying.size());
      String hash = Fingerprint.of(utf8(secret));
      for (byte[] one : lying) {
        String open = new String(one, StandardCharsets.UTF_8);
        assertFalse(open.contains(secret) || open.contains(hash), open);
        assertFalse(
            Arrays.equals(one, HexFormat.of().parseHex(hash)), "nor what is as good as the file");
      }
    }
  }

  @OnEveryDatabase
  void aLargeFileIsKeptInPiecesAndIsWholeAgain(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      byte[] large = large(5_300_000);
      DocumentId id =
          archive.filing.add(
              opened.worker(),
              opened.family().file(),
              new NewDocument(DocumentKind.REPORT, "Zpráva", null, Archive.TODAY, null),
              archive.sent("zprava.pdf", large));
      assertArrayEquals(large, archive.content(opened.worker(), id));
      long pieces =
          archive.tx.read(
              em ->
                  em.createQuery("SELECT COUNT(p.id) FROM DocumentPiece p", Long.class)
                      .getSingleResult());
      assertEquals(6, pieces);
      List<Integer> handed = new ArrayList<>();
      UUID version = archive.shelf.view(opened.worker(), id).files().get(0).id();
      Shelf.Content content = archive.shelf.content(opened.worker(), id, version);
      content.pieces().forEach(piece -> handed.add(piece.length));
      assertEquals(
          List.of(1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 5_300_000 - 5 * (1 << 20)),
          handed,
          "never more than one of them at once");
      assertEquals(large.length, content.length());
      // Two pieces of it change places, as somebody could who reaches the database.
      archive.tx.run(
          em -> {
            em.createQuery("UPDATE DocumentPiece p SET p.number = 9 WHERE p.number = 0")
                .executeUpdate();
            em.createQuery("UPDATE DocumentPiece p SET p.number = 0 WHERE p.number = 1")
                .executeUpdate();
            em.createQuery("UPDATE DocumentPiece p SET p.number = 1 WHERE p.number = 9")
                .executeUpdate();
          });
      assertThrows(
          IllegalStateException.class, () -> archive.content(opened.worker(), id), "not unnoticed");
    }
  }

  /** A PDF of this length; nobody reads what is between its beginning and its end. */
  private static byte[] large(int length) {
    byte[] content = new byte[length];
    new Random(5).nextBytes(content);
    byte[] end = utf8("\nstartxref\n9\n%%EOF\n");
    System.arraycopy(utf8("%PDF-1.7\n" + " ".repeat(2_000)), 0, content, 0, 2_009);
    System.arraycopy(end, 0, content, length - end.length, end.length);
    return content;
  }

  @OnEveryDatabase
  void aNewVersionLeavesTheFormerOnesWhereTheyAre(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId id = archive.letter(opened);
      assertEquals(
          "file: document.refused.same",
          Archive.refusal(
              () ->
                  archive.filing.renew(
                      opened.worker(), id, archive.sent("jinak.txt", Archive.LETTER))));
      archive.filing.renew(opened.worker(), id, archive.sent("dopis 2.txt", utf8("Druhé znění")));
      Shelf.View view = archive.shelf.view(opened.worker(), id);
      assertEquals(List.of(2, 1), view.files().stream().map(Shelf.File::number).toList());
      assertEquals(2, view.line().file().number());
      assertArrayEquals(utf8("Druhé znění"), archive.content(opened.worker(), id));
      assertArrayEquals(
          Archive.LETTER,
          Archive.whole(archive.shelf.content(opened.worker(), id, view.files().get(1).id())));
      assertEquals(1, archive.trail(opened.worker(), "document.version-added"));
      Case other = archive.opened();
      DocumentId another = archive.letter(other);
      assertThrows(
          NotFound.class,
          () -> archive.shelf.content(other.worker(), another, view.files().get(0).id()),
          "a version opens only through its own document");
    }
  }

  @OnEveryDatabase
  void whatWasWithdrawnLeavesATraceWithTheReasonAndIsOpenedByNobody(Product product)
      throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId id = archive.letter(opened);
      UUID version = archive.shelf.view(opened.worker(), id).files().get(0).id();
      assertEquals(
          "why: refused.required",
          Archive.refusal(() -> archive.filing.withdraw(opened.worker(), id, 0, " ")));
      long former = archive.shelf.view(opened.worker(), id).line().version();
      archive.filing.renew(opened.worker(), id, archive.sent("2.txt", utf8("Jinak")));
      assertThrows(
          Stale.class,
          () -> archive.filing.withdraw(opened.worker(), id, former, "omyl"),
          "somebody has renewed what was seen");
      long seen = archive.shelf.view(opened.worker(), id).line().version();
      archive.filing.withdraw(opened.worker(), id, seen, "Patří jiné rodině");
      Shelf.Line line =
          archive.shelf.of(archive.director, opened.family().file(), null, 9).items().get(0);
      assertEquals(Archive.TODAY, line.withdrawnOn());
      assertEquals("Patří jiné rodině", line.withdrawnWhy());
      assertThrows(NotFound.class, () -> archive.shelf.content(archive.director, id, version));
      assertEquals(
          "file: document.refused.withdrawn",
          Archive.refusal(
              () -> archive.filing.renew(opened.worker(), id, archive.sent("3.txt", utf8("3")))));
      assertThrows(
          Stale.class, () -> archive.filing.withdraw(opened.worker(), id, seen + 1, "zas"));
      assertEquals(
          List.of("Odebraný dokument"),
          archive
              .register
              .timeline
              .of(opened.worker(), opened.family().file(), null, 50)
              .items()
              .stream()
              .filter(entry -> entry.kind().equals("document"))
              .map(entry -> entry.title().cs())
              .toList());
      assertEquals(1, archive.trail(opened.worker(), "document.withdrawn"));
    }
  }

  @OnEveryDatabase
  void aFileInTheArchiveTakesNothingAndGivesNothingAway(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId letter = archive.letter(opened);
      DocumentId child = archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
      archive.leaves(opened, Archive.TODAY.minusDays(1));
      archive.close(opened);
      archive.filing.renew(opened.worker(), letter, archive.sent("2.txt", utf8("Druhé znění")));
      archive.putAway(opened);
      for (DocumentId id : List.of(letter, child)) {
        assertEquals(
            "null: document.refused.archived",
            Archive.refusal(
                () ->
                    archive.filing.renew(archive.director, id, archive.sent("3.txt", utf8("3")))));
        assertEquals(
            "null: document.refused.archived",
            Archive.refusal(() -> archive.withdraw(archive.director, id, "omyl")));
        long seen = archive.shelf.view(archive.director, id).line().version();
        assertEquals(
            "null: document.refused.archived",
            Archive.refusal(
                () -> archive.filing.correct(archive.director, id, seen, "Jinak", Archive.TODAY)));
      }
      assertEquals(
          "null: document.refused.archived",
          Archive.refusal(
              () ->
                  archive.filing.add(
                      archive.director,
                      opened.family().file(),
                      new NewDocument(DocumentKind.LETTER, null, null, Archive.TODAY, null),
                      archive.sent("d.txt", Archive.LETTER))));
      assertEquals(List.of(child, letter), archive.listed(archive.director, opened));
      archive.content(archive.director, child);
    }
  }

  @OnEveryDatabase
  void whatIsCalledWronglyIsCorrectedAndNothingElseOfIt(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId id = archive.letter(opened);
      long seen = archive.shelf.view(opened.worker(), id).line().version();
      assertEquals(
          "title: refused.required",
          Archive.refusal(
              () -> archive.filing.correct(opened.worker(), id, seen, " ", Archive.TODAY)));
      assertEquals(
          "dated-on: document.refused.future",
          Archive.refusal(
              () ->
                  archive.filing.correct(
                      opened.worker(), id, seen, "Dopis", Archive.TODAY.plusDays(1))));
      archive.filing.correct(opened.worker(), id, seen, "Dopis soudu", Archive.TODAY.minusDays(2));
      Shelf.Line line = archive.shelf.view(opened.worker(), id).line();
      assertEquals("Dopis soudu", line.title());
      assertEquals(Archive.TODAY.minusDays(2), line.datedOn());
      assertEquals(1, line.file().number());
      assertThrows(
          Stale.class,
          () -> archive.filing.correct(opened.worker(), id, seen, "Jinak", Archive.TODAY));
      assertEquals(
          List.of(Archive.TODAY.minusDays(2)),
          archive
              .register
              .timeline
              .of(opened.worker(), opened.family().file(), null, 50)
              .items()
              .stream()
              .filter(entry -> entry.kind().equals("document"))
              .map(Timeline.Entry::on)
              .toList());
      assertEquals(1, archive.trail(opened.worker(), "document.corrected"));
      archive.withdraw(opened.worker(), id, "omyl");
      long withdrawn = archive.shelf.view(opened.worker(), id).line().version();
      assertThrows(
          Stale.class,
          () -> archive.filing.correct(opened.worker(), id, withdrawn, "Zas", Archive.TODAY));
    }
  }

  @OnEveryDatabase
  void theMadeUpCentreHasDocumentsOfEveryState(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      List<CareFacts.InForce> families =
          archive.register.facts.inForce(
              archive.director, CaseFiles.READ, Archive.TODAY, opened.family().file());
      DemoCast cast = new DemoCast(archive.director, List.of(opened.worker()), families);
      // As the made-up centre does: everything in one transaction.
      archive.tx.run(em -> write(archive, cast));
      List<Shelf.Line> lines =
          archive.shelf.of(opened.worker(), opened.family().file(), null, 9).items();
      assertEquals(4, lines.size());
      assertEquals(1, lines.stream().filter(line -> line.withdrawnOn() != null).count());
      assertEquals(1, lines.stream().filter(line -> line.file().number() == 2).count());
      assertEquals(1, lines.stream().filter(line -> line.file().kind() == ContentKind.PDF).count());
    }
  }

  private static void write(Archive archive, DemoCast cast) {
    try {
      PdfMaker pdf = new PdfMaker();
      new DemoDocuments(archive.filing, pdf).write(cast);
      pdf.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @OnEveryDatabase
  void theListIsPagedByKeyTheNewestDayFirst(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      List<DocumentId> expected = new ArrayList<>();
      for (int day = 0; day < 7; day++) {
        // Two of each day: their order must hold over the end of a page.
        for (int i = 0; i < 2; i++) {
          expected.add(
              archive.filing.add(
                  opened.worker(),
                  opened.family().file(),
                  new NewDocument(
                      DocumentKind.OTHER,
                      "D" + day + i,
                      i == 0 ? null : opened.family().child(),
                      Archive.TODAY.minusDays(20 - day),
                      null),
                  archive.sent("d.txt", Archive.LETTER)));
        }
      }
      java.util.Collections.reverse(expected);
      List<DocumentId> seen = new ArrayList<>();
      String after = null;
      int pages = 0;
      do {
        Page<Shelf.Line> page = archive.shelf.of(opened.worker(), opened.family().file(), after, 3);
        page.items().forEach(line -> seen.add(line.id()));
        after = page.next();
        pages++;
      } while (after != null);
      assertEquals(expected, seen);
      assertEquals(5, pages);
      assertEquals(
          14,
          archive
              .shelf
              .of(opened.worker(), opened.family().file(), "no-cursor", 100)
              .items()
              .size(),
          "a cursor that is none of ours begins at the beginning");
    }
  }

  @OnEveryDatabase
  void aDocumentHangsOnARecordOfItsFileAndOnNoOther(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      Case other = archive.opened();
      List<Timeline.Entry> records = archive.shelf.records(opened.worker(), opened.family().file());
      assertTrue(records.size() > 1, "the file was opened, an agreement was concluded");
      Timeline.Entry record = records.get(0);
      NewDocument given =
          new NewDocument(DocumentKind.AGREEMENT, "Dohoda", null, Archive.TODAY, record.source());
      DocumentId id =
          archive.filing.add(
              opened.worker(),
              opened.family().file(),
              given,
              archive.sent("dohoda.txt", Archive.LETTER));
      assertEquals(record.title(), archive.shelf.view(opened.worker(), id).record().title());
      assertEquals(
          "about: document.refused.about",
          Archive.refusal(
              () ->
                  archive.filing.add(
                      other.worker(),
                      other.family().file(),
                      given,
                      archive.sent("dohoda.txt", Archive.LETTER))));
      assertTrue(
          archive.shelf.records(opened.worker(), opened.family().file()).stream()
              .noneMatch(entry -> entry.source().equals(id.value())),
          "a document hangs on no document");
    }
  }

  @OnEveryDatabase
  void whatDoesNotFitIsRefusedBesideItsField(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      Case other = archive.opened();
      assertEquals(
          "person: document.refused.person",
          Archive.refusal(() -> archive.add(opened, DocumentKind.LETTER, other.family().carer())));
      assertEquals(
          "dated-on: document.refused.future",
          Archive.refusal(
              () ->
                  archive.filing.add(
                      opened.worker(),
                      opened.family().file(),
                      new NewDocument(
                          DocumentKind.LETTER, null, null, Archive.TODAY.plusDays(1), null),
                      archive.sent("d.txt", Archive.LETTER))));
      assertEquals(
          "title: refused.too-long",
          Archive.refusal(
              () ->
                  archive.filing.add(
                      opened.worker(),
                      opened.family().file(),
                      new NewDocument(
                          DocumentKind.LETTER, "x".repeat(201), null, Archive.TODAY, null),
                      archive.sent("d.txt", Archive.LETTER))));
      assertEquals(List.of(), archive.listed(opened.worker(), opened));
    }
  }
}
