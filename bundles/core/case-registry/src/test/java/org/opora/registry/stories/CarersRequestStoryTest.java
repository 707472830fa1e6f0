package org.opora.registry.stories;

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
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.register.Doors;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.OnEveryDatabase;

/** C20: what a carer asks for under § 47a is never left unanswered. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarersRequestStoryTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 3, 3);

  @Parameter TestDatabase.Product product;
  private StoryHouse house;
  private Viewer worker;
  private CaseFileId file;
  private PersonId carer;
  private String requests;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new StoryHouse(product);
    worker = house.viewer("key-worker");
    house.on(2026, 9, 1);
    carer = house.person("Karel", "Blažek", LocalDate.of(1975, 2, 3));
    file = house.file(worker, "Blažek", SIGNED, carer);
    house.takenOver(file, CareKind.LONG_TERM, true, SIGNED, "Praha 4");
    requests = "/files/" + file + "/requests";
    house.intake.figures.set(house.director, FigureKind.REQUEST_DAYS, 10, LocalDate.of(2026, 1, 1));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void theRequestStandsInTodayAndInTheFileUntilItIsAnswered() {
    String path =
        house.doors.post(
            worker,
            requests + "/new",
            "askedOn",
            "1. 9. 2026",
            "askedBy",
            carer.toString(),
            "right",
            "cz.47a.b",
            "wish",
            "Celodenní péče první víkend v říjnu");
    UUID id = UUID.fromString(Doors.last(path));
    waits(path);
    assertTrue(house.doors.open(worker, path).contains("Celodenní péče první víkend v říjnu"));
    Task task = house.tasks(file).get(0);
    assertFalse(task.done());
    assertEquals(worker.staff(), task.doer(), "it reminds by a task");
    RequestLine asked = house.intake.requests.view(worker, file, id);
    assertEquals(LocalDate.of(2026, 9, 15), asked.answerBy(), "ten working days");
    assertEquals(asked.answerBy(), task.due());
    assertFalse(asked.late());

    // An offer is no answer.
    house.on(2026, 9, 10);
    house.doors.post(
        worker,
        path + "/answer",
        "offer",
        "Víkend 10. a 11. října",
        "offeredOn",
        "10. 9. 2026",
        "version",
        Long.toString(asked.version()));
    waits(path);

    // Nobody answered in time: it is still there, and says so.
    house.on(2026, 9, 16);
    waits(path);
    assertTrue(house.intake.requests.view(worker, file, id).late());
    assertTrue(house.doors.open(worker, "/requests/card").contains("Po termínu"));

    // Not even the end of the agreement makes it go away, and the file is not closed over it.
    house.end(
        file, new NewEnding(EndingWay.BY_LAW, LocalDate.of(2026, 9, 16), "cz.death", null, null));
    house.on(2026, 9, 20);
    waits(path);
    assertThrows(Refused.class, this::closeFile);

    String unexplained =
        house.doors.refused(
            worker,
            422,
            path + "/answer",
            "outcome",
            "NOT_NEEDED",
            "decidedOn",
            "20. 9. 2026",
            "version",
            version(id));
    assertTrue(unexplained.contains("e-reason"), unexplained);
    waits(path);
    house.doors.post(
        worker,
        path + "/answer",
        "offer",
        "Víkend 10. a 11. října",
        "offeredOn",
        "10. 9. 2026",
        "outcome",
        "NOT_NEEDED",
        "decidedOn",
        "20. 9. 2026",
        "reason",
        "Dohoda skončila.",
        "version",
        version(id));
    assertFalse(house.doors.open(worker, "/requests/card").contains(path), "answered");
    assertTrue(house.doors.open(worker, requests).contains(path), "and it stays in the file");
    assertEquals(Outcome.NOT_NEEDED, house.intake.requests.view(worker, file, id).outcome());
    assertTrue(
        house.tasks(file).stream().filter(one -> one.id().equals(task.id())).allMatch(Task::done));
    closeFile();
  }

  private void closeFile() {
    long version = house.register.files.cover(house.director, file).version();
    house.register.files.close(house.director, file, version, house.director.today());
  }

  private String version(UUID request) {
    return Long.toString(house.intake.requests.view(worker, file, request).version());
  }

  /** On Today, in the list of the centre, and in the file. */
  private void waits(String path) {
    for (String page : new String[] {"/requests/card", "/requests", requests}) {
      assertTrue(house.doors.open(worker, page).contains(path), () -> "not on " + page);
      assertTrue(house.doors.open(house.director, page).contains(path), () -> "not on " + page);
    }
  }
}
