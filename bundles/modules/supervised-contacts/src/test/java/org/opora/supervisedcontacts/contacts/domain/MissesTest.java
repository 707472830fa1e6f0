package org.opora.supervisedcontacts.contacts.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows of misses, and the count that everybody reads. */
class MissesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 3);

  private static Outcome outcome(ContactState state, CancelledBy by, MissedBy missed) {
    return new Outcome(
        UUID.randomUUID(), DAY, state, by, missed, state.tookPlace() ? true : null, null);
  }

  private static Outcome held() {
    return outcome(ContactState.HELD, null, null);
  }

  private static Outcome cancelled(CancelledBy by) {
    return outcome(ContactState.CANCELLED, by, null);
  }

  private static Outcome missed(MissedBy by) {
    return outcome(ContactState.NO_SHOW, null, by);
  }

  private static Misses row(Outcome... inOrder) {
    List<Outcome> latestFirst = new ArrayList<>(List.of(inOrder));
    Collections.reverse(latestFirst);
    return Misses.endingWith(latestFirst);
  }

  @Test
  void twoInARowCallWhetherItWasSaidBeforeOrNot() {
    Outcome first = missed(MissedBy.PARENT);
    Outcome second = cancelled(CancelledBy.PARENT);
    Misses misses = row(held(), first, second);
    assertEquals(List.of(first.key(), second.key()), misses.keys());
    assertTrue(misses.calls());
    assertEquals(second.key(), misses.last());
  }

  @Test
  void oneIsNotEnoughAndOneThatWasHeldEndsTheRow() {
    assertFalse(row(missed(MissedBy.PARENT)).calls());
    assertFalse(row().calls());
    assertFalse(row(missed(MissedBy.PARENT), held(), cancelled(CancelledBy.PARENT)).calls());
    assertTrue(
        row(missed(MissedBy.PARENT), cancelled(CancelledBy.PARENT), held()).keys().isEmpty());
  }

  @Test
  void whatOthersCancelledSaysNothingOfTheParent() {
    assertTrue(
        row(
                missed(MissedBy.PARENT),
                cancelled(CancelledBy.CENTRE),
                missed(MissedBy.CHILD),
                cancelled(CancelledBy.PARENT))
            .calls());
  }

  @Test
  void aThirdOneDoesNotCallAgainAndAFourthOneDoes() {
    Outcome[] four = {
      missed(MissedBy.PARENT),
      missed(MissedBy.PARENT),
      missed(MissedBy.PARENT),
      missed(MissedBy.PARENT)
    };
    assertFalse(row(four[0], four[1], four[2]).calls());
    assertTrue(row(four).calls());
  }

  @Test
  void theTallyIsTheSumOfItsParts() {
    Outcome away = new Outcome(UUID.randomUUID(), DAY, ContactState.HELD, null, null, false, null);
    Tally tally =
        Tally.of(
            List.of(
                held(),
                outcome(ContactState.STOPPED, null, null),
                away,
                cancelled(CancelledBy.PARENT),
                cancelled(CancelledBy.CENTRE),
                missed(MissedBy.PARENT),
                missed(MissedBy.CHILD),
                outcome(ContactState.PLANNED, null, null)));
    assertEquals(8, tally.planned());
    assertEquals(2, tally.held());
    assertEquals(1, tally.stopped());
    assertEquals(Map.of(CancelledBy.PARENT, 1, CancelledBy.CENTRE, 1), tally.cancelled());
    assertEquals(1, tally.parentNoShow());
    assertEquals(2, tally.childAway());
    assertEquals(1, tally.open());
    assertEquals(
        tally.planned(),
        tally.held()
            + tally.allCancelled()
            + tally.parentNoShow()
            + tally.childAway()
            + tally.open());
    assertTrue(Tally.of(List.of()).nothing());
  }

  @Test
  void noticeIsCountedToTheMinute() {
    Instant start = Instant.parse("2026-09-18T12:00:00Z");
    Notice notice = Notice.of(start.minus(Duration.ofMinutes(80)), start);
    assertEquals(1, notice.hours());
    assertEquals(20, notice.minutes());
    assertFalse(notice.inTime(24));
    assertTrue(Notice.of(start.minus(Duration.ofHours(24)), start).inTime(24));
    assertTrue(Notice.of(start.plusSeconds(1), start).after());
  }
}
