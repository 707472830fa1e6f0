package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.Crowd;
import org.opora.itest.support.Crowd.Person;
import org.opora.itest.support.DefaultRoles;
import org.opora.itest.support.DoorTable;
import org.opora.itest.support.DoorTable.Door;
import org.opora.itest.support.DoorTable.Row;
import org.opora.itest.support.Examples;
import org.opora.itest.support.Operator;
import org.opora.itest.support.RawRequest;
import org.opora.itest.support.SecretFamily;
import org.opora.itest.support.Spellings;
import org.opora.itest.support.Walk;

/**
 * The doors of the running house against the reviewed table {@code docs/doors.md}: each door has a
 * row and each row a door, and everybody comes in where the table says so and nowhere else. Every
 * run takes a sample of who knocks where; the campaign takes all, and every spelling.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatrixIT {
  private static final boolean CAMPAIGN = Boolean.getBoolean("opora.campaign");
  private static final long SEED = Long.getLong("opora.seed", LocalDate.now().toEpochDay());

  /** How many of those who stand outside knock at a door in every run. */
  private static final int SAMPLE = 3;

  private static final int SPELLINGS = 1;

  /** The last word of a permission by which nothing is changed. */
  private static final Pattern READING = Pattern.compile("[.](read|whereabouts)$");

  private static final String MISSING = "missing";

  /** Who worked with a family that is in the archive, and who keeps the archive. */
  private static final String ARCHIVED = "archived";

  private static final String ARCHIVE = "archive";

  /** Comes in, whatever is said there: a page, a way on, a form that is not filled in. */
  private static final int IN = 200;

  /** Is led to sign in, or back to where a tablet begins. */
  private static final int SIGN_IN = 303;

  private static final int BACK = SIGN_IN;

  private final Product product = Product.fresh("matrix");
  private final DefaultRoles roles = DefaultRoles.reviewed();
  private final DoorTable table = DoorTable.reviewed();
  private final Random chance = new Random(SEED);
  private Map<String, Door> doors;
  private Crowd crowd;
  private Examples examples;
  private String archived;

  @BeforeAll
  void aHouseFullOfPeople() {
    product.start();
    Visitor director = People.director(product);
    product.installModules();
    crowd = new Crowd(product, director, roles.roles());
    Person helper = crowd.of("key-worker");
    Person walled = crowd.of(Crowd.WALLED);
    SecretFamily family =
        SecretFamily.writtenBy(
            director,
            new SecretFamily.Colleagues(
                walled.visitor(), walled.key(), helper.visitor(), helper.key()));
    crowd.worksWith(crowd.of(Crowd.WORKER), family.file());
    crowd.worksWith(crowd.of(Crowd.WORKER), family.second());
    archived = last(crowd.archived(crowd.of(Crowd.WORKER)));
    crowd.opens(crowd.of(Crowd.EMERGENCY), SecretFamily.NUMBER);
    crowd.opens(crowd.of(Crowd.EMERGENCY), SecretFamily.SECOND);
    crowd.opened(crowd.of(Crowd.INSPECTION), SecretFamily.NUMBER, SecretFamily.SECOND);
    doors = DoorTable.running(new Operator(product).doors());
    Map<String, Visitor.Answer> seen =
        Walk.throughFamily(director, family.file(), List.of(family.child()));
    Walk.throughFamily(director, family.second(), List.of()).forEach(seen::putIfAbsent);
    family.pages().forEach(page -> seen.put(page, director.get(page)));
    Walk.throughKinds(director).forEach(seen::putIfAbsent);
    examples =
        new Examples(
            doors.values(),
            seen,
            List.of(family.file(), family.second()),
            Map.of(
                "file",
                last(family.file()),
                "person",
                last(family.child()),
                // Steps to which a page leads only while it is their turn.
                "report",
                last(family.report()),
                "recipient",
                last(
                    director
                        .get(family.report())
                        .page()
                        .selectFirst("main a[href*=/as/]")
                        .attr("href"))));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @AfterAll
  void stop() {
    product.close();
  }

  /** A door nobody has reviewed, or one that is not there any more. */
  @Test
  @Order(1)
  void everyDoorHasARowAndEveryRowADoor() throws IOException {
    List<String> toDo = new ArrayList<>();
    for (Door door : doors.values()) {
      Optional<Row> row = table.row(door);
      String line =
          row.map(one -> one.asRunning(door, roles)).orElseGet(() -> Row.of(door, roles)).line();
      if (row.isEmpty()) {
        toDo.add("review and add:  " + line);
      } else if (!line.equals(row.get().line())) {
        toDo.add("is now:  " + line + "\n  instead of:  " + row.get().line());
      }
    }
    table.rows().stream()
        .filter(row -> !doors.containsKey(row.door().name()))
        .forEach(row -> toDo.add("remove, there is no such door:  " + row.line()));
    assertEquals(
        List.of(),
        toDo,
        () -> DoorTable.TABLE + " is not true:\n" + String.join("\n", toDo) + "\n");
  }

  @Test
  @Order(2)
  void everybodyComesInWhereTheTableSaysAndNowhereElse() throws IOException {
    Map<String, String> deviations = new TreeMap<>();
    int knocks = 0;
    for (Row row : table.rows()) {
      if (doors.containsKey(row.door().name())) {
        knocks += knock(row, knocking(row), deviations);
      }
    }
    Files.writeString(
        Path.of("target/matrix.txt"),
        "seed "
            + SEED
            + ", "
            + knocks
            + " knocks\n"
            + String.join("\n", lines(deviations))
            + "\nNothing is behind:\n"
            + String.join("\n", empty()));
    assertEquals(Map.of(), deviations, () -> "seed " + SEED + "\n" + lines(deviations));
    assertTrue(knocks > 5 * table.rows().size(), "only " + knocks);
  }

  /** How many knocked; what was answered otherwise than the row says goes to the deviations. */
  private int knock(Row row, List<Person> people, Map<String, String> deviations) {
    Door door = doors.get(row.door().name());
    Map<Person, String> all = new LinkedHashMap<>();
    String path = door.changes() ? examples.of(door) : examples.asked(door);
    people.forEach(person -> all.put(person, path));
    all.putAll(elsewhere(row, door));
    all.forEach(
        (person, where) ->
            look(row, door, person, where)
                .ifPresent(fault -> deviations.put(door.name() + " as " + person.name(), fault)));
    return all.size();
  }

  /** The same people where nothing is, or where a family is in the archive. */
  private Map<Person, String> elsewhere(Row row, Door door) {
    Map<Person, String> elsewhere = new LinkedHashMap<>();
    String missing = examples.missing(door);
    boolean looksUp = door.permission() != null && !door.changes();
    if (row.ofFamily() || looksUp && !missing.equals(examples.of(door))) {
      elsewhere.put(as(MISSING, "director"), missing);
    }
    if (row.ofFamily() && onlyTheFile(door)) {
      String path = examples.with(door, archived);
      elsewhere.put(as(ARCHIVED, Crowd.WORKER), path);
      if (!door.changes()) {
        elsewhere.put(as(ARCHIVE, "director"), path);
      }
    }
    return elsewhere;
  }

  /** Doors that are knocked at with keys that nothing has, because no page leads there. */
  private List<String> empty() {
    return doors.values().stream()
        .filter(door -> !door.ofMachine() && !examples.real(door))
        .map(Door::name)
        .toList();
  }

  private static List<String> lines(Map<String, String> deviations) {
    return deviations.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  /** Whether it leads to any file, and not to something that only some of them have. */
  private static boolean onlyTheFile(Door door) {
    String path = door.path();
    return path.contains("{file}") && path.indexOf('{') == path.lastIndexOf('{');
  }

  /** The same person, to whom something else is shown. */
  private Person as(String name, String person) {
    Person same = crowd.of(person);
    return new Person(name, same.role(), same.key(), same.visitor());
  }

  /** Those to whom the family is something special always, of the others some. */
  private List<Person> knocking(Row row) {
    if (CAMPAIGN) {
      return crowd.all();
    }
    List<Person> special = new ArrayList<>();
    List<Person> others = new ArrayList<>();
    for (Person person : crowd.all()) {
      boolean always =
          List.of(Crowd.STREET, Crowd.TABLET, "director").contains(person.name())
              || row.ofFamily()
                  && List.of(Crowd.WORKER, Crowd.WALLED, Crowd.EMERGENCY, Crowd.INSPECTION)
                      .contains(person.name());
      (always ? special : others).add(person);
    }
    Collections.shuffle(others, chance);
    return Stream.concat(special.stream(), others.stream().limit(SAMPLE)).toList();
  }

  private Optional<String> look(Row row, Door door, Person person, String path) {
    int wanted = wanted(row, door, person, path);
    // Whoever is kept out by what is behind the door sends a form; all others nothing that is read.
    boolean form = door.changes() && (wanted == 404 || wanted == 403 && reaches(row, person));
    Visitor.Answer answer =
        !door.changes()
            ? person.visitor().get(path)
            : form ? person.visitor().post(path, Map.of()) : person.visitor().postNothing(path);
    int heard = heard(door, answer);
    boolean nothingThere =
        heard == 404 && !examples.real(door) && (wanted == IN || reaches(row, person));
    return heard == wanted || nothingThere
        ? Optional.empty()
        : Optional.of(answer.status() + " instead of " + wanted + " at " + path);
  }

  private boolean reaches(Row row, Person person) {
    String permission = row.door().permission();
    return permission != null
        && person.role() != null
        && !roles.reach(permission, person.role()).equals("-");
  }

  private static int heard(Door door, Visitor.Answer answer) {
    String on = answer.location();
    if (answer.status() == 303 && on != null && on.matches("/(sign-in|lock)([?].*)?")) {
      return door.knocks().equals("public") ? IN : SIGN_IN;
    }
    if (answer.status() == 303 && "/tablet".equals(on)) {
      return door.knocks().equals("public") ? IN : BACK;
    }
    boolean in =
        door.changes()
            ? answer.status() == 415
            : List.of(200, 303, 409, 410, 422).contains(answer.status());
    return in ? IN : answer.status();
  }

  /** What follows from the row. */
  private int wanted(Row row, Door door, Person person, String path) {
    Integer otherwise = row.otherwise().get(person.name());
    if (otherwise != null) {
      return otherwise;
    }
    if (door.knocks().equals("public")) {
      return IN;
    }
    if (door.ofMachine()) {
      return 401;
    }
    if (person.role() == null) {
      return SIGN_IN;
    }
    if (person.name().equals(Crowd.TABLET)) {
      return door.tablet() ? IN : door.changes() ? 403 : BACK;
    }
    if (door.permission() == null) {
      return IN;
    }
    String reach = roles.reach(door.permission(), person.role());
    if (reach.equals("-")) {
      return 403;
    }
    if (person.name().equals(MISSING)) {
      return 404;
    }
    if (row.ofColleague()) {
      boolean theirs =
          roles.reach("staff.write", person.role()).equals("all") || path.contains(person.key());
      return theirs ? IN : row.otherwise().getOrDefault("others", 403);
    }
    if (!row.ofFamily()) {
      return reach.equals("own") ? row.otherwise().getOrDefault("own", IN) : IN;
    }
    return switch (person.name()) {
      case ARCHIVED, Crowd.WALLED -> 404;
      case Crowd.WORKER -> IN;
      case Crowd.EMERGENCY, Crowd.INSPECTION ->
          door.changes() || !READING.matcher(door.permission()).find() ? 403 : IN;
      default -> reach.equals("all") ? IN : 404;
    };
  }

  /** With the session of who sees everything: no other spelling of an address leads anywhere. */
  @Test
  @Order(3)
  void anAddressHasOneSpelling() throws IOException {
    String cookie = "Cookie: " + crowd.of("director").visitor().cookie() + "\r\n";
    Map<String, Integer> reached = new TreeMap<>();
    for (Row row : table.rows()) {
      Door door = doors.get(row.door().name());
      if (door == null || door.path().equals("/")) {
        continue;
      }
      List<String> spellings = new ArrayList<>(Spellings.of(examples.of(door)));
      Collections.shuffle(spellings, chance);
      for (String spelling : spellings.subList(0, CAMPAIGN ? spellings.size() : SPELLINGS)) {
        int status = send(door.method(), spelling, cookie).status();
        if (List.of(400, 404, 405).contains(status)) {
          continue;
        }
        // Where any name may stand, another spelling is another name: a form with it is turned away
        // for coming from nowhere, as all are, before anybody looks whose name it is; a page says
        // what it says of names that nothing has.
        boolean name =
            door.changes()
                ? status == 403 && aName(spelling)
                : Examples.matches(door.path(), spelling)
                    && told(spelling).equals(told(ofNoName(spelling)));
        if (!name) {
          reached.put(door.method() + " " + spelling, status);
        }
      }
    }
    assertEquals(Map.of(), reached, "seed " + SEED);
  }

  private String told(String path) {
    Visitor.Answer answer = crowd.of("director").visitor().get(path);
    return answer.status() + " " + answer.page().text();
  }

  private static String ofNoName(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1) + "no-such-name";
  }

  private boolean aName(String spelling) {
    return doors.values().stream()
        .anyMatch(door -> door.changes() && Examples.matches(door.path(), spelling));
  }

  /** Nobody but the two methods of the table is understood, whoever asks. */
  @Test
  @Order(3)
  void noOtherMethodLeadsAnywhere() throws IOException {
    String cookie = "Cookie: " + crowd.of("director").visitor().cookie() + "\r\n";
    List<String> methods =
        List.of("OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "NONSENSE", "get");
    Map<String, Integer> reached = new TreeMap<>();
    for (Row row : table.rows()) {
      Door door = doors.get(row.door().name());
      if (door == null) {
        continue;
      }
      String path = examples.of(door);
      List<String> some = new ArrayList<>(methods);
      Collections.shuffle(some, chance);
      for (String method : CAMPAIGN ? methods : some.subList(0, 1)) {
        note(reached, method, path, cookie);
      }
      // HEAD is GET without what is read; where only forms are sent there is nothing to GET.
      if (door.changes() && !doors.containsKey("GET " + door.path())) {
        note(reached, "GET", path, cookie);
        note(reached, "HEAD", path, cookie);
      }
    }
    assertEquals(Map.of(), reached, "seed " + SEED);
  }

  private void note(Map<String, Integer> reached, String method, String path, String cookie)
      throws IOException {
    int status = send(method, path, cookie).status();
    if (status != 405 && status != 400 && status != 404) {
      reached.put(method + " " + path, status);
    }
  }

  private RawRequest send(String method, String path, String cookie) throws IOException {
    return RawRequest.send(
        product.port(),
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + product.port()
            + "\r\n"
            + cookie
            + "Connection: close\r\n\r\n");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theLogIsClean() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }
}
