package org.opora.documents.store.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.documents.content.Files.bytes;
import static org.opora.documents.content.Files.exif;
import static org.opora.documents.content.Files.joined;
import static org.opora.documents.content.Files.picture;
import static org.opora.documents.content.Files.segment;
import static org.opora.documents.content.Files.with;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.DocumentId;
import org.opora.documents.shared.Fingerprint;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.Limits;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** What is let in, how much of it, and what stays outside. */
class UploadsTest {
  private static final Map<String, byte[]> OUTSIDE =
      Map.of(
          "content.empty", new byte[0],
          "content.executable", bytes("MZ\u0090\0\u0003"),
          "content.archive", bytes("Rar!\u001a\u0007"),
          "content.markup", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
          "content.two-kinds", bytes("%PDF-1.4 <html>\nstartxref\n9\n%%EOF"),
          "content.damaged", bytes("%PDF-1.4\nof which half is missing"),
          "content.media", bytes("GIF89a\u0001\0"));

  @OnEveryDatabase
  void whatIsNoneOfTheKindsStaysOutsideWhateverItIsCalled(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId there = archive.letter(opened);
      OUTSIDE.forEach(
          (reason, content) -> {
            Sent sent = archive.sent("rozhodnuti.pdf", content);
            assertEquals("file: " + reason, Archive.refusal(() -> add(archive, opened, sent)));
            assertEquals(
                "file: " + reason,
                Archive.refusal(() -> archive.filing.renew(opened.worker(), there, sent)));
          });
      assertEquals(List.of(there), archive.listed(opened.worker(), opened));
      assertEquals(1, archive.shelf.view(opened.worker(), there).files().size());
    }
  }

  private static DocumentId add(Archive archive, Case opened, Sent sent) {
    return archive.filing.add(
        opened.worker(),
        opened.family().file(),
        new NewDocument(DocumentKind.OTHER, null, null, Archive.TODAY, null),
        sent);
  }

  @OnEveryDatabase
  void ofAPhotographItIsForgottenWhereItWasTaken(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      byte[] photograph =
          with(picture("jpeg"), segment(0xE1, joined(bytes("Exif\0\0"), exif(6, picture("jpeg")))));
      assertTrue(located(photograph));
      DocumentId id = add(archive, opened, archive.sent("IMG_0001.JPG", photograph));
      Shelf.File file = archive.shelf.view(opened.worker(), id).files().get(0);
      assertTrue(file.cleaned());
      assertEquals("IMG_0001.jpg", file.name());
      byte[] kept = archive.content(opened.worker(), id);
      assertFalse(located(kept));
      assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("Jana Novakova"));
      assertEquals(Fingerprint.of(kept), file.hash(), "the hash is of what is kept");
    }
  }

  private static boolean located(byte[] photograph) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(photograph))
        .containsDirectoryOfType(GpsDirectory.class);
  }

  @OnEveryDatabase
  void theCentreDecidesHowMuchIsLetIn(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      assertEquals(Limits.FIRST, archive.limits.now());
      assertThrows(
          NotAllowed.class, () -> archive.limits.decide(opened.worker(), 0, new Limits(1, 2, 2)));
      archive.limits.decide(archive.director, 0, new Limits(1, 2, 2));
      assertThrows(
          Stale.class, () -> archive.limits.decide(archive.director, 0, new Limits(9, 9, 9)));
      for (Limits wrong : List.of(new Limits(0, 2, 2), new Limits(21, 2, 2))) {
        assertEquals(
            "megabytes: limits.refused",
            Archive.refusal(() -> archive.limits.decide(archive.director, 1, wrong)));
      }
      assertEquals(new Limits(1, 2, 2), archive.limits.decided(archive.director).limits());

      byte[] tooLarge = "a".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
      Refused large =
          assertThrows(Refused.class, () -> add(archive, opened, archive.sent("a.txt", tooLarge)));
      assertEquals("content.large", large.text().key());
      assertEquals(List.of(1), large.text().arguments());
      byte[] justSmall = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      DocumentId first = add(archive, opened, archive.sent("a.txt", justSmall));

      DocumentId second = archive.letter(opened);
      assertEquals("file: document.refused.many", Archive.refusal(() -> archive.letter(opened)));
      archive.withdraw(opened.worker(), second, "omyl");
      archive.letter(opened);
      assertEquals("file: document.refused.many", Archive.refusal(() -> archive.letter(opened)));

      archive.filing.renew(opened.worker(), first, archive.sent("b.txt", bytes("b")));
      assertEquals(
          "file: document.refused.versions",
          Archive.refusal(
              () ->
                  archive.filing.renew(opened.worker(), first, archive.sent("c.txt", bytes("c")))));
      assertEquals(1, archive.trail(archive.director, "document.limits-changed"));
    }
  }

  @OnEveryDatabase
  void whoComeAtOnceDoNotGetInMoreThanIsLetIn(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      archive.limits.decide(archive.director, 0, new Limits(1, 3, 5));
      CountDownLatch together = new CountDownLatch(8);
      ExecutorService people = Executors.newFixedThreadPool(8);
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            people.submit(
                () -> {
                  together.countDown();
                  together.await();
                  try {
                    archive.letter(opened);
                    return true;
                  } catch (Refused full) {
                    return false;
                  }
                }));
      }
      int in = 0;
      for (Future<Boolean> one : all) {
        in += one.get() ? 1 : 0;
      }
      people.shutdown();
      assertEquals(3, in);
      assertEquals(3, archive.listed(opened.worker(), opened).size());
    }
  }

  @OnEveryDatabase
  void twoNewVersionsAtOnceAreTwoVersions(Product product) throws Exception {
    try (Archive archive = new Archive(product)) {
      Case opened = archive.opened();
      DocumentId id = archive.letter(opened);
      Viewer director = archive.director;
      CountDownLatch together = new CountDownLatch(2);
      ExecutorService people = Executors.newFixedThreadPool(2);
      List<Future<?>> all = new ArrayList<>();
      for (Viewer one : List.of(opened.worker(), director)) {
        Sent sent = archive.sent("v.txt", bytes("by " + one.staff()));
        all.add(
            people.submit(
                () -> {
                  together.countDown();
                  together.await();
                  archive.filing.renew(one, id, sent);
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      people.shutdown();
      assertEquals(
          List.of(3, 2, 1),
          archive.shelf.view(director, id).files().stream().map(Shelf.File::number).toList());
    }
  }
}
