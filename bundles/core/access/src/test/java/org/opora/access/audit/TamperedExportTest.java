package org.opora.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opora.access.TestHouse;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.verifier.Verifier;

/**
 * Whatever is done to an exported trail, the house's own chain and the verifier that shares nothing
 * with it find it. A seeded part of it at every run, everything in the campaign.
 */
class TamperedExportTest {
  private static final int ROWS = 300;
  private static final boolean CAMPAIGN = Boolean.getBoolean("opora.campaign");
  private static final int SAMPLE = 600;
  private static final int[] MASKS = {0x01, 0x20, 0x80};
  private static byte[] export;
  private static byte[] other;
  private static byte[] key;
  private final Random random = new Random(20261127);

  @BeforeAll
  static void export() throws IOException {
    try (TestHouse house = new TestHouse(Product.DERBY)) {
      Viewer viewer = house.viewer(StaffId.next(), Map.of("access.audit", Reach.ALL));
      key = Files.readAllBytes(house.houseDatabase().keyFolder().resolve("audit.key"));
      for (int at = 1; at < ROWS; at++) {
        write(house, viewer, at);
      }
      export = bytes(house, viewer);
      write(house, viewer, ROWS);
      other = bytes(house, viewer);
    }
  }

  private static void write(TestHouse house, Viewer viewer, int at) {
    List<Subject> some =
        IntStream.range(0, at % 4)
            .mapToObj(n -> new Subject(Subject.Kind.values()[n], Ids.next()))
            .toList();
    switch (at % 3) {
      case 0 -> house.access.audit().read(viewer, "GET /people/{person}", some);
      case 1 -> house.access.audit().denied(viewer, "registry.read", some, "wall");
      default -> house.access.audit().noted(null, "access.test", at % 2 == 0 ? null : "step=" + at);
    }
    if (at % 50 == 0) {
      house.access.audit().verify();
      house.clock.pass(Duration.ofDays(1));
    }
  }

  private static byte[] bytes(TestHouse house, Viewer viewer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    house.access.export().export(viewer, out);
    return out.toByteArray();
  }

  @AfterAll
  static void forget() {
    Arrays.fill(key, (byte) 0);
  }

  @Test
  void whatWasNotTouchedHolds() {
    assertTrue(new ExportedTrail(key).holds(export));
    Verifier.Report report = report(export, Map.of());
    assertTrue(report.intact(), report.fault());
    assertEquals(ROWS, report.rows());
    assertEquals(6, report.heads(), "the end of each day, and the present one");
    assertTrue(new ExportedTrail(key).holds(other));
    assertTrue(report(other, Map.of()).intact());
  }

  @Test
  void everyFlippedByteIsFound() {
    List<Integer> places = new ArrayList<>(IntStream.range(0, export.length).boxed().toList());
    if (!CAMPAIGN) {
      Collections.shuffle(places, random);
      places = places.subList(0, SAMPLE);
    }
    places.parallelStream()
        .forEach(
            place -> {
              for (int mask : MASKS) {
                byte[] changed = export.clone();
                changed[place] ^= (byte) mask;
                found(changed, "byte " + place + " with mask " + mask);
              }
            });
  }

  @Test
  void everyRemovedRepeatedMovedOrTruncatedRecordIsFound() {
    List<String> lines = lines(export);
    for (int at : sample(lines.size())) {
      List<String> removed = new ArrayList<>(lines);
      removed.remove(at);
      found(removed, "line " + at + " removed");
      List<String> repeated = new ArrayList<>(lines);
      repeated.add(at, lines.get(at));
      found(repeated, "line " + at + " repeated");
      int with = (at + 1 + random.nextInt(lines.size() - 1)) % lines.size();
      List<String> swapped = new ArrayList<>(lines);
      Collections.swap(swapped, at, with);
      found(swapped, "lines " + at + " and " + with + " swapped");
      found(lines.subList(0, at), "truncated before line " + at);
      found(lines.subList(at + 1, lines.size()), "begun after line " + at);
      int to = Math.min(lines.size(), at + 7);
      List<String> turned = new ArrayList<>(lines);
      Collections.reverse(turned.subList(at, to));
      if (to - at > 1) {
        found(turned, "lines " + at + " to " + to + " turned round");
      }
    }
    sample(export.length).parallelStream()
        .forEach(end -> found(Arrays.copyOf(export, end), "truncated to " + end + " bytes"));
  }

  /** Each line of its own is genuine; it is not the trail. */
  @Test
  void linesOfAnotherExportAreFound() {
    List<String> mine = lines(export);
    List<String> theirs = lines(other);
    for (int at = 1; at < mine.size(); at++) {
      if (!mine.get(at).equals(theirs.get(at))) {
        List<String> mixed = new ArrayList<>(mine);
        mixed.set(at, theirs.get(at));
        found(mixed, "line " + at + " of a later export");
      }
    }
    // The records of today under the heads and the end of a later day, and the other way round.
    int ends = ROWS + 1;
    found(join(mine.subList(0, ends), theirs.subList(ends + 2, theirs.size())), "later heads");
    found(join(theirs.subList(0, ends + 2), mine.subList(ends, mine.size())), "earlier heads");
  }

  @Test
  void whatIsReckonedAgainWithoutTheKeyIsFound() throws IOException {
    byte[] guessed = key.clone();
    guessed[31] ^= 1;
    assertFalse(new ExportedTrail(guessed).holds(export));
    assertFalse(
        new Verifier(guessed).check(() -> new ByteArrayInputStream(export), Map.of()).intact());
  }

  /** Whoever has the key can write another trail that holds; paper tells. */
  @Test
  void aPrintedSealTellsATrailThatWasWrittenAnew() {
    Verifier.Report whole = report(export, Map.of());
    assertTrue(report(export, Map.of(whole.rows(), whole.link())).intact());
    assertTrue(report(other, Map.of(whole.rows(), whole.link())).intact(), "it went on since");
    String wrong = HexFormat.of().formatHex(new byte[32]);
    assertFalse(report(export, Map.of(whole.rows(), wrong)).intact());
    assertFalse(report(export, Map.of(7L, whole.link())).intact());
    assertFalse(report(export, Map.of(whole.rows() + 1, whole.link())).intact(), "cut off");
  }

  private List<Integer> sample(int size) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    if (CAMPAIGN) {
      return all;
    }
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(size, 60));
  }

  private static List<String> lines(byte[] text) {
    return List.of(new String(text, StandardCharsets.US_ASCII).split("(?<=\n)"));
  }

  private static List<String> join(List<String> one, List<String> two) {
    List<String> both = new ArrayList<>(one);
    both.addAll(two);
    return both;
  }

  private static void found(List<String> lines, String what) {
    found(String.join("", lines).getBytes(StandardCharsets.US_ASCII), what);
  }

  private static void found(byte[] changed, String what) {
    assertFalse(new ExportedTrail(key).holds(changed), () -> "the house does not see: " + what);
    assertFalse(report(changed, Map.of()).intact(), () -> "the verifier does not see: " + what);
  }

  private static Verifier.Report report(byte[] bytes, Map<Long, String> printed) {
    try {
      // One of its own each time: several look at once, and a seal is reckoned in steps.
      return new Verifier(key).check(() -> new ByteArrayInputStream(bytes), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
