package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.evidence.About;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.FileKind;
import org.opora.api.files.PartRole;
import org.opora.api.house.spi.Setting;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.module.Modules;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.KeptLines;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrialDesk;
import org.opora.duties.application.TrustMarks;
import org.opora.duties.web.DutiesRoutes;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.staff.application.CoverReader;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** What a centre promises by a module, over a real register: whom it is owed to and who sees it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisedDutiesTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate OPENED = LocalDate.of(2026, 1, 10);
  private static final String WORDS = "org.opora.duties";
  private static final String HELD = "contact.held";
  private static final String WRITTEN = "contact.written";
  private static final String RULE = "contacts.report";
  private static final int USUAL = 5;
  private static final Setting DAYS =
      new Setting(
          "contacts.report-days",
          null,
          Text.of(WORDS, "duty.reports"),
          Text.of(WORDS, "rules.intro"),
          Text.of(WORDS, "duty.days"),
          USUAL,
          1,
          30);

  @Parameter TestDatabase.Product product;
  private Register register;
  private SettingsDesk settings;
  private CzechDuties duties;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    director = new Office(register, new DutiesModule()).director();
    worker = register.viewer("key-worker", new DutiesModule());
    settings = new SettingsDesk(register.access.access(), register.care.settings);
    duties =
        new CzechDuties(
            register.access,
            register.facts,
            register.evidence,
            register.care.settings,
            Set.of(HELD, WRITTEN),
            new RuleBook(List.of(new CzechLaw()), settings, List.of(new Contacts())),
            new OneGone());
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private record Child(CaseFileId file, PersonId person) {}

  /** A family without an agreement, led by the worker. */
  private Child family(String name) {
    CaseFileId file =
        register.files.open(director, new NewFile(FileKind.FAMILY, null, name, OPENED));
    register.files.assign(director, file, worker.staff(), null, OPENED);
    PersonId mother = register.person(director, "Iva", name, LocalDate.of(1991, 1, 1));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    PersonId child = register.person(director, "Ota", name, LocalDate.of(2019, 1, 1));
    register.placements.place(director, file, child, OPENED, null);
    return new Child(file, child);
  }

  private void proves(String kind, Child child, LocalDate on, String ref) {
    UUID record = Ids.next();
    register.tx.run(
        em ->
            register.evidence.record(
                "paper",
                record,
                List.of(
                    NewFact.of(kind, About.person(child.file(), child.person()), on).tiedTo(ref))));
  }

  private List<Line> lines(Viewer viewer, CaseFileId file) {
    return of(duties.service.of(viewer, file, viewer.today()), file);
  }

  private static List<Line> of(List<Line> all, CaseFileId file) {
    return all.stream()
        .filter(line -> line.rule().equals(RULE) && file.equals(line.file()))
        .toList();
  }

  @Test
  void itIsOwedWhereThereIsNoAgreement() {
    Child child = family("Slíbená");
    assertEquals(List.of(), lines(worker, child.file()));
    proves(HELD, child, TODAY.minusDays(2), "a");
    Line line = lines(worker, child.file()).get(0);
    assertEquals(TODAY.plusDays(USUAL - 2L), line.due());
    assertEquals(child.person(), line.subject());
    assertEquals(SubjectKind.CHILD, line.subjectKind());
    assertEquals("Ota", line.name().given());
    assertEquals("Slíbená", line.familyName());
    assertEquals("contacts 1", line.ruleSet());
    assertEquals(1, line.evidence().size());
    assertEquals(
        List.of(line), of(duties.service.list(worker, TODAY), child.file()), "in the list, too");
    assertEquals(1, of(duties.service.list(director, TODAY), child.file()).size());
    proves(WRITTEN, child, TODAY, "a");
    assertEquals(List.of(), lines(worker, child.file()));
  }

  @Test
  void itIsOwedUnderAnAgreementAsWell() {
    Family family = register.family(director, worker, "Dohodnutá");
    Child child = new Child(family.file(), family.child());
    proves(HELD, child, TODAY, "a");
    assertEquals(1, lines(worker, child.file()).size());
  }

  @Test
  void whoMayNotSeeTheFileOrTheChildSeesNothingOfIt() {
    Child child = family("Zavřená");
    proves(HELD, child, TODAY, "a");
    Viewer stranger = register.viewer("key-worker", new DutiesModule());
    assertThrows(NotFound.class, () -> lines(stranger, child.file()));
    assertEquals(List.of(), of(duties.service.list(stranger, TODAY), child.file()));
    Viewer other = register.viewer("director", new DutiesModule());
    assertEquals(1, of(duties.service.list(other, TODAY), child.file()).size());
    register
        .access
        .walls()
        .raise(director, other.staff(), Subject.of(child.person()), Ground.CONFLICT_OF_INTEREST);
    assertEquals(List.of(), of(duties.service.list(other, TODAY), child.file()));
    Viewer third = register.viewer("director", new DutiesModule());
    register
        .access
        .walls()
        .raise(director, third.staff(), Subject.of(child.file()), Ground.CONFLICT_OF_INTEREST);
    assertEquals(List.of(), of(duties.service.list(third, TODAY), child.file()));
    Viewer nobody = register.viewer("key-worker");
    assertEquals(
        List.of(),
        register.facts.recorded(nobody, Duties.READ, TODAY, TODAY, List.of(HELD), null),
        "without the permission");
  }

  @Test
  void whatIsClosedForLongOrArchivedIsAskedNoMore() {
    Child child = family("Uzavřená");
    proves(HELD, child, TODAY, "a");
    long version = register.files.cover(director, child.file()).version();
    register.files.close(director, child.file(), version, TODAY, ClosingReason.CLIENT_ENDED);
    LocalDate last = TODAY.plusYears(2);
    assertEquals(1, of(duties.service.list(director, last), child.file()).size());
    assertEquals(List.of(), of(duties.service.list(director, last.plusDays(1)), child.file()));
    register.tx.run(
        em ->
            em.createQuery("UPDATE CaseFile f SET f.archivedOn = :day WHERE f.id = :file")
                .setParameter("day", TODAY.plusDays(7))
                .setParameter("file", child.file().value())
                .executeUpdate());
    assertEquals(1, of(duties.service.list(director, TODAY.plusDays(6)), child.file()).size());
    assertEquals(List.of(), of(duties.service.list(director, TODAY.plusDays(7)), child.file()));
  }

  @Test
  void everybodyIsToldOnceAndAlwaysInTheSameOrder() {
    Child child = family("Opakovaná");
    proves(HELD, child, TODAY.minusDays(3), "a");
    proves(HELD, child, TODAY.minusDays(1), "b");
    List<CareFacts.Recorded> found =
        register.facts.recorded(
            worker, Duties.READ, TODAY, TODAY, List.of(HELD, WRITTEN), List.of(child.file()));
    assertEquals(1, found.size());
    assertEquals(2, found.get(0).members().size());
    assertEquals(
        found,
        register.facts.recorded(
            worker, Duties.READ, TODAY, TODAY, List.of(HELD), List.of(child.file())));
    assertEquals(
        List.of(),
        register.facts.recorded(
            worker, Duties.READ, TODAY.minusDays(4), TODAY, List.of(HELD), List.of(child.file())),
        "nothing was there yet");
    assertEquals(
        List.of(), register.facts.recorded(worker, Duties.READ, TODAY, TODAY, List.of(), null));
  }

  @Test
  void whatTheCentreDecidesHoldsForWhatBeginsFromThatDay() throws Exception {
    Child child = family("Rozhodnutá");
    proves(HELD, child, TODAY.minusDays(1), "a");
    proves(HELD, child, TODAY, "b");
    KeptLines kept = duties.kept(register.house.database().changes());
    assertEquals(2, of(kept.list(director, TODAY), child.file()).size());
    assertEquals(new TreeMap<>(), settings.numbers(DAYS));
    settings.decide(
        director, settings.view(director, DAYS).version(), TODAY, "Zkouška.", Map.of(DAYS, 9));
    assertEquals(new TreeMap<>(Map.of(TODAY, 9)), settings.numbers(DAYS));
    List<LocalDate> dues = List.of(TODAY.plusDays(USUAL - 1L), TODAY.plusDays(9));
    assertEquals(dues, lines(worker, child.file()).stream().map(Line::due).toList());
    assertEquals(
        dues,
        of(kept.list(director, TODAY), child.file()).stream().map(Line::due).toList(),
        "what is kept follows");
    proves(WRITTEN, child, TODAY, "a");
    assertEquals(1, of(kept.list(director, TODAY), child.file()).size());
    Child later = family("Pozdější");
    proves(HELD, later, TODAY, "c");
    assertEquals(1, of(kept.list(director, TODAY), later.file()).size(), "a file that was not in");
    pages(child, lines(worker, child.file()).get(0));
  }

  /** List, line, tab and rules say whose rule it is, and what is not counted. */
  private void pages(Child child, Line line) throws Exception {
    String whose = "Pravidlo centra, ne zákona (modul Lhůty a nároky)";
    String gone = "Modul Papír tu od 1. 11. 2026 není.";
    for (String page :
        List.of(
            page("/duties", Asked.by(worker, "/duties")),
            page("/duties/files/{file}", Asked.by(worker, "/x").at("file", child.file())),
            page("/duties/rules", Asked.by(worker, "/x")))) {
      assertTrue(page.contains(whose), page);
      assertTrue(page.contains(gone), page);
    }
    String own =
        page(
            "/duties/files/{file}/{rule}/{subject}",
            Asked.by(worker, "/x")
                .at("file", child.file())
                .at("rule", line.rule())
                .at("subject", line.whom().key())
                .asking("ref", line.ref()));
    assertTrue(own.contains(whose), own);
    assertTrue(own.contains("contacts 1"), own);
    assertFalse(own.contains("??"), own);
  }

  private String page(String pattern, Asked asked) throws Exception {
    PageHouse pages = PageHouse.of(TODAY, "duties", DutiesModule.class, WORDS);
    TrustMarks marks = new TrustMarks(Set::of);
    Route route =
        new DutiesRoutes(
                duties.service,
                duties.kept(register.house.database().changes()),
                duties.book,
                marks,
                register.timeline,
                new CoverReader(register.tx, register.access.access(), register.staff),
                new TrialDesk(duties.service, duties.book, List.of()),
                duties.gone(),
                pages)
            .routes().stream()
                .filter(one -> one.pattern().equals(pattern))
                .findFirst()
                .orElseThrow();
    Reply.Page page = (Reply.Page) route.handler().handle(asked);
    return pages.page(page.template(), page.model(), worker);
  }

  /** A report within some days of the contact. */
  private record Contacts() implements DutyRules {
    @Override
    public String module() {
      return "contacts";
    }

    @Override
    public Text title() {
      return Text.of(WORDS, "module.title");
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<CentreRule> rules() {
      return List.of(
          new CentreDeadline(
              RULE,
              Text.of(WORDS, "duty.reports"),
              Set.of(SubjectKind.CHILD),
              HELD,
              WRITTEN,
              DAYS,
              CentreDeadline.Unit.DAYS,
              new CentreDeadline.Reasons(
                  WORDS, "rules.title", "rules.title", "rules.title", "rules.title")));
    }
  }

  /** The module that wrote the evidence is not here. */
  private record OneGone() implements Modules {
    @Override
    public List<Info> all() {
      return List.of(
          new Info(
              "paper",
              new Title("Papír", "Papier", "Paper"),
              "1",
              null,
              State.REMOVED,
              null,
              Instant.parse("2026-11-01T09:00:00Z")));
    }

    @Override
    public Optional<Info> find(String id) {
      return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }
  }
}
