package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.files.ReopeningReason;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.web.spi.Route;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.files.application.ArchiveDesk.Stay;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.web.ArchiveRoutes;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.grant.domain.Settlement;
import org.opora.registry.house.application.KeepingDesk;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.SealedWords;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.kin.application.Home;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.post.domain.LetterNumber;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.Asked;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** How long a closed file stays, and what becomes of one that is put away. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate CLOSED = LocalDate.of(2019, 6, 30);
  private static final String FAMILIES = "cz.families";

  @Parameter TestDatabase.Product product;
  private Register register;
  private ArchiveDesk desk;
  private SettingsBook settings;
  private KeepingDesk keeping;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    desk =
        desk(
            () ->
                Set.of(
                    new Confirmations.Figure(
                        "cz.keeping.families.years", LocalDate.of(2005, 1, 1))));
    settings = new SettingsBook(register.tx, register.access.audit(), register.staff);
    register.law.with(settings);
    keeping = new KeepingDesk(register.access.access(), settings, register.law, desk);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  private ArchiveDesk desk(Confirmations confirmations) {
    return new ArchiveDesk(
        register.tx,
        register.access.access(),
        register.access.audit(),
        register.access.aliases(),
        register.staff,
        confirmations,
        register.change,
        new FileStory(
            register.timeline,
            register.search,
            new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS)),
        register.law,
        register.house.keys());
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private CaseFileId file(String name, FileKind kind) {
    CaseFileId file =
        register.files.open(director, new NewFile(kind, null, name, LocalDate.of(2015, 3, 1)));
    register.files.assign(director, file, worker.staff(), null, LocalDate.of(2015, 3, 1));
    return file;
  }

  private PersonId child(CaseFileId file, LocalDate born) {
    PersonId child = register.person(director, "Ema", "Archivní", born);
    PlacementId stay =
        register.placements.place(director, file, child, LocalDate.of(2018, 4, 1), "1 P 1/2018");
    register.placements.end(director, stay, CLOSED);
    return child;
  }

  private CaseFileId closed(CaseFileId file) {
    register.files.close(director, file, version(file), CLOSED);
    return file;
  }

  private CaseFileId closed(String name) {
    return closed(file(name, FileKind.FOSTER_FAMILY));
  }

  private long version(CaseFileId file) {
    return register.files.cover(director, file).version();
  }

  private Stay stay(CaseFileId file) {
    return desk.stay(director, file).orElseThrow();
  }

  private boolean due(CaseFileId file, int year) {
    String after = null;
    do {
      var page = desk.due(director, year, after, 3);
      if (page.items().stream().anyMatch(line -> line.file().equals(file))) {
        return true;
      }
      after = page.next();
    } while (after != null);
    return false;
  }

  private static String key(Executable act) {
    return assertThrows(Refused.class, act).text().key();
  }

  @Test
  void closedInJuneItStaysFifteenWholeYearsAndMayGoInTheNext() {
    CaseFileId file = closed("Král");
    Stay stay = stay(file);
    assertEquals(LocalDate.of(2034, 12, 31), stay.through());
    assertEquals(2035, stay.disposal());
    assertEquals(FAMILIES, stay.code());
    assertEquals(15, stay.figures().get(0).value());
    assertEquals(
        Trust.CONFIRMED, stay.figures().get(0).mark().trust(), "somebody has confirmed it");
    assertEquals(Trust.UNVERIFIED, stay.figures().get(1).mark().trust());
    assertFalse(due(file, 2034));
    assertTrue(due(file, 2035));
    assertTrue(due(file, 2040), "what did not go is still there");
  }

  @Test
  void whoConfirmedAFigureStandsBesideItOnBothPages() {
    ArchiveDesk confirmed =
        desk(
            new Confirmations() {
              @Override
              public Set<Figure> confirmed() {
                return sayings().keySet();
              }

              @Override
              public Map<Figure, Said> sayings() {
                return Map.of(
                    new Figure("cz.keeping.families.years", LocalDate.of(2005, 1, 1)),
                    new Said("Mgr. Pečlivá", LocalDate.of(2026, 2, 3)));
              }
            });
    Doors doors = doors(confirmed);
    CaseFileId file = closed("Ověřená");
    for (String path : List.of("/files/" + file + "/archive", "/archive/due")) {
      String page = doors.open(director, path);
      assertTrue(page.contains("Mgr. Pečlivá"), page);
      assertTrue(page.contains("skartační plán střediska"), page);
    }
  }

  private Doors doors(ArchiveDesk shown) {
    CaseFrame frame =
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book);
    return new Doors(register, new ArchiveRoutes(frame, shown, new PageHouse(TODAY)));
  }

  @Test
  void aChildMakesItStayUntilTheyAreGrown() {
    CaseFileId file = file("Dětská", FileKind.FOSTER_FAMILY);
    child(file, LocalDate.of(2018, 3, 4));
    closed(file);
    assertEquals(LocalDate.of(2043, 3, 3), stay(file).through());
    assertEquals(2044, stay(file).disposal());
    assertFalse(due(file, 2043));
    assertTrue(due(file, 2044));
  }

  @Test
  void bornOnTheFirstOfJanuaryIsGrownBeforeTheYearBegins() {
    CaseFileId file = file("Novoroční", FileKind.FOSTER_FAMILY);
    child(file, LocalDate.of(2018, 1, 1));
    closed(file);
    assertEquals(LocalDate.of(2042, 12, 31), stay(file).through());
    assertFalse(due(file, 2042));
    assertTrue(due(file, 2043));
  }

  @Test
  void anotherEntryOfTheChildCounts() {
    CaseFileId file = file("Dvojitá", FileKind.FOSTER_FAMILY);
    PersonId child = child(file, LocalDate.of(2010, 5, 5));
    closed(file);
    assertTrue(due(file, 2036));
    PersonId other = register.person(director, "Ema", "Archivní", LocalDate.of(2015, 5, 5));
    register.tx.run(em -> register.access.aliases().join(other, child));
    assertEquals(LocalDate.of(2040, 5, 4), stay(file).through());
    assertFalse(due(file, 2036));
    assertTrue(due(file, 2041));
  }

  @Test
  void theListAndTheFileSayTheSameOfAChildWhoseEntryHasNoDay() {
    CaseFileId file = file("Spojená", FileKind.FOSTER_FAMILY);
    PersonId child = child(file, null);
    closed(file);
    PersonId other = register.person(director, "Ema", "Archivní", LocalDate.of(2015, 5, 5));
    register.tx.run(em -> register.access.aliases().join(child, other));
    assertEquals(2041, stay(file).disposal());
    assertFalse(due(file, 2040));
    assertTrue(due(file, 2041));
  }

  @Test
  void anErasedChildKeepsTheFileAsLong() {
    CaseFileId file = file("Vymazaná", FileKind.FOSTER_FAMILY);
    PersonId child = child(file, null);
    closed(file);
    PersonId other = register.person(director, "Ema", "Archivní", LocalDate.of(2018, 3, 4));
    register.tx.run(em -> register.access.aliases().join(child, other));
    assertEquals(2044, stay(file).disposal());
    register.own.erase(Set.of(child, other));
    assertFalse(stay(file).birthMissing());
    assertEquals(2044, stay(file).disposal(), "the year is enough");
    assertFalse(due(file, 2043));
    assertTrue(due(file, 2044));
  }

  @Test
  void whatStaysNeverMakesAPageLookAsIfNothingMightGo() {
    LocalDate early = CLOSED.minusYears(1);
    for (int i = 0; i < 3; i++) {
      CaseFileId stays = file("Zůstává", FileKind.FOSTER_FAMILY);
      PersonId child = register.person(director, "Eva", "Archivní", null);
      PlacementId stay =
          register.placements.place(director, stays, child, LocalDate.of(2018, 4, 1), "2 P 1/2018");
      register.placements.end(director, stay, early);
      register.files.close(director, stays, version(stays), early);
    }
    closed("Poslední");
    assertEquals(1, desk.due(director, 2060, null, 1).items().size());
  }

  @Test
  void withoutADayOfBirthNothingIsReckoned() {
    CaseFileId file = file("Neznámá", FileKind.FOSTER_FAMILY);
    child(file, null);
    closed(file);
    assertNull(stay(file).through());
    assertTrue(stay(file).birthMissing());
    assertFalse(due(file, 2100));
  }

  @Test
  void anOpenFileHasNoEnd() {
    CaseFileId file = file("Otevřená", FileKind.FAMILY);
    assertTrue(desk.stay(director, file).isEmpty());
    assertEquals(
        "refused.archive-open", key(() -> desk.archive(director, file, version(file), FAMILIES)));
  }

  @Test
  void whatIsPutAwayIsFoundInTheArchiveOnlyAndWithAReason() {
    CaseFileId file = closed("Odložená");
    String number = register.files.header(director, file).number();
    assertEquals(FileStatus.CLOSED, register.files.header(worker, file).status());
    assertThrows(NotAllowed.class, () -> desk.archive(worker, file, version(file), FAMILIES));
    assertThrows(Stale.class, () -> desk.archive(director, file, 99, FAMILIES));
    assertEquals(
        "refused.archive-class", key(() -> desk.archive(director, file, version(file), "x")));
    assertEquals(1, register.search.find(director, "Odložená", null, 10).items().size());

    desk.archive(director, file, version(file), "cz.others");
    assertEquals("cz.others", stay(file).code());
    assertEquals(FileStatus.ARCHIVED, register.files.header(director, file).status());
    assertEquals(List.of(), register.search.find(director, "Odložená", null, 10).items());
    for (FileStatus status : FileStatus.values()) {
      assertFalse(listed(director, status, file), status + " of everyday work");
    }
    assertFalse(listed(director, null, file));
    assertTrue(register.files.find(director, number).isEmpty());
    assertThrows(NotFound.class, () -> register.files.header(worker, file));
    Viewer reader = reader();
    assertThrows(NotFound.class, () -> register.files.header(reader, file));
    assertThrows(NotFound.class, () -> register.files.cover(reader, file));
    assertEquals(Map.of(), register.files.headers(reader, List.of(file)));
    assertTrue(desk.stay(reader, file).isEmpty());

    long before = searches();
    assertThrows(NotAllowed.class, () -> desk.find(worker, number, "Zvědavost"));
    Refused silent = assertThrows(Refused.class, () -> desk.find(director, number, " "));
    assertEquals("why", silent.field());
    assertEquals(1, desk.find(director, number, "Žádost soudu").lines().size());
    assertEquals(1, desk.find(director, "odlož", "Žádost soudu").lines().size());
    assertEquals(before + 2, searches(), "each is written down");
    register
        .house
        .walls()
        .raise(
            register.viewer("director"),
            director.staff(),
            Subject.of(file),
            Walls.Ground.CONFLICT_OF_INTEREST);
    assertEquals(
        List.of(), desk.find(director, number, "Žádost soudu").lines(), "not behind a wall");
    assertFalse(due(file, 2100));
  }

  @Test
  void aFileInWhichSomebodyHasSomethingToDoIsNotPutAway() {
    CaseFileId file = file("Nedodělaná", FileKind.FOSTER_FAMILY);
    PersonId child = child(file, LocalDate.of(2008, 4, 4));
    closed(file);
    UUID ofFile = task(About.file(file));
    UUID ofChild = task(About.person(child, null));
    byte[] sealed = {1};
    UUID letter = Ids.next();
    UUID loan = Ids.next();
    register.tx.run(
        em -> {
          Letter row =
              new Letter(
                  letter, Direction.INCOMING, new LetterNumber(1, TODAY.getYear()), worker.staff());
          row.passed(TODAY, Channel.POST, file);
          row.says(sealed, sealed, null);
          row.handTo(worker.staff(), TODAY.plusDays(3));
          em.persist(row);
          Inspection lent = new Inspection(loan, file, Deed.LENT, worker.staff());
          lent.says(TODAY, Asker.AUTHORITY, sealed, null, sealed, null);
          lent.supervisedBy(worker.staff(), TODAY.plusDays(3));
          em.persist(lent);
        });
    UUID incident = Ids.next();
    register.tx.run(
        em -> {
          Incident row = new Incident(incident, file, worker.staff(), worker.now());
          row.happened(Kind.INJURY, CLOSED, null);
          row.says(new SealedWords(sealed, sealed, null, null, null));
          em.persist(row);
        });

    assertEquals("refused.archive-letters", unfinished(file));
    register.tx.run(em -> em.find(Letter.class, letter).settle(TODAY, worker.staff(), null));
    assertEquals("refused.archive-loans", unfinished(file));
    register.tx.run(em -> em.find(Inspection.class, loan).returned(TODAY, worker.staff()));
    assertEquals("refused.archive-incidents", unfinished(file));
    register.tx.run(em -> em.find(Incident.class, incident).close(TODAY, worker.staff()));
    assertEquals("refused.archive-tasks", unfinished(file));
    Refused two =
        assertThrows(Refused.class, () -> desk.archive(director, file, version(file), FAMILIES));
    assertEquals(List.of(2L), two.text().arguments());
    finish(ofFile);
    assertEquals("refused.archive-tasks", unfinished(file), "the child is met nowhere else");
    finish(ofChild);
    desk.archive(director, file, version(file), FAMILIES);
    assertEquals(FileStatus.ARCHIVED, register.files.header(director, file).status());
  }

  private UUID task(About about) {
    UUID id = Ids.next();
    register.tx.run(
        em -> {
          Origin origin = new Origin(Refusals.BUNDLE, id, null);
          Task row = new Task(id, about, origin, worker.staff(), TODAY, worker.staff());
          row.says(new byte[] {1});
          row.dueBy(TODAY.plusDays(1));
          em.persist(row);
        });
    return id;
  }

  private void finish(UUID task) {
    register.tx.run(em -> em.find(Task.class, task).finish(worker.staff(), TODAY, null));
  }

  private String unfinished(CaseFileId file) {
    return key(() -> desk.archive(director, file, version(file), FAMILIES));
  }

  @Test
  void whoIsStillMetInAnotherFamilyKeepsTheirTasksThere() {
    CaseFileId file = file("Dřívější", FileKind.FOSTER_FAMILY);
    PersonId child = child(file, LocalDate.of(2012, 4, 4));
    closed(file);
    CaseFileId next = file("Nynější", FileKind.FOSTER_FAMILY);
    register.placements.place(director, next, child, CLOSED.plusDays(1), "1 P 2/2019");
    task(About.person(child, null));
    desk.archive(director, file, version(file), FAMILIES);
    assertEquals(FileStatus.ARCHIVED, register.files.header(director, file).status());
  }

  @Test
  void anEndThatIsNotReportedIsSettledFirst() {
    CaseFileId file = file("Nevyúčtovaná", FileKind.FOSTER_FAMILY);
    closed(file);
    UUID agreement = Ids.next();
    LocalDate last = LocalDate.of(2019, 5, 31);
    register.tx.run(
        em -> {
          Agreement row =
              new Agreement(
                  agreement, file, CareKind.LONG_TERM, true, LocalDate.of(2015, 3, 1), "Město");
          row.lasts(last);
          em.persist(row);
          em.flush();
          Settlement half = new Settlement(Ids.next(), new AgreementId(agreement), last, file);
          half.says(null, 100L, last, director.staff());
          em.persist(half);
        });
    assertEquals("refused.archive-settlements", unfinished(file));
    register.tx.run(em -> em.find(Agreement.class, agreement).lasts(last.plusDays(9)));
    desk.archive(director, file, version(file), FAMILIES);
    assertEquals(
        FileStatus.ARCHIVED,
        register.files.header(director, file).status(),
        "an end that was taken back asks for nothing");
  }

  @Test
  void itIsTakenBackWithAReasonAndGoesOnAsBefore() {
    CaseFileId file = closed("Vrácená");
    desk.archive(director, file, version(file), FAMILIES);
    assertEquals(
        "refused.file-archived",
        key(
            () ->
                register.files.reopen(
                    director, file, version(file), TODAY, ReopeningReason.CAME_BACK)));
    assertEquals(
        "refused.file-archived", key(() -> desk.archive(director, file, version(file), FAMILIES)));
    assertEquals(
        "why",
        assertThrows(Refused.class, () -> desk.bringBack(director, file, version(file), null))
            .field());
    desk.bringBack(director, file, version(file), "Bývalý klient se ptá na dětství");
    assertEquals(FileStatus.CLOSED, register.files.header(worker, file).status());
    assertEquals(1, register.search.find(worker, "Vrácená", null, 10).items().size());
    assertEquals("Bývalý klient se ptá na dětství", stay(file).past().get(0).why());
    assertEquals("refused.archive-not", key(() -> desk.bringBack(director, file, 1, "Znovu")));
    register.files.reopen(director, file, version(file), TODAY, ReopeningReason.CAME_BACK);
    assertTrue(desk.stay(director, file).isEmpty());
  }

  @Test
  void thePagesSayHowLongAndWhatWillHappen() {
    Doors doors = doors();
    CaseFileId file = closed("Stránková");
    CaseFileId unknown = file("Bezdatová", FileKind.FOSTER_FAMILY);
    child(unknown, null);
    closed(unknown);
    String path = "/files/" + file + "/archive";
    for (String language : List.of("cs", "pl", "en")) {
      Viewer reader = DirectoryDoorsTest.in(language, director);
      doors.open(reader, path);
      doors.open(reader, "/files/" + unknown + "/archive");
      doors.open(reader, "/files/" + file);
      doors.open(reader, "/archive");
      String list = dueList(doors, later(reader, 2050), "2050");
      assertTrue(list.contains("/files/" + file + "/archive"), list);
      assertFalse(list.contains("/files/" + unknown + "/archive"), list);
      String bound = dueList(doors, reader, "2200");
      assertFalse(bound.contains("/files/" + file + "/archive"), "not years ahead");
      assertTrue(bound.contains("value=\"2027\""), bound);
      doors.open(reader, "/archive/due");
    }
    assertTrue(doors.open(director, path).contains("31. 12. 2034"));
    assertFalse(doors.open(worker, path).contains("<form class=\"form\""), "only to read");
    assertTrue(
        doors.refused(director, 422, path, "version", "" + version(file)).contains("e-class"));
    assertEquals(
        path, doors.post(director, path, "version", "" + version(file), "class", FAMILIES));
    assertTrue(doors.open(director, path).contains(path + "/back"));
    String number = register.files.header(director, file).number();
    String away = dueList(doors, later(director, 2050), "2050");
    assertTrue(away.contains(number), away);
    assertFalse(away.contains("/files/" + file) || away.contains("Stránková"), away);
    assertTrue(doors.refused(director, 422, "/archive", "words", "Stránk").contains("e-why"));
    assertTrue(
        doors
            .refused(director, 200, "/archive", "words", "Stránk", "why", "Soud")
            .contains("/files/" + file));
    assertTrue(
        doors
            .refused(director, 422, path + "/back", "version", "" + version(file))
            .contains("e-why"));
    assertEquals(
        "/files/" + file,
        doors.post(director, path + "/back", "version", "" + version(file), "why", "Soud"));
  }

  private static String dueList(Doors doors, Viewer viewer, String year) {
    Asked asked = doors.knock(viewer, "/archive/due", Map.of()).asking("year", year);
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }

  /** The same person when that year begins. */
  private static Viewer later(Viewer viewer, int year) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        viewer.locale(),
        viewer.zone(),
        Clock.fixed(
            LocalDate.of(year, 1, 2).atTime(10, 0).toInstant(ZoneOffset.UTC), viewer.zone()),
        viewer.requestId());
  }

  @Test
  void thePageOfAPersonDoesNotNameAnArchivedFile() {
    CaseFileId file = file("Nejmenovaná", FileKind.FOSTER_FAMILY);
    PersonId carer = register.person(director, "Olga", "Nejmenovaná", LocalDate.of(1970, 2, 2));
    register.files.addCarer(director, file, carer, LocalDate.of(2015, 3, 1));
    PersonId child = child(file, LocalDate.of(2008, 8, 8));
    closed(file);
    String number = register.files.header(director, file).number();
    assertEquals(1, register.people.view(director, child).files().size());
    assertEquals(1, register.pictures.staysOfChild(director, child).rows().size());
    assertEquals(number, hit(carer), "nobody has ended the part of the carer");
    desk.archive(director, file, version(file), FAMILIES);
    assertEquals(List.of(), register.people.view(director, child).files());
    assertEquals(List.of(), register.people.view(director, carer).files());
    assertEquals(List.of(), register.pictures.staysOfChild(director, child).rows());
    assertNull(hit(carer));
    desk.bringBack(director, file, version(file), "Dotaz soudu");
    assertEquals(1, register.people.view(director, child).files().size());
  }

  @Test
  void theHouseholdsAndRelativesOfAPersonDoNotNameAnArchivedFile() {
    CaseFileId file = file("Domácí", FileKind.FOSTER_FAMILY);
    PersonId carer = register.person(director, "Hana", "Domácí", LocalDate.of(1970, 2, 2));
    register.files.addCarer(director, file, carer, LocalDate.of(2015, 3, 1));
    PersonId child = child(file, LocalDate.of(2008, 8, 8));
    register.households.found(director, child, "U Domácích", file, new Days(null, null), List.of());
    closed(file);
    String number = register.files.header(director, file).number();
    assertEquals(2, named(child, number), "as a family, and of the household written down in it");
    assertEquals(1, named(carer, number));
    assertEquals(1, register.kin.of(director, child).size());
    desk.archive(director, file, version(file), FAMILIES);
    assertEquals(0, named(child, number));
    assertEquals(0, named(carer, number));
    assertEquals(
        List.of("U Domácích"),
        register.households.of(director, child).stream().map(Home::name).toList(),
        "what was written down is not lost");
    assertEquals(List.of(), register.kin.of(director, child));
    desk.bringBack(director, file, version(file), "Dotaz soudu");
    assertEquals(2, named(child, number));
  }

  private long named(PersonId person, String number) {
    return register.households.of(director, person).stream()
        .filter(home -> number.equals(home.fileNumber()))
        .count();
  }

  @Test
  void thePlanOfTheCentreKeepsLongerAndNeverShorterThanTheLaw() {
    CaseFileId early = file("Předplánová", FileKind.FOSTER_FAMILY);
    LocalDate planned = LocalDate.of(2020, 3, 1);
    register.files.close(director, early, version(early), planned.minusDays(1));
    CaseFileId late = file("Plánová", FileKind.FOSTER_FAMILY);
    register.files.close(director, late, version(late), planned.plusMonths(1));
    assertEquals(2036, stay(late).disposal());
    assertNull(stay(late).longer());

    Refused least =
        assertThrows(Refused.class, () -> keeping.preview(director, FAMILIES, 14, planned));
    assertEquals("years", least.field());
    assertEquals("keeping.refused.least", least.text().key());
    assertEquals(
        "keeping.refused.no-law",
        key(() -> keeping.preview(director, FAMILIES, 20, LocalDate.of(2004, 1, 1))));
    assertThrows(NotAllowed.class, () -> keeping.preview(worker, FAMILIES, 20, planned));
    assertThrows(NotFound.class, () -> keeping.one(director, "xx.none"));
    ArchiveDesk.Moves moves = keeping.preview(director, FAMILIES, 20, planned).orElseThrow();
    assertTrue(
        moves.first().stream()
            .anyMatch(
                one -> one.file().equals(late) && one.before() == 2036 && one.after() == 2041));
    assertTrue(moves.first().stream().noneMatch(one -> one.file().equals(early)));
    assertEquals(2036, stay(late).disposal(), "a preview changes nothing");

    long version = keeping.one(director, FAMILIES).version();
    keeping.choose(director, FAMILIES, version, 20, planned, "Skartační plán 2019");
    assertThrows(
        Stale.class, () -> keeping.choose(director, FAMILIES, version, 30, planned, "Pozdě"));
    assertEquals(2041, stay(late).disposal());
    assertEquals(20, stay(late).longer());
    assertEquals(2036, stay(early).disposal(), "what ran already is not moved");
    assertFalse(due(late, 2040));
    assertTrue(due(late, 2041));
    assertFalse(due(early, 2035));
    assertTrue(due(early, 2036));
    assertEquals(20, keeping.one(director, FAMILIES).years());
    assertEquals("Skartační plán 2019", keeping.one(director, FAMILIES).history().get(0).why());
    assertEquals(15, keeping.one(director, "cz.others").years(), "of one class alone");
    assertEquals(
        "refused.settings-same", key(() -> keeping.preview(director, FAMILIES, 20, planned)));

    assertEquals(
        "keeping.refused.shorter", key(() -> keeping.preview(director, FAMILIES, 15, planned)));
    assertEquals(
        "keeping.refused.shorter",
        key(() -> keeping.preview(director, FAMILIES, 15, TODAY)),
        "files have been closed this morning");
    LocalDate later = TODAY.plusDays(1);
    keeping.choose(
        director, FAMILIES, keeping.one(director, FAMILIES).version(), 15, later, "Nový plán");
    assertEquals(2041, stay(late).disposal(), "a time that runs is not made shorter");
    assertTrue(doors().open(director, "/archive/due").contains("Podle plánu střediska"));
    assertTrue(
        doors().open(director, "/files/" + late + "/archive").contains("Podle plánu střediska"));
  }

  private String hit(PersonId person) {
    return register.people.search(director, "Nejmenovaná", null, 10).items().stream()
        .filter(one -> one.id().equals(person))
        .findFirst()
        .orElseThrow()
        .fileNumber();
  }

  @Test
  void theSearchSaysWhenMoreFitThanItShows() {
    assertEquals("refused.archive-words", key(() -> desk.find(director, "-", "Dotaz")));
    for (int i = 0; i < 51; i++) {
      away("Mnohá " + i);
    }
    ArchiveDesk.Found many = desk.find(director, "mnohá", "Dotaz");
    assertEquals(50, many.lines().size());
    assertTrue(many.more());
    assertFalse(desk.find(director, "mnohá 7", "Dotaz").more());
    Doors doors = doors();
    assertTrue(
        doors
            .refused(director, 200, "/archive", "words", "mnohá", "why", "Soud")
            .contains("Vyhovují i další spisy"));
  }

  private void away(String name) {
    CaseFileId file = file(name, FileKind.FAMILY);
    register.tx.run(
        em -> {
          CaseFile row = em.find(CaseFile.class, file.value());
          row.close(LocalDate.of(2049, 1, 1), null);
          row.archive(TODAY);
        });
  }

  private Doors doors() {
    return doors(desk);
  }

  @Test
  void whyItWasTakenBackIsNamedForTheExtract() {
    CaseFileId file = file("Vypsaná", FileKind.FOSTER_FAMILY);
    PersonId child = child(file, LocalDate.of(2008, 9, 9));
    closed(file);
    desk.archive(director, file, version(file), FAMILIES);
    assertEquals(List.of(), named(child), "nobody has said anything yet");
    desk.bringBack(director, file, version(file), "Ema hledá bratra");
    assertEquals(List.of("/files/" + file + "/archive"), named(child));
  }

  private List<String> named(PersonId person) {
    return register.own.review(Set.of(person)).stream()
        .filter(one -> one.label().key().equals("field.words.ARCHIVE"))
        .map(one -> one.href())
        .toList();
  }

  private boolean listed(Viewer viewer, FileStatus status, CaseFileId file) {
    return register.files.list(viewer, status, null, 100).items().stream()
        .anyMatch(header -> header.id().equals(file));
  }

  /** Somebody who may read every file and does not lead the archive. */
  private Viewer reader() {
    return new Viewer(
        register.viewer("key-worker").staff(),
        "Čtenářka",
        Map.of(CaseFiles.READ, Reach.ALL),
        Locale.forLanguageTag("cs"),
        director.zone(),
        Clock.fixed(TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC), director.zone()),
        "reader");
  }

  private long searches() {
    return register.tx.read(
        em ->
            em.createQuery("SELECT COUNT(s.id) FROM ArchiveSearch s WHERE s.found = 1", Long.class)
                .getSingleResult());
  }
}
