package org.opora.supervisedcontacts.observations.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What may stand in whose copy. */
class ReceiverKindTest {
  private static final List<Section> ALL = List.of(Section.values());

  @Test
  void thoseWhoDecideGetEverything() {
    assertEquals(ALL, ReceiverKind.COURT.sections(false));
    assertEquals(ALL, ReceiverKind.AUTHORITY.sections(false));
  }

  @Test
  void theCarerGetsHowTheChildWasAndNothingOfTheOtherFamily() {
    assertEquals(
        List.of(Section.BEFORE, Section.DURING, Section.AFTER, Section.GIFTS),
        ReceiverKind.CARER.sections(false));
  }

  @Test
  void theParentGetsFactsWithoutTheWordsOfTheChild() {
    assertEquals(
        List.of(
            Section.BEFORE,
            Section.DURING,
            Section.AFTER,
            Section.INTERACTION,
            Section.INTERVENTIONS,
            Section.GIFTS,
            Section.BROKEN),
        ReceiverKind.PARENT.sections(false));
  }

  @Test
  void whomSomebodyLetsGetsAllOfIt() {
    assertEquals(ALL, ReceiverKind.CARER.sections(true));
    assertEquals(ALL, ReceiverKind.PARENT.sections(true));
  }

  @Test
  void inTheFileOfTheChildAllOfItLies() {
    assertEquals(ALL, ReceiverKind.FILE.sections(false));
    assertTrue(ReceiverKind.FILE.names());
    assertFalse(ReceiverKind.FILE.goesOut());
  }

  @Test
  void theFormSaysWhoReadsWhat() {
    assertEquals(
        List.of(ReceiverKind.COURT, ReceiverKind.AUTHORITY),
        ReceiverKind.reading(Section.CHILD_WORDS));
    assertEquals(
        List.of(
            ReceiverKind.COURT, ReceiverKind.AUTHORITY, ReceiverKind.CARER, ReceiverKind.PARENT),
        ReceiverKind.reading(Section.AFTER));
  }
}
