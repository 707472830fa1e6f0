package org.opora.registry.stories;

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
import org.opora.api.files.EndingWay;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.grant.application.AgreementYear;
import org.opora.registry.register.GrantRoom;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.OnEveryDatabase;

/** Story S3: an agreement ends in the middle of the year. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeStoryTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 3, 3);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 31);

  @Parameter TestDatabase.Product product;
  private StoryHouse house;
  private GrantRoom grants;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new StoryHouse(product);
    grants = new GrantRoom(house.register);
    worker = house.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  /** Carer Blažek with one child. */
  private CaseFileId blazek() {
    PersonId carer = house.person("Karel", "Blažek", LocalDate.of(1975, 2, 3));
    CaseFileId file = house.file(worker, "Blažek", SIGNED, carer);
    house.takenOver(file, CareKind.LONG_TERM, true, SIGNED, "Praha 4");
    PersonId child = house.person("Ondřej", "Svěřený", LocalDate.of(2018, 3, 4));
    house.register.placements.place(house.director, file, child, SIGNED, null);
    return file;
  }

  private String notice(CaseFileId file) {
    return "/files/"
        + file
        + "/agreements/"
        + house.life(file).agreement().id()
        + "/end/carer-notice";
  }

  /** What belongs to the agreement for the year in which it ends, in haléře. */
  private AgreementYear grant(CaseFileId file) {
    return grants.entitlements.view(house.director, house.life(file).agreement().id(), 2026);
  }

  private String version(CaseFileId file) {
    return Long.toString(house.life(file).agreement().version());
  }

  @Test
  void noticeOf29MayEndsItOn30JuneAndEverythingThatFollowsIsATask() {
    house.on(2026, 5, 29);
    CaseFileId file = blazek();
    String asked =
        house.doors.refused(
            worker, 200, notice(file), "on", "29. 5. 2026", "version", version(file));
    assertTrue(asked.contains("tedy 32 dní před koncem pololetí 30. 6. 2026"), asked);
    assertTrue(asked.contains("dohoda proto skončí 30. 6. 2026"), asked);
    assertTrue(asked.contains("úřadu práce do 15. 7. 2026"), asked);
    assertTrue(asked.contains("uzavřít do 30. 7. 2026"), asked);
    assertNull(house.life(file).end(), "nothing is written before it is confirmed");
    house.doors.post(
        worker, notice(file), "on", "29. 5. 2026", "version", version(file), "confirmed", "yes");
    assertEquals(JUNE, house.life(file).agreement().endedOn());
    assertEquals(AgreementState.NOTICE_RECEIVED, house.life(file).state());
    AgreementYear half = grant(file);
    assertEquals(3_300_000, half.entitled(), "6/12 of 66 000 Kč");
    assertEquals(6, half.counted());
    assertEquals(3_300_000, half.settling().toReturn(), "the rest is to settle");
    assertFalse(half.toSettle(), "it is in force");

    List<Task> tasks = house.tasks(file);
    assertEquals(6, tasks.size());
    tasks.forEach(task -> assertEquals(worker.staff(), task.doer(), task.title().cs()));
    task(tasks, "Připomenout osobě pečující, že kdo dal výpověď", LocalDate.of(2026, 5, 29));
    task(tasks, "bez odkladu OSPOD osoby pečující", JUNE);
    task(tasks, "úřadu práce", LocalDate.of(2026, 7, 15));
    Task report = task(tasks, "Napsat závěrečnou zprávu", LocalDate.of(2026, 7, 15));
    assertTrue(report.title().cs().contains("do 15 dnů"), report.title().cs());
    for (String addressee :
        List.of("doručit osobě pečující", "jejímu OSPOD", "OSPOD každého dítěte")) {
      assertTrue(report.title().cs().contains(addressee), report.title().cs());
    }
    task(tasks, "osvědčení a přehled vzdělávání", JUNE);
    task(tasks, "Novou dohodu", LocalDate.of(2026, 7, 30));

    house.on(2026, 6, 30);
    assertEquals(2, house.due(worker, file).size(), "in force on the last day");
    house.on(2026, 7, 1);
    assertEquals(AgreementState.WIND_DOWN, house.life(file).state());
    assertEquals(FileStatus.WINDING_DOWN, house.register.files.header(worker, file).status());
    assertTrue(house.due(worker, file).isEmpty(), "no time limit runs after the end");
    assertTrue(grant(file).toSettle());
    assertEquals(3_300_000, grant(file).settling().toReturn());
    assertEquals(LocalDate.of(2026, 7, 15), grant(file).settling().reportBy());
  }

  private static Task task(List<Task> tasks, String words, LocalDate due) {
    Task found =
        tasks.stream().filter(one -> one.title().cs().contains(words)).findFirst().orElseThrow();
    assertEquals(due, found.due(), found.title().cs());
    return found;
  }

  @Test
  void noticeOf15JuneEndsItOn31DecemberAndWhoTypesJuneSeesWhyNot() {
    house.on(2026, 6, 15);
    CaseFileId file = blazek();
    String refused =
        house.doors.refused(
            worker,
            422,
            notice(file),
            "on",
            "15. 6. 2026",
            "lastDay",
            "30. 6. 2026",
            "version",
            version(file));
    assertTrue(refused.contains("Dohoda nemůže skončit 30. 6. 2026"), refused);
    assertTrue(refused.contains("Výpověď doručená 15. 6. 2026 ji ukončí 31. 12. 2026"), refused);
    assertTrue(refused.contains("zbývá 15 dní, zákon žádá nejméně 30 dní"), refused);
    assertNull(house.life(file).end());
    house.doors.post(
        worker, notice(file), "on", "15. 6. 2026", "version", version(file), "confirmed", "yes");
    assertEquals(DECEMBER, house.life(file).agreement().endedOn());
    assertEquals(AgreementState.NOTICE_RECEIVED, house.life(file).state());
    AgreementYear whole = grant(file);
    assertEquals(6_600_000, whole.entitled(), "all of the 66 000 Kč");
    assertEquals(12, whole.counted());
    assertEquals(0, whole.settling().toReturn(), "and nothing of it goes back");
    house.on(2026, 12, 31);
    assertEquals(2, house.due(worker, file).size(), "in force for the whole year");
    house.on(2027, 1, 1);
    assertEquals(AgreementState.WIND_DOWN, house.life(file).state());
    assertEquals(6_600_000, grant(file).entitled());
    assertEquals(0, grant(file).settling().toReturn());
    assertEquals(LocalDate.of(2027, 1, 15), grant(file).settling().reportBy());
  }

  @Test
  void thirtyDaysAreEnoughAndTwentyNineAreNot() {
    house.on(2026, 6, 1);
    CaseFileId file = blazek();
    assertEquals(JUNE, lastDay(file, LocalDate.of(2026, 5, 31)), "30 days");
    assertEquals(DECEMBER, lastDay(file, LocalDate.of(2026, 6, 1)), "29 days");
  }

  @Test
  void whatIsAgreedEndsAsTheCentreReadsTheLaw() {
    LocalDate agreed = LocalDate.of(2026, 6, 15);
    LocalDate july = LocalDate.of(2026, 7, 15);
    house.on(2026, 6, 15);
    CaseFileId bound = blazek();
    assertEquals(
        "reason",
        assertThrows(Refused.class, () -> house.end(bound, agreed(agreed, july))).field());
    house.end(bound, agreed(agreed, null));
    assertEquals(JUNE, house.life(bound).agreement().endedOn());

    choose(LawBook.ANY_DAY, agreed);
    CaseFileId free = blazek();
    house.end(free, agreed(agreed, july));
    assertEquals(july, house.life(free).agreement().endedOn());
    assertEquals(DECEMBER, lastDay(blazek(), agreed), "notice is bound in either reading");

    house.on(2026, 6, 16);
    choose(LawBook.HALF_YEAR, agreed.plusDays(1));
    CaseFileId next = blazek();
    assertThrows(Refused.class, () -> house.end(next, agreed(agreed.plusDays(1), july)));
    assertEquals(july, house.life(free).agreement().endedOn(), "what was agreed stays");
  }

  private static NewEnding agreed(LocalDate on, LocalDate lastDay) {
    return new NewEnding(EndingWay.AGREED, on, null, lastDay, null);
  }

  private void choose(String option, LocalDate from) {
    long version = house.readings.one(house.director, LawBook.AGREED_END).version();
    house.readings.choose(
        house.director, LawBook.AGREED_END, version, option, from, "Rozhodnutí porady");
  }

  private LocalDate lastDay(CaseFileId file, LocalDate delivered) {
    return house
        .register
        .endings
        .outlook(
            worker,
            file,
            house.life(file).agreement().id(),
            new NewEnding(EndingWay.CARER_NOTICE, delivered, null, null, null))
        .lastDay();
  }
}
