package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.safety.Safety.Alert;
import org.opora.api.safety.Safety.Kind;
import org.opora.api.safety.Safety.NewNotice;
import org.opora.api.safety.Safety.Notice;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.Words;
import org.opora.testkit.OnEveryDatabase;

/** Whoever looks after a person is warned; nobody else learns anything. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyTest {
  private static final NewNotice PEANUTS =
      new NewNotice(Kind.ALLERGY, "Arašídy, anafylaxe", null, "Volat vedoucí", TODAY, null);

  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private List<Alert> alerts(Viewer viewer, PersonId person) {
    return register.safety.alerts(viewer, Set.of(person)).getOrDefault(person, List.of());
  }

  private List<Notice> notices(Viewer viewer, PersonId person) {
    return register.safety.of(viewer, person).orElseThrow();
  }

  @Test
  void anAlertIsThereForThoseWhoWorkWithThePersonAndForNobodyElse() {
    Family family = register.family(director, worker, "Alergická");
    register.safety.raise(worker, family.child(), PEANUTS);
    Alert alert =
        new Alert(
            Kind.ALLERGY,
            Words.of("safety.kind.ALLERGY"),
            "Arašídy, anafylaxe",
            null,
            "Volat vedoucí");
    assertEquals(List.of(alert), alerts(worker, family.child()));
    assertEquals(List.of(alert), alerts(director, family.child()));
    assertEquals(List.of(), alerts(worker, family.carer()));
    Viewer stranger = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    for (Viewer other : List.of(stranger, it)) {
      assertEquals(Map.of(), register.safety.alerts(other, Set.of(family.child())));
    }
    UUID notice = notices(director, family.child()).get(0).id();
    assertThrows(NotFound.class, () -> register.safety.of(stranger, family.child()));
    assertThrows(NotFound.class, () -> register.safety.notice(stranger, notice));
    assertThrows(NotFound.class, () -> register.safety.raise(stranger, family.child(), PEANUTS));
    assertThrows(NotFound.class, () -> register.safety.withdraw(stranger, notice, 1, "proto"));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.child()), Ground.CONFLICT_OF_INTEREST);
    assertEquals(Map.of(), register.safety.alerts(worker, Set.of(family.child())));
  }

  @Test
  void aNoticeHoldsFromItsFirstDayToItsLast() {
    Family family = register.family(director, worker, "Dočasná");
    LocalDate tomorrow = TODAY.plusDays(1);
    register.safety.raise(
        worker,
        family.child(),
        new NewNotice(Kind.HEALTH, "od zítřka", null, null, tomorrow, null));
    register.safety.raise(
        worker,
        family.child(),
        new NewNotice(Kind.MEDICINE, "do dneška", null, null, TODAY.minusDays(5), TODAY));
    register.safety.raise(
        worker,
        family.child(),
        new NewNotice(
            Kind.OTHER, "do včerejška", null, null, TODAY.minusDays(5), TODAY.minusDays(1)));
    assertEquals(
        List.of("do dneška"), alerts(worker, family.child()).stream().map(Alert::what).toList());
    assertEquals(
        List.of(true, false, false),
        notices(worker, family.child()).stream().map(Notice::inForce).toList(),
        "those in force first");
  }

  @Test
  void aNoticeIsCorrectedWithdrawnAndPutBack() {
    Family family = register.family(director, worker, "Opravená");
    UUID notice = register.safety.raise(worker, family.child(), PEANUTS);
    Notice first = register.safety.notice(worker, notice);
    NewNotice ban = new NewNotice(Kind.PICK_UP_BAN, "rozsudek", "Jan Opravený", null, TODAY, null);
    register.safety.amend(worker, notice, first.version(), ban);
    assertEquals(ban, register.safety.notice(worker, notice).text());
    assertThrows(
        Stale.class, () -> register.safety.amend(worker, notice, first.version(), PEANUTS));
    long version = register.safety.notice(worker, notice).version();
    refused("reason", () -> register.safety.withdraw(worker, notice, version, " "));
    register.safety.withdraw(worker, notice, version, "soud zákaz zrušil");
    Notice withdrawn = register.safety.notice(director, notice);
    assertEquals(TODAY, withdrawn.withdrawnOn());
    assertEquals("soud zákaz zrušil", withdrawn.reason());
    assertFalse(withdrawn.inForce());
    assertEquals("Mgr. Jana Testová", withdrawn.withdrawnBy());
    assertThrows(
        Refused.class,
        () -> register.safety.withdraw(worker, notice, withdrawn.version(), "ještě jednou"));
    assertThrows(Stale.class, () -> register.safety.reinstate(worker, notice, version));
    assertEquals(List.of(), alerts(worker, family.child()));
    assertThrows(
        Refused.class, () -> register.safety.amend(worker, notice, withdrawn.version(), PEANUTS));
    register.safety.reinstate(director, notice, withdrawn.version());
    assertNull(register.safety.notice(worker, notice).withdrawnOn());
    assertEquals(1, alerts(worker, family.child()).size());
  }

  @Test
  void whatIsMissingIsSaidBesideItsField() {
    Family family = register.family(director, worker, "Neúplná");
    PersonId child = family.child();
    refused("kind", child, new NewNotice(null, "x", null, null, TODAY, null));
    refused("what", child, new NewNotice(Kind.OTHER, " ", null, null, TODAY, null));
    refused("whom", child, new NewNotice(Kind.MUST_NOT_MEET, "x", null, null, TODAY, null));
    refused("from", child, new NewNotice(Kind.OTHER, "x", null, null, null, null));
    refused("until", child, new NewNotice(Kind.OTHER, "x", null, null, TODAY, TODAY.minusDays(1)));
    refused("doing", child, new NewNotice(Kind.OTHER, "x", null, "x".repeat(201), TODAY, null));
    assertEquals(List.of(), notices(worker, child));
  }

  private void refused(String field, PersonId child, NewNotice notice) {
    refused(field, () -> register.safety.raise(worker, child, notice));
  }

  private static void refused(String field, org.junit.jupiter.api.function.Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    assertEquals(field, refused.field());
  }

  @Test
  void aNoticeBelongsToWhatIsKnownOfThePersonAndGoesWithIt() {
    Family family = register.family(director, worker, "Vymazaná");
    register.safety.raise(worker, family.carer(), PEANUTS);
    Set<PersonId> carer = Set.of(family.carer());
    assertTrue(
        register.own.export(carer).stream()
            .anyMatch(fact -> fact.value().equals("Arašídy, anafylaxe")));
    long before = register.own.count(carer);
    register.own.erase(carer);
    assertEquals(before - 1, register.own.count(carer));
  }

  @Test
  void theNoticesOfTwoRecordsOfOnePersonAreOne() {
    Viewer other = register.viewer("key-worker");
    Family family = register.family(director, worker, "Dvakrát");
    Family second = register.family(director, other, "Podruhé");
    UUID notice = register.safety.raise(other, second.child(), PEANUTS);
    assertEquals(List.of(), alerts(worker, family.child()));
    register.same.declare(director, second.child(), family.child());
    assertEquals(
        Set.of(family.child(), second.child()),
        register.safety.alerts(director, Set.of(family.child(), second.child())).keySet());
    for (Viewer viewer : List.of(director, worker)) {
      assertEquals(1, alerts(viewer, family.child()).size());
      assertEquals(1, notices(viewer, family.child()).size());
      assertEquals(second.child(), register.safety.notice(viewer, notice).person());
    }
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(second.child()), Ground.CONFLICT_OF_INTEREST);
    assertEquals(List.of(), alerts(worker, family.child()));
    // Behind a wall at one key the person is behind it at all.
    assertThrows(NotFound.class, () -> notices(worker, family.child()));
    assertThrows(NotFound.class, () -> register.safety.notice(worker, notice));
  }
}
