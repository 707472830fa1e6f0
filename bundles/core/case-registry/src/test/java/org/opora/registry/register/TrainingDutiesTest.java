package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.house.Readings;
import org.opora.api.ids.StaffId;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.HouseLines;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.Sources;
import org.opora.duties.application.TrustMarks;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.NewTraining;
import org.opora.registry.staff.contributions.TrainingDuties;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.testkit.OnEveryDatabase;

/** Further training of social workers stands in the list of duties as the staff room counts it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingDutiesTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private DutiesService duties;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void aSocialWorker() {
    register = Register.under(product, new CzechLaw());
    director = new Office(register, new DutiesModule()).director();
    worker = register.viewer("key-worker", new DutiesModule());
    Readings readings = register.care.settings;
    duties =
        new DutiesService(
            register.access.access(),
            register.access.aliases(),
            register.facts,
            register.evidence,
            new RuleBook(List.of(new CzechLaw())),
            readings,
            new TrustMarks(Set::of),
            new Sources(List.of(new CaseRegistryModule()), null),
            new HouseLines(List.of(new TrainingDuties(register.room.training, register.staff))));
    register.room.posts.add(
        director,
        worker.staff(),
        new NewPost(
            PostCode.KEY_WORKER,
            null,
            EmploymentKind.EMPLOYMENT,
            null,
            LocalDate.of(2025, 7, 1),
            null,
            null,
            true,
            100,
            LocalDate.of(2025, 7, 1)));
    trained(LocalDate.of(2025, 10, 1), 6 * 60);
    trained(LocalDate.of(2026, 3, 2), 10 * 60);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private void trained(LocalDate on, int minutes) {
    register.room.training.add(
        director,
        worker.staff(),
        new NewTraining(TrainingKind.TRAINING, on, "Krizová intervence", minutes, null, null));
  }

  private List<Line> lines(Viewer viewer, LocalDate day) {
    return duties.list(viewer, day).stream()
        .filter(line -> line.subjectKind() == Duties.SubjectKind.STAFF)
        .filter(line -> line.whom().key().equals(worker.staff().value()))
        .toList();
  }

  private Line line(LocalDate day, String ref) {
    return lines(director, day).stream()
        .filter(line -> Objects.equals(line.ref(), ref))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theAccountIsThatOfTheStaffRoom() {
    Line now = line(TODAY, null);
    Duties.Account account = (Duties.Account) now.detail();
    assertEquals(24 * 60, account.need());
    assertEquals(10 * 60, account.counted());
    assertEquals(14 * 60, account.missing());
    assertEquals(
        register.room.training.year(director, worker.staff(), 2026).account().owed(),
        account.need(),
        "nothing is counted twice");
    assertEquals(Status.OK, now.status());
    assertEquals(LocalDate.of(2026, 12, 31), now.due());
    assertEquals(1, now.evidence().size(), "the course of the year");
    assertEquals(LocalDate.of(2026, 3, 2), now.evidence().get(0).on());
    assertEquals("Mgr. Jana Testová", now.name().spoken());
    assertEquals("§ 111", now.paragraph());
    assertNull(now.file());
    assertEquals(Status.DUE_SOON, line(LocalDate.of(2026, 12, 20), null).status());
  }

  @Test
  void theYearBeforeStandsThereWhileItCanBeMadeUp() {
    Line before = line(TODAY, "2025");
    Duties.Account account = (Duties.Account) before.detail();
    assertEquals(12 * 60, account.need(), "half a year in the post");
    assertEquals(6 * 60, account.counted());
    assertEquals(LocalDate.of(2026, 12, 31), before.due(), "with the hours of two years");
  }

  @Test
  void asOfADayOnlyWhatHappenedByThenCounts() {
    Line then = line(LocalDate.of(2026, 3, 1), null);
    assertEquals(0, ((Duties.Account) then.detail()).counted());
    Line next = line(LocalDate.of(2027, 1, 15), "2026");
    assertEquals(LocalDate.of(2027, 12, 31), next.due());
    assertTrue(lines(director, LocalDate.of(2024, 5, 1)).isEmpty(), "nobody had the post");
  }

  @Test
  void onlyWhoSeesAllDutiesSeesThoseOfTheStaff() {
    assertEquals(List.of(), lines(worker, TODAY));
    StaffId office = register.viewer("reception").staff();
    assertTrue(
        duties.list(director, TODAY).stream()
            .noneMatch(line -> line.whom().key().equals(office.value())),
        "no social worker");
  }
}
