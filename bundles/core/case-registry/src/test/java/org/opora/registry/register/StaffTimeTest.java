package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Permission;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.care.Visits;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.module.spi.Module;
import org.opora.api.text.Title;
import org.opora.api.time.Spent;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.RegistrySchema;
import org.opora.registry.notes.application.NewNote;
import org.opora.registry.notes.domain.NoteKind;
import org.opora.registry.register.Register.Family;
import org.opora.registry.staff.application.TimeSheets;
import org.opora.registry.story.domain.SpentTime;
import org.opora.testkit.OnEveryDatabase;

/** What modules write down of the time of members of staff, and what becomes of it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffTimeTest {
  private static final String MODULE = "supervised-contacts";
  private static final LocalDate TODAY = Register.TODAY;
  private static final YearMonth MONTH = YearMonth.from(TODAY);
  private static final Title CANCELLED =
      new Title("Kontakt, zrušený", "Kontakt, odwołany", "Contact, cancelled");

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    director = office.director();
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  /** A contact was cancelled when the facilitator was on the way already. */
  @Test
  void timeAndWayOfACancelledContactAreKept() {
    Viewer facilitator = office.colleague("key-worker");
    Family family = register.family(director, facilitator, "Kontaktní");
    UUID contact = Ids.next();
    register.time.put(MODULE, contact, List.of(contact(facilitator, family, 45, 22)));

    TimeSheets.Sheet sheet = sheet(facilitator, facilitator);
    TimeSheets.Line line = sheet.lines().get(0);
    assertEquals(CANCELLED, line.what());
    assertEquals("Kontaktní", line.familyName());
    assertEquals(45, line.minutes());
    assertNull(line.travel());
    assertEquals(22, sheet.kilometres());
    assertNull(line.href(), "the module is not here, so nobody can open its page");
    assertEquals(
        "/m/supervised-contacts/x",
        register
            .room
            .times
            .with(List.of(here()))
            .of(facilitator, facilitator.staff(), MONTH)
            .lines()
            .get(0)
            .href());
    register.room.times.with(List.of());
    assertEquals(
        List.of(
            new TimeSheets.Sum(facilitator.staff(), "Mgr. Jana Testová", 0, 0, 1, 45, 0, 22, 0)),
        sums(facilitator.staff()));
    assertFalse(register.room.times.anyBefore(facilitator, facilitator.staff(), MONTH));
    assertTrue(
        register.room.times.anyBefore(facilitator, facilitator.staff(), MONTH.plusMonths(1)));

    Viewer other = office.colleague("key-worker");
    register.time.put(
        MODULE,
        contact,
        List.of(contact(facilitator, family, 30, null), contact(other, family, 60, null)));
    assertEquals(30, sheet(facilitator, facilitator).minutes(), "what it was before is replaced");
    assertEquals(0, sheet(facilitator, facilitator).kilometres());
    assertEquals(60, sheet(director, other).minutes());

    register.time.withdraw(MODULE, contact);
    register.time.withdraw(MODULE, Ids.next());
    assertTrue(sheet(facilitator, facilitator).lines().isEmpty());
    assertTrue(sheet(director, other).lines().isEmpty());
  }

  @Test
  void nobodyIsNamedTwiceAndNothingIsSpentBackwards() {
    StaffId who = StaffId.next();
    Spent one = Spent.of(who, TODAY, "contact", CANCELLED);
    assertThrows(
        IllegalArgumentException.class,
        () -> register.time.put(MODULE, Ids.next(), List.of(one, one.lasting(5))));
    assertThrows(IllegalArgumentException.class, () -> one.lasting(-1));
    assertThrows(IllegalArgumentException.class, () -> one.travelling(0, -1));
    assertThrows(NullPointerException.class, () -> Spent.of(who, null, "contact", CANCELLED));
  }

  /** Time that no family took, such as a training of the team. */
  @Test
  void timeMayBeForNoFamily() {
    Viewer worker = office.colleague("key-worker");
    register.time.put(
        MODULE,
        Ids.next(),
        List.of(Spent.of(worker.staff(), TODAY, "contact.prepared", CANCELLED).travelling(40, 31)));
    TimeSheets.Line line = sheet(director, worker).lines().get(0);
    assertFalse(line.forFile());
    assertNull(line.file());
    assertNull(line.minutes());
    assertEquals(40, line.travel());
    assertEquals(1, sheet(director, worker).untimed());
  }

  @Test
  void whatIsForAChildBehindAWallIsNotThereForOthers() {
    Viewer worker = office.colleague("key-worker");
    Viewer child = office.colleague("director");
    Viewer part = office.colleague("director");
    Viewer whole = office.colleague("director");
    Family family = register.family(director, worker, "Zední");
    register.time.put(MODULE, Ids.next(), List.of(contact(worker, family, 45, 22)));
    visit(worker, family, 20);
    wall(child, Subject.of(family.child()));
    wall(part, Subject.of(register.files.childFile(family.child())));
    wall(whole, Subject.of(family.file()));
    assertEquals(65, sheet(director, worker).minutes());
    assertEquals(20, sheet(child, worker).minutes());
    assertEquals(20, sheet(part, worker).minutes());
    assertEquals(0, sheet(whole, worker).minutes());
    assertEquals(
        List.of(20L),
        register.room.times.all(child, MONTH).stream()
            .filter(sum -> sum.staff().equals(worker.staff()))
            .map(TimeSheets.Sum::minutes)
            .toList());
    assertFalse(register.room.times.anyBefore(whole, worker.staff(), MONTH.plusMonths(1)));
    assertEquals(65, sheet(worker, worker).minutes(), "one's own time stays whole");
  }

  /** The time is that of the member of staff; for whom it was, nothing says any more. */
  @Test
  void theTimeStaysWhenTheChildIsErased() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Mizící");
    long before = register.own.count(Set.of(family.child()));
    UUID contact = Ids.next();
    register.time.put(MODULE, contact, List.of(contact(worker, family, 45, 22)));
    assertEquals(before + 1, register.own.count(Set.of(family.child())));
    assertTrue(
        register.own.export(Set.of(family.child())).stream()
            .anyMatch(
                fact ->
                    fact.label().key().equals("time.fact")
                        && fact.value().equals(TODAY.toString())));
    register.own.erase(Set.of(family.child()));
    SpentTime row =
        register.tx.read(
            em ->
                em.createQuery(
                        "SELECT t FROM SpentTime t WHERE t.source.record = :source",
                        SpentTime.class)
                    .setParameter("source", contact)
                    .getSingleResult());
    assertNull(row.child());
    assertEquals(45, row.minutes());
    assertEquals(worker.staff(), row.staff());
  }

  /** Of a centre that had visits and notes before, the script writes what they write today. */
  @Test
  void whatWasThereBeforeIsFilledInAsItIsPushed() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Dřívější");
    visit(worker, family, 50);
    visit(worker, family, null);
    VisitId gone = visit(worker, family, 70);
    register.care.moves.withdraw(worker, gone, 1, "Nebyla.");
    note(worker, family);
    List<String> pushed = rows(worker.staff());
    assertEquals(3, pushed.size());
    register.tx.run(
        em -> {
          em.createNativeQuery("DELETE FROM CASE_REGISTRY.STAFF_TIME").executeUpdate();
          fills().forEach(fill -> em.createNativeQuery(fill).executeUpdate());
        });
    assertEquals(pushed, rows(worker.staff()));
  }

  private static List<String> fills() {
    try (InputStream script =
        RegistrySchema.class.getResourceAsStream("/db/V331__time_of_staff.sql")) {
      List<String> fills =
          Arrays.stream(new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";"))
              .filter(statement -> statement.contains("INSERT INTO"))
              .map(statement -> statement.replaceAll("(?m)^--.*$", ""))
              .toList();
      assertEquals(2, fills.size());
      return fills;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> rows(StaffId who) {
    return register
        .tx
        .read(
            em ->
                em.createQuery("SELECT t FROM SpentTime t WHERE t.staff = :who", SpentTime.class)
                    .setParameter("who", who.value())
                    .getResultList())
        .stream()
        .map(StaffTimeTest::written)
        .sorted()
        .toList();
  }

  private static String written(SpentTime row) {
    return String.join(
        "|",
        row.source().origin(),
        row.source().kind(),
        row.source().record().toString(),
        row.day().toString(),
        String.valueOf(row.minutes()),
        String.valueOf(row.travelMinutes()),
        String.valueOf(row.kilometres()),
        String.valueOf(row.file()),
        String.valueOf(row.child()),
        row.title().toString(),
        row.href());
  }

  private TimeSheets.Sheet sheet(Viewer viewer, Viewer who) {
    return register.room.times.of(viewer, who.staff(), MONTH);
  }

  private List<TimeSheets.Sum> sums(StaffId who) {
    return register.room.times.all(director, MONTH).stream()
        .filter(sum -> sum.staff().equals(who))
        .toList();
  }

  private void wall(Viewer who, Subject subject) {
    register.access.walls().raise(director, who.staff(), subject, Ground.CONFLICT_OF_INTEREST);
  }

  private static Spent contact(Viewer who, Family family, Integer minutes, Integer kilometres) {
    return Spent.of(who.staff(), TODAY, "contact", CANCELLED)
        .lasting(minutes)
        .travelling(null, kilometres)
        .in(family.file())
        .about(family.child())
        .written("/m/supervised-contacts/x");
  }

  private VisitId visit(Viewer worker, Family family, Integer minutes) {
    return register.visits.record(
        worker,
        family.file(),
        new Visits.NewVisit(
            TODAY,
            null,
            minutes,
            true,
            Visits.Place.HOME,
            Set.of(family.carer()),
            List.of(),
            null,
            25,
            12));
  }

  private void note(Viewer worker, Family family) {
    register.care.notes.record(
        worker,
        family.file(),
        new NewNote(
            NoteKind.PHONE,
            TODAY,
            null,
            15,
            Set.of(family.carer()),
            Map.of(),
            null,
            null,
            null,
            "Klid.",
            null,
            null));
  }

  private static Module here() {
    return new Module() {
      @Override
      public String id() {
        return MODULE;
      }

      @Override
      public int order() {
        return 1;
      }

      @Override
      public List<Permission> permissions() {
        return List.of();
      }
    };
  }
}
