package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.RequestDesk.Answer;
import org.opora.registry.intake.application.RequestDesk.Asked;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.intake.domain.Outcome;
import org.opora.testkit.OnEveryDatabase;

/** No request of a carer is closed without a word, and only who was entitled that day asks. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestAnswerTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate FOUNDED = LocalDate.of(2026, 1, 10);
  private static final LocalDate ASKED = TODAY.minusDays(20);

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void whatWasProvidedIsWrittenDown() {
    Asking asking = asking("Poskytnutá");
    assertRefused(
        "offer",
        "refused.request-what-provided",
        () -> answer(asking, new Answer(null, null, Outcome.PROVIDED, TODAY, null)));
    assertRefused(
        "offeredOn",
        "refused.required",
        () -> answer(asking, new Answer("Víkend", null, Outcome.PROVIDED, TODAY, null)));
    assertTrue(line(asking).open());
    answer(asking, new Answer("Víkend", TODAY, Outcome.PROVIDED, TODAY, null));
    assertEquals("Víkend", line(asking).offer());
    assertRefused(
        "offer",
        "refused.request-what-provided",
        () -> answer(asking, new Answer(" ", null, Outcome.PROVIDED, TODAY, null)));
  }

  @Test
  void whatIsNotNeededAnyMoreHasAReason() {
    Asking asking = asking("Nepotřebná");
    assertRefused(
        "reason",
        "refused.request-why-not-needed",
        () -> answer(asking, new Answer(null, null, Outcome.NOT_NEEDED, TODAY, " ")));
    answer(asking, new Answer(null, null, Outcome.NOT_NEEDED, TODAY, "Hlídá babička"));
    assertEquals("Hlídá babička", line(asking).reason());
    assertEquals(Outcome.NOT_NEEDED, line(asking).outcome());
  }

  @Test
  void daysFollowOneAnother() {
    Asking asking = asking("Denní");
    assertRefused(
        "offeredOn",
        "refused.request-before",
        () -> answer(asking, new Answer("Víkend", ASKED.minusDays(1), null, null, null)));
    assertRefused(
        "decidedOn",
        "refused.request-before",
        () ->
            answer(
                asking, new Answer(null, null, Outcome.NOT_NEEDED, ASKED.minusDays(1), "Babička")));
    assertRefused(
        "decidedOn",
        "refused.request-before-offer",
        () ->
            answer(
                asking, new Answer("Víkend", TODAY, Outcome.PROVIDED, TODAY.minusDays(1), null)));
    LocalDate offered = TODAY.minusDays(10);
    answer(asking, new Answer("Víkend", offered, null, null, null));
    assertRefused(
        "askedOn",
        "refused.request-after-offer",
        () -> amend(asking, new Asked(offered.plusDays(1), asking.carer, "cz.47a.a", "Hlídání")));
    amend(asking, new Asked(offered, asking.carer, "cz.47a.a", "Hlídání"));
    answer(asking, new Answer("Víkend", offered, Outcome.PROVIDED, offered, null));
    assertFalse(line(asking).open(), "all on one day");
  }

  @Test
  void onlyACarerUnderAnAgreementAsksAndOnlyOnThatDay() {
    CaseFileId file = register.files.open(director, new NewFile(null, "Bez dohody", FOUNDED));
    PersonId carer = register.person(director, "Olga", "Bezová", LocalDate.of(1980, 1, 1));
    register.files.addCarer(director, file, carer, FOUNDED.plusDays(10));
    assertRefused(
        "askedOn", "refused.request-agreement", () -> record(file, carer, TODAY.minusDays(7)));
    AgreementId agreement =
        register.agreements.conclude(
            director,
            file,
            new NewAgreement(CareKind.LONG_TERM, true, FOUNDED.plusDays(5), "Město"));
    assertRefused(
        "askedBy", "refused.request-carer", () -> record(file, carer, FOUNDED.plusDays(9)));
    record(file, carer, FOUNDED.plusDays(10));

    register.agreements.end(director, agreement, TODAY.minusDays(3));
    record(file, carer, TODAY.minusDays(3));
    assertRefused(
        "askedOn", "refused.request-agreement", () -> record(file, carer, TODAY.minusDays(2)));
    register.files.endCarer(director, file, carer, Leaving.otherwise(TODAY.minusDays(1)));
    UUID before = record(file, carer, TODAY.minusDays(3));
    assertRefused("askedBy", "refused.request-carer", () -> record(file, carer, TODAY));
    assertRefused(
        "askedBy",
        "refused.request-carer",
        () ->
            rooms.requests.amend(
                director,
                before,
                rooms.requests.view(director, file, before).version(),
                new Asked(TODAY, carer, "cz.47a.a", "Hlídání")));
  }

  /** A family whose carer has asked. */
  private record Asking(CaseFileId file, PersonId carer, UUID request) {}

  private Asking asking(String name) {
    Register.Family family = register.family(director, null, name);
    return new Asking(family.file(), family.carer(), record(family.file(), family.carer(), ASKED));
  }

  private UUID record(CaseFileId file, PersonId carer, LocalDate on) {
    return rooms.requests.record(director, file, new Asked(on, carer, "cz.47a.a", "Hlídání"));
  }

  private void amend(Asking asking, Asked asked) {
    rooms.requests.amend(director, asking.request, line(asking).version(), asked);
  }

  private void answer(Asking asking, Answer answer) {
    rooms.requests.answer(director, asking.request, line(asking).version(), answer);
  }

  private RequestLine line(Asking asking) {
    return rooms.requests.view(director, asking.file, asking.request);
  }

  private static void assertRefused(String field, String key, Runnable act) {
    Refused refused = assertThrows(Refused.class, act::run);
    assertEquals(field, refused.field());
    assertEquals(key, refused.text().key());
  }
}
