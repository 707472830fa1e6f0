package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.text.Text;
import org.opora.law.czech.contributions.CzechLaw;

/** What others count of the house has the working days of every pack that is here. */
class HouseLinesTest {
  private static final LocalDate HOLIDAY = LocalDate.of(2026, 9, 28);
  private static final Viewer DIRECTOR = Centre.viewer(Reach.ALL, LocalDate.of(2026, 9, 1));

  /** A country that knows no holidays, and whose Fridays are free. */
  private record Resting(String id) implements RuleSet {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Rule> rules() {
      return List.of();
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return day.getDayOfWeek() != DayOfWeek.FRIDAY;
    }
  }

  private static LocalDate doBy(RuleSet... packs) {
    HouseLines house = new HouseLines(List.of((viewer, day) -> List.of(line())));
    return house.of(DIRECTOR, HOLIDAY, List.of(packs)).findFirst().orElseThrow().doBy();
  }

  private static Duties.Line line() {
    return new Duties.Line(
        "house.return",
        "house 1",
        null,
        new Duties.Whom(Duties.SubjectKind.CENTRE, new UUID(0, 0), null, null),
        HOLIDAY,
        null,
        Duties.Status.OK,
        Text.of("house", "title"),
        Text.of("house", "why"),
        "§ 1",
        Trust.UNVERIFIED,
        null,
        null,
        List.of());
  }

  @Test
  void theCalendarHangsOnNoOrderOfThePacks() {
    assertEquals(LocalDate.of(2026, 9, 25), doBy(new CzechLaw()), "a Friday");
    assertNull(doBy(new Resting("aa")), "a working day there");
    LocalDate thursday = LocalDate.of(2026, 9, 24);
    assertEquals(thursday, doBy(new Resting("aa"), new CzechLaw()));
    assertEquals(thursday, doBy(new CzechLaw(), new Resting("aa")));
    assertEquals(thursday, doBy(new CzechLaw(), new Resting("zz")));
    assertNull(doBy(), "nobody knows a calendar");
  }
}
