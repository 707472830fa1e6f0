package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareFacts.Caring;
import org.opora.api.files.CareFacts.History;
import org.opora.api.files.CareFacts.Part;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.AmendmentsDesk.NewAmendment;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Agreements through the years, for what is reckoned by periods. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareHistoriesTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate BEGAN = LocalDate.of(2026, 1, 10);
  private static final LocalDate CAME = LocalDate.of(2026, 1, 15);

  @Parameter TestDatabase.Product product;
  private final AtomicLong asked = new AtomicLong();
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.watched(product, real -> new Statements(real, asked), new CzechLaw());
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private List<History> of(CaseFileId file, LocalDate from, LocalDate until) {
    return register.facts.histories(director, CaseFiles.READ, from, until, List.of(file));
  }

  private static List<PersonId> people(List<Part> parts) {
    return parts.stream().map(Part::person).toList();
  }

  @Test
  void anAgreementIsThereFromItsFirstDayToItsLastWithWhoWasInTheFamilyUnderIt() {
    Family family = register.family(director, null, "Dvakrát");
    CaseFileId file = family.file();
    var first = register.agreements.of(director, file).get(0);
    LocalDate left = LocalDate.of(2026, 5, 31);
    register.placements.end(director, register.placements.of(director, file).get(0).id(), left);
    LocalDate ended = LocalDate.of(2026, 6, 30);
    register.agreements.end(director, first.id(), ended);
    LocalDate again = LocalDate.of(2026, 7, 1);
    var second =
        register.agreements.conclude(
            director, file, new NewAgreement(CareKind.KINSHIP, false, again, "Město"));
    PersonId next = register.person(director, "Jan", "Dvakrátový", LocalDate.of(2020, 2, 29));
    register.placements.place(director, file, next, LocalDate.of(2026, 8, 1), null);

    List<History> both = of(file, null, TODAY);
    assertEquals(List.of(first.id(), second), both.stream().map(History::agreement).toList());
    History one = both.get(0);
    assertEquals(BEGAN, one.concludedOn());
    assertEquals(ended, one.endsOn());
    assertEquals(CareKind.LONG_TERM, one.kind());
    assertTrue(one.mediated());
    assertEquals(List.of(family.carer()), people(one.carers()));
    Part child = one.children().get(0);
    assertEquals(family.child(), child.person());
    assertEquals(CAME, child.from());
    assertEquals(left, child.until(), "who left stays in the history");
    assertEquals(LocalDate.of(2018, 3, 4), child.birthDate());
    assertEquals(List.of(family.child()), people(one.children()), "not who came later");
    History two = both.get(1);
    assertNull(two.endsOn());
    assertNull(two.optedIn());
    assertEquals(List.of(next), people(two.children()), "not who left before");
    assertEquals(List.of(family.carer()), people(two.carers()));

    assertEquals(1, of(file, again, TODAY).size());
    assertEquals(2, of(file, ended, TODAY).size(), "its last day belongs to it");
    assertEquals(1, of(file, null, ended).size());
    assertEquals(0, of(file, null, BEGAN.minusDays(1)).size());
    assertEquals(
        List.of(family.child()),
        people(of(file, LocalDate.of(2026, 6, 15), ended).get(0).children()),
        "also who was there before the days that are asked for");
  }

  @Test
  void itSaysSinceWhenThePartiesChoseTheRulesOfNow() {
    LocalDate concluded = LocalDate.of(2024, 3, 1);
    CaseFileId file = register.files.open(director, new NewFile(null, "Volící", concluded));
    PersonId carer = register.person(director, "Jan", "Volící", LocalDate.of(1975, 1, 1));
    register.files.addCarer(director, file, carer, concluded);
    AgreementId agreement =
        register.agreements.conclude(
            director, file, new NewAgreement(CareKind.LONG_TERM, true, concluded, "Město"));
    assertNull(of(file, null, TODAY).get(0).optedIn());
    LocalDate chosen = LocalDate.of(2026, 4, 1);
    register.amendments.add(
        director,
        agreement,
        new NewAmendment(LocalDate.of(2026, 3, 20), "Nová pravidla.", false, null, null, chosen));
    assertEquals(chosen, of(file, null, TODAY).get(0).optedIn());
  }

  @Test
  void whatIsInTheArchiveOwesNothingAnyMore() {
    Family family = register.family(director, null, "Odložení");
    CaseFileId file = family.file();
    LocalDate ended = LocalDate.of(2026, 6, 30);
    register.agreements.end(director, register.agreements.of(director, file).get(0).id(), ended);
    assertEquals(1, of(file, null, TODAY).size(), "it ended, and its file is at hand");
    LocalDate away = LocalDate.of(2026, 9, 1);
    register.tx.run(em -> em.find(CaseFile.class, file.value()).archive(away));
    assertEquals(List.of(), of(file, null, TODAY));
    assertEquals(List.of(), of(file, null, away), "from that day on");
    assertEquals(1, of(file, null, away.minusDays(1)).size(), "and not before");
    assertEquals(
        List.of(ended),
        caring(Set.of(family.carer())).stream().map(Caring::until).toList(),
        "what somebody did as a carer goes with them all the same");
  }

  private List<Caring> caring(Set<PersonId> keys) {
    return register.facts.caring(keys, TODAY);
  }

  @Test
  void theAgreementsOfACarerAreToldByPersonWithoutAFile() {
    Family first = register.family(director, null, "První");
    Family second = register.family(director, null, "Druzí");
    var other = register.agreements.of(director, second.file()).get(0);
    LocalDate left = LocalDate.of(2026, 6, 30);
    register.agreements.end(
        director, register.agreements.of(director, first.file()).get(0).id(), left);

    List<Caring> found =
        caring(Set.of(first.carer(), second.carer())).stream()
            .sorted((one, next) -> one.carer().equals(first.carer()) ? -1 : 1)
            .toList();
    assertEquals(
        List.of(first.carer(), second.carer()), found.stream().map(Caring::carer).toList());
    assertEquals(BEGAN, found.get(0).from());
    assertEquals(left, found.get(0).until());
    assertNull(found.get(0).optedIn());
    assertEquals(other.id(), found.get(1).agreement());
    assertNull(found.get(1).until());
    assertEquals(CareKind.LONG_TERM, found.get(1).kind());
    assertTrue(found.get(1).mediated());
    assertEquals(List.of(), register.facts.caring(Set.of(first.carer()), BEGAN.minusDays(1)));
    assertEquals(List.of(), caring(Set.of()));

    long before = asked.get();
    caring(Set.of(first.carer()));
    long one = asked.get() - before;
    caring(Set.of(first.carer(), second.carer()));
    assertEquals(2 * one, asked.get() - before, "no more questions for two");
  }

  @Test
  void nobodyIsGivenWhomTheViewerMayNotSee() {
    Viewer worker = register.viewer("key-worker");
    Family own = register.family(director, worker, "Vlastní");
    Family other = register.family(director, null, "Cizí");
    assertEquals(
        List.of(own.file()),
        register.facts.histories(worker, CaseFiles.READ, null, TODAY, null).stream()
            .map(History::file)
            .toList());
    assertEquals(
        List.of(),
        register.facts.histories(worker, CaseFiles.READ, null, TODAY, List.of(other.file())));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(own.child()), Walls.Ground.SEAL);
    assertEquals(
        List.of(),
        register
            .facts
            .histories(worker, CaseFiles.READ, null, TODAY, List.of(own.file()))
            .get(0)
            .children());
  }

  @Test
  void manyFilesCostNoMoreThanOne() {
    List<CaseFileId> files =
        List.of("K", "L", "M").stream()
            .map(name -> register.family(director, null, name).file())
            .toList();
    long few = questions(files.subList(0, 1));
    assertTrue(few > 0, "it asks");
    assertEquals(few, questions(files));
  }

  private long questions(List<CaseFileId> files) {
    long before = asked.get();
    assertEquals(
        files.size(),
        register.facts.histories(director, CaseFiles.READ, null, TODAY, files).size());
    return asked.get() - before;
  }
}
