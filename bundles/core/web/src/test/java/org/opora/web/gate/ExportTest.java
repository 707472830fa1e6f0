package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.access.Subject;
import org.opora.api.exports.LargeExports;
import org.opora.api.exports.LargeExports.Wanted;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;

/** Lists as files, through the gate. */
class ExportTest {
  private static final String PATH = "/m/guest/list/export";

  @TempDir Path data;
  private TestHouse house;

  @BeforeEach
  void open() {
    house = new TestHouse(data);
    house.guest(
        route(
            (after, limit) ->
                after == null
                    ? new Page<>(List.of("Anna", "=Bára"), "2")
                    : Page.last(List.of("Cyril"))));
  }

  private static Route route(Sheet.Source<String> source) {
    return Route.page(
        PATH,
        "guest.read",
        request ->
            Reply.export(
                request,
                Sheet.of("guests", "guest.saved", source)
                    .text("shell.more", name -> name)
                    .about(name -> List.of(new Subject(Subject.Kind.PERSON, key(name))))));
  }

  private static UUID key(String name) {
    return new UUID(1, name.hashCode());
  }

  @Test
  void aListComesAsAnAttachmentAndIsRecordedOnce() throws IOException {
    Wire csv = house.send(Wire.get(PATH + "?format=csv").as(TestHouse.TOKEN));
    assertEquals(200, csv.status);
    assertEquals("\uFEFFMore\r\nAnna\r\n'=Bára\r\nCyril\r\n", csv.text());
    assertEquals("text/csv; charset=utf-8", csv.answer("Content-Type"));
    assertEquals(
        "attachment; filename=\"Kept_for_you._2026-11-02.csv\";"
            + " filename*=UTF-8''Kept%20for%20you.%202026-11-02.csv",
        csv.answer("Content-Disposition"));
    assertEquals("nosniff", csv.answer("X-Content-Type-Options"));
    assertEquals("no-store", csv.answer("Cache-Control"));
    assertTrue(csv.answer("Content-Security-Policy").startsWith("sandbox;"));
    assertEquals(String.valueOf(csv.bytes().length), csv.answer("Content-Length"));
    assertEquals(List.of("read GET " + PATH + " 3 list=guests;format=csv;rows=3"), house.trail);
    house.trail.clear();
    Wire book = house.send(Wire.get(PATH).as(TestHouse.TOKEN));
    assertEquals(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        book.answer("Content-Type"));
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book.bytes()))) {
      assertEquals(4, read.getFirstSheet().read().size());
    }
    assertEquals(List.of("read GET " + PATH + " 3 list=guests;format=xlsx;rows=3"), house.trail);
    nothingStays();
  }

  private void nothingStays() throws IOException {
    if (Files.isDirectory(data.resolve("tmp"))) {
      try (Stream<Path> files = Files.list(data.resolve("tmp"))) {
        assertEquals(List.of(), files.toList());
      }
    }
  }

  @Test
  void anExportIsRecordedEvenWhenItShowsNoClient() {
    house.guest(route((after, limit) -> Page.last(List.<String>of())).audited(Route.Audit.NONE));
    assertEquals(200, house.send(Wire.get(PATH).as(TestHouse.TOKEN)).status);
    assertEquals(List.of("read GET " + PATH + " 0 list=guests;format=xlsx;rows=0"), house.trail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?format=csv", "?format=xlsx"})
  void whatCannotBeRecordedDoesNotLeave(String format) throws IOException {
    house.full = true;
    Wire wire = house.send(Wire.get(PATH + format).as(TestHouse.TOKEN));
    assertEquals(500, wire.status);
    assertFalse(wire.text().contains("Anna"));
    assertEquals("text/html; charset=utf-8", wire.answer("Content-Type"));
    nothingStays();
  }

  @Test
  void aFaultHalfwayIsAPageAndNoHalfAFile() throws IOException {
    house.guest(
        route(
            (after, limit) -> {
              if (after == null) {
                return new Page<>(List.of("Anna"), "1");
              }
              throw new IllegalStateException("the database is gone");
            }));
    Wire wire = house.send(Wire.get(PATH).as(TestHouse.TOKEN));
    assertEquals(500, wire.status);
    assertEquals(List.of(), house.trail, "nothing left, so nothing is recorded");
    assertFalse(wire.text().contains("Anna"));
    nothingStays();
  }

  @Test
  void aListThatIsHeldBackLeadsToWhereItIsAskedFor() throws IOException {
    List<Wanted> asked = new ArrayList<>();
    house.largeExports =
        (viewer, wanted) -> {
          asked.add(wanted);
          return wanted.rows() > 2 ? Optional.of("/exports/new/1") : Optional.empty();
        };
    Wire wire = house.send(Wire.get(PATH + "?format=csv").as(TestHouse.TOKEN));
    assertEquals(303, wire.status);
    assertEquals("/exports/new/1", wire.answer("Location"));
    assertEquals(0, wire.bytes().length, "not a byte of the list");
    assertEquals(List.of(), house.trail, "nobody was shown");
    nothingStays();
    Wanted wanted = asked.get(0);
    assertEquals("guests", wanted.list());
    assertEquals("Kept for you.", wanted.title().en());
    assertEquals(PATH + "?format=csv", wanted.address());
    assertEquals("csv", wanted.format());
    assertEquals(3, wanted.rows());
    assertNull(wanted.narrowed());

    house.guest(route((after, limit) -> Page.last(List.of("Anna"))));
    assertEquals(200, house.send(Wire.get(PATH).as(TestHouse.TOKEN)).status);
    assertEquals(1, house.trail.size());
  }

  @Test
  void withoutWhoeverHoldsItBackALongListDoesNotLeave() throws IOException {
    house.guest(
        route((after, limit) -> Page.last(Collections.nCopies(LargeExports.USUAL + 1, "Anna"))));
    Wire wire = house.send(Wire.get(PATH + "?format=csv").as(TestHouse.TOKEN));
    assertEquals(503, wire.status);
    assertFalse(wire.text().contains("Anna"));
    assertEquals(List.of(), house.trail);
    nothingStays();
  }

  /** What is lent stands in the database, and a file has many pieces. */
  @Test
  void whatIsLentIsNotAskedForWithEveryPieceOfAFile() {
    house.largeExports = (viewer, wanted) -> Optional.empty();
    String name = "Anna".repeat(50);
    house.lent.add(key(name));
    house.guest(route((after, limit) -> Page.last(Collections.nCopies(1_000, name))));
    Wire wire = house.send(Wire.get(PATH + "?format=csv").as(TestHouse.TOKEN));
    assertEquals(200, wire.status);
    assertTrue(wire.bytes().length > 200_000);
    assertTrue(house.askedWhatIsLent < 5, house.askedWhatIsLent + " times");
  }

  @Test
  void whoMayNotSeeTheListMayNotTakeIt() {
    house.signedIn(java.util.Map.of());
    assertEquals(403, house.send(Wire.get(PATH).as(TestHouse.TOKEN)).status);
    assertEquals(List.of("denied guest.read"), house.trail);
    assertEquals(303, house.send(Wire.get(PATH)).status, "nobody is signed in");
  }
}
