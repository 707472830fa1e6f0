package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.FileKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Title;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.house.application.ChoicesDesk;
import org.opora.registry.house.application.ChoicesDesk.Past;
import org.opora.registry.house.domain.ChoiceDeed;
import org.opora.registry.house.domain.ChoiceWords;
import org.opora.registry.house.web.ChoiceRoutes;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** The centre makes lists of choices its own, and records go on reading the same. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoicesTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private ChoicesDesk desk;
  private Doors doors;
  private Viewer director;
  private Viewer worker;
  private Viewer it;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    desk =
        new ChoicesDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.choices);
    doors = new Doors(register, new ChoiceRoutes(desk));
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    it = register.viewer("it-administrator");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private long version() {
    return desk.one(director, Topic.LIST).version();
  }

  private String added(String list, String cs, String pl, String en) {
    return desk.add(director, list, version(), new ChoiceWords(cs, pl, en), TODAY);
  }

  private List<String> offered(String list, LocalDate day) {
    return codes(register.choices.offered(list, day));
  }

  private static String field(Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  private static String key(Executable act) {
    return assertThrows(Refused.class, act).text().key();
  }

  private UUID contact(Viewer viewer, String... topics) {
    return rooms.contacts.record(viewer, entry(viewer, topics));
  }

  private static ContactDesk.Entry entry(Viewer viewer, String... topics) {
    return new ContactDesk.Entry(
        TODAY,
        null,
        Way.PHONE,
        Set.of(topics),
        Pressing.CALM,
        new ContactDesk.Said(null, null, "Ptá se.", "Poradili jsme.", null, null, null),
        TODAY,
        NextStep.NONE,
        null,
        viewer.staff(),
        null);
  }

  private List<String> read(UUID contact, Locale language) {
    return rooms.contacts.view(director, contact).line().topics().stream()
        .map(term -> term.words().in(language))
        .toList();
  }

  @Test
  void everyCentreBeginsWithTheSameListInTheSameOrder() {
    assertEquals(
        Topic.FIRST,
        offered(Topic.LIST, TODAY).stream().filter(code -> !code.startsWith("OWN")).toList());
    assertEquals(
        "School", register.choices.all(Topic.LIST).term(Topic.SCHOOL).words().in(Locale.ENGLISH));
  }

  @Test
  void anEntryOfTheCentreIsChosenCountedAndReadInEveryLanguage() {
    String code = added(Topic.LIST, "Dluhy na výživném", null, "Unpaid maintenance");
    UUID one = contact(worker, Topic.MONEY, code);
    contact(worker, code);
    contact(worker, Topic.SCHOOL);
    assertEquals(List.of("Money and debts", "Unpaid maintenance"), read(one, Locale.ENGLISH));
    assertEquals(
        "Dluhy na výživném",
        read(one, Locale.forLanguageTag("pl")).get(1),
        "a missing word is that of another language");
    assertEquals(2, desk.uses(director, Topic.LIST, code));
    assertThrows(NotAllowed.class, () -> desk.uses(worker, Topic.LIST, code));
    UUID other = contact(worker, Topic.MONEY);
    assertEquals(
        "topic", field(() -> rooms.contacts.amend(worker, other, 1, entry(worker, "CURLING"))));
  }

  @Test
  void whatIsRetiredStaysInRecordsAndIsOfferedNoMore() {
    String code = added(Topic.LIST, "Krizová pomoc", "Pomoc w kryzysie", "Crisis help");
    UUID before = contact(worker, code);
    assertEquals(
        "why", field(() -> desk.retire(director, Topic.LIST, version(), code, TOMORROW, " ")));
    assertEquals(
        "from",
        field(
            () -> desk.retire(director, Topic.LIST, version(), code, TODAY.minusDays(1), "Jinak")));
    desk.retire(director, Topic.LIST, version(), code, TOMORROW, "Jde jinam");
    assertTrue(offered(Topic.LIST, TODAY).contains(code), "until its last day");
    assertFalse(offered(Topic.LIST, TOMORROW).contains(code));
    Viewer later = IntakeRooms.on(worker, TOMORROW);
    assertEquals("topic", field(() -> contact(later, code)));
    assertEquals(List.of("Crisis help"), read(before, Locale.ENGLISH));
    var line = rooms.contacts.view(later, before).line();
    assertTrue(
        rooms.contacts.topics(later, line).stream().anyMatch(term -> term.code().equals(code)),
        "the form of a record that holds it offers it");
    assertFalse(
        rooms.contacts.topics(later, null).stream().anyMatch(term -> term.code().equals(code)));
    rooms.contacts.amend(later, before, 1, entry(later, code, Topic.SCHOOL));

    Viewer head = IntakeRooms.on(director, TOMORROW);
    desk.offer(head, Topic.LIST, version(), code, TOMORROW.plusDays(2), "Zase to děláme");
    assertFalse(offered(Topic.LIST, TOMORROW).contains(code));
    assertTrue(offered(Topic.LIST, TOMORROW.plusDays(2)).contains(code));
    List<Past> history =
        desk.one(director, Topic.LIST).history().stream()
            .filter(past -> past.words().en().equals("Crisis help"))
            .toList();
    assertEquals(
        List.of(ChoiceDeed.OFFERED, ChoiceDeed.RETIRED, ChoiceDeed.ADDED),
        history.stream().map(Past::deed).toList());
    assertEquals("Jde jinam", history.get(1).why());
    assertEquals(TODAY, history.get(1).state().until());
    assertNotNull(history.get(1).by());
  }

  @Test
  void whatIsStillOfferedIsNeverTakenAwayByOfferingItFurther() {
    String code = added(Topic.LIST, "Doučování", "Korepetycje", "Tutoring");
    LocalDate last = TODAY.plusDays(30);
    desk.retire(director, Topic.LIST, version(), code, last.plusDays(1), "Do konce roku");
    assertEquals(
        "refused.choice-gap",
        key(
            () ->
                desk.offer(
                    director, Topic.LIST, version(), code, last.plusDays(2), "Po přestávce")));
    desk.offer(director, Topic.LIST, version(), code, last.plusDays(1), "Jde to dál");
    assertTrue(offered(Topic.LIST, TODAY).contains(code), "as before");
    assertTrue(offered(Topic.LIST, last.plusDays(1)).contains(code), "and from then on");
  }

  @Test
  void aFullListTakesNothingBack() {
    ChoicesDesk tried = desk(tried("full", 1));
    String code = null;
    for (int i = 1; i < 40; i++) {
      code = tried.add(director, "full", version(), words("položka " + i), TODAY);
    }
    tried.retire(director, "full", version(), code, TODAY, "Nevedeme");
    String again = code;
    tried.add(director, "full", version(), words("čtyřicátá"), TODAY);
    assertEquals(
        "refused.choice-many",
        key(() -> tried.offer(director, "full", version(), again, TODAY, "Zase vedeme")));
    assertEquals(
        "refused.choice-many",
        key(() -> tried.add(director, "full", version(), words("další"), TODAY)));
  }

  @Test
  void entriesOfOnePlaceAndThoseOfALaterDayDoNotStandInTheWay() {
    String name = "moved";
    ChoicesDesk before = desk(tried(name, 2));
    String own = before.add(director, name, version(), words("vlastní"), TODAY);
    ChoiceBook book = tried(name, 3);
    ChoicesDesk now = desk(book);
    assertEquals(List.of("B1", "B2", "B3", own), codes(book.offered(name, TODAY)));
    now.move(director, name, version(), own, true);
    assertEquals(List.of("B1", "B2", own, "B3"), codes(book.offered(name, TODAY)));
    now.move(director, name, version(), "B1", false);
    now.move(director, name, version(), "B1", false);
    assertEquals(List.of("B2", own, "B1", "B3"), codes(book.offered(name, TODAY)));

    String later = now.add(director, name, version(), words("pozdější"), TOMORROW);
    String last = now.add(director, name, version(), words("poslední"), TODAY);
    now.move(director, name, version(), last, true);
    assertEquals(
        List.of("B2", own, "B1", last, "B3"),
        codes(book.offered(name, TODAY)),
        "past the one that is not offered yet");
    assertTrue(codes(book.offered(name, TOMORROW)).contains(later));
    assertEquals(
        4,
        now.one(director, name).history().stream()
            .filter(past -> past.deed() == ChoiceDeed.MOVED)
            .count());
  }

  private ChoicesDesk desk(ChoiceBook book) {
    return new ChoicesDesk(
        register.tx, register.access.access(), register.access.audit(), register.staff, book);
  }

  private ChoiceBook tried(String id, int entries) {
    return book(
        id,
        IntStream.rangeClosed(1, entries)
            .mapToObj(i -> Entry.of("B" + i, new Title("věc " + i, "rzecz " + i, "thing " + i)))
            .toList());
  }

  private ChoiceBook book(String id, List<Entry> entries) {
    ChoiceList list =
        ChoiceList.own(
            id, Refusals.text("choices.title"), Refusals.text("choices.lead"), entries, code -> 7);
    return new ChoiceBook(register.tx, texts()).with(() -> List.of(list));
  }

  private static ChoiceWords words(String cs) {
    return new ChoiceWords(cs, null, null);
  }

  @Test
  void anotherWordIsReadInOldRecordsToo() {
    UUID before = contact(worker, Topic.HOUSING);
    desk.reword(
        director,
        Topic.LIST,
        version(),
        Topic.HOUSING,
        new ChoiceWords("Bydlení a vystěhování", "Mieszkanie", "Housing"));
    assertEquals(List.of("Bydlení a vystěhování"), read(before, Locale.forLanguageTag("cs")));
    var entry = desk.entry(director, Topic.LIST, Topic.HOUSING);
    assertNull(entry.state().words().en(), "what it came with is no word of the centre");
    assertEquals("Housing", entry.words().en());
    desk.reword(director, Topic.LIST, version(), Topic.HOUSING, ChoiceWords.NONE);
    assertEquals(List.of("Housing"), read(before, Locale.ENGLISH), "as it came");
  }

  @Test
  void theOrderIsTheCentres() {
    int place = offered(Topic.LIST, TODAY).indexOf(Topic.PARENTING);
    desk.move(director, Topic.LIST, version(), Topic.PARENTING, true);
    assertEquals(place - 1, offered(Topic.LIST, TODAY).indexOf(Topic.PARENTING));
    desk.move(director, Topic.LIST, version(), Topic.PARENTING, false);
    assertEquals(place, offered(Topic.LIST, TODAY).indexOf(Topic.PARENTING));
    String first = offered(Topic.LIST, TODAY).get(0);
    desk.move(director, Topic.LIST, version(), first, true);
    assertEquals(first, offered(Topic.LIST, TODAY).get(0), "there is nothing above the first");
  }

  @Test
  void twoEntriesDoNotReadTheSameAndOneHasAWord() {
    added(Topic.LIST, "Soud", "Sąd", "Court");
    assertEquals("pl", field(() -> added(Topic.LIST, "Soudní věci", "sąd", null)));
    assertEquals("en", field(() -> added(Topic.LIST, "Školka", null, "SCHOOL")));
    assertEquals("cs", field(() -> added(Topic.LIST, null, " ", null)));
    assertEquals("cs", field(() -> added(Topic.LIST, "x".repeat(201), null, null)));
  }

  @Test
  void aChangeOfSomebodyElseIsNotWrittenOver() {
    long seen = version();
    added(Topic.LIST, "Sousedé", null, null);
    assertThrows(
        Stale.class,
        () -> desk.add(director, Topic.LIST, seen, new ChoiceWords("Jiné", null, null), TODAY));
  }

  @Test
  void whyAFileIsClosedIsAListOfTheCentre() {
    CaseFileId file =
        register.files.open(
            director, new NewFile(FileKind.FAMILY, null, "Číselníková", TODAY.minusDays(9)));
    String code = added(ClosingReason.LIST, "Odstěhovali se do ciziny", null, null);
    long open = register.files.cover(director, file).version();
    assertEquals("why", field(() -> register.files.close(director, file, open, TODAY, "CURLING")));
    register.files.close(director, file, open, TODAY, code);
    assertEquals(
        "Odstěhovali se do ciziny", register.files.cover(director, file).closedFor().words().cs());
    assertEquals(1, desk.uses(director, ClosingReason.LIST, code));
    desk.retire(director, ClosingReason.LIST, version(), code, TODAY, "Má být obecnější");
    assertEquals(
        "Odstěhovali se do ciziny", register.files.cover(director, file).closedFor().words().en());
  }

  @Test
  void thatAFileWasOpenedByMistakeIsSaidByTheProgramAlone() {
    assertEquals(
        "refused.choice-kept",
        key(
            () ->
                desk.retire(
                    director,
                    ClosingReason.LIST,
                    version(),
                    ClosingReason.MISTAKE,
                    TODAY,
                    "Neříkáme to")));
    CaseFileId file =
        register.files.open(
            director, new NewFile(FileKind.FAMILY, null, "Mnohaletá", TODAY.minusYears(5)));
    long open = register.files.cover(director, file).version();
    assertEquals(
        "refused.close-mistake",
        key(() -> register.files.close(director, file, open, TODAY, ClosingReason.MISTAKE)));
    String form = new Doors(register).open(director, "/files/" + file + "/close");
    assertTrue(form.contains("value=\"" + ClosingReason.OTHER + "\""), form);
    assertFalse(form.contains("value=\"" + ClosingReason.MISTAKE + "\""), form);
  }

  @Test
  void whatTheProgramCountsByStaysAsItIs() {
    assertNotNull(
        desk.all(director).stream()
            .filter(line -> line.list().id().equals("overrides"))
            .findFirst()
            .orElseThrow()
            .list()
            .fixed());
    assertEquals(
        "refused.choice-fixed", key(() -> added("overrides", "Nechtělo se nám", null, null)));
    assertEquals(
        "refused.choice-fixed",
        key(() -> desk.checkRetiring(director, "notes", "PHONE", TODAY, "x")));
    assertThrows(NotFound.class, () -> desk.one(director, "curling"));
    assertThrows(NotFound.class, () -> desk.entry(director, Topic.LIST, "CURLING"));
    assertThrows(
        NotAllowed.class,
        () -> desk.add(worker, Topic.LIST, version(), new ChoiceWords("x", null, null), TODAY));
    assertThrows(
        NotAllowed.class,
        () -> desk.retire(worker, Topic.LIST, version(), Topic.MONEY, TODAY, "x"));
    assertThrows(NotAllowed.class, () -> desk.all(it));
  }

  @Test
  void everyListSaysOfWhatItIs() {
    for (String language : List.of("cs", "pl", "en")) {
      List<String> titles =
          desk.all(director).stream()
              .map(line -> texts().text(Locale.forLanguageTag(language), line.list().title()))
              .toList();
      assertEquals(titles.size(), Set.copyOf(titles).size(), titles.toString());
      assertTrue(titles.stream().allMatch(title -> title.contains(" ")), titles.toString());
    }
  }

  @Test
  void whatABundleCountsByIsWordedAndAlwaysOffered() {
    ChoiceBook book =
        book(
            "tried",
            List.of(
                Entry.kept("COUNTED", Refusals.text("intake.topic.SCHOOL")),
                Entry.of("OTHER", new Title("jiné", "inne", "other"))));
    ChoicesDesk tried = desk(book);
    assertEquals(
        "refused.choice-kept",
        key(() -> tried.retire(director, "tried", version(), "COUNTED", TODAY, "Jinak")));
    tried.reword(director, "tried", version(), "COUNTED", new ChoiceWords("učení", null, null));
    assertEquals("učení", book.all("tried").term("COUNTED").words().cs());
    assertEquals(7, tried.uses(director, "tried", "OTHER"));
    tried.retire(director, "tried", version(), "OTHER", TODAY, "Jinak");
    assertEquals(List.of("COUNTED"), codes(book.offered("tried", TODAY)));
    assertEquals("other", book.all("tried").term("OTHER").words().en());
  }

  private static List<String> codes(List<Choices.Term> terms) {
    return terms.stream().map(Choices.Term::code).toList();
  }

  private static BundleTexts texts() {
    return new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
  }

  @Test
  void aListIsReadableWithoutTheBundleThatBringsIt() {
    String code = added(Topic.LIST, "Po bytě", null, null);
    ChoiceBook alone = new ChoiceBook(register.tx, texts());
    assertEquals("Po bytě", alone.all(Topic.LIST).term(code).words().cs());
    assertEquals("SCHOOL", alone.all(Topic.LIST).term("SCHOOL").words().cs());
  }

  @Test
  void thePagesShowTheListAndWhatARetirementMeans() {
    for (String language : List.of("cs", "pl", "en")) {
      Viewer reader = DirectoryDoorsTest.in(language, director);
      doors.open(reader, "/house/choices");
      doors.open(reader, "/house/choices/intake-topics");
      doors.open(reader, "/house/choices/languages");
      doors.open(reader, "/house/choices/intake-topics/new");
      doors.open(reader, "/house/choices/intake-topics/MONEY/edit");
      doors.open(reader, "/house/choices/intake-topics/MONEY/retire");
    }
    String plain = doors.open(worker, "/house/choices/intake-topics");
    assertFalse(plain.contains("/retire") || plain.contains("/new"), "nothing to change");
    String home = "/house/choices/intake-topics";
    String wrong = doors.refused(director, 422, home + "/new", "since", "", "cs", "Kroužky");
    assertTrue(wrong.contains("e-since") && wrong.contains("Kroužky"), wrong);
    assertEquals(
        home,
        doors.post(
            director,
            home + "/new",
            "version",
            "" + version(),
            "cs",
            "Kroužky <b>",
            "since",
            TODAY.toString()));
    String list = doors.open(director, home);
    assertTrue(list.contains("Kroužky &lt;b&gt;"), "what was typed is text");
    String code =
        register.choices.offered(Topic.LIST, TODAY).stream()
            .filter(term -> term.words().cs().startsWith("Kroužky"))
            .findFirst()
            .orElseThrow()
            .code();
    contact(worker, code);
    String preview =
        doors.refused(
            director,
            200,
            home + "/" + code + "/retire",
            "version",
            "" + version(),
            "from",
            TODAY.toString(),
            "why",
            "Nevedeme");
    assertTrue(preview.contains("name=\"confirmed\""), preview);
    assertTrue(preview.contains("name=\"draft-key\" value=\"choice-retire-"), preview);
    assertTrue(offered(Topic.LIST, TODAY).contains(code), "only shown");
    assertEquals(
        home,
        doors.post(
            director,
            home + "/" + code + "/retire",
            "version",
            "" + version(),
            "from",
            TODAY.toString(),
            "why",
            "Nevedeme",
            "confirmed",
            "yes"));
    assertFalse(offered(Topic.LIST, TODAY).contains(code));
    assertTrue(doors.open(director, home).contains(home + "/" + code + "/offer"));
    doors.open(director, home + "/" + code + "/offer");
    assertEquals(
        home,
        doors.post(
            director,
            home + "/" + code + "/offer",
            "version",
            "" + version(),
            "from",
            TODAY.toString(),
            "why",
            "Vedeme"));
    assertEquals(
        home,
        doors.post(director, home + "/" + code + "/move", "version", "" + version(), "way", "up"));
    assertTrue(
        doors
            .refused(director, 422, home + "/" + code + "/edit", "version", "1", "cs", "Kluby")
            .contains("Kluby"),
        "a stale form keeps what was typed");
  }
}
