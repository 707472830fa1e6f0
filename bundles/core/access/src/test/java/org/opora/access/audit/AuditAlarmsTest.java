package org.opora.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.access.OnEveryDatabase;
import org.opora.access.TestHouse;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Subject.Kind;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Database;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.persistence.test.TestDatabase.Product;

/** What in the trail cannot wait, reaches those who may read it, and reaches them once. */
@OnEveryDatabase
class AuditAlarmsTest {
  private static final String FILE = "GET /files/{file}";

  @Parameter Product product;
  private TestHouse house;
  private AuditTrail audit;
  private final Box box = new Box();
  private AuditAlarms alarms;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product);
    audit = house.access.audit();
    alarms = house.access.alarms(box, new Keys());
  }

  @AfterParameterizedClassInvocation
  void close() {
    alarms.close();
    house.close();
  }

  @Test
  void tenRefusalsOfOneAccountInFiveMinutesAreTold() {
    Viewer worker = somebody();
    Viewer other = somebody();
    refuse(worker, 9);
    refuse(other, 9);
    assertEquals(List.of(), told(), "nine of one, nine of another");
    house.clock.pass(Duration.ofMinutes(6));
    refuse(worker, 9);
    assertEquals(List.of(), told(), "the first nine are too long ago");
    audit.noted(worker.staff(), "access.sign-in-failed", null);
    List<String> told = told();
    assertEquals(1, told.size());
    assertTrue(told.get(0).startsWith("access.audit|alarm.denials|/trail?staff=" + worker.staff()));
    assertTrue(told.get(0).endsWith("&outcome=DENIED"), told.get(0));
  }

  /** The database is away for a moment, just when there is something to tell. */
  @Test
  void whatCannotBeKeptIsToldLater() {
    Box letters = new Box();
    AtomicBoolean away = new AtomicBoolean();
    Database moody =
        before(
            () -> {
              if (away.get()) {
                throw new SQLException("away");
              }
              return null;
            });
    try (AuditAlarms watching =
        AuditAlarms.by((AuditTrailService) audit, moody, house.clock, letters, new Keys())) {
      watching.look();
      letters.taken();
      refuse(somebody(), 10);
      audit.verify();
      away.set(true);
      assertThrows(IllegalStateException.class, watching::look);
      away.set(false);
      watching.look();
      assertEquals(1, letters.taken().size());
    }
  }

  /** What looks for the one who copies everything must not make the house slow for the others. */
  @Test
  void whoOpensFileAfterFileDoesNotAskTheDatabaseForEach() {
    AtomicInteger asked = new AtomicInteger();
    Database counted = before(asked::incrementAndGet);
    Box letters = new Box();
    try (AuditAlarms watching =
        AuditAlarms.by((AuditTrailService) audit, counted, house.clock, letters, new Keys())) {
      Viewer worker = somebody();
      for (int files : List.of(30, 300)) {
        open(worker, files, 0);
        audit.verify();
        asked.set(0);
        watching.look();
        assertTrue(asked.get() < 10, () -> asked + " connections for " + files + " files");
      }
      assertEquals(1, letters.taken().stream().filter(one -> one.contains("files 16")).count());
      house.clock.pass(Duration.ofDays(1));
      open(worker, 900, 0);
      audit.verify();
      watching.look();
      assertEquals(List.of(), letters.taken(), "three times the 330 of the day before are kept");
    }
    told();
  }

  @Test
  void theSameIsToldOnceAndAnotherTimeAgain() {
    Viewer worker = somebody();
    refuse(worker, 25);
    assertEquals(1, told().size());
    refuse(worker, 5);
    house.clock.pass(Duration.ofMinutes(10));
    refuse(worker, 12);
    assertEquals(List.of(), told(), "the same account within the hour");
    house.clock.pass(Duration.ofHours(2));
    refuse(worker, 10);
    assertEquals(1, told().size());
  }

  @Test
  void sixteenDifferentFilesInAnHourAreTold() {
    Viewer worker = somebody();
    open(worker, 15, 1);
    assertEquals(List.of(), told(), "as many as anybody may");
    audit.read(worker, "GET /files", files(40));
    audit.read(worker, "GET /people/search/{search}", files(40));
    Subject again = files(1).get(0);
    for (int at = 0; at < 30; at++) {
      audit.read(worker, FILE, List.of(again));
    }
    List<String> told = told();
    assertEquals(1, told.size(), "the sixteenth; lists open none, and one file is one");
    assertTrue(told.get(0).startsWith("access.audit|alarm.files 16|/trail?staff="), told.get(0));
    open(worker, 10, 1);
    assertEquals(List.of(), told());
  }

  @Test
  void slowlyIsNotMuch() {
    Viewer worker = somebody();
    open(worker, 40, 5);
    assertEquals(List.of(), told(), "never more than twelve within an hour");
  }

  @Test
  void whoeverHasManyFamiliesMayOpenThreeTimesTheirOwnPeak() {
    Viewer worker = somebody();
    open(worker, 10, 1);
    told();
    house.clock.pass(Duration.ofDays(1));
    open(worker, 30, 1);
    assertEquals(List.of(), told(), "three times ten");
    open(worker, 1, 1);
    assertEquals(1, told().size());
    house.clock.pass(Duration.ofDays(32));
    open(worker, 16, 1);
    assertEquals(1, told().size(), "the peak is longer ago than thirty days");
  }

  @Test
  void aBrokenChainIsToldOnce() throws SQLException {
    try (TestHouse own = new TestHouse(product)) {
      Box letters = new Box();
      try (AuditAlarms watching = own.access.alarms(letters, new Keys())) {
        own.access.audit().noted(null, "test.tick", null);
        own.access.audit().noted(null, "test.tock", null);
        own.access.audit().verify();
        watching.look();
        assertEquals(List.of(), letters.taken());
        try (Connection connection = own.houseDatabase().connection();
            Statement statement = connection.createStatement()) {
          statement.executeUpdate("UPDATE ACCESS.AUDIT_EVENT SET act = 'test.other' WHERE seq = 2");
        }
        assertFalse(own.access.audit().verify().intact());
        watching.look();
        assertEquals(List.of("access.audit|alarm.chain|/trail/seals"), letters.taken());
        own.access.audit().verify();
        watching.look();
        assertEquals(List.of(), letters.taken());
      }
    }
  }

  @Test
  void whatWasFoundIsToldWhenSomebodyCanBeTold() {
    Viewer worker = somebody();
    try (AuditAlarms early = house.access.alarms(null, null)) {
      refuse(worker, 10);
      audit.verify();
      early.look();
    }
    try (AuditAlarms later = house.access.alarms(box, new Keys())) {
      later.look();
      assertEquals(
          1, box.taken().stream().filter(one -> one.contains(worker.staff().toString())).count());
    }
    assertEquals(
        0,
        told().stream().filter(one -> one.contains(worker.staff().toString())).count(),
        "nor by another who looks");
  }

  @Test
  void theHourBeforeAStartCounts() {
    Viewer worker = somebody();
    refuse(worker, 6);
    told();
    try (AuditAlarms fresh = house.access.alarms(box, new Keys())) {
      refuse(worker, 4);
      audit.verify();
      fresh.look();
      assertEquals(
          1, box.taken().stream().filter(one -> one.contains(worker.staff().toString())).count());
    }
    told();
  }

  /** The database of the house; first of all something else happens whenever it is asked. */
  private Database before(Callable<?> first) {
    return (Database)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Database.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("connection")) {
                first.call();
              }
              return method.invoke(house.houseDatabase(), arguments);
            });
  }

  private List<String> told() {
    audit.verify();
    alarms.look();
    return box.taken();
  }

  private void refuse(Viewer worker, int times) {
    for (int at = 0; at < times; at++) {
      audit.denied(worker, "registry.read", List.of(new Subject(Kind.PERSON, Ids.next())), "wall");
    }
  }

  private void open(Viewer worker, int files, int minutes) {
    for (Subject file : files(files)) {
      audit.read(worker, FILE, List.of(file, new Subject(Kind.PERSON, Ids.next())));
      house.clock.pass(Duration.ofMinutes(minutes));
    }
  }

  private static List<Subject> files(int number) {
    return Stream.generate(() -> new Subject(Kind.CASE_FILE, Ids.next())).limit(number).toList();
  }

  private Viewer somebody() {
    return house.viewer(StaffId.next(), Map.of());
  }

  /** Keeps what is told to all. */
  private static final class Box implements Inbox {
    private final List<String> letters = new ArrayList<>();

    List<String> taken() {
      List<String> all = List.copyOf(letters);
      letters.clear();
      return all;
    }

    @Override
    public void tellAll(String permission, Title text, String href) {
      letters.add(permission + "|" + text.en() + "|" + href);
    }

    @Override
    public void tell(StaffId staff, Title text, String href) {
      throw new AssertionError("to all who may read the trail");
    }

    @Override
    public void takeBack(StaffId staff, String href) {
      throw new AssertionError();
    }

    @Override
    public Page<Message> of(Viewer viewer, String after, int limit) {
      return Page.last(List.of());
    }

    @Override
    public long unread(Viewer viewer) {
      return 0;
    }

    @Override
    public void read(Viewer viewer, UUID message) {
      throw new AssertionError();
    }
  }

  /** Says keys and figures. */
  private static final class Keys implements Messages {
    @Override
    public String text(Locale locale, String key, Object... arguments) {
      return key.equals("alarm.files") ? key + " " + arguments[0] : key;
    }

    @Override
    public String text(Locale locale, Text text) {
      return text.key();
    }

    @Override
    public Title title(String key, Object... arguments) {
      String text = text(Locale.ENGLISH, key, arguments);
      return new Title(text, text, text);
    }

    @Override
    public String origin() {
      return "org.opora.access";
    }
  }
}
