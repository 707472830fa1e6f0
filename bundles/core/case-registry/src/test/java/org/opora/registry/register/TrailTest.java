package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.access.AccessModule;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.SealedTrail.End;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.trail.application.ExtractDesk;
import org.opora.registry.trail.application.ExtractLine;
import org.opora.registry.trail.application.TrailDesk;
import org.opora.registry.trail.application.TrailLine;
import org.opora.registry.trail.application.TrailQuery;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** The trail as those read it who watch over it, and what a person is told who asks. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailTest {
  private static final String DOOR = "GET /files/{file}";

  @Parameter TestDatabase.Product product;
  private Register register;
  private BodiesDesk bodies;
  private TrailDesk desk;
  private ExtractDesk extracts;
  private Viewer director;
  private Viewer worker;
  private Family family;
  private Family others;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    bodies = new BodiesDesk(register.tx, register.access.access(), register.access.audit());
    desk = deskOver();
    extracts =
        new ExtractDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.reader(),
            register.access.aliases(),
            register.people,
            register.files,
            register.words());
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    register.staff.rename(director, worker.staff(), version(worker), "Bc. Petr Klíčový");
    family = register.family(director, worker, "Nováková");
    others = register.family(director, null, "Jiná");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private TrailDesk deskOver() {
    return new TrailDesk(
        register.tx,
        register.access.access(),
        register.access.audit(),
        register.access.reader(),
        register.access.export(),
        register.access.aliases(),
        register.staff,
        register.files,
        register.people,
        bodies,
        register.access.roles(),
        register.words());
  }

  private long version(Viewer viewer) {
    return register.staff.member(director, viewer.staff()).version();
  }

  @Test
  void itSaysWhoDidWhatToWhomInWords() {
    looked(worker, family.file(), family.carer(), family.child());
    TrailLine line = first(by(worker, Outcome.READ));
    assertEquals("Bc. Petr Klíčový", line.staff());
    assertEquals(DOOR, line.code());
    assertEquals("Spis: nahlédnutí", said(line.act()));
    assertEquals(TODAY, line.at().toLocalDate());
    assertEquals(10, line.at().getHour(), "in the zone of the centre");
    assertEquals(1, line.files().size());
    assertEquals(2, line.people().size());
    assertTrue(line.peopleNames().contains("Nováková"), line.peopleNames());
    assertEquals(0, line.more());
  }

  @Test
  void manyPeopleAreCounted() {
    Viewer list = register.viewer("key-worker");
    register
        .access
        .audit()
        .read(
            list,
            "GET /people",
            IntStream.range(0, 20)
                .mapToObj(
                    at ->
                        Subject.of(
                            register.person(director, "Jan", "Číslo" + (char) ('A' + at), null)))
                .toList());
    TrailLine line = first(by(list, null));
    assertEquals(3, line.people().size());
    assertEquals(17, line.more());
  }

  @Test
  void readingItIsInIt() {
    looked(worker, family.file(), family.carer());
    Viewer reader = register.viewer("director");
    desk.page(reader, by(worker, null), null, 10);
    TrailLine line = first(by(reader, null));
    assertEquals(AuditTrail.READ, line.code());
    assertEquals("Záznam o přístupech: čtení", said(line.act()));
    assertEquals("od: 2026-11-02; do: 2026-11-02; zaměstnanec: Bc. Petr Klíčový", detail(line));
    Viewer nothing = register.viewer("director");
    desk.page(nothing, TrailQuery.of(TODAY.minusYears(3), TODAY.minusYears(3)), null, 10);
    assertEquals(AuditTrail.READ, first(by(nothing, null)).code(), "also when nothing was there");
  }

  /** Codes and keys are for machines: people read words, and names they may see. */
  @Test
  void detailsAreWordsAndNames() {
    String staff = "staff=" + worker.staff();
    assertEquals(
        "zaměstnanec: Bc. Petr Klíčový; role: Vedoucí, Klíčový pracovník",
        wrote("access.roles-assigned", staff + ";roles=director+key-worker"));
    assertEquals(
        "role: Klíčový pracovník; oprávnění: Návštěvy: čtení; rozsah: Jen u svých; bez druhé osoby: ano",
        wrote(
            "access.permission-changed",
            "role=key-worker;permission=registry.visit.read;reach=OWN;alone=true"));
    assertEquals(
        "zaměstnanec: Bc. Petr Klíčový; důvod: zapečetěný spis; do: 2026-12-24",
        wrote("access.wall-until", staff + ";ground=SEAL;until=2026-12-24"));
    BodyId before = bodies.add(director, DirectoryTest.body(Bodies.Kind.COURT, "Starý soud", null));
    BodyId after = bodies.add(director, DirectoryTest.body(Bodies.Kind.COURT, "Nový soud", null));
    assertEquals(
        "instituce: Starý soud; nahrazuje ji: Nový soud",
        wrote("body.replaced", "body=" + before + ";by=" + after));
    assertEquals(
        "od koho: Bc. Petr Klíčový; komu: Bc. Petr Klíčový; předané úkoly: 2",
        wrote("task.handed-on", "from=" + worker.staff() + ";to=" + worker.staff() + ";tasks=2"));
    assertEquals(
        "předtím: Nový; nyní: Čeká na místo",
        wrote("inquiry.corrected", "inquiry=" + Ids.next() + ";from=NEW;to=WAITING"));
    assertEquals(
        "předané úkoly: 1",
        wrote("visit.moved", "visit=" + Ids.next() + ";to=" + Ids.next() + ";tasks=1"));
    assertEquals(
        "seznam; formát: CSV; počet řádků: 12",
        wrote("GET /people/export", "list=people;format=csv;rows=12"));
    assertEquals(
        "modul sample, verze 1.0.0; ze stránky", wrote("module.installed", "sample 1.0.0 page"));
    assertEquals("soubor a.backup", wrote("backup.made", "a.backup 00ff"));
    assertEquals("klíč č. 2", wrote("keys.renew", "2"));
    assertEquals("záložním kódem", wrote("access.second-factor-given", "recovery-code"));
    assertEquals(
        "role", wrote("access.role-made", "role=" + Ids.next()), "what kind of thing it was");
    assertNull(wrote("vendor.painted", "colour=blue"), "words of nobody");
    assertNull(wrote("task.done", "task=" + Ids.next()), "the act has said it");
  }

  private String wrote(String act, String detail) {
    register.access.audit().noted(director.staff(), act, detail);
    return detail(first(by(director, Outcome.NOTED)));
  }

  /** What a wall or a missing permission keeps away, has no name here, and no key. */
  @Test
  void detailsNameNothingThatMayNotBeSeen() {
    Viewer asking = register.viewer("director");
    TrailQuery query =
        new TrailQuery(TODAY, TODAY, null, null, null, family.file(), family.carer());
    desk.page(asking, query, null, 10);
    register.access.audit().denied(asking, "registry.read", List.of(), "wall");
    Viewer officer = register.house.viewer(StaffId.next(), Map.of(AuditTrail.READ, Reach.ALL));
    assertEquals(
        List.of("chybí vztah k rodině", "od: 2026-11-02; do: 2026-11-02; spis; osoba"),
        desk.page(officer, by(asking, null), null, 10).items().stream()
            .limit(2)
            .map(TrailTest::detail)
            .toList());
    List<TrailLine> seen = desk.page(director, by(asking, null), null, 10).items();
    assertEquals("přístup je uzavřený zdí", detail(seen.get(0)));
    assertEquals(
        "od: 2026-11-02; do: 2026-11-02; spis: "
            + number(family.file())
            + "; osoba: Marie Nováková",
        detail(seen.get(1)));
    assertTrue(seen.get(1).about().contains(Subject.of(family.carer())), "named is shown");
    assertTrue(seen.get(1).about().contains(Subject.of(family.file())), "named is shown");
  }

  @Test
  void oneFileOnePersonOneTopic() {
    looked(worker, family.file(), family.carer());
    looked(worker, others.file(), others.carer());
    TrailQuery file =
        new TrailQuery(TODAY, TODAY, worker.staff(), null, Outcome.READ, others.file(), null);
    assertTrue(
        desk.page(director, file, null, 50).items().stream()
            .allMatch(line -> line.files().get(0).id().equals(others.file())));
    TrailQuery person =
        new TrailQuery(TODAY, TODAY, worker.staff(), null, Outcome.READ, null, family.carer());
    assertFalse(desk.page(director, person, null, 50).items().isEmpty());
    TrailQuery topic = new TrailQuery(TODAY, TODAY, worker.staff(), "visit", null, null, null);
    assertEquals(List.of(), desk.page(director, topic, null, 50).items());
    register.access.audit().denied(worker, "registry.visit.read", List.of(), "no-relation");
    assertEquals(1, desk.page(director, topic, null, 50).items().size());
  }

  @Test
  void namesStandThereAsFarAsTheyMayBeSeenElsewhere() {
    looked(worker, family.file(), family.carer());
    Viewer officer = register.house.viewer(StaffId.next(), Map.of(AuditTrail.READ, Reach.ALL));
    TrailLine line = desk.page(officer, by(worker, Outcome.READ), null, 10).items().get(0);
    assertEquals(List.of(), line.files());
    assertEquals(Map.of(), line.people());
    assertEquals(2, line.more());
    TrailQuery person = new TrailQuery(TODAY, TODAY, null, null, null, null, family.carer());
    assertThrows(NotFound.class, () -> asked(officer, person));
  }

  private void asked(Viewer viewer, TrailQuery query) {
    try {
      desk.page(viewer, query, null, 10);
    } catch (NotAllowed alsoNothing) {
      throw new NotFound();
    }
  }

  @Test
  void aWallHidesTheFileHereToo() {
    Family hidden = register.family(director, null, "Skrytá");
    looked(worker, hidden.file(), hidden.carer());
    Viewer deputy = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, deputy.staff(), Subject.of(hidden.file()), Walls.Ground.SEAL);
    register
        .access
        .walls()
        .raise(director, deputy.staff(), Subject.of(hidden.carer()), Walls.Ground.SEAL);
    assertTrue(
        desk.page(deputy, by(worker, null), null, 100).items().stream()
            .noneMatch(
                line ->
                    line.fileNumbers().contains(number(hidden.file()))
                        || line.peopleNames().contains("Skrytá")));
    assertThrows(
        NotFound.class,
        () ->
            desk.page(
                deputy,
                new TrailQuery(TODAY, TODAY, null, null, null, hidden.file(), null),
                null,
                10));
    assertThrows(NotFound.class, () -> extract(deputy, hidden.carer()));
  }

  @Test
  void aFileAndAPersonThatAreNotThereAreAnsweredLikeThoseBehindAWall() {
    for (TrailQuery query :
        List.of(
            new TrailQuery(TODAY, TODAY, null, null, null, CaseFileId.next(), null),
            new TrailQuery(TODAY, TODAY, null, null, null, null, PersonId.next()))) {
      assertThrows(NotFound.class, () -> desk.rows(director, query, null, 10));
    }
  }

  @Test
  void whoeverMayNotReadItGetsNothing() {
    assertThrows(NotAllowed.class, () -> desk.page(worker, by(worker, null), null, 10));
    assertThrows(NotAllowed.class, () -> extract(worker, family.carer()));
    assertThrows(NotAllowed.class, () -> desk.ends(worker, 3));
    Viewer technician =
        register.house.viewer("it-administrator", new CaseRegistryModule(), new AccessModule());
    assertTrue(technician.may(TrailReader.TECHNICAL));
    assertFalse(technician.may(AuditTrail.READ));
    looked(worker, family.file(), family.carer());
    register.access.audit().noted(null, "backup.made", "opora.backup 00");
    List<TrailLine> seen = desk.page(technician, TrailQuery.of(TODAY, TODAY), null, 100).items();
    Set<String> codes = seen.stream().map(TrailLine::code).collect(Collectors.toSet());
    assertTrue(codes.contains("backup.made"), codes::toString);
    assertTrue(Set.of("backup.made", "module.installed").containsAll(codes), codes::toString);
    assertThrows(NotAllowed.class, () -> extract(technician, family.carer()));
  }

  @Test
  void aLongQuestionIsCutToDaysThatCanBeAnswered() {
    assertTrue(TrailDesk.fits(TODAY.minusDays(TrailDesk.LONGEST - 1L), TODAY));
    assertFalse(TrailDesk.fits(TODAY.minusDays(TrailDesk.LONGEST), TODAY));
  }

  @Test
  void theExtractTellsWhenWhatAndOnWhatGround() {
    PersonId child = family.child();
    looked(worker, family.file(), child);
    looked(register.viewer("director"), family.file(), child);
    register
        .access
        .audit()
        .denied(worker, "registry.legal.read", List.of(Subject.of(child)), "wall");
    List<ExtractLine> lines = extract(director, child).items();
    List<String> told =
        lines.stream()
            .limit(3)
            .map(line -> line.outcome() + " " + said(line.act()) + " / " + said(line.why()))
            .toList();
    assertEquals(
        List.of(
            "DENIED Zástupci a rozhodnutí soudu: čtení / žádný důvod; přístup byl odmítnut",
            "READ Spis: nahlédnutí / z pověření celé organizace, bez vztahu k rodině",
            "READ Spis: nahlédnutí / klíčový pracovník rodiny"),
        told);
    assertEquals(TODAY, lines.get(0).at().toLocalDate());
    String everything =
        lines.stream()
            .map(line -> said(line.act()) + said(line.why()) + line.at())
            .collect(Collectors.joining());
    for (String name : List.of("Klíčový", "Nováková", "Marie", "Testová")) {
      assertFalse(everything.contains(name), "nobody is named: " + name);
    }
  }

  /** The form asks from whom, and its row names both: the one who must not learn of it, too. */
  @Test
  void theExtractDoesNotTellThatSomebodyHides() {
    PersonId from = register.person(director, "Nesmí", "Vědět", LocalDate.of(1980, 1, 1));
    List<Subject> both = List.of(Subject.of(family.child()), Subject.of(from));
    register.access.audit().read(worker, "GET /people/{person}/secrecy/new", both);
    register.access.audit().denied(worker, "registry.whereabouts", both, "no-relation");
    assertEquals(
        List.of("Osoba: čtení", "Osoba: formulář"),
        extract(director, from).items().stream().limit(2).map(line -> said(line.act())).toList());
    assertEquals(
        "Pobyt utajených osob: čtení",
        said(first(by(worker, Outcome.DENIED)).act()),
        "those who watch over it read it");
  }

  @Test
  void theExtractIsOfOnePersonUnderEveryKey() {
    PersonId one = register.person(director, "Anna", "Dvojí", LocalDate.of(1990, 1, 1));
    PersonId two = register.person(director, "Anna", "Dvojí", LocalDate.of(1990, 1, 1));
    int before = extract(director, one).items().size();
    register.access.audit().read(worker, "GET /people/{person}", List.of(Subject.of(two)));
    register.house.transactions("access").run(em -> register.access.aliases().join(two, one));
    int entered = 2; // the other entry was written down, and looked at
    assertTrue(extract(director, one).items().size() >= before + entered);
    PersonId stranger = register.person(director, "Cizí", "Člověk", null);
    register.access.audit().read(worker, "GET /people/{person}", List.of(Subject.of(stranger)));
    assertTrue(
        extract(director, stranger).items().stream()
            .noneMatch(line -> said(line.act()).startsWith("Spis")),
        "nothing of other people");
  }

  @Test
  void ofAFileItTellsTheDaysOnWhichThePersonWasInIt() {
    PersonId late = register.person(director, "Pozdní", "Pečující", LocalDate.of(1985, 1, 1));
    register.access.audit().read(worker, DOOR, List.of(Subject.of(family.file())));
    register.house.clock().set(TODAY.plusDays(1));
    try {
      register.files.addCarer(director, family.file(), late, TODAY.plusDays(1));
    } finally {
      register.house.clock().set(TODAY);
    }
    assertTrue(
        extract(director, late).items().stream()
            .noneMatch(line -> said(line.act()).equals("Spis: nahlédnutí")),
        "the day before the person came");
    assertTrue(
        extract(director, family.carer()).items().stream()
            .anyMatch(line -> said(line.act()).equals("Spis: nahlédnutí")));
  }

  @Test
  void theExtractIsInTheTrail() {
    extract(director, others.carer());
    TrailLine line = first(by(director, Outcome.READ));
    assertEquals("trail.extract", line.code());
    assertTrue(line.peopleNames().contains("Jiná"), line.peopleNames());
    List<ExtractLine> again = extract(director, others.carer()).items();
    assertEquals("Záznam o přístupech: výpis pro osobu", said(again.get(0).act()));
  }

  @Test
  void theEndOfADayCanBePutIntoAFolder() {
    register.access.audit().verify();
    End today = desk.end(director, TODAY);
    AuditTrail.Verdict verdict = register.access.audit().verify();
    assertEquals(verdict.head().length(), today.seal().length());
    assertTrue(today.row() <= verdict.rows());
    assertThrows(NotFound.class, () -> desk.end(director, TODAY.minusDays(400)));
    assertNull(desk.ends(director, 1).now().day());
  }

  private Page<ExtractLine> extract(Viewer viewer, PersonId person) {
    return extracts.page(viewer, person, TODAY.minusDays(1), TODAY, null, 500);
  }

  private void looked(Viewer viewer, CaseFileId file, PersonId... people) {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(Subject.of(file));
    for (PersonId person : people) {
      subjects.add(Subject.of(person));
    }
    register.access.audit().read(viewer, DOOR, subjects);
  }

  private TrailLine first(TrailQuery query) {
    return desk.rows(director, query, null, 10).items().get(0);
  }

  private static TrailQuery by(Viewer viewer, Outcome outcome) {
    return new TrailQuery(TODAY, TODAY, viewer.staff(), null, outcome, null, null);
  }

  private String number(CaseFileId file) {
    return register.files.header(director, file).number();
  }

  private static String detail(TrailLine line) {
    return line.detail() == null ? null : said(line.detail());
  }

  private static String said(Text text) {
    Locale czech = Locale.forLanguageTag("cs");
    BundleTexts texts =
        text.origin().equals(Refusals.TEXTS)
            ? new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS)
            : new BundleTexts(AccessModule.class, text.origin());
    return texts.text(
        czech,
        text.key(),
        text.arguments().stream()
            .map(one -> one instanceof Text inner ? said(inner) : one.toString())
            .toArray());
  }
}
