package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.duties.DutiesModule;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.complaints.application.DataRequestDesk;
import org.opora.registry.complaints.application.DataRequestView;
import org.opora.registry.complaints.application.DataRequestView.Answer;
import org.opora.registry.complaints.application.DataRequestView.Asked;
import org.opora.registry.complaints.application.DataRequestView.Extension;
import org.opora.registry.complaints.contributions.DataRequestWalls;
import org.opora.registry.complaints.domain.DataAnswer;
import org.opora.registry.complaints.domain.DataAsk;
import org.opora.registry.complaints.web.DataRequestRoutes;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** Requests about personal data, and the duty to answer them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataRequestsTest {
  private static final LocalDate ASKED = LocalDate.of(2026, 9, 30);
  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private DataRequestDesk desk;
  private CzechDuties duties;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    office = new Office(register, new DutiesModule());
    director = office.director();
    desk =
        new DataRequestDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.people,
            register.staff,
            register.evidence,
            register.house.keys(),
            Laws.of(List.of(new CzechLaw())));
    duties = new CzechDuties(register).behind(new DataRequestWalls(desk));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private static Asked asked(LocalDate on) {
    return new Asked(on, DataAsk.ACCESS, "Jana Nová", "Co o mně vedete?", null);
  }

  private List<Line> lines(UUID request, LocalDate day) {
    return duties.service.list(director, day).stream()
        .filter(line -> line.rule().equals("cz.personal-data"))
        .filter(line -> request.toString().equals(line.ref()))
        .toList();
  }

  private long version(UUID request) {
    return desk.view(director, request).version();
  }

  private static String field(Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  @Test
  void itIsAnsweredWithinAMonthOrLaterWhenThatWasSaidInTime() {
    UUID id = desk.record(director, asked(ASKED));
    DataRequestView view = desk.view(director, id);
    assertEquals(asked(ASKED), view.text());
    assertEquals(LocalDate.of(2026, 10, 30), view.due());
    assertTrue(view.overdue());
    assertTrue(view.open());
    assertEquals("Mgr. Jana Testová", view.writtenBy());
    Line late = lines(id, TODAY).get(0);
    assertEquals(Status.OVERDUE, late.status());
    assertEquals(view.due(), late.due(), "the page and the duty say the same");
    assertEquals(view.paragraph(), late.paragraph());
    assertEquals(Trust.UNVERIFIED, late.trust());
    assertEquals(
        "on",
        field(() -> desk.extend(director, id, version(id), new Extension(TODAY, "Je toho moc."))),
        "too late");
    assertEquals(
        "why", field(() -> desk.extend(director, id, version(id), new Extension(view.due(), " "))));
    desk.extend(director, id, version(id), new Extension(view.due(), "Je toho moc."));
    DataRequestView longer = desk.view(director, id);
    assertEquals(LocalDate.of(2026, 12, 30), longer.due());
    assertEquals("Je toho moc.", longer.extension().why());
    assertFalse(longer.overdue());
    assertEquals(longer.due(), lines(id, TODAY).get(0).due());

    long before = longer.version();
    Answer answer = new Answer(TODAY, DataAnswer.PARTLY, "Údaje třetích osob ne.", null);
    assertThrows(Stale.class, () -> desk.answer(director, id, before - 1, answer));
    assertEquals(
        "words",
        field(
            () ->
                desk.answer(
                    director, id, before, new Answer(TODAY, DataAnswer.REFUSED, null, null))));
    assertEquals(
        "on",
        field(
            () ->
                desk.answer(
                    director,
                    id,
                    before,
                    new Answer(ASKED.minusDays(1), DataAnswer.DONE, null, null))));
    desk.answer(director, id, before, answer);
    DataRequestView done = desk.view(director, id);
    assertFalse(done.open());
    assertEquals("Údaje třetích osob ne.", done.answer().words());
    assertEquals("Mgr. Jana Testová", done.answer().by());
    assertTrue(lines(id, TODAY).isEmpty());
    assertEquals(1, lines(id, TODAY.minusDays(1)).size(), "it was owed until then");
    assertNull(field(() -> desk.amend(director, id, version(id), asked(ASKED))), "it stays so");
    assertTrue(office.acts("request=" + id) >= 3, "the trail tells each step");
  }

  @Test
  void whatWasWrittenDownWronglyIsPutRight() {
    UUID id = desk.record(director, asked(ASKED));
    Asked now = new Asked(ASKED.plusDays(10), DataAsk.ERASURE, "Jan Nový", null, null);
    desk.amend(director, id, version(id), now);
    assertEquals(now, desk.view(director, id).text());
    assertEquals(LocalDate.of(2026, 11, 10), lines(id, TODAY).get(0).due());
    assertEquals("on", field(() -> desk.record(director, asked(TODAY.plusDays(1)))));
    assertEquals(
        "by",
        field(() -> desk.record(director, new Asked(TODAY, DataAsk.ACCESS, " ", null, null))));
    assertEquals(
        "kind", field(() -> desk.record(director, new Asked(TODAY, null, "A", null, null))));
    assertTrue(
        desk.list(director, null, 100).items().stream().anyMatch(one -> one.id().equals(id)));
  }

  @Test
  void onlyWhoHoldsThePermissionComesNear() {
    UUID id = desk.record(director, asked(ASKED));
    Viewer worker = office.colleague("key-worker");
    assertThrows(NotAllowed.class, () -> desk.list(worker, null, 10));
    assertThrows(NotAllowed.class, () -> desk.view(worker, id));
    assertThrows(NotAllowed.class, () -> desk.record(worker, asked(ASKED)));
  }

  @Test
  void throughThePages() {
    Doors doors =
        new Doors(
            register,
            new DataRequestRoutes(
                desk, register.people, new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS)));
    String wrong = doors.refused(director, 422, "/data-requests/new", "on", "31. 2. 2026");
    for (String field : List.of("on", "by", "kind")) {
      assertTrue(wrong.contains("e-" + field), field + " " + wrong);
    }
    String path =
        doors.post(
            director,
            "/data-requests/new",
            "on",
            "1. 10. 2026",
            "by",
            "Eva <b>Malá</b>",
            "kind",
            "CORRECTION",
            "what",
            "Jiná ulice");
    String page = doors.open(director, path);
    assertTrue(page.contains("Eva &lt;b&gt;Malá&lt;/b&gt;") && page.contains("Jiná ulice"), page);
    assertTrue(doors.open(director, "/data-requests").contains(path));
    assertTrue(doors.open(director, "/complaints").contains("/data-requests"), "the way there");
    assertTrue(doors.open(director, path + "/edit").contains("Jiná ulice"));
    doors.post(
        director, path + "/extend", "version", "1", "on", "20. 10. 2026", "why", "Hledáme spis");
    assertTrue(doors.open(director, path).contains("Hledáme spis"));
    assertTrue(doors.open(director, path + "/extend").contains("Hledáme spis"));
    String answer = doors.open(director, path + "/answer");
    assertTrue(answer.contains("REFUSED"), answer);
    doors.post(
        director,
        path + "/answer",
        "version",
        "2",
        "on",
        "2. 11. 2026",
        "how",
        "DONE",
        "words",
        "Opraveno");
    String done = doors.open(director, path);
    assertTrue(done.contains("Opraveno"), done);
    assertFalse(done.contains(path + "/answer"), "nothing is left to be done");
  }
}
