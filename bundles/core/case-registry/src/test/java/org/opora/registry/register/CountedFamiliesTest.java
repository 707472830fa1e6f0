package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.application.ProposalsDesk.Taken;
import org.opora.registry.files.domain.AgreementState;
import org.opora.testkit.OnEveryDatabase;

/** What figures say of families whose agreement or whose people are not what they mostly are. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedFamiliesTest {
  private static final Period YEAR = Period.year(2026);
  private static final LocalDate SIGNED = LocalDate.of(2026, 10, 1);
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final Period AUTUMN = new Period(SIGNED, FIRST);
  private static final CzechLaw LAW = new CzechLaw();
  @Parameter TestDatabase.Product product;
  private Register register;
  private CountRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, LAW);
    rooms = CountRooms.czech(register, LAW);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private long families(Period period, String code) {
    return rooms.families.count(period).stream()
        .flatMap(Table::figures)
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow()
        .amount();
  }

  @Test
  void anAgreementThatNeverBeganIsInNoFigure() {
    List<String> codes =
        List.of(
            "agreements.some",
            "agreements.some.LONG_TERM",
            "agreements.concluded",
            "agreements.ended",
            "agreements.last",
            "carers.some",
            "children.some",
            "children.age.UNDER_10");
    List<Long> before = codes.stream().map(code -> families(YEAR, code)).toList();
    long months = families(AUTUMN, "agreements.some");
    PersonId carer = register.person(director, "Eva", "Nezačatá", LocalDate.of(1980, 5, 1));
    PersonId child = register.person(director, "Ema", "Nezačatá", LocalDate.of(2018, 3, 4));
    CaseFileId file =
        register.files.open(director, new NewFile(null, "Nezačatí", LocalDate.of(2026, 9, 1)));
    register.files.addCarer(director, file, carer, LocalDate.of(2026, 9, 1));
    register.placements.place(director, file, child, LocalDate.of(2026, 9, 1), "12 P 34/2025");
    AgreementId id =
        register.proposals.begin(
            director,
            file,
            new NewProposal(
                CareKind.LONG_TERM,
                true,
                "Praha 4",
                LocalDate.of(2026, 9, 10),
                LocalDate.of(2026, 9, 10)));
    take(file, id, Step.REQUEST, LocalDate.of(2026, 9, 11), null, null);
    take(file, id, Step.GRANT, LocalDate.of(2026, 9, 20), "1/2026", null);
    take(file, id, Step.SIGN, SIGNED, null, FIRST);
    assertEquals(
        before.get(0) + 1,
        families(YEAR, "agreements.some"),
        "it is in force from the day on which it is to begin");
    AgreementLife life = register.endings.of(director, file).get(0);
    register.endings.end(
        director,
        life.agreement().id(),
        life.agreement().version(),
        new NewEnding(EndingWay.AGREED, FIRST.minusDays(2), null, null, null));
    assertEquals(AgreementState.NEVER_BEGUN, register.endings.of(director, file).get(0).state());
    assertEquals(before, codes.stream().map(code -> families(YEAR, code)).toList());
    assertEquals(months, families(AUTUMN, "agreements.some"), "the days of both lie in it");
  }

  private PersonId placed(String name, LocalDate born) {
    Register.Family family = register.family(director, null, name);
    PersonId child = register.person(director, "Adam", name, born);
    register.placements.place(
        director, family.file(), child, LocalDate.of(2026, 1, 15), "12 P 36/2025");
    return child;
  }

  private List<Long> ages() {
    return List.of(
        families(YEAR, "children.age.UNDER_15"),
        families(YEAR, "children.age.UNDER_18"),
        families(YEAR, "children.age.UNKNOWN"));
  }

  @Test
  void whoWasErasedKeepsTheirAgeByTheYear() {
    List<Long> before = ages();
    PersonId child = placed("Výmazová", LocalDate.of(2011, 3, 4));
    List<Long> placed = List.of(before.get(0), before.get(1) + 1, before.get(2));
    assertEquals(placed, ages(), "fifteen");
    register.own.erase(Set.of(child));
    assertEquals(placed, ages(), "fifteen on the last day of that year, whatever the day was");
    Period next = Period.year(2029);
    assertEquals(
        List.of(1L, 0L),
        List.of(
            families(next, "children.age.GROWN") - families(YEAR, "children.age.GROWN"),
            families(next, "children.age.UNKNOWN") - before.get(2)));
    Period eve = new Period(LocalDate.of(2029, 12, 1), LocalDate.of(2029, 12, 30));
    assertEquals(
        families(YEAR, "children.age.GROWN"),
        families(eve, "children.age.GROWN"),
        "not before the year is over: nobody knows any more");
  }

  @Test
  void anEntryWithoutADateIsAsOldAsTheOtherEntryOfThePerson() {
    List<Long> before = ages();
    PersonId undated = placed("Dvojitá", null);
    assertEquals(
        List.of(before.get(0), before.get(1), before.get(2) + 1), ages(), "nobody knows when");
    PersonId dated = register.person(director, "Adam", "Dvojitá", LocalDate.of(2012, 1, 5));
    register.same.declare(director, dated, undated);
    try {
      assertEquals(List.of(before.get(0) + 1, before.get(1), before.get(2)), ages());
    } finally {
      register.same.undo(director, dated);
    }
    assertEquals(List.of(before.get(0), before.get(1), before.get(2) + 1), ages());
  }

  private void take(
      CaseFileId file, AgreementId id, Step step, LocalDate on, String reference, LocalDate from) {
    register.proposals.take(
        director,
        id,
        register.proposals.find(director, file, id).version(),
        new Taken(step, on, reference, from));
  }
}
