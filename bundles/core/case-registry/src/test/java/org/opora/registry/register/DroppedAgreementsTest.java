package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.ProposalView;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.application.ProposalsDesk.Reason;
import org.opora.registry.files.application.ProposalsDesk.Taken;
import org.opora.registry.files.application.StepTaken;
import org.opora.registry.intake.application.InquiryDesk.NewInquiry;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.testkit.OnEveryDatabase;

/** Agreements in preparation that come to nothing: why, and how the yearly return counts them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DroppedAgreementsTest {
  private static final List<String> FIGURES =
      List.of(
          ReturnDesk.ASKED,
          ReturnDesk.ACCEPTED,
          ReturnDesk.WITHDRAWN,
          ReturnDesk.NO_CONSENT,
          ReturnDesk.REFUSED,
          "ground.cz.capacity");

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Doors doors;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    doors = new Doors(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private CaseFileId file(String name) {
    return register.files.open(director, new NewFile(null, name, LocalDate.of(2020, 1, 10)));
  }

  private AgreementId begin(CaseFileId file, LocalDate on) {
    return register.proposals.begin(
        director, file, new NewProposal(CareKind.LONG_TERM, true, "Zlín", on, null));
  }

  private ProposalView view(CaseFileId file, AgreementId id) {
    return register.proposals.find(director, file, id);
  }

  private void take(CaseFileId file, AgreementId id, Taken taken) {
    register.proposals.take(director, id, view(file, id).version(), taken);
  }

  private void drop(CaseFileId file, AgreementId id, LocalDate on, String reason, String words) {
    take(file, id, new Taken(Step.DROP, on, null, null, reason, words));
  }

  private void back(CaseFileId file, AgreementId id) {
    register.proposals.takeStepBack(director, id, view(file, id).version());
  }

  /** Counts of the year, in the order of {@link #FIGURES}. */
  private List<Integer> counted(int year) {
    var figures = rooms.returns.of(director, year);
    return FIGURES.stream().map(figures::count).toList();
  }

  @Test
  void nothingIsDroppedWithoutAReasonFromTheList() {
    CaseFileId file = file("Důvodní");
    LocalDate on = LocalDate.of(2021, 3, 1);
    AgreementId id = begin(file, on);
    Refused without = assertThrows(Refused.class, () -> drop(file, id, on, null, null));
    assertEquals("reason", without.field());
    assertEquals(
        List.of("WITHDRAWN", "cz.out-of-mandate", "cz.capacity", "cz.terminated"),
        register.proposals.reasons(view(file, id), on).stream().map(Reason::code).toList(),
        "no authority has refused");
    Refused other = assertThrows(Refused.class, () -> drop(file, id, on, "cz.mood", null));
    assertEquals("reason", other.field());
    assertThrows(Refused.class, () -> drop(file, id, on, "NOT_CONSENTED", null));
    drop(file, id, on, "cz.capacity", "Volné místo bude až v září.");
    StepTaken last = view(file, id).taken().get(1);
    assertEquals("Volné místo bude až v září.", last.words());
    assertEquals("intake.topic.OTHER", last.reason().key(), "as the law pack words it");
    back(file, id);
    assertEquals(1, view(file, id).taken().size());
    drop(file, id, on, "WITHDRAWN", null);
    StepTaken again = view(file, id).taken().get(1);
    assertEquals("proposal.reason.WITHDRAWN", again.reason().key());
    assertNull(again.words());
  }

  @Test
  void theAuthorityRefusesInWordsAndThenNobodyGoesOn() {
    CaseFileId file = file("Nesouhlas");
    LocalDate on = LocalDate.of(2022, 3, 1);
    AgreementId id = begin(file, on);
    take(file, id, new Taken(Step.REQUEST, on, null, null));
    take(file, id, new Taken(Step.REFUSE, on, "1/2022", null, "cz.capacity", "Chybí návštěvy."));
    StepTaken refused = view(file, id).taken().get(2);
    assertNull(refused.reason(), "the answer of the authority has words, and no reason of ours");
    assertEquals("Chybí návštěvy.", refused.words());
    assertEquals("NOT_CONSENTED", register.proposals.reasons(view(file, id), on).get(0).code());
    drop(file, id, on.plusDays(1), "NOT_CONSENTED", null);
    assertEquals(List.of(1, 0, 0, 1, 0, 0), counted(2022));
    back(file, id);
    assertEquals(List.of(1, 0, 0, 0, 0, 0), counted(2022));
  }

  @Test
  void eachIsCountedOnceUnderWhyItCameToNothing() {
    LocalDate on = LocalDate.of(2023, 5, 2);
    CaseFileId refused = file("Odmítnutí");
    drop(refused, begin(refused, on), on, "cz.capacity", null);
    CaseFileId withdrawn = file("Stažení");
    drop(withdrawn, begin(withdrawn, on), LocalDate.of(2024, 1, 2), "WITHDRAWN", null);
    CaseFileId signed = file("Podepsaní");
    take(signed, begin(signed, on), new Taken(Step.SIGN, on, null, null));
    assertEquals(List.of(3, 1, 0, 0, 1, 1), counted(2023));
    assertEquals(List.of(0, 0, 1, 0, 0, 0), counted(2024));
  }

  @Test
  void whatCameFromAnInquiryIsCountedWithIt() {
    LocalDate on = LocalDate.of(2026, 2, 2);
    CaseFileId file = file("Zájemci");
    var inquiry =
        rooms.inquiries.record(
            director, new NewInquiry(on, "Zájemcovi", "600 1", null, director.staff()));
    rooms.inquiries.accept(director, inquiry, () -> file);
    assertEquals(List.of(1, 1, 0, 0, 0, 0), counted(2026));
    AgreementId first = begin(file, on);
    drop(file, first, on, "cz.capacity", null);
    assertEquals(List.of(1, 1, 0, 0, 0, 0), counted(2026), "the inquiry is counted already");
    AgreementId second = begin(file, on);
    drop(file, second, on, "cz.capacity", null);
    assertEquals(List.of(2, 1, 0, 0, 1, 1), counted(2026), "they asked once more");

    CaseFileId there = file("Dřívější");
    AgreementId before = begin(there, on);
    assertEquals(List.of(3, 1, 0, 0, 1, 1), counted(2026));
    var later =
        rooms.inquiries.record(
            director, new NewInquiry(on, "Dřívější", "600 2", null, director.staff()));
    rooms.inquiries.accept(director, later, () -> there);
    drop(there, before, on, "cz.capacity", null);
    assertEquals(List.of(3, 2, 0, 0, 1, 1), counted(2026), "one, not two");
  }

  @Test
  void whatAFiledReturnCountsStays() {
    LocalDate on = LocalDate.of(2025, 5, 2);
    CaseFileId file = file("Podaní");
    AgreementId counted = begin(file, on);
    drop(file, counted, on, "cz.capacity", null);
    CaseFileId late = file("Pozdní");
    AgreementId open = begin(late, on);
    CaseFileId concluded = file("Podepsaní a podaní");
    AgreementId signed = begin(concluded, on);
    take(concluded, signed, new Taken(Step.SIGN, on, null, null));
    rooms.returns.file(director, 2025, LocalDate.of(2026, 6, 15), null);
    Refused back = assertThrows(Refused.class, () -> back(file, counted));
    assertEquals("refused.inquiry-filed", back.text().key());
    Refused into = assertThrows(Refused.class, () -> drop(late, open, on, "WITHDRAWN", null));
    assertEquals("on", into.field());
    long version = register.agreements.of(director, concluded).get(0).version();
    Refused signature =
        assertThrows(
            Refused.class, () -> register.proposals.takeSignatureBack(director, signed, version));
    assertEquals("refused.inquiry-filed", signature.text().key());
    Refused moved =
        assertThrows(
            Refused.class,
            () ->
                register.proposals.correct(
                    director,
                    open,
                    view(late, open).version(),
                    new NewProposal(
                        CareKind.LONG_TERM, true, "Zlín", LocalDate.of(2024, 5, 2), null)));
    assertEquals("on", moved.field());
    assertEquals("refused.inquiry-filed", moved.text().key());
    register.proposals.correct(
        director,
        open,
        view(late, open).version(),
        new NewProposal(CareKind.LONG_TERM, true, "Zlín", on.minusDays(1), null));
    drop(late, open, LocalDate.of(2026, 1, 3), "WITHDRAWN", null);
    assertFalse(rooms.returns.of(director, 2025).changed());
    assertEquals(1, rooms.returns.of(director, 2025).count(ReturnDesk.REFUSED));
    back(late, open);
  }

  @Test
  void thePagesAskForTheReasonAndShowIt() {
    CaseFileId key = file("Stránková");
    register.files.assign(director, key, worker.staff(), null, LocalDate.of(2020, 1, 10));
    String path = "/files/" + key;
    AgreementId id = begin(key, LocalDate.of(2019, 8, 4));
    String drop = path + "/proposals/" + id + "/drop";
    String asked = doors.open(worker, drop);
    assertTrue(asked.contains("name=\"reason\"") && asked.contains("§ 47a"), asked);
    String refused =
        doors.refused(
            worker, 422, drop, "on", "2019-08-05", "version", "1", "words", "Odstěhovali se.");
    assertTrue(refused.contains("id=\"e-reason\"") && refused.contains("Odstěhovali se."), refused);
    doors.post(
        worker,
        drop,
        "on",
        "2019-08-05",
        "version",
        "1",
        "words",
        "Odstěhovali se.",
        "reason",
        "WITHDRAWN");
    String life = doors.open(worker, path + "/agreement");
    assertTrue(life.contains("Rodina v přípravě nepokračuje"), life);
    assertTrue(life.contains("Odstěhovali se."), life);
    String back = doors.open(worker, path + "/proposals/" + id + "/back");
    assertTrue(back.contains("Zájem o dohodu"), back);
    doors.post(worker, path + "/proposals/" + id + "/back", "version", "2");
    assertFalse(doors.open(worker, path + "/agreement").contains("Odstěhovali se."));
  }
}
