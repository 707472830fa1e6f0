package org.opora.registry.incidents.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.registry.incidents.domain.Incident.Hindrance;

/** An incident is not closed without measures, a suspicion not before the authority was told. */
class IncidentTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final byte[] SEALED = {1};

  private static Incident incident(Kind kind, byte[] measures, byte[] answer) {
    Incident row =
        new Incident(
            Ids.next(), CaseFileId.next(), StaffId.next(), Instant.parse("2026-11-02T09:00:00Z"));
    row.happened(kind, TODAY, null);
    row.says(new SealedWords(SEALED, SEALED, null, measures, answer));
    return row;
  }

  @Test
  void withoutMeasuresNothingIsClosed() {
    assertEquals(Hindrance.NO_MEASURES, incident(Kind.INJURY, null, null).hindrance(true));
    assertEquals(
        Hindrance.NO_MEASURES,
        incident(Kind.INJURY, null, SEALED).hindrance(true),
        "an answer is no measure");
    assertNull(incident(Kind.INJURY, SEALED, null).hindrance(false));
  }

  @Test
  void aSuspicionIsToldToAnOfficeAndThenClosedWithMeasures() {
    assertEquals(
        Hindrance.NOT_TOLD, incident(Kind.SUSPECTED_HARM, SEALED, SEALED).hindrance(false));
    assertEquals(Hindrance.NO_MEASURES, incident(Kind.SUSPECTED_HARM, null, null).hindrance(true));
    assertEquals(
        Hindrance.NO_MEASURES,
        incident(Kind.SUSPECTED_HARM, null, SEALED).hindrance(true),
        "that the authority looks into it is no measure of the centre");
    assertNull(incident(Kind.SUSPECTED_HARM, SEALED, null).hindrance(true));
  }

  @Test
  void measuresDecideWhereItStandsUntilItIsClosed() {
    Incident row = incident(Kind.OTHER, null, null);
    assertEquals(State.OPEN, row.state());
    row.says(new SealedWords(SEALED, SEALED, null, SEALED, null));
    assertEquals(State.MEASURES, row.state());
    row.says(new SealedWords(SEALED, SEALED, null, null, null));
    assertEquals(State.OPEN, row.state());
    row.says(new SealedWords(SEALED, SEALED, null, SEALED, null));
    row.close(TODAY, StaffId.next());
    row.says(new SealedWords(SEALED, SEALED, null, SEALED, null));
    assertEquals(State.CLOSED, row.state());
    assertEquals(Hindrance.CLOSED, row.hindrance(true));
  }
}
