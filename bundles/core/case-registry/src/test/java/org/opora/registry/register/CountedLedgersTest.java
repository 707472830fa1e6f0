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
import org.opora.api.evidence.EducationForm;
import org.opora.api.ids.PersonId;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.api.text.Text;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** A course that two went to and a stay of siblings, as the ledgers have them: each their own. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedLedgersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 6);
  @Parameter TestDatabase.Product product;
  private Register register;
  private CountRooms rooms;
  private List<Table> tables;

  @BeforeParameterizedClassInvocation
  void aCoupleWithThreeChildren() {
    register = new Register(product);
    rooms = CountRooms.czech(register, new CzechLaw());
    LedgerRooms ledgers = new LedgerRooms(register);
    Viewer director = register.viewer("director");
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Pobytová");
    PersonId petr = register.person(director, "Petr", "Pobytový", LocalDate.of(1979, 1, 2));
    register.files.addCarer(director, family.file(), petr, LocalDate.of(2026, 1, 10));
    PersonId adam = register.person(director, "Adam", "Pobytový", LocalDate.of(2015, 1, 2));
    PersonId ivo = register.person(director, "Ivo", "Pobytový", LocalDate.of(2013, 1, 2));
    for (PersonId child : List.of(adam, ivo)) {
      register.placements.place(
          director, family.file(), child, LocalDate.of(2026, 1, 15), "12 P 35/2025");
    }
    for (PersonId carer : List.of(family.carer(), petr)) {
      ledgers.education.add(
          worker,
          family.file(),
          new NewEducation(carer, DAY, 360, EducationForm.IN_PERSON, "Puberta", null, null));
    }
    ledgers.respite.add(
        worker,
        family.file(),
        List.of(family.child(), adam, ivo),
        new NewRespite(
            family.child(), Set.of(family.carer()), DAY, DAY.plusDays(13), "Tábor.", null));
    tables = rooms.done.count(Period.year(2026));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private long amount(String code) {
    return tables.stream()
        .flatMap(Table::figures)
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow()
        .amount();
  }

  private List<String> columns(String table) {
    return tables.stream()
        .filter(one -> one.code().equals(table))
        .flatMap(one -> one.columns().stream())
        .map(Text::key)
        .toList();
  }

  @Test
  void hoursOfTrainingAreThoseOfEachCarerAndTheirColumnSaysSo() {
    assertEquals(2, amount("education.people"));
    assertEquals(2, amount("education.events"));
    assertEquals(2 * 360, amount("education.minutes"));
    assertEquals(
        List.of("counts.column.people", "counts.column.trainings", "counts.column.hours-of-people"),
        columns("education"));
  }

  @Test
  void daysOfRespiteAreThoseOfEachChildAndTheirColumnSaysSo() {
    assertEquals(4, amount("respite.people"), "three children and their carer");
    assertEquals(3, amount("respite.events"));
    assertEquals(3 * 14, amount("respite.days"));
    assertEquals(
        List.of("counts.column.people", "counts.column.stays", "counts.column.days-of-children"),
        columns("respite"));
  }
}
