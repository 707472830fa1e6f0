package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.itest.support.SecretFamily.FAMILY;
import static org.opora.itest.support.SecretFamily.READ;
import static org.opora.itest.support.SecretFamily.SEALED;
import static org.opora.itest.support.SecretFamily.SEARCHED;
import static org.opora.itest.support.SecretFamily.SECRETS;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.Crowd;
import org.opora.itest.support.Crowd.Person;
import org.opora.itest.support.DefaultRoles;
import org.opora.itest.support.DoorTable;
import org.opora.itest.support.DoorTable.Door;
import org.opora.itest.support.Examples;
import org.opora.itest.support.FieldTable;
import org.opora.itest.support.Operator;
import org.opora.itest.support.SecretFamily;
import org.opora.itest.support.SecretStaff;
import org.opora.itest.support.Secrets;
import org.opora.itest.support.Walk;

/**
 * A family whose every word is unlike any other: nobody of the house comes across one of them who
 * has nothing to do with it, on no page, list, count, search, export, error, command or log. The IT
 * administrator and a key worker of other families are asked in every run, of the other roles some;
 * the campaign asks all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecrecyIT {
  private static final String KEY_WORKER = "key-worker";
  private static final String IT_ADMINISTRATOR = "it-administrator";
  private static final String DIRECTOR = "director";
  private static final String FACILITATOR = "facilitator";
  private static final String HELPER = "Bc. Předávaná Pracovnice";
  private static final String NEAR = "Bc. Vlastní Asistent";

  /** With it one reads a list that each look makes longer. */
  /**
   * What is read by whoever may, whosever it is: the trail; and in the calendar, that a room and a
   * colleague are taken from then till then. By whom, no word tells.
   */
  private static final Set<String> OF_ALL =
      Set.of("access.audit", "calendar.read", "calendar.write", "calendar.rooms");

  private static final String LONGEST_LOCK = "60";
  private static final String DAY = "2026-11-01";
  private static final List<String> CARDS =
      List.of("/complaints/card", "/incidents/card", "/requests/card", "/intake/card");

  /** What only whoever leads the centre has a door to; so it is with the next one. */
  private static final String OVERSIGHT = "/overrides";

  private static final String DATA_REQUESTS = "/data-requests";

  private static final List<String> EXPORTS =
      List.of(
          "/post/export?show=all",
          "/complaints/export?show=all",
          "/inspections/export?show=all",
          "/incidents/export?show=all",
          OVERSIGHT + "/export?rule=",
          "/grant/expenses/export?show=ALL",
          "/requests/export?show=open",
          "/inquiries/export?show=ALL",
          "/intake/export?show=all");

  private static final String ROWS = "main tbody tr, .duty, .rows > li";
  private static final List<String> FORMATS = List.of("&format=xlsx", "&format=csv");

  /** Lists of the whole centre, in which a family of others must not be counted. */
  private static final List<String> LISTS =
      Stream.concat(
              CARDS.stream(),
              Stream.of(
                  "/post",
                  "/post?way=all&show=waiting",
                  "/complaints",
                  "/complaints?show=all",
                  DATA_REQUESTS,
                  "/inspections",
                  "/inspections?show=OUT",
                  "/tasks?whose=all&show=open",
                  "/incidents",
                  "/incidents?show=ALL",
                  "/grant/expenses",
                  "/grant/expenses?show=PROPOSED",
                  "/requests",
                  "/requests?show=answered",
                  "/inquiries?show=ALL",
                  "/intake",
                  "/intake?show=all",
                  OVERSIGHT,
                  OVERSIGHT + "/list",
                  "/handovers"))
          .toList();

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Where the keys of families, their people and what is kept of them stand. */
  private static final Pattern OF_FAMILIES =
      Pattern.compile(
          "^/(files|people|m|post|complaints|data-requests|inspections|incidents|grant|tasks|requests"
              + "|inquiries|intake|duties)/");

  private static final Pattern EXPORT = Pattern.compile("[?&]format=(xlsx|csv)$");
  private static final Pattern EDIT = Pattern.compile("/edit$");

  private static final boolean CAMPAIGN = Boolean.getBoolean("opora.campaign");
  private static final long SEED = Long.getLong("opora.seed", LocalDate.now().toEpochDay());

  /** How many of the other roles are asked in every run. */
  private static final int SAMPLE = 3;

  /** A look at fewer addresses than these would prove nothing. */
  private static final int MANY = 30;

  /** So many addresses each of the others knocks at in every run. */
  private static final int PAGES = 80;

  /** So much longer or shorter may a page be that names another key. */
  private static final int SAME_SIZE = 8;

  private final Product product = Product.fresh("secrecy");
  private final DefaultRoles roles = DefaultRoles.reviewed();
  private final FieldTable fields = FieldTable.reviewed();
  private final Random chance = new Random(SEED);
  private final Map<Person, Map<String, String>> before = new LinkedHashMap<>();
  private final Map<Person, Map<String, Visitor.Answer>> walks = new LinkedHashMap<>();
  private final Set<String> secretPages = new LinkedHashSet<>();
  private final Set<String> actions = new LinkedHashSet<>();
  private final Set<String> familyKeys = new TreeSet<>();
  private Visitor director;
  private Visitor keyWorker;
  private Visitor itAdministrator;
  private Visitor walled;
  private Visitor helper;
  private Crowd crowd;
  private Person facilitator;
  private Map<String, Door> doors;
  private SecretFamily family;
  private Map<String, Visitor.Answer> directorSees;

  @BeforeAll
  void aFamilyThatIsNotTheirs() {
    product.start();
    director = People.director(product);
    nobodyLocksWhileOthersAreAsked();
    product.installModules();
    crowd = new Crowd(product, director, asked());
    keyWorker = crowd.of(KEY_WORKER).visitor();
    itAdministrator = crowd.of(IT_ADMINISTRATOR).visitor();
    walled = crowd.of(Crowd.WALLED).visitor();
    helper = People.colleague(product, director, HELPER, KEY_WORKER);
    facilitator = facilitator();
    SecretFamily.Colleagues colleagues =
        new SecretFamily.Colleagues(
            walled, crowd.of(Crowd.WALLED).key(), helper, People.staffId(director, HELPER));
    aBodyIsInTheDirectory();
    SecretFamily.room(director);
    for (Person stranger : strangers()) {
      before.put(stranger, read(Walk.of(stranger.visitor())));
    }
    family = SecretFamily.writtenBy(director, colleagues);
    directorSees = Walk.of(director);
    String found = director.post("/search", Map.of("text", List.of("Zxkanarek"))).location();
    for (String page :
        List.of(found, found + "/export?format=xlsx", found + "/export?format=csv")) {
      directorSees.put(page, director.get(page));
    }
    family.pages().forEach(page -> directorSees.put(page, director.get(page)));
    LISTS.forEach(page -> directorSees.put(page, director.get(page)));
    for (String list : EXPORTS) {
      for (String format : FORMATS) {
        directorSees.put(list + format, director.get(list + format));
      }
    }
    secretPages.addAll(directorSees.keySet());
    family.joinedBy(crowd.of(Crowd.WORKER).key());
    family.facilitatedBy(facilitator.key());
    addressesOfAllDoors();
  }

  /** A session that has locked would see nothing, and prove nothing. */
  private void nobodyLocksWhileOthersAreAsked() {
    String form = "/sign-ins/lock";
    People.expect(
        director.submit(director.get("/sign-ins").page(), form, Map.of("minutes", LONGEST_LOCK)),
        303);
  }

  private Person facilitator() {
    Visitor visitor = People.colleague(product, director, NEAR, FACILITATOR);
    return new Person(
        "facilitator of the family", FACILITATOR, People.staffId(director, NEAR), visitor);
  }

  /** Also of those to which no page leads: an address is easily typed. */
  private void addressesOfAllDoors() {
    doors = DoorTable.running(new Operator(product).doors());
    Examples examples =
        new Examples(
            doors.values(),
            directorSees,
            List.of(family.file()),
            Map.of("file", last(family.file()), "person", last(family.child())));
    for (Door door : doors.values()) {
      String address = examples.of(door);
      if (!door.changes()) {
        secretPages.add(address);
      } else if (ofTheFamily(address)) {
        actions.add(address);
      }
    }
  }

  @AfterAll
  void stop() {
    product.close();
  }

  private void aBodyIsInTheDirectory() {
    String body =
        People.expect(
                director.submit(
                    director.get("/directory/new").page(),
                    "/directory/new",
                    Map.of("kind", "COURT", "name", "Okresní soud v Podhorsku")),
                303)
            .location();
    String form = body + "/officials/new";
    People.expect(
        director.submit(director.get(form).page(), form, Map.of("name", "JUDr. Jan Úřední")), 303);
  }

  /** The roles of which somebody is asked in this run. */
  private List<String> asked() {
    List<String> all = new ArrayList<>(roles.roles());
    List<String> always = List.of(DIRECTOR, KEY_WORKER, IT_ADMINISTRATOR);
    if (CAMPAIGN) {
      return all;
    }
    all.removeAll(always);
    Collections.shuffle(all, chance);
    return Stream.concat(always.stream(), all.stream().limit(SAMPLE)).toList();
  }

  /** Everybody who has nothing to do with the family, whoever has not signed in among them. */
  private List<Person> strangers() {
    // Whoever is in on a tablet is led back to where it begins (MatrixIT).
    List<String> others = List.of(DIRECTOR, Crowd.WORKER, Crowd.WALLED, Crowd.TABLET);
    return crowd.all().stream().filter(person -> !others.contains(person.name())).toList();
  }

  private List<Person> strangersAndWalled() {
    List<Person> all = new ArrayList<>(strangers());
    all.add(crowd.of(Crowd.WALLED));
    return all;
  }

  /** What of the family is none of this person's business. */
  private Secrets kept(Person person, boolean near) {
    if (person.role() == null) {
      return SECRETS;
    }
    return person.name().equals(Crowd.WALLED)
        ? FAMILY
        : SECRETS.but(fields.open(roles, person.role(), near));
  }

  /** Whether the role reads of every family there, such as who keeps the books in the books. */
  private boolean reads(Person person, String page) {
    String permission = permission(page);
    return permission != null
        && person.role() != null
        && !person.name().equals(Crowd.WALLED)
        && fields.opens(permission)
        && roles.reach(permission, person.role()).equals("all");
  }

  private static boolean readByAll(String permission) {
    return permission != null && OF_ALL.contains(permission);
  }

  /** What somebody needs who goes there; null when nothing. */
  private String permission(String page) {
    return doorOf("GET", page.replaceFirst("[?#].*", "")).map(Door::permission).orElse(null);
  }

  private Optional<Door> doorOf(String method, String path) {
    return doors.values().stream()
        .filter(door -> door.method().equals(method) && Examples.matches(door.path(), path))
        .min(Comparator.comparing(door -> door.path().split("\\{", -1).length));
  }

  /** Without this, nobody else could come across a word because there is none to be seen. */
  @Test
  void theDirectorReadsEveryWord() {
    Set<String> seen = new TreeSet<>();
    directorSees.values().forEach(answer -> seen.addAll(READ.in(answer)));
    assertEquals(new TreeSet<>(READ.words()), seen);
  }

  /** Without this, the look into a workbook could find nothing because it sees nothing. */
  @Test
  void theDirectorsExportsHoldTheWordsOfTheirLists() {
    Map<String, List<String>> held = new TreeMap<>();
    directorSees.forEach(
        (page, answer) -> {
          if (EXPORT.matcher(page).find()) {
            // A walk through everything takes more rows of some list than one person may alone.
            if (answer.status() == 303) {
              assertTrue(answer.location().startsWith("/exports/new/"), answer.location());
            } else {
              assertEquals(200, answer.status(), page);
              held.put(page, SECRETS.in(answer));
            }
          }
        });
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put("/files/export", "Zxkanarek");
    lists.put("/people/export", "Qwolejnik");
    lists.put("/duties/export", "Vzblizna");
    lists.put("/m/supervised-contacts/export", "Vzblizna");
    lists.put("/search/.+/export", "Zxkanarek");
    lists.put("/post/export", "Rgvyzva");
    lists.put("/complaints/export", "Rgopatreni");
    lists.put("/inspections/export", "Rgduvod");
    lists.put("/people/.+/kin/export", "Knnavzdory");
    lists.put("/people/.+/households/export", "Knnebydlel");
    lists.put("/files/.+/stays/export", "Gdznovacek");
    lists.put("/grant/expenses/export", "Gtvylohy");
    lists.put("/incidents/export", "Zxkanarek");
    lists.put("/overrides/export", "Knnavzdory");
    lists.put("/requests/export", "Qwolejnik");
    lists.put("/inquiries/export", "Ponadarmo");
    lists.put("/staff/.+/time/export", "Zxkanarek");
    lists.forEach(
        (list, word) -> {
          assertHolds(held, list, "xlsx", word);
          assertHolds(held, list, "csv", word);
        });
  }

  private static void assertHolds(
      Map<String, List<String>> held, String list, String format, String word) {
    assertTrue(
        held.entrySet().stream()
            .anyMatch(
                one ->
                    one.getKey().matches(list + "[?].*" + format) && one.getValue().contains(word)),
        word + " in " + list + " as " + format + ": " + held);
  }

  /** Without this, nobody else could come across the rooms because nothing is in them. */
  @Test
  void theDirectorReadsTheRoomsOfTheFamily() {
    Map<String, String> rooms = new LinkedHashMap<>();
    rooms.put(family.file() + "/family", "Knbabicka");
    rooms.put(family.file() + "/genogram", "Knmatinka");
    rooms.put(family.file() + "/stays", "Gdznovacek");
    rooms.put(family.file() + "/grant", "Gtvylohy");
    rooms.put("/grant/expenses", "Gtvylohy");
    rooms.put(family.file() + "/child-notes" + family.child().replace("/people", ""), "Znslovicko");
    rooms.put(family.file() + "/legal", "Gdznovacek");
    rooms.put(family.file() + "/requests", "Qwolejnik");
    rooms.put(family.file() + "/team", "Zxkanarek");
    rooms.put(family.child() + "/legal", "Psobsahem");
    rooms.put(family.child() + "/disability", "Zppostizeni");
    rooms.put("/incidents/card", "Zxkanarek");
    rooms.put("/inquiries?show=ALL", "Ponadarmo");
    rooms.put("/staff/conflicts", "Kfsousedka");
    rooms.forEach(
        (page, word) -> {
          Visitor.Answer answer = director.get(page);
          assertEquals(200, answer.status(), page);
          assertTrue(SECRETS.in(answer).contains(word), word + " on " + page);
        });
    for (String list : CARDS) {
      assertTrue(rows(director.get(list)) > 0, list);
    }
  }

  /** Without this, nobody else could come across a note because none is among the secret pages. */
  @Test
  void theDirectorReadsNotesAndExpensesAndTheirPagesAreAmongTheSecretOnes() {
    String note = family.file() + "/notes/[0-9a-f-]{36}";
    assertEquals(2, secretPages.stream().filter(page -> page.matches(note)).count());
    Map<String, String> words =
        Map.of(
            note,
            "Znodmitnuto",
            note + "/print",
            "Znznovu",
            note + "/versions",
            "Znobsah",
            "/grant/expenses/[0-9a-f-]{36}",
            "Gtzduvodneni");
    words.forEach(
        (pattern, word) ->
            assertTrue(
                secretPages.stream()
                    .filter(page -> page.matches(pattern))
                    .anyMatch(page -> SECRETS.in(director.get(page)).contains(word)),
                word + " on " + pattern));
  }

  /** What the centre keeps of offices, of itself and of its work in the street names no family. */
  @Test
  void noWordOfTheFamilyGetsIntoWhatTheCentreKeepsOfItself() {
    Map<String, List<String>> leaks = new TreeMap<>();
    directorSees.forEach(
        (page, answer) -> {
          if (page.matches("/(directory|house|reach)\\b.*")) {
            note(leaks, page, SECRETS.in(answer));
          }
        });
    assertEquals(Map.of(), leaks);
    assertTrue(directorSees.keySet().stream().anyMatch(page -> page.matches("/directory/.{36}")));
    assertTrue(directorSees.containsKey("/house/settings"), directorSees.keySet().toString());
  }

  /** Without this, nobody else could come across a task because there is none to be seen. */
  @Test
  void theDirectorSeesTheTasksAndTheirPagesAreAmongTheSecretOnes() {
    for (String page : List.of("/tasks", "/tasks/card")) {
      assertTrue(
          SECRETS.in(director.get(page)).containsAll(List.of("Rfukolnik", "Rfnikomu")), page);
    }
    assertTrue(SECRETS.in(director.get(family.file() + "/tasks")).contains("Rfukolnik"));
    List<String> tasks =
        director.get("/tasks?whose=all&show=open").page().select("a[href^=/tasks/]").stream()
            .map(link -> link.attr("href"))
            .filter(page -> page.matches("/tasks/[0-9a-f-]{36}"))
            .toList();
    assertTrue(tasks.size() > 1, tasks.toString());
    assertTrue(secretPages.containsAll(tasks), secretPages.toString());
  }

  /** Without this, nobody else could come across the registers because nothing is in them. */
  @Test
  void theDirectorReadsTheRegistersAndTheirPagesAreAmongTheSecretOnes() {
    Map<String, Integer> kept = Map.of("/post/", 4, "/complaints/", 2, "/inspections/", 3);
    kept.forEach(
        (register, count) ->
            assertEquals(
                count,
                (int)
                    secretPages.stream()
                        .filter(page -> page.matches(register + "[0-9a-f-]{36}"))
                        .count(),
                register + " " + secretPages));
    assertTrue(SECRETS.in(director.get(family.file() + "/post")).contains("Rgvyzva"));
    assertTrue(SECRETS.in(director.get(family.file() + "/inspections")).contains("Rgduvod"));
    assertEquals(1, director.get("/complaints/card").page().select("li.duty").size());
  }

  /**
   * Whom a wall keeps from the family and about whom it complains sees everything else of the
   * centre, and of this family nothing.
   */
  @Test
  void whoIsWalledOffComesAcrossNoWordOfTheFamily() {
    Map<String, Visitor.Answer> seen = Walk.of(walled);
    for (String list : LISTS) {
      Visitor.Answer answer = walled.get(list);
      assertEquals(200, answer.status(), list);
      assertEquals(
          List.of(),
          answer.page().select(ROWS).eachText().stream()
              .filter(row -> !row.contains("Rfnikomu") && !row.contains("Ponadarmo"))
              .toList(),
          list);
      seen.put(list, answer);
    }
    for (String list : EXPORTS) {
      for (String format : FORMATS) {
        String page = list + format;
        Visitor.Answer export = walled.get(page);
        assertEquals(200, export.status(), page);
        seen.put(page, export);
      }
    }
    secretPages.forEach(page -> seen.put(page, walled.get(page)));
    Map<String, List<String>> leaks = new TreeMap<>();
    seen.forEach((page, answer) -> note(leaks, page, FAMILY.in(answer)));
    note(leaks, "search", found(walled, FAMILY));
    assertEquals(Map.of(), leaks);
    for (String page : secretPages) {
      if (page.matches(
          "/(post|complaints|data-requests|inspections|incidents|files|grant/expenses)/[0-9a-f-]{36}.*")) {
        assertEquals(404, walled.get(page).status(), page);
      }
    }
  }

  /** Who had the family until today, and is kept away from it now, knows their own words only. */
  @Test
  void whoHandedItBackComesAcrossNoWordOfTheFamily() {
    Secrets others = FAMILY.but(SecretStaff.DECLARED);
    Map<String, List<String>> leaks = new TreeMap<>();
    Walk.of(helper).forEach((page, answer) -> note(leaks, page, others.in(answer)));
    for (String page : secretPages) {
      note(leaks, page, others.in(helper.get(page)));
    }
    note(leaks, "search", found(helper, others));
    assertEquals(Map.of(), leaks);
    assertEquals(SecretStaff.DECLARED, ownWords(helper, SecretStaff.DECLARED));
    assertEquals(SecretStaff.OWN, ownWords(walled, SecretStaff.OWN));
  }

  /** Those of the words that a colleague reads on the own sheet. */
  private List<String> ownWords(Visitor colleague, List<String> words) {
    String key =
        colleague == helper ? People.staffId(director, HELPER) : crowd.of(Crowd.WALLED).key();
    Visitor.Answer sheet = colleague.get("/staff/" + key);
    return new Secrets(words).in(sheet);
  }

  /** What of them is said when somebody looks for each of these words. */
  private static List<String> found(Visitor who, Secrets words) {
    List<String> said = new ArrayList<>();
    for (String word : words.words()) {
      Visitor.Answer found = search(who, word);
      assertEquals(List.of(), hits(found), word);
      said.addAll(words.in(found.body().replaceAll("(?i)" + Pattern.quote(word), "")));
    }
    return said;
  }

  @Test
  void theItAdministratorHasNoDoorToTheRegistersAndTheKeyWorkerEmptyOnes() {
    for (String list : LISTS) {
      assertNotEquals(200, itAdministrator.get(list).status(), list);
      Visitor.Answer seen = keyWorker.get(list);
      assertEquals(0, rows(seen), list);
      if (list.startsWith(OVERSIGHT) || list.equals(DATA_REQUESTS)) {
        assertNotEquals(200, seen.status(), list);
      } else {
        assertEquals(200, seen.status(), list);
      }
    }
    for (String list : EXPORTS) {
      for (String format : FORMATS) {
        String page = list + format;
        assertNotEquals(200, itAdministrator.get(page).status(), page);
        assertEquals(List.of(), SECRETS.in(keyWorker.get(page)), page);
      }
      if (list.startsWith(OVERSIGHT)) {
        assertNotEquals(200, keyWorker.get(list + FORMATS.get(1)).status(), list);
      } else {
        assertEquals(1, lines(keyWorker, list), list);
      }
      assertTrue(lines(director, list) > 1, list);
    }
  }

  private static int rows(Visitor.Answer list) {
    return list.page().select(ROWS).size();
  }

  /** Lines of a list as a file, the one that says what stands in them among them. */
  private static long lines(Visitor who, String list) {
    return who.get(list + FORMATS.get(1)).body().strip().lines().count();
  }

  @Test
  void theItAdministratorHasNoDoorToTasksAndTheKeyWorkerAnEmptyList() {
    for (String page : List.of("/tasks", "/tasks/card", "/tasks?whose=all&show=open")) {
      assertNotEquals(200, itAdministrator.get(page).status(), page);
      Visitor.Answer seen = keyWorker.get(page);
      assertEquals(200, seen.status(), page);
      assertEquals(
          List.of(),
          seen.page().select("a[href^=/tasks/]").eachAttr("href").stream()
              .filter(href -> !href.equals("/tasks/new"))
              .toList());
    }
  }

  @Test
  void nobodyElseComesAcrossAWord() {
    Map<String, List<String>> leaks = new TreeMap<>();
    for (Person stranger : strangers()) {
      comesAcross(stranger, false, leaks);
    }
    assertEquals(Map.of(), leaks, "seed " + SEED);
  }

  /** A relation opens what the table of the roles says of that role, and no more. */
  @Test
  void whoHasToDoWithTheFamilyComesAcrossWhatTheirRoleReads() {
    Map<String, List<String>> leaks = new TreeMap<>();
    Set<String> worker = comesAcross(crowd.of(Crowd.WORKER), true, leaks);
    Set<String> assistant = comesAcross(facilitator, true, leaks);
    assertEquals(Map.of(), leaks);
    assertTrue(worker.containsAll(List.of("Gdznovacek", "Kjtajemstvi", "Psobsahem")), "" + worker);
    assertTrue(assistant.containsAll(List.of("Gdznovacek", "Pkpodminka")), "" + assistant);
  }

  /** Whoever works beside the key worker reads what the child lets colleagues read. */
  @Test
  void whatAChildLetsNobodyReadIsReadByNobodyBeside() {
    String views = family.file() + "/views";
    assertEquals(List.of("Nvnikomu", "Prbojise", "Prchtelo"), fields.leading());
    assertTrue(SECRETS.in(director.get(views)).containsAll(List.of("Nvslovy", "Nvnikomu")));
    List<String> read = SECRETS.in(crowd.of(Crowd.WORKER).visitor().get(views));
    assertTrue(read.contains("Nvslovy"), read.toString());
    assertFalse(read.contains("Nvnikomu"), read.toString());
  }

  /**
   * @param leaks what they must not have come across, by where
   * @return every word that they came across
   */
  private Set<String> comesAcross(Person person, boolean near, Map<String, List<String>> leaks) {
    String on = person.visitor().get("/").location();
    assertTrue(person.role() == null || on == null || !on.matches("/(sign-in|lock).*"), on);
    Set<String> seen = new TreeSet<>();
    Secrets kept = kept(person, near);
    Map<String, Visitor.Answer> answers = new LinkedHashMap<>(walk(person));
    boolean always = List.of(KEY_WORKER, IT_ADMINISTRATOR).contains(person.name());
    (always ? secretPages : some(secretPages))
        .forEach(page -> answers.computeIfAbsent(page, unseen -> person.visitor().get(unseen)));
    for (String list : EXPORTS) {
      for (String format : FORMATS) {
        answers.computeIfAbsent(list + format, page -> person.visitor().get(page));
      }
    }
    answers.forEach(
        (page, answer) -> {
          seen.addAll(SECRETS.in(answer));
          note(leaks, person.name() + " " + page, kept.in(answer));
          if (answer.status() >= 500) {
            note(leaks, person.name() + " " + page, List.of("answered " + answer.status()));
          }
        });
    return seen;
  }

  /**
   * What is sent to a door of the family comes back without a word of it, as if it had been sent to
   * nobody, and changes nothing.
   */
  @Test
  void noFormOfTheFamilyIsAnsweredOtherwiseThanOneOfNobody() {
    assertTrue(actions.size() > MANY, actions.toString());
    Map<String, List<String>> leaks = new TreeMap<>();
    for (Person stranger : strangersAndWalled()) {
      Visitor visitor = stranger.visitor();
      for (String action : some(actions)) {
        String where = stranger.name() + " " + action;
        Visitor.Answer theirs = visitor.post(action, Map.of());
        note(leaks, where, kept(stranger, false).in(theirs));
        if (!mayWrite(stranger, action)) {
          note(leaks, where, out(stranger, theirs));
          difference(theirs, visitor.post(ofNobody(action), Map.of()))
              .ifPresent(fault -> note(leaks, where, List.of(fault)));
        }
      }
    }
    assertEquals(Map.of(), leaks, "seed " + SEED);
  }

  /** Nothing when whoever knocked was kept out. */
  private static List<String> out(Person person, Visitor.Answer answer) {
    List<Integer> kept = person.role() == null ? List.of(303, 401, 403) : List.of(403, 404);
    return kept.contains(answer.status()) ? List.of() : List.of("answered " + answer.status());
  }

  private static String ofNobody(String page) {
    return KEY.matcher(page).replaceAll(key -> UUID.randomUUID().toString());
  }

  /** All in the campaign, in every run as many as take no time. */
  private <T> List<T> some(Collection<T> all) {
    List<T> some = new ArrayList<>(all);
    if (!CAMPAIGN) {
      Collections.shuffle(some, chance);
    }
    return CAMPAIGN ? some : some.subList(0, Math.min(some.size(), PAGES));
  }

  private boolean mayWrite(Person person, String action) {
    String permission = doorOf("POST", action).map(Door::permission).orElse(null);
    return person.role() != null
        && !person.name().equals(Crowd.WALLED)
        && permission != null
        && roles.reach(permission, person.role()).equals("all");
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A word of the family finds exactly what a word of nobody finds. */
  @Test
  void aSearchForTheFamilyIsASearchForNobody() {
    Map<String, String> told = new TreeMap<>();
    for (Person stranger : strangersAndWalled()) {
      for (String word : SEARCHED) {
        String nobody = word.replaceAll("\\p{L}", "j");
        Visitor.Answer found = search(stranger.visitor(), word);
        Visitor.Answer nothing = search(stranger.visitor(), nobody);
        String theirs = withoutNumbers(found.body().replace(word, "#"));
        String none = withoutNumbers(nothing.body().replace(nobody, "#"));
        if (found.status() != nothing.status() || !theirs.equals(none)) {
          told.put(stranger.name() + " " + word, found.page().text());
        }
      }
    }
    assertEquals(Map.of(), told, "seed " + SEED);
  }

  @Test
  void nobodyElseFindsAnythingByAWord() {
    List<String> words = new ArrayList<>(SEARCHED);
    words.addAll(SECRETS.words());
    for (Person stranger : strangers()) {
      Map<String, List<String>> leaks = new TreeMap<>();
      for (String word : stranger.name().equals(KEY_WORKER) ? words : some(words)) {
        Visitor.Answer found = search(stranger.visitor(), word);
        String rest = found.body().replaceAll("(?i)" + Pattern.quote(word), "");
        note(leaks, word, SECRETS.in(rest));
        assertEquals(List.of(), hits(found), word);
      }
      assertEquals(Map.of(), leaks);
    }
  }

  private static void note(Map<String, List<String>> leaks, String where, List<String> words) {
    if (!words.isEmpty()) {
      leaks.put(where, words);
    }
  }

  /** No list is longer, no count higher, no page more than before the family was there. */
  @Test
  @Order(1)
  void whatTheySeeIsAsIfTheFamilyHadNeverCome() {
    for (Person stranger : strangers()) {
      Map<String, String> now = read(walk(stranger));
      Map<String, String> then = before.get(stranger);
      Map<String, String> changed = new TreeMap<>();
      Stream.concat(then.keySet().stream(), now.keySet().stream())
          .filter(page -> !reads(stranger, page) && !readByAll(permission(page)))
          .filter(page -> !Objects.equals(then.get(page), now.get(page)))
          .forEach(page -> changed.put(page, then.get(page) + "\nnow " + now.get(page)));
      assertEquals(Map.of(), changed, stranger.name());
    }
  }

  /**
   * What this person is shown since the family came. Nothing of it is written from then on, so one
   * walk serves those who look for words and those who compare; the campaign walks for each.
   */
  private Map<String, Visitor.Answer> walk(Person person) {
    return CAMPAIGN
        ? Walk.of(person.visitor())
        : walks.computeIfAbsent(person, one -> Walk.of(one.visitor()));
  }

  /** What is read on each page, without what differs from one visit to the next. */
  private static Map<String, String> read(Map<String, Visitor.Answer> answers) {
    Map<String, String> pages = new TreeMap<>();
    answers.forEach(
        (page, answer) ->
            pages.put(
                page,
                answer.status()
                    + " "
                    + (EXPORT.matcher(page).find() ? "" : withoutNumbers(answer.page().text()))));
    return pages;
  }

  /**
   * Without this, the searches of the others could find nothing because nothing is found at all.
   */
  @Test
  void theDirectorFindsTheFamilyByEachOfTheseWords() {
    for (String word : SEARCHED) {
      List<String> hits = hits(search(director, word));
      assertTrue(hits.stream().anyMatch(hit -> hit.startsWith("/people/")), word + ": " + hits);
      assertTrue(hits.contains(family.file()), word + ": " + hits);
    }
  }

  private static Visitor.Answer search(Visitor who, String words) {
    Visitor.Answer answer = who.post("/search", Map.of("text", List.of(words)));
    return answer.location() == null ? answer : who.get(answer.location());
  }

  /** Where the results of a search lead. */
  private static List<String> hits(Visitor.Answer answer) {
    return answer.page().select("#search-results a[href]").eachAttr("href");
  }

  /** Neither by what is said, nor by the status, nor by how much is said. */
  @Test
  void aFamilyThatIsWalledAndOneThatDoesNotExistLookTheSame() {
    List<String> keyed = secretPages.stream().filter(this::ofTheFamily).toList();
    assertTrue(keyed.size() > MANY, keyed.toString());
    Map<String, String> told = new TreeMap<>();
    for (Person stranger : strangersAndWalled()) {
      Visitor visitor = stranger.visitor();
      // Who is walled off reads of every other family, and so has most to compare with. Whoever
      // reads a record, and may not change it, knows that it is there.
      for (String page : stranger.name().equals(Crowd.WALLED) ? keyed : some(keyed)) {
        if (!reads(stranger, page) && !reads(stranger, EDIT.matcher(page).replaceFirst(""))) {
          toldApart(visitor, page)
              .ifPresent(fault -> told.put(stranger.name() + " " + page, fault));
        }
      }
      assertNotEquals(200, visitor.get(family.file()).status());
    }
    assertEquals(Map.of(), told, "seed " + SEED);
  }

  /** Asked twice: a message that comes in between stands in the head of the later page alone. */
  private static Optional<String> toldApart(Visitor visitor, String page) {
    Optional<String> first = difference(visitor.get(page), visitor.get(ofNobody(page)));
    return first.flatMap(fault -> difference(visitor.get(page), visitor.get(ofNobody(page))));
  }

  /** Whether the address has a key of the family or of what is kept of it. */
  private boolean ofTheFamily(String page) {
    return keys().stream().anyMatch(page::contains);
  }

  private Set<String> keys() {
    if (familyKeys.isEmpty()) {
      directorSees.entrySet().stream()
          .filter(seen -> OF_FAMILIES.matcher(seen.getKey()).find())
          .filter(seen -> !FAMILY.in(seen.getValue()).isEmpty())
          .map(Map.Entry::getKey)
          .flatMap(page -> KEY.matcher(page).results())
          .forEach(found -> familyKeys.add(found.group()));
    }
    return familyKeys;
  }

  private static Optional<String> difference(Visitor.Answer one, Visitor.Answer other) {
    if (one.status() != other.status()) {
      return Optional.of(one.status() + " and " + other.status());
    }
    int longer = Math.abs(one.content().length - other.content().length);
    if (longer > SAME_SIZE) {
      return Optional.of("by " + longer + " bytes longer or shorter");
    }
    return withoutNumbers(one.body()).equals(withoutNumbers(other.body()))
        ? Optional.empty()
        : Optional.of("other words: " + one.page().text());
  }

  /** Not even in an emergency is anybody told that there is a family behind their wall. */
  @Test
  void anEmergencyAtAWallIsAnsweredLikeOneOfNobody() {
    String form = "/emergency";
    Document page = helper.get(form).page();
    String reason =
        page.select("select[name=reason] option").eachAttr("value").stream()
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElseThrow();
    Map<String, String> nobody =
        Map.of(
            SecretFamily.NUMBER, "9009/2024", "Qwolejnik", "Jjjjjjjjj", "Zxkanarek", "Jjjjjjjjj");
    Map<String, String> byNumber = Map.of("number", SecretFamily.NUMBER);
    Map<String, String> byName =
        Map.of("given", "Qwolejnik", "family", "Zxkanarek", "born", "1980-05-05");
    for (Map<String, String> asked : List.of(byNumber, byName)) {
      Map<String, String> typed = new LinkedHashMap<>(asked);
      typed.put("reason", reason);
      typed.put("words", "Volá dítě a nikdo jiný tu dnes není.");
      Visitor.Answer theirs = helper.submit(page, form, typed);
      typed.replaceAll((field, value) -> nobody.getOrDefault(value, value));
      Visitor.Answer nothing = helper.submit(page, form, typed);
      assertEquals(422, theirs.status());
      assertEquals(nothing.status(), theirs.status());
      assertEquals(without(nobody, nothing), without(nobody, theirs));
    }
  }

  /** What is said, without what was typed. */
  private static String without(Map<String, String> typed, Visitor.Answer answer) {
    String body = answer.body();
    for (Map.Entry<String, String> one : typed.entrySet()) {
      body = body.replace(one.getKey(), "#").replace(one.getValue(), "#");
    }
    return withoutNumbers(body);
  }

  /** While it lasts they read of the family; before and afterwards not a word. */
  @Test
  @Order(Integer.MAX_VALUE - 2)
  void anEmergencyThatIsOverLeavesNoWord() {
    String form = "/emergency";
    Visitor opener = crowd.of(Crowd.EMERGENCY).visitor();
    crowd.opens(crowd.of(Crowd.EMERGENCY), SecretFamily.NUMBER);
    Set<String> read = new TreeSet<>();
    for (String page : secretPages) {
      read.addAll(SECRETS.in(opener.get(page)));
    }
    assertTrue(read.contains("Zxkanarek"), read.toString());
    List<String> leaders = new ArrayList<>(SecretStaff.OWN);
    leaders.addAll(SecretStaff.DECLARED);
    leaders.add("Rfnikomu");
    leaders.add("Kfdokladem");
    leaders.addAll(fields.leading());
    leaders.retainAll(read);
    assertEquals(List.of(), leaders, "what is of the leaders alone is not lent");
    String end =
        opener.get(form).page().select("form[action^=/emergency/]").eachAttr("action").get(0);
    People.expect(opener.post(end, Map.of()), 303);
    Map<String, List<String>> leaks = new TreeMap<>();
    Walk.of(opener).forEach((page, answer) -> note(leaks, page, SECRETS.in(answer)));
    for (String page : secretPages) {
      note(leaks, page, SECRETS.in(opener.get(page)));
    }
    note(leaks, "search", found(opener, FAMILY));
    assertEquals(Map.of(), leaks);
  }

  /** The remote control says no word to anybody of another role, either. */
  @Test
  void nobodyOfAnotherRoleIsToldOfTheFamilyByACommand() throws IOException {
    List<String> asked = List.of(Crowd.STREET, KEY_WORKER, IT_ADMINISTRATOR, Crowd.EMERGENCY);
    for (Person person : strangersAndWalled()) {
      if (!asked.contains(person.name())) {
        login(signInName(person));
        assertTellsNothing(person, "duties", "--as-of", DAY, "--json");
        assertTellsNothing(person, "audit", "export", Distribution.freshData("trail").toString());
        // Whoever may take over is told what stands in the register, which here is the family.
        Cli.Result trial = product.cli().run("import", register(), "--dry-run", "--json");
        assertFalse((trial.out() + trial.err()).contains("possible-duplicate"), person.name());
        if (!person.name().equals(Crowd.WALLED)) {
          assertRefused(trial);
        }
        product.cli().run("logout").expectOk();
      }
    }
  }

  private void assertTellsNothing(Person person, String... command) {
    Cli.Result result = product.cli().run(command);
    assertEquals(
        List.of(),
        kept(person, false).in(result.out() + result.err()),
        person.name() + " " + String.join(" ", command));
  }

  private static String signInName(Person person) {
    return People.signInName("Bc. Zkouška " + person.name(), person.role());
  }

  @Test
  void noCommandOfTheKeyFileNamesAnybody() throws IOException {
    product.cli().run("logout").expectOk();
    assertNothingIsSaid();
    assertEquals(1, run("duties", "--as-of", DAY, "--json").code());
    assertEquals(0, run("import", register(), "--dry-run").code());
    assertEquals(0, run("import", register(), "--dry-run", "--json").code());
  }

  /** Without this, the others could be told nothing because there is nothing to be told. */
  @Test
  void aDirectorWhoSignedInIsToldOfTheFamily() throws IOException {
    login(People.DIRECTOR);
    Cli.Result duties = product.cli().run("duties", "--as-of", DAY, "--json").expectOk();
    assertTrue(SECRETS.in(duties.out()).contains("Vzblizna"), duties.out());
    Cli.Result trial = product.cli().run("import", register(), "--dry-run", "--json").expectOk();
    assertTrue(trial.out().contains("possible-duplicate"), trial.out());
    assertTrue(SECRETS.in(trial.out()).contains("Zxkanarek"), trial.out());
    product.cli().run("logout").expectOk();
  }

  @Test
  void aKeyWorkerWhoSignedInIsToldNothingOfTheFamily() throws IOException {
    login(signInName(crowd.of(KEY_WORKER)));
    JsonArray duties =
        JsonParser.parseString(run("duties", "--as-of", DAY, "--json").expectOk().out())
            .getAsJsonArray();
    assertEquals(0, duties.size(), duties.toString());
    assertEquals("", run("duties", "--as-of", DAY).expectOk().out().strip());
    assertNoImport();
    assertNothingIsSaid();
    product.cli().run("logout").expectOk();
  }

  @Test
  void anItAdministratorWhoSignedInIsRefused() throws IOException {
    login(signInName(crowd.of(IT_ADMINISTRATOR)));
    for (String[] duties :
        List.of(
            new String[] {"duties", "--as-of", DAY},
            new String[] {"duties", "--as-of", DAY, "--json"})) {
      assertRefused(run(duties));
    }
    assertNoImport();
    assertNothingIsSaid();
    product.cli().run("logout").expectOk();
  }

  private void login(String name) {
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", name).expectOk();
  }

  /** To take a register over needs a permission of its own, also for a trial. */
  private void assertNoImport() throws IOException {
    assertRefused(run("import", register(), "--dry-run"));
    assertRefused(run("import", register(), "--dry-run", "--json"));
    assertRefused(run("import", register()));
  }

  private static void assertRefused(Cli.Result refused) {
    assertEquals(1, refused.code(), refused.out());
    assertEquals("", refused.out());
    assertEquals(1, refused.err().strip().lines().count(), refused.err());
  }

  /** What everybody may do who holds the key of the machine. */
  private void assertNothingIsSaid() {
    run("status").expectOk();
    run("status", "--json").expectOk();
    run("module", "list").expectOk();
    run("module", "list", "--json").expectOk();
    run("audit", "verify").expectOk();
    run("audit", "verify", "--json").expectOk();
    Cli.Result backup = run("backup", "--json").expectOk();
    String file = JsonParser.parseString(backup.out()).getAsJsonObject().get("file").getAsString();
    assertEquals(List.of(), SECRETS.in(Path.of(file)));
  }

  /** Runs a command in whose output no word of the family may be. */
  private Cli.Result run(String... command) {
    Cli.Result result = product.cli().run(command);
    assertEquals(List.of(), SECRETS.in(result.out() + result.err()), String.join(" ", command));
    return result;
  }

  private static String register() throws IOException {
    Path folder = Files.createDirectories(Distribution.freshData("register"));
    Path file = folder.resolve("register.csv");
    Files.writeString(file, SecretFamily.REGISTER, StandardCharsets.UTF_8);
    return file.toString();
  }

  @Test
  void noAddressHoldsAWord() {
    for (String page : secretPages) {
      assertEquals(List.of(), SECRETS.in(page));
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void noLogHoldsAWord() {
    assertEquals(List.of(), SECRETS.holders(product.data().resolve("run/log")));
    assertEquals(List.of(), SECRETS.in(product.data().resolve("derby.log")));
    assertEquals(List.of(), SECRETS.in(product.console()));
  }

  /** Names are looked for in the database, so they lie there openly; what was told is sealed. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whatWasToldLiesNowhereOpenly() {
    assertEquals(List.of(), SEALED.holders(product.data()));
    assertNotEquals(List.of(), SECRETS.holders(product.data()));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theLogIsClean() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  /**
   * Request numbers, form keys, the time of day and the room on the disk differ by themselves; how
   * many agreements the centre has in all is no secret among its staff.
   */
  private static String withoutNumbers(String body) {
    return body.replaceAll(
        "(?<=Platných dohod je"
            + " )\\d+|[0-9a-f]{8,}(-[0-9a-f]{4,})*|\\b\\d{1,2}:\\d{2}\\b|\\d[\\d\\h]*\\hMB",
        "#");
  }
}
