package org.opora.law.czech.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Rule;

class CzechLawTest {
  private final CzechLaw law = new CzechLaw();

  @Test
  void aVisitEveryTwoMonthsForCarerAndChild() {
    IntervalRule visit = assertInstanceOf(IntervalRule.class, law.rules().get(0));
    assertEquals("cz.visit", visit.id());
    assertEquals("visit", visit.evidence());
    assertTrue(visit.carers());
    assertTrue(visit.children());
    Parameter<Period> period = visit.period().get(0);
    assertEquals(Period.ofMonths(2), period.value());
    assertTrue(period.holdsOn(LocalDate.of(2013, 1, 1)));
    assertFalse(period.holdsOn(LocalDate.of(2012, 12, 31)));
    assertEquals(Trust.VERIFIED, period.trust());
    assertEquals(Trust.SECONDARY, visit.childrenTrust());
  }

  @Test
  void idsAreUniqueAndFiguresDoNotOverlap() {
    Set<String> ids = new HashSet<>();
    for (Rule rule : law.rules()) {
      assertTrue(ids.add(rule.id()), rule.id());
      assertTrue(rule.id().startsWith(law.id() + "."), rule.id());
      IntervalRule interval = assertInstanceOf(IntervalRule.class, rule);
      for (Parameter<Period> one : interval.period()) {
        assertEquals(
            1,
            interval.period().stream().filter(other -> other.holdsOn(one.from())).count(),
            rule.id());
      }
    }
  }
}
