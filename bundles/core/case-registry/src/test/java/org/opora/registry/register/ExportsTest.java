package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonHit;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** A file holds what the list shows to the one who takes it, and nothing else. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTest {
  private static final int MANY = 115;

  @Parameter TestDatabase.Product product;
  private Register register;
  private Doors doors;
  private Viewer director;
  private Viewer worker;
  private Viewer it;
  private final List<Family> own = new ArrayList<>();
  private Family foreign;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    doors = new Doors(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    it = register.viewer("it-administrator");
    own.clear();
    for (int i = 0; i < 3; i++) {
      own.add(register.family(director, worker, "Vlastní" + i));
    }
    foreign = register.family(director, register.viewer("key-worker"), "=CIZÍ(1)");
    for (int i = 0; i < MANY; i++) {
      register.person(
          director,
          "Č" + i,
          i % 2 == 0 ? "Šťastný; \"Jan\"" : "Ďábel",
          LocalDate.of(1990, 1, 1 + i % 28));
    }
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void peopleAreThoseOfTheList() throws Exception {
    for (Viewer viewer : List.of(director, worker)) {
      List<PersonHit> list = list(viewer, "/people", "people", Map.of());
      Set<Subject> shown = new HashSet<>();
      List<List<String>> csv = csv(viewer, "/people/export", Map.of(), shown);
      List<Row> book = book(viewer, "/people/export", Map.of());
      assertEquals(list.size(), csv.size() - 1);
      assertEquals(list.size(), book.size() - 1);
      for (int i = 0; i < list.size(); i++) {
        PersonHit hit = list.get(i);
        List<String> row = csv.get(i + 1);
        assertEquals(harmless(hit.name().listed()), row.get(0));
        assertEquals(
            hit.birthDate().getDayOfMonth()
                + ". "
                + hit.birthDate().getMonthValue()
                + ". "
                + hit.birthDate().getYear(),
            row.get(1));
        assertEquals(hit.fileNumber() == null ? "" : hit.fileNumber(), row.get(2));
        Row line = book.get(i + 1);
        assertEquals(row.get(0), text(line, 0));
        assertEquals(CellType.NUMBER, line.getCell(1).getType());
        assertEquals(hit.birthDate(), line.getCell(1).asDate().toLocalDate());
      }
      assertEquals(
          list.stream().map(hit -> Subject.of(hit.id())).collect(Collectors.toSet()), shown);
    }
    assertTrue(list(director, "/people", "people", Map.of()).size() > 100, "more than a page");
    Set<PersonId> mine =
        own.stream()
            .flatMap(family -> Stream.of(family.carer(), family.child()))
            .collect(Collectors.toSet());
    assertEquals(
        mine.stream().map(Subject::of).collect(Collectors.toSet()),
        shown(worker, "/people/export"));
  }

  @Test
  void whatWasFoundIsTakenByWhoeverLookedForIt() throws Exception {
    String path = doors.post(director, "/search", "text", "dabel");
    List<PersonHit> found = list(director, path, "people", Map.of());
    assertEquals(57, found.size());
    assertEquals(
        found.stream().map(hit -> hit.name().listed()).toList(),
        csv(director, path + "/export", Map.of(), new HashSet<>()).stream()
            .skip(1)
            .map(row -> row.get(0))
            .toList());
    assertTrue(doors.open(director, path).contains(path + "/export?format=csv"));
    assertThrows(NotFound.class, () -> shown(worker, path + "/export"), "somebody else's words");
  }

  @Test
  void familiesAreThoseOfTheListAndOfItsFilter() throws Exception {
    for (Viewer viewer : List.of(director, worker)) {
      for (String status : List.of("OPEN", "CLOSED", "ALL", "nonsense")) {
        Map<String, String> query = Map.of("status", status);
        List<Object> list = list(viewer, "/files", "files", query);
        List<List<String>> csv = csv(viewer, "/files/export", query, new HashSet<>());
        assertEquals(list.size(), csv.size() - 1, status);
        assertEquals(
            register.files.list(viewer, null, null, 100).items().stream()
                .filter(file -> status.equals("ALL") || !status.equals("CLOSED"))
                .map(CaseFiles.Header::number)
                .toList(),
            csv.stream().skip(1).map(row -> row.get(1)).toList());
      }
    }
    List<String> first = csv(worker, "/files/export", Map.of(), new HashSet<>()).get(1);
    assertEquals(
        List.of("Vlastní0", "Ema", "Mgr. Jana Testová", "Vedený"),
        List.of(first.get(0), first.get(2), first.get(3), first.get(4)));
    assertEquals(
        own.stream().map(family -> Subject.of(family.file())).collect(Collectors.toSet()),
        shown(worker, "/files/export"));
    CaseFileId other = foreign.file();
    assertTrue(shown(director, "/files/export").contains(Subject.of(other)));
    assertTrue(
        csv(director, "/files/export", Map.of(), new HashSet<>()).toString().contains("'=CIZÍ(1)"));
  }

  @Test
  void aWallClosesTheFileToo() throws Exception {
    Viewer other = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, other.staff(), Subject.of(foreign.file()), Ground.CONFLICT_OF_INTEREST);
    assertFalse(shown(other, "/files/export").contains(Subject.of(foreign.file())));
    assertFalse(csv(other, "/files/export", Map.of(), new HashSet<>()).toString().contains("CIZÍ"));
  }

  @Test
  void whoSeesNoClientsTakesNone() throws Exception {
    for (String path : List.of("/people/export", "/files/export")) {
      Route route =
          doors.routes().stream()
              .filter(one -> one.pattern().equals(path))
              .findFirst()
              .orElseThrow();
      assertFalse(it.may(route.permission()), "the gate is closed");
      assertEquals(Set.of(), shown(it, path), "and behind it there is nothing");
      assertEquals(1, csv(it, path, Map.of(), new HashSet<>()).size(), "but the heading");
    }
  }

  @Test
  void everyExportHasTheDoorOfItsList() {
    List<Route> exports =
        doors.routes().stream().filter(route -> route.pattern().endsWith("/export")).toList();
    assertFalse(exports.isEmpty());
    for (Route export : exports) {
      Route list = page(export.pattern());
      assertEquals(list.permission(), export.permission());
      assertEquals(list.audit(), export.audit());
      assertEquals(Route.Method.GET, export.method());
    }
  }

  /** The page that shows the list: the one it is said under, or the nearest above it. */
  private Route page(String export) {
    String pattern = export.substring(0, export.lastIndexOf('/'));
    return doors.routes().stream()
        .filter(route -> route.method() == Route.Method.GET)
        .filter(route -> route.pattern().equals(pattern))
        .findFirst()
        .orElseGet(() -> page(pattern));
  }

  /** Whoever says so takes a list out of the house alone, however long it is. */
  @Test
  void onlyListsOfChoicesAndTablesOfFiguresNameNobody() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("../.."))) {
      assertEquals(
          Set.of("ChoicePages.java", "StatisticPages.java", "AnnualPages.java", "CountPages.java"),
          sources
              .filter(one -> one.toString().contains("/src/main/java/"))
              .filter(one -> one.toString().endsWith(".java"))
              .filter(ExportsTest::saysSo)
              .map(one -> one.getFileName().toString())
              .collect(Collectors.toSet()));
    }
  }

  private static boolean saysSo(Path source) {
    try {
      return Files.readString(source).contains(".namesNobody()");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void staffAreThoseOfTheListWithWhatTheListShows() throws Exception {
    List<List<String>> managed = csv(director, "/staff/export", Map.of(), new HashSet<>());
    assertEquals(9, managed.get(0).size());
    assertEquals(list(director, "/staff", "members").size(), managed.size() - 1);
    List<List<String>> plain = csv(worker, "/staff/export", Map.of(), new HashSet<>());
    assertEquals(
        3, plain.get(0).size(), "name, post and workplace are everybody's business, no more");
    assertEquals(managed.size(), plain.size());
  }

  @Test
  void headingsAreInEveryLanguage() throws Exception {
    for (String path : List.of("/people/export", "/files/export", "/staff/export")) {
      Set<String> said = new HashSet<>();
      for (String language : List.of("cs", "pl", "en")) {
        Viewer speaking = speaking(director, language);
        List<String> heading =
            parsed(
                    doors.take(
                        doors.knock(speaking, path, Map.of()).asking("format", "csv"),
                        new HashSet<>()),
                    language.equals("en") ? ',' : ';')
                .get(0);
        assertFalse(heading.toString().contains("??"), heading.toString());
        said.add(heading.toString());
      }
      assertEquals(3, said.size(), path);
    }
  }

  private static Viewer speaking(Viewer viewer, String language) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  private Set<Subject> shown(Viewer viewer, String path) throws IOException {
    Set<Subject> shown = new HashSet<>();
    csv(viewer, path, Map.of(), shown);
    return shown;
  }

  /** All pages of a list, as the page is given them. */
  @SuppressWarnings("unchecked")
  private <T> List<T> list(Viewer viewer, String path, String name, Map<String, String> query) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Asked knock = asked(viewer, path, query);
      if (after != null) {
        knock.asking("after", after);
      }
      Page<T> page = (Page<T>) ((Reply.Page) doors.ask(Route.Method.GET, knock)).model().get(name);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  private List<?> list(Viewer viewer, String path, String name) {
    Reply.Page page = (Reply.Page) doors.ask(Route.Method.GET, asked(viewer, path, Map.of()));
    return (List<?>) page.model().get(name);
  }

  private Asked asked(Viewer viewer, String path, Map<String, String> query) {
    Asked knock = doors.knock(viewer, path, Map.of());
    query.forEach(knock::asking);
    return knock;
  }

  private List<List<String>> csv(
      Viewer viewer, String path, Map<String, String> query, Set<Subject> shown)
      throws IOException {
    return parsed(doors.take(asked(viewer, path, query).asking("format", "csv"), shown), ';');
  }

  private static List<List<String>> parsed(byte[] file, char separator) throws IOException {
    String csv = new String(file, StandardCharsets.UTF_8);
    assertEquals('\uFEFF', csv.charAt(0));
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(csv.substring(1)),
            CSVFormat.EXCEL.builder().setDelimiter(separator).get())) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  private List<Row> book(Viewer viewer, String path, Map<String, String> query) throws IOException {
    byte[] file = doors.take(asked(viewer, path, query), new HashSet<>());
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return book.getFirstSheet().read();
    }
  }

  private static String text(Row row, int column) {
    return row.getOptionalCell(column).map(Cell::asString).orElse("");
  }

  private static String harmless(String name) {
    return name.startsWith("=") ? "'" + name : name;
  }
}
