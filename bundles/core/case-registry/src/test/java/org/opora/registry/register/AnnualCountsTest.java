package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Printing;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.spi.Statistic;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.ContactDesk.Entry;
import org.opora.registry.intake.application.ContactDesk.Said;
import org.opora.registry.intake.application.Provision;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.ReturnFigure;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.StaffShare;
import org.opora.registry.staff.domain.TrainingEntry;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.testkit.OnEveryDatabase;

/** Who works for the centre and how often it gave advice, and what the return says of both. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnualCountsTest {
  private static final Period YEAR = Period.year(2026);
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;
  private StaffId jana;
  private UUID told;
  private UUID nameless;

  @BeforeParameterizedClassInvocation
  void aSmallCentre() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    director = new Office(register).director();
    jana = register.staff.add(director, "Jana Pracovitá");
    UUID post =
        post(jana, PostCode.KEY_WORKER, EmploymentKind.EMPLOYMENT, day(2025, 1), null, true, 100);
    register.tx.run(em -> em.persist(new StaffShare(Ids.next(), post, day(2026, 7), 50)));
    post(jana, PostCode.LECTURER, EmploymentKind.DPP, day(2026, 3), null, false, null);
    StaffId eva = register.staff.add(director, "Eva Dobrá");
    LocalDate may = LocalDate.of(2026, 5, 31);
    post(eva, PostCode.VOLUNTEER, EmploymentKind.VOLUNTEER, day(2026, 2), may, false, null);
    StaffId before = register.staff.add(director, "Ivan Bývalý");
    LocalDate end = LocalDate.of(2025, 12, 31);
    post(before, PostCode.OFFICE, EmploymentKind.EMPLOYMENT, day(2024, 1), end, false, 100);
    learnt(TrainingKind.TRAINING, DAY, 240);
    learnt(TrainingKind.TRAINING, DAY.plusDays(1), 90);
    learnt(TrainingKind.SUPERVISION, DAY, 60);
    learnt(TrainingKind.SUPERVISION, DAY.minusYears(1), 600);
    told = contact("Petra Malá", "Zavolat do školy.", 20, Topic.CHILD, Topic.SCHOOL);
    nameless = contact(null, "Obrátit se na úřad.", null, Topic.CHILD);
    contact("Karel Velký", null, 5, Topic.CHILD);
  }

  private static LocalDate day(int year, int month) {
    return LocalDate.of(year, month, 1);
  }

  private UUID post(
      StaffId who,
      PostCode code,
      EmploymentKind kind,
      LocalDate since,
      LocalDate until,
      boolean social,
      Integer share) {
    return new StaffPosts(register.tx, register.access.access(), register.access.audit())
        .add(
            director,
            who,
            new NewPost(code, null, kind, null, since, until, null, social, share, null));
  }

  private void learnt(TrainingKind kind, LocalDate on, int minutes) {
    register.tx.run(
        em -> {
          TrainingEntry entry = new TrainingEntry(Ids.next(), jana, director.staff());
          entry.is(kind, on, "Téma", minutes, null, null);
          em.persist(entry);
        });
  }

  private UUID contact(String name, String advice, Integer minutes, String... topics) {
    return rooms.contacts.record(
        director,
        new Entry(
            DAY,
            null,
            Way.PHONE,
            Set.of(topics),
            Pressing.SOON,
            new Said(name, null, "Ptá se.", advice, null, null, null),
            null,
            NextStep.NONE,
            null,
            director.staff(),
            minutes));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private static long count(Statistic statistic, Period period, String code) {
    return statistic.count(period).stream()
        .flatMap(table -> table.figures())
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code))
        .amount();
  }

  private long staff(String code) {
    return count(rooms.counts.staff, YEAR, "staff." + code);
  }

  private long advice(String code) {
    return count(rooms.counts.intake, YEAR, code);
  }

  @Test
  void staffAreCountedByTheDaysOfTheirPosts() {
    assertEquals(2, staff("all.people"), "one with two posts, and the volunteer of the spring");
    assertEquals(1, staff("all.people-last"));
    assertEquals(50, staff("all.shares"), "as it holds on the last day");
    assertEquals(1, staff("social.people-last"));
    assertEquals(50, staff("social.shares"));
    assertEquals(1, staff("kind.EMPLOYMENT.people"));
    assertEquals(1, staff("kind.DPP.people-last"));
    assertEquals(0, staff("kind.DPP.shares"), "nobody said how much it is");
    assertEquals(1, staff("kind.VOLUNTEER.people"));
    assertEquals(0, staff("kind.VOLUNTEER.people-last"));
    assertEquals(50, staff("post.KEY_WORKER.shares"));
    assertEquals(0, staff("post.OFFICE.people"));
    assertEquals(1, staff("training.TRAINING.people"));
    assertEquals(330, staff("training.TRAINING.minutes"));
    assertEquals(60, staff("training.SUPERVISION.minutes"));
    Period half = new Period(day(2026, 1), LocalDate.of(2026, 6, 30));
    assertEquals(100, count(rooms.counts.staff, half, "staff.all.shares"), "before the change");
    assertEquals(1, count(rooms.counts.staff, Period.year(2024), "staff.all.people"));
  }

  @Test
  void theListNamesColleaguesToWhoLeadsThem() {
    Statistic statistic = rooms.counts.staff;
    List<UUID> keys =
        statistic.counted(YEAR, "staff.all.people", null, 10).stream().map(Counted::key).toList();
    assertEquals(2, keys.size());
    List<Shown> lines = statistic.shown(director, "staff.all.people", keys);
    assertEquals(
        Set.of("Jana Pracovitá", "Eva Dobrá"),
        Set.copyOf(lines.stream().map(Shown::name).toList()));
    assertTrue(lines.stream().allMatch(line -> line.subjects().isEmpty()), "nobody's client");
    assertEquals(
        List.of(), statistic.shown(register.viewer("key-worker"), "staff.all.people", keys));
  }

  @Test
  void adviceIsCountedByNameAndByTopic() {
    assertEquals(2, advice("consultations.events"), "who was told nothing was not advised");
    assertEquals(20, advice("consultations.minutes"));
    assertEquals(1, advice("consultations.named.events"));
    assertEquals(1, advice("consultations.anonymous.events"));
    assertEquals(2, advice("consultations.topic.CHILD.events"));
    assertEquals(1, advice("consultations.topic.SCHOOL.events"));
    assertEquals(20, advice("consultations.topic.SCHOOL.minutes"));
    assertEquals(0, advice("consultations.topic.MONEY.events"));
    Statistic statistic = rooms.counts.intake;
    List<UUID> keys =
        statistic.counted(YEAR, "consultations.events", null, 10).stream()
            .map(Counted::key)
            .toList();
    assertEquals(Set.of(told, nameless), Set.copyOf(keys));
    List<Shown> lines = statistic.shown(director, "consultations.events", keys);
    assertEquals(2, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.name() == null), "without names");
  }

  @Test
  void figuresHoldWhenTheWordsAreDeletedOrAFileComesOfIt() {
    UUID named = contact("Olga Třetí", "Přijít na schůzku.", 15, Topic.OTHER);
    UUID other = contact(null, "Přijít jindy.", 15, Topic.OTHER);
    List<String> codes =
        List.of(
            "contacts",
            "contacts.anonymous",
            "consultations.events",
            "consultations.minutes",
            "consultations.named.events",
            "consultations.anonymous.events");
    List<Long> before = codes.stream().map(this::advice).toList();
    register.tx.run(
        em ->
            Stream.of(named, other)
                .forEach(id -> em.find(FirstContact.class, id).forget(director.today())));
    assertEquals(before, codes.stream().map(this::advice).toList());
    UUID family = contact("Věra Čtvrtá", "Založit spis.", null, Topic.AGREEMENT);
    long nobody = advice("contacts.anonymous");
    CaseFileId file = register.family(director, null, "Čtvrtá").file();
    rooms.contacts.opensFile(director, family, () -> file);
    assertEquals(
        nobody, advice("contacts.anonymous"), "whose name is with the file now is not nobody");
    register.tx.run(
        em ->
            Stream.of(named, other, family)
                .forEach(id -> em.remove(em.find(FirstContact.class, id))));
  }

  @Test
  void theReturnSpeaksOfStaff() {
    ReturnDesk.Figures figures = rooms.returns.of(director, 2026);
    assertEquals(1, figures.count("staff.all.people-last"));
    assertEquals(50, figures.count("staff.all.shares"));
    assertEquals(0, figures.count("staff.kind.VOLUNTEER.people-last"));
    ReturnDesk.Behind behind = rooms.returns.behind(director, 2026, "staff.all.shares", null, 10);
    List<FigureList.Line> lines = behind.list().lines();
    assertEquals(1, lines.size());
    assertEquals("Jana Pracovitá", lines.get(0).shown().name());
    assertEquals("0.5", behind.shown(lines.get(0).amount()).toPlainString());
  }

  @Test
  void aReturnThatWasFiledBeforeDoesNotChange() {
    register.tx.run(
        em -> {
          em.persist(new YearlyReturn(2025, LocalDate.of(2026, 6, 1), director.staff()));
          em.flush();
          em.persist(new ReturnFigure(2025, "served.people", 0, 0));
        });
    ReturnDesk.Figures figures = rooms.returns.of(director, 2025);
    assertEquals(
        List.of("served.people"), figures.rows().stream().map(ReturnDesk.Figure::code).toList());
    assertFalse(figures.changed());
    Refused filed =
        assertThrows(Refused.class, () -> rooms.returns.provide(director, 2025, 0, "x", null));
    assertEquals("refused.return-words-filed", filed.text().key());
    assertFalse(rooms.returns.provision(director, 2025).open());
  }

  @Test
  void whatNoRecordHoldsIsWrittenInWordsUntilItIsFiled() {
    Doors doors = rooms.doors();
    String empty = doors.open(director, "/inquiries/return?year=2026");
    assertTrue(empty.contains("Zatím nic."), empty);
    assertTrue(empty.contains("/inquiries/return/words?year=2026"), empty);
    String form = doors.open(director, "/inquiries/return/words?year=2026");
    assertTrue(form.contains("name=\"material\"") && form.contains("name=\"staffing\""), form);
    assertEquals(
        "/inquiries/return?year=2026",
        doors.post(
            director,
            "/inquiries/return/words",
            "year",
            "2026",
            "version",
            "0",
            "material",
            "Dvě místnosti, auto <b>"));
    Provision provision = rooms.returns.provision(director, 2026);
    assertEquals("Dvě místnosti, auto <b>", provision.material());
    assertNull(provision.staffing());
    assertEquals(director.today(), provision.writtenOn());
    assertThrows(
        Stale.class, () -> rooms.returns.provide(director, 2026, 0, "z jiného okna", null));
    assertThrows(
        NotAllowed.class, () -> rooms.returns.provision(register.viewer("key-worker"), 2026));
    String page = doors.open(director, "/inquiries/return?year=2026");
    assertTrue(page.contains("Dvě místnosti, auto &lt;b&gt;"), page);
    doors.take(director, "/inquiries/return/pdf?year=2026");
    List<Printing.Part> parts = rooms.papers.last().parts();
    assertTrue(parts.contains(new Printing.Words("Dvě místnosti, auto <b>")), parts.toString());
    assertTrue(
        rooms.papers.rows().contains("Všichni, každý jednou: úvazky|0,5"),
        rooms.papers.rows().toString());
  }
}
