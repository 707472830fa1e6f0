package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.NewFact;
import org.opora.api.evidence.Wanted;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.RequestDesk.Answer;
import org.opora.registry.intake.application.RequestDesk.Asked;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What records prove, about whom, and how those who reckon with it find it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceTest {
  private static final String MIGRATION = "/db/V291__requests_and_their_answers.sql";
  private static final LocalDate TODAY = Register.TODAY;
  private static final String TRAINING = "training";
  private static final String HOURS = "education";
  private static final String RESPITE = "respite";

  @Parameter TestDatabase.Product product;
  private final AtomicLong asked = new AtomicLong();
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.watched(product, real -> new Statements(real, asked));
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private UUID prove(NewFact... facts) {
    UUID source = UUID.randomUUID();
    register.evidence.record(TRAINING, source, List.of(facts));
    return source;
  }

  private Facts in(CaseFileId file, String... kinds) {
    return register.evidence.facts(List.of(kinds), Wanted.in(List.of(file), null, TODAY));
  }

  private static List<UUID> sources(List<Fact> facts) {
    return facts.stream().map(Fact::source).toList();
  }

  @Test
  void aRecordProvesSeveralThingsOfOnePersonAndTakesThemBackTogether() {
    Family family = register.family(director, null, "Dvojí");
    About child = About.person(family.file(), family.child());
    UUID visit = prove(NewFact.of("seen", child, TODAY), NewFact.of("child-view", child, TODAY));
    Facts both = in(family.file(), "seen", "child-view");
    assertEquals(2, both.all().size());
    assertEquals(List.of(visit), sources(both.of("child-view", child)));
    assertEquals(1, in(family.file(), "seen").all().size(), "only the kinds that are asked for");
    assertTrue(in(family.file()).all().isEmpty());

    register.evidence.record(TRAINING, visit, List.of(NewFact.of("seen", child, TODAY)));
    assertEquals(1, in(family.file(), "seen", "child-view").all().size());
    assertThrows(
        RuntimeException.class,
        () ->
            prove(NewFact.of("seen", child, TODAY), NewFact.of("seen", child, TODAY.minusDays(1))),
        "at most one of a kind about one subject");
  }

  @Test
  void itIsAboutAgreementsStaffAndTheHouseAsWell() {
    Family family = register.family(director, null, "Obecná");
    AgreementId agreement = new AgreementId(UUID.randomUUID());
    StaffId staff = StaffId.next();
    UUID report =
        prove(
            NewFact.of("report.delivered", About.agreement(family.file(), agreement), TODAY)
                .tiedTo("office-1"),
            NewFact.of("report.delivered", About.agreement(family.file(), agreement), TODAY)
                .tiedTo("office-2"),
            NewFact.of("family.told", About.file(family.file()), TODAY));
    prove(NewFact.of("staff.training", About.staff(staff), TODAY));
    prove(NewFact.of("return.filed", About.centre(), TODAY));

    List<String> kinds =
        List.of("report.delivered", "family.told", "staff.training", "return.filed");
    Wanted file = Wanted.in(List.of(family.file()), null, TODAY);
    Facts here = register.evidence.facts(kinds, file);
    assertEquals(3, here.all().size(), "staff and house count in no file");
    List<Fact> delivered = here.of("report.delivered", About.agreement(family.file(), agreement));
    assertEquals(Set.of("office-1", "office-2"), refs(delivered));
    assertEquals(List.of(report, report), sources(delivered));
    assertEquals(1, here.of("family.told", About.file(family.file())).size());
    assertNull(delivered.get(0).about().person());

    Facts all = register.evidence.facts(kinds, file.withStaff(List.of(staff)).withCentre());
    assertEquals(5, all.all().size());
    assertEquals(1, all.of("staff.training", About.staff(staff)).size());
    assertTrue(all.of("staff.training", About.staff(StaffId.next())).isEmpty());
    assertEquals(1, all.of("return.filed", About.centre()).size());

    assertTrue(
        register.evidence.last("family.told", List.of(family.file()), TODAY).isEmpty(),
        "a last time is one of a person");
  }

  private static Set<String> refs(List<Fact> facts) {
    return new HashSet<>(facts.stream().map(Fact::ref).toList());
  }

  @Test
  void aFactSaysHowMuchInWhichWayAndUntilWhen() {
    Family family = register.family(director, null, "Úplná");
    About carer = About.person(family.file(), family.carer());
    prove(
        NewFact.of(HOURS, carer, TODAY)
            .amounting(new BigDecimal("210"), Evidence.MINUTES)
            .formed("e-learning")
            .takenOver());
    prove(NewFact.of(RESPITE, carer, TODAY.minusDays(9)).until(TODAY.minusDays(3)));
    Fact hours = in(family.file(), HOURS).all().get(0);
    assertEquals(0, new BigDecimal("210").compareTo(hours.quantity()));
    assertEquals(Evidence.MINUTES, hours.unit());
    assertEquals("e-learning", hours.form());
    assertTrue(hours.openingBalance());
    assertNull(hours.ref());
    assertNull(hours.until());
    Fact respite = in(family.file(), RESPITE).all().get(0);
    assertEquals(TODAY.minusDays(3), respite.until());
    assertNull(respite.quantity());
  }

  @Test
  void whatTouchesTheDaysThatAreAskedForIsGivenFromTheEarliestOn() {
    Family family = register.family(director, null, "Dny");
    About carer = About.person(family.file(), family.carer());
    UUID before = prove(NewFact.of(RESPITE, carer, TODAY.minusDays(60)).until(TODAY.minusDays(31)));
    UUID into = prove(NewFact.of(RESPITE, carer, TODAY.minusDays(40)).until(TODAY.minusDays(30)));
    UUID within = prove(NewFact.of(RESPITE, carer, TODAY.minusDays(20)));
    UUID over = prove(NewFact.of(RESPITE, carer, TODAY.minusDays(10)).until(TODAY.plusDays(5)));
    UUID after = prove(NewFact.of(RESPITE, carer, TODAY.minusDays(9)));
    List<CaseFileId> files = List.of(family.file());
    assertEquals(
        List.of(into, within, over),
        sources(
            register
                .evidence
                .facts(List.of(RESPITE), Wanted.in(files, TODAY.minusDays(30), TODAY.minusDays(10)))
                .all()));
    assertEquals(
        List.of(before, into, within, over, after), sources(in(family.file(), RESPITE).all()));
  }

  @Test
  void whoeverIsFoundToBeTheSameIsFoundByEachKeyUntilTheyAreParted() {
    Family one = register.family(director, null, "Prvá");
    Family other = register.family(director, null, "Táž");
    UUID here = prove(NewFact.of(HOURS, About.person(one.file(), one.carer()), TODAY));
    UUID there = prove(NewFact.of(HOURS, About.person(other.file(), other.carer()), TODAY));
    UUID nowhere = prove(NewFact.of(HOURS, About.person(null, other.carer()), TODAY));
    assertEquals(Set.of(here), everywhere(one.carer()));
    assertEquals(Set.of(there, nowhere), everywhere(other.carer()));

    register.same.declare(director, other.carer(), one.carer());
    for (PersonId key : List.of(one.carer(), other.carer())) {
      assertEquals(Set.of(here, there, nowhere), everywhere(key));
      Facts files =
          register.evidence.facts(
              List.of(HOURS), Wanted.in(List.of(one.file(), other.file()), null, TODAY));
      assertEquals(List.of(here), sources(files.in(one.file(), HOURS, key)), "in each file");
      assertEquals(List.of(there), sources(files.in(other.file(), HOURS, key)));
      assertEquals(Set.of(here, there), Set.copyOf(sources(files.anywhere(HOURS, key))));
      assertEquals(2, files.all().size(), "and each fact is there once");
    }
    register.same.undo(director, other.carer());
    assertEquals(Set.of(here), everywhere(one.carer()));
    assertEquals(Set.of(there, nowhere), everywhere(other.carer()));
  }

  /** What is found of a person by this key; nothing twice. */
  private Set<UUID> everywhere(PersonId key) {
    List<UUID> found =
        sources(
            register
                .evidence
                .facts(List.of(HOURS), Wanted.of(List.of(key), null, TODAY))
                .anywhere(HOURS, key));
    assertEquals(found.size(), Set.copyOf(found).size());
    return Set.copyOf(found);
  }

  @Test
  void whatAnswersTwoQuestionsIsThereOnce() {
    Family family = register.family(director, null, "Jednou");
    UUID fact = prove(NewFact.of(HOURS, About.person(family.file(), family.carer()), TODAY));
    Wanted both =
        new Wanted(Set.of(family.file()), Set.of(family.carer()), Set.of(), false, null, TODAY);
    assertEquals(List.of(fact), sources(register.evidence.facts(List.of(HOURS), both).all()));
  }

  @Test
  void manyFilesAndPeopleCostNoMoreThanOne() {
    List<Family> families =
        Stream.of("A", "B", "C", "D").map(name -> register.family(director, null, name)).toList();
    families.forEach(
        family -> prove(NewFact.of(HOURS, About.person(family.file(), family.carer()), TODAY)));
    long few = questions(families.subList(0, 1));
    assertTrue(few > 0, "it asks");
    assertEquals(few, questions(families));
  }

  private long questions(List<Family> families) {
    Wanted wanted =
        new Wanted(
            new HashSet<>(families.stream().map(Family::file).toList()),
            new HashSet<>(families.stream().map(Family::carer).toList()),
            Set.of(),
            false,
            TODAY.minusYears(1),
            TODAY);
    long before = asked.get();
    assertEquals(
        families.size(), register.evidence.facts(List.of(HOURS, RESPITE), wanted).all().size());
    return asked.get() - before;
  }

  @Test
  void whatWasAskedForAndWhatWasAnsweredAreTied() throws IOException {
    IntakeRooms rooms = new IntakeRooms(register);
    Family family = register.family(director, null, "Svázaná");
    List<UUID> requests = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      UUID request =
          rooms.requests.record(
              director, family.file(), new Asked(TODAY, family.carer(), "cz.47a.b", "Víkend"));
      rooms.requests.answer(
          director,
          request,
          rooms.requests.view(director, family.file(), request).version(),
          new Answer("Víkend", TODAY, Outcome.PROVIDED, TODAY, null));
      requests.add(request);
    }
    tied(family, requests);

    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.EVIDENCE SET REF = '' WHERE KIND LIKE 's%'")
                .executeUpdate());
    assertEquals(
        List.of(), answers(family).stream().map(Fact::ref).filter(ref -> ref != null).toList());
    String migration;
    try (InputStream in = getClass().getResourceAsStream(MIGRATION)) {
      migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String update = migration.substring(migration.indexOf("UPDATE"), migration.lastIndexOf(';'));
    register.tx.run(em -> em.createNativeQuery(update).executeUpdate());
    tied(family, requests);
  }

  private void tied(Family family, List<UUID> requests) {
    Set<String> keys = new HashSet<>(requests.stream().map(UUID::toString).toList());
    Facts found = in(family.file(), RequestDesk.ASKED, RequestDesk.ANSWERED);
    assertEquals(keys, refs(found.in(family.file(), RequestDesk.ASKED, family.carer())));
    assertEquals(keys, refs(answers(family)));
    assertEquals(4, found.all().size());
  }

  private List<Fact> answers(Family family) {
    return in(family.file(), RequestDesk.ANSWERED)
        .in(family.file(), RequestDesk.ANSWERED, family.carer());
  }

  @Test
  void whatABundleWroteIsKnownByKindAlsoWhenItIsGone() {
    UUID record = UUID.randomUUID();
    register.evidence.record(
        "gone", record, List.of(NewFact.of("only-there", About.centre(), TODAY)));
    assertEquals(Set.of("only-there"), register.evidence.kindsOf("gone"));
    register.evidence.record("gone", record, List.of());
    assertEquals(Set.of(), register.evidence.kindsOf("gone"), "what is taken back is gone");
  }
}
