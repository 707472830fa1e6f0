package org.opora.registry.kin.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.opora.api.kin.Role;
import org.opora.registry.people.domain.Sex;

/** Each side has its word, and an end makes a couple a former one. */
class WordsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void everyStatedRoleBelongsToOneKindAndFitsItsSide() {
    for (Role role : TieKind.STATED) {
      TieKind kind = TieKind.of(role);
      assertEquals(role, kind.role(role == kind.first(), false));
      assertTrue(kind != TieKind.FOSTER, "care follows from the placement");
    }
    assertEquals(Role.CHILD, TieKind.BIOLOGICAL.role(false, false));
    assertEquals(Role.CHILD, TieKind.BIOLOGICAL.role(false, true), "a child stays one");
    assertThrows(IllegalArgumentException.class, () -> TieKind.of(Role.FORMER_SPOUSE));
  }

  @Test
  void anEndedCoupleIsAFormerOne() {
    assertEquals(Role.FORMER_SPOUSE, TieKind.SPOUSE.role(true, true));
    assertEquals(Role.FORMER_PARTNER, TieKind.PARTNER.role(false, true));
    assertEquals(Role.SPOUSE, TieKind.SPOUSE.role(false, false));
  }

  @Test
  void identifiersTellTheSex() {
    assertEquals(Sex.FEMALE, Sex.of("1854121234"));
    assertEquals(Sex.MALE, Sex.of("1804121234"));
    assertEquals(Sex.FEMALE, Sex.of("0972121234"), "70 and more are added to women's months, too");
    assertEquals(Sex.MALE, Sex.of("0932121234"));
    assertEquals(Sex.FEMALE, Sex.of("18230400005".substring(0, 9) + "45"));
    assertEquals(Sex.MALE, Sex.of("18230400015"));
    assertEquals(Sex.UNKNOWN, Sex.of("AB1234567"));
    assertEquals(Sex.UNKNOWN, Sex.of(null));
  }

  @Test
  void daysMeetOnTheirEdges() {
    Days first = new Days(null, DAY);
    assertTrue(first.meets(new Days(DAY, null)));
    assertFalse(first.meets(new Days(DAY.plusDays(1), null)));
    assertTrue(first.on(DAY));
    assertFalse(first.past(DAY));
    assertTrue(first.past(DAY.plusDays(1)));
    assertEquals(
        new Days(DAY, DAY), first.within(new Days(DAY, DAY.plusYears(1))), "what both have");
    assertEquals(new Days(null, null), new Days(null, null).within(new Days(null, null)));
  }
}
