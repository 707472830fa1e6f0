package org.opora.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.access.audit.AuditEvent.Outcome;
import org.opora.api.access.AuditTrail.Verdict;
import org.opora.api.access.Subject;

/** The chain itself, without a database. */
class InspectionTest {
  private static final int ROWS = 300;
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

  private final Random random = new Random(11);
  private final Chain chain = new Chain(KEY);
  private final List<SealedEvent> rows = chain();

  @Test
  void aWholeChainHolds() {
    Verdict verdict = inspect(rows, heads(rows));
    assertTrue(verdict.intact());
    assertEquals(ROWS, verdict.rows());
  }

  /**
   * The chain is over the canonical bytes: no byte of any record, and none of any mac, can be
   * another.
   */
  @Test
  void everyFlippedByteIsFound() {
    Chain verifier = new Chain(KEY);
    byte[] previous = Chain.beginning();
    long flipped = 0;
    for (SealedEvent row : rows) {
      byte[] record = CanonicalRecord.of(row.seq(), row.event());
      for (int at = 0; at < record.length; at++) {
        for (int mask : new int[] {0x01, 0x80, 0xFF}) {
          record[at] ^= (byte) mask;
          assertFalse(Arrays.equals(verifier.link(previous, record), row.mac()));
          record[at] ^= (byte) mask;
          flipped++;
        }
      }
      assertTrue(Arrays.equals(verifier.link(previous, record), row.mac()));
      byte[] mac = row.mac().clone();
      mac[random.nextInt(32)] ^= (byte) (1 + random.nextInt(255));
      List<SealedEvent> changed = new ArrayList<>(rows);
      changed.set((int) row.seq() - 1, new SealedEvent(row.seq(), row.event(), mac));
      assertEquals(row.seq(), inspect(changed, heads(rows)).firstFault());
      previous = row.mac();
    }
    assertTrue(flipped > 100_000, "only " + flipped);
  }

  /**
   * Two different rows never have the same bytes: what moves from one field into the next is seen.
   */
  @Test
  void fieldsCannotFlowIntoEachOther() {
    AuditEvent one = event("access.read", "x", "abc");
    AuditEvent other =
        new AuditEvent(
            one.id(),
            one.happened(),
            one.staff(),
            one.outcome(),
            "access.rea",
            one.subjects(),
            "dx",
            "abc");
    assertFalse(Arrays.equals(CanonicalRecord.of(1, one), CanonicalRecord.of(1, other)));
    AuditEvent none = event("a", null, null);
    AuditEvent empty =
        new AuditEvent(
            none.id(),
            none.happened(),
            none.staff(),
            none.outcome(),
            "a",
            none.subjects(),
            "",
            null);
    assertFalse(Arrays.equals(CanonicalRecord.of(1, none), CanonicalRecord.of(1, empty)));
  }

  @Test
  void aRemovedRowIsFoundWhereverItStood() {
    for (int at = 0; at < ROWS; at++) {
      List<SealedEvent> fewer = new ArrayList<>(rows);
      fewer.remove(at);
      assertEquals(at + 1L, inspect(fewer, heads(rows)).firstFault());
    }
  }

  @Test
  void aRemovedAndRenumberedRowIsFound() {
    for (int at = 0; at < ROWS; at += 7) {
      List<SealedEvent> fewer = new ArrayList<>(rows);
      fewer.remove(at);
      List<SealedEvent> renumbered =
          IntStream.range(0, fewer.size())
              .mapToObj(i -> new SealedEvent(i + 1L, fewer.get(i).event(), fewer.get(i).mac()))
              .toList();
      assertEquals(at + 1L, inspect(renumbered, heads(rows)).firstFault());
    }
  }

  @Test
  void swappedRowsAreFound() {
    for (int at = 0; at + 1 < ROWS; at++) {
      List<SealedEvent> swapped = new ArrayList<>(rows);
      swapped.set(at, new SealedEvent(at + 1L, rows.get(at + 1).event(), rows.get(at + 1).mac()));
      swapped.set(at + 1, new SealedEvent(at + 2L, rows.get(at).event(), rows.get(at).mac()));
      assertEquals(at + 1L, inspect(swapped, heads(rows)).firstFault());
    }
  }

  @Test
  void aCutTailIsFoundByTheHead() {
    for (int length = 0; length < ROWS; length++) {
      Verdict verdict = inspect(rows.subList(0, length), heads(rows));
      assertEquals(length + 1L, verdict.firstFault(), "cut after " + length);
    }
  }

  @Test
  void aHeadMadeWithoutTheKeyIsFound() {
    List<SealedEvent> cut = rows.subList(0, ROWS - 5);
    SealedEvent last = cut.get(cut.size() - 1);
    Chain stranger = new Chain(new byte[32]);
    Head forged =
        new Head(
            Head.CURRENT,
            last.seq(),
            last.mac(),
            stranger.seal(Head.CURRENT, last.seq(), last.mac()));
    assertFalse(inspect(cut, List.of(forged)).intact());
    assertFalse(inspect(cut, List.of()).intact(), "a chain without a head");
  }

  @Test
  void theHeadOfADayIsNoCurrentHead() {
    List<SealedEvent> cut = rows.subList(0, 100);
    byte[] mac = cut.get(99).mac();
    Head renamed = new Head(Head.CURRENT, 100, mac, chain.seal("2026-11-04", 100, mac));
    assertFalse(inspect(cut, List.of(renamed)).intact());
  }

  @Test
  void aChainUnderAnotherKeyIsNotOurs() {
    Inspection inspection = new Inspection(new Chain(new byte[32]), heads(rows));
    rows.forEach(inspection::next);
    assertEquals(1L, inspection.end(heads(rows), false).firstFault());
  }

  @Test
  void anUnreadableRowIsAFault() {
    List<SealedEvent> changed = new ArrayList<>(rows);
    changed.set(41, new SealedEvent(42, null, rows.get(41).mac()));
    assertEquals(42L, inspect(changed, heads(rows)).firstFault());
  }

  private static Verdict inspect(List<SealedEvent> rows, List<Head> heads) {
    Inspection inspection = new Inspection(new Chain(KEY), heads);
    rows.forEach(inspection::next);
    return inspection.end(heads, false);
  }

  private List<Head> heads(List<SealedEvent> rows) {
    SealedEvent last = rows.get(rows.size() - 1);
    return List.of(
        head("2026-11-03", rows.get(99)),
        head("2026-11-04", rows.get(199)),
        head("2026-11-05", last),
        head(Head.CURRENT, last));
  }

  private Head head(String name, SealedEvent row) {
    return new Head(name, row.seq(), row.mac(), chain.seal(name, row.seq(), row.mac()));
  }

  private List<SealedEvent> chain() {
    List<SealedEvent> sealed = new ArrayList<>();
    byte[] mac = Chain.beginning();
    for (long seq = 1; seq <= ROWS; seq++) {
      AuditEvent event =
          event("registry.read", random.nextBoolean() ? null : "staff=" + seq, "request-" + seq);
      mac = chain.link(mac, CanonicalRecord.of(seq, event));
      sealed.add(new SealedEvent(seq, event, mac));
    }
    return sealed;
  }

  private AuditEvent event(String act, String detail, String request) {
    Outcome[] outcomes = Outcome.values();
    Subject.Kind[] kinds = Subject.Kind.values();
    List<Subject> subjects =
        random
            .ints(random.nextInt(4), 0, kinds.length)
            .mapToObj(k -> new Subject(kinds[k], uuid()))
            .toList();
    return new AuditEvent(
        uuid(),
        1_762_000_000_000L + random.nextInt(1_000_000),
        random.nextInt(5) == 0 ? null : uuid(),
        outcomes[random.nextInt(outcomes.length)],
        act,
        subjects,
        detail,
        request);
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
