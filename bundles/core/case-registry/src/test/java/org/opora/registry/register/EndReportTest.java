package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.TaskId;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.OnEveryDatabase;

/** That the end of an agreement was reported is written down once, and the task follows. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndReportTest {
  private static final LocalDate FROM = LocalDate.of(2025, 3, 3);
  private static final LocalDate REPORTED = LocalDate.of(2026, 7, 10);
  @Parameter TestDatabase.Product product;
  private Register register;
  private GrantRoom room;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    room = new GrantRoom(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.AGREEMENTS_SINCE SET SINCE_DAY = ?")
                .setParameter(1, Date.valueOf(Register.TODAY))
                .executeUpdate());
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void theRecordOfTheReportIsTheTask() {
    CaseFileId file = ended("Hlášená");
    AgreementId agreement = life(file).agreement().id();
    Task task = report(agreement);
    assertFalse(task.done());
    assertEquals(LocalDate.of(2026, 7, 15), task.due());
    assertThrows(
        Refused.class,
        () -> register.desk.finish(worker, new TaskId(task.id()), task.version(), null),
        "it is done by the record only");
    assertThrows(
        NotAllowed.class,
        () -> room.settlements.settle(worker, agreement, 0, REPORTED, null, null));
    assertThrows(
        Refused.class,
        () -> room.settlements.report(worker, agreement, 0, Register.TODAY.plusDays(1)));

    room.settlements.report(worker, agreement, 0, REPORTED);
    assertTrue(report(agreement).done());
    assertEquals(REPORTED, year(agreement).settled().reportedOn());
    room.settlements.report(worker, agreement, year(agreement).version(), null);
    assertFalse(report(agreement).done(), "it was not reported after all");
    assertNull(year(agreement).settled().reportedOn());

    LocalDate returned = LocalDate.of(2026, 8, 1);
    room.settlements.settle(
        director, agreement, year(agreement).version(), REPORTED, 3_300_000L, returned);
    assertTrue(report(agreement).done());
    room.settlements.report(worker, agreement, year(agreement).version(), REPORTED.minusDays(1));
    assertEquals(3_300_000L, year(agreement).settled().returned(), "what was returned stays");
    room.settlements.settle(
        director, agreement, year(agreement).version(), null, 3_300_000L, returned);
    assertFalse(report(agreement).done());
  }

  @Test
  void closingTheAgreementDoesNotSayWhenItWasReported() {
    CaseFileId file = ended("Uzavřená");
    AgreementLife life = life(file);
    LocalDate on = LocalDate.of(2026, 7, 30);
    register.endings.close(director, life.agreement().id(), life.agreement().version(), on);
    assertFalse(report(life.agreement().id()).done(), "it has a term, and a day of its own");
    assertNull(year(life.agreement().id()).settled());
  }

  @Test
  void anotherEndIsReportedAnew() {
    CaseFileId file = ended("Přetržená");
    AgreementId agreement = life(file).agreement().id();
    room.settlements.report(worker, agreement, 0, REPORTED);
    register.endings.takeBack(director, agreement, life(file).agreement().version());
    end(file, LocalDate.of(2026, 5, 28));
    assertEquals(REPORTED, year(agreement).settled().reportedOn(), "the last day is the same");
    List<Task> tasks = tasks(agreement);
    assertEquals(2, tasks.size(), "the second notice asks for the same again");
    assertTrue(tasks.stream().allMatch(Task::done));
  }

  private CaseFileId ended(String name) {
    CaseFileId file = register.files.open(director, new NewFile(null, name, FROM));
    register.files.addCarer(
        director, file, register.person(director, "Karel", name, LocalDate.of(1980, 5, 1)), FROM);
    register.agreements.conclude(
        director, file, new NewAgreement(CareKind.LONG_TERM, true, FROM, "Praha 4"));
    register.files.assign(director, file, worker.staff(), null, FROM);
    end(file, LocalDate.of(2026, 5, 29));
    return file;
  }

  private void end(CaseFileId file, LocalDate delivered) {
    AgreementLife life = life(file);
    register.endings.end(
        director,
        life.agreement().id(),
        life.agreement().version(),
        new NewEnding(EndingWay.CARER_NOTICE, delivered, null, null, null));
  }

  private AgreementLife life(CaseFileId file) {
    return register.endings.of(director, file).get(0);
  }

  private AgreementYear year(AgreementId agreement) {
    return room.entitlements.view(director, agreement, 2026);
  }

  private Task report(AgreementId agreement) {
    return tasks(agreement).get(0);
  }

  private List<Task> tasks(AgreementId agreement) {
    return register.tx.read(
        em ->
            em.createQuery("SELECT t FROM Task t WHERE t.href LIKE :href", Task.class)
                .setParameter("href", "/grant/agreements/" + agreement + "%")
                .getResultList());
  }
}
