package org.opora.duties.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Cover;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Reply;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.Centre;
import org.opora.duties.application.KeptLines;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrialDesk;
import org.opora.duties.application.TrustMarks;
import org.opora.testkit.Asked;
import org.opora.testkit.BundleTexts;

class DutiesRoutesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final StaffId OTHER = new StaffId(Centre.key("somebody else"));
  private final Centre centre = new Centre();
  private final Chronicle story = new Chronicle();
  private final Absent absent = new Absent();
  private final KeptLines kept = centre.kept(new AtomicLong()::incrementAndGet);
  private final DutiesRoutes routes =
      new DutiesRoutes(
          centre.duties(true),
          kept,
          centre.book(),
          new TrustMarks(Set::of),
          story,
          absent,
          new TrialDesk(centre.duties(true), centre.book(), List.of()),
          centre.gone(),
          new Plainly());

  private Reply get(String path, Asked asked) throws Exception {
    Route route =
        routes.routes().stream()
            .filter(one -> one.pattern().equals(path))
            .findFirst()
            .orElseThrow();
    return route.handler().handle(asked);
  }

  private static Asked asked(Reach reach, Map<String, String> query) {
    Asked asked = Asked.by(Centre.viewer(reach, TODAY), "/duties");
    query.forEach(asked::asking);
    return asked;
  }

  private Centre family(int number, StaffId worker, LocalDate seen) {
    String code = "%03d/2020".formatted(number);
    CaseFiles.Carer carer = Centre.carer("Eva", "Malá" + number, LocalDate.of(1980, 1, 5));
    CaseFiles.Child child =
        Centre.child("c" + number, "Jan", "Malý" + number, null, LocalDate.of(2020, 1, 1));
    return centre
        .agreement(
            code,
            LocalDate.of(2020, 1, 1),
            null,
            LocalDate.of(2026, 11, 1),
            worker,
            List.of(carer),
            List.of(child))
        .saw(code, carer.person(), seen);
  }

  @Test
  void theRemoteListIsAContract() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    Asked asked = asked(Reach.ALL, Map.of("as-of", "2026-11-01"));
    Reply.Json json = assertInstanceOf(Reply.Json.class, get("/ops/duties", asked));
    List<?> lines = (List<?>) json.value();
    assertEquals(
        "{rule=cz.visit, case=001/2020, subject={kind=carer, name=Eva Malá1, birthDate=1980-01-05},"
            + " due=2026-11-10, status=due-soon, why=visit.due-soon[2026-09-10, 2026-11-10, 9, 2,"
            + " § 47b odst. 4, zákon č. 359/1999 Sb.]}",
        lines.get(0).toString());
    assertEquals(
        "{rule=cz.visit, case=001/2020, subject={kind=child, name=Jan Malý1, birthDate=null},"
            + " due=null, status=not-assessed, why=visit.before-opora[2026-11-01, 2027-01-01, 61,"
            + " 2, § 47b odst. 4, zákon č. 359/1999 Sb.]}",
        lines.get(1).toString());
    assertEquals(Set.of(Subject.of(Centre.file("001/2020"))), asked.shown());
  }

  @Test
  void aMistypedDayIsRefusedWhereNobodyWouldNotice() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    for (String path : List.of("/ops/duties", "/duties/export")) {
      for (String day : List.of("2026-02-30", "tomorrow", "+99999-01-01")) {
        Asked asked = asked(Reach.ALL, Map.of("as-of", day));
        assertThrows(Refused.class, () -> get(path, asked), day);
        assertTrue(asked.shown().isEmpty());
      }
    }
    Reply.Page page = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of("as-of", "30. 2. 2026")));
    assertEquals(422, page.status());
    assertEquals("30. 2. 2026", page.model().get("written"));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() throws Exception {
    for (int i = 0; i < 120; i++) {
      family(i, Centre.WORKER, LocalDate.of(2026, 8, 1).plusDays(i % 90));
    }
    Set<String> seen = new HashSet<>();
    List<Duties.Line> all = new ArrayList<>();
    String after = null;
    int pages = 0;
    do {
      Asked asked = asked(Reach.ALL, after == null ? Map.of() : Map.of("after", after));
      Page<?> page = (Page<?>) ((Reply.Page) get("/duties", asked)).model().get("page");
      assertTrue(page.items().size() <= 50);
      for (Object item : page.items()) {
        Duties.Line line = (Duties.Line) item;
        assertTrue(seen.add(line.file() + " " + line.subject()), "twice");
        all.add(line);
      }
      assertEquals(
          page.items().stream().map(item -> ((Duties.Line) item).file()).distinct().count(),
          asked.shown().size(),
          "the audit row names what the page shows");
      after = page.next();
      pages++;
    } while (after != null);
    assertEquals(5, pages);
    assertEquals(kept.list(Centre.viewer(Reach.ALL, TODAY), TODAY), all);
  }

  @Test
  void aLineThatMovedMeanwhileHidesNoOther() throws Exception {
    for (int i = 0; i < 60; i++) {
      family(i, Centre.WORKER, LocalDate.of(2026, 6, 1).plusDays(i));
    }
    Page<?> first =
        (Page<?>) ((Reply.Page) get("/duties", asked(Reach.ALL, Map.of()))).model().get("page");
    Duties.Line last = (Duties.Line) first.items().get(49);
    centre.saw(last.number(), last.subject(), TODAY);
    Page<?> second =
        (Page<?>)
            ((Reply.Page) get("/duties", asked(Reach.ALL, Map.of("after", first.next()))))
                .model()
                .get("page");
    Set<Object> both = new HashSet<>();
    first.items().forEach(item -> both.add(((Duties.Line) item).subject()));
    second.items().forEach(item -> both.add(((Duties.Line) item).subject()));
    String third = second.next();
    Page<?> rest =
        (Page<?>)
            ((Reply.Page) get("/duties", asked(Reach.ALL, Map.of("after", third))))
                .model()
                .get("page");
    rest.items().forEach(item -> both.add(((Duties.Line) item).subject()));
    assertEquals(120, both.size());
  }

  @Test
  void aDirectorCanNarrowTheListToOwnFiles() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    family(2, OTHER, LocalDate.of(2026, 9, 10));
    Reply.Page all = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of()));
    assertEquals(4, all.model().get("total"));
    Reply.Page mine = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of("whose", "mine")));
    assertEquals(2, mine.model().get("total"));
    Reply.Page own = (Reply.Page) get("/duties", asked(Reach.OWN, Map.of("whose", "centre")));
    assertEquals(2, own.model().get("total"), "nobody widens a list by its address");
  }

  @Test
  void thePartsOfTheList() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10)); // due 10 November: overdue
    family(2, Centre.WORKER, LocalDate.of(2026, 10, 1)); // due 1 December: soon
    family(3, Centre.WORKER, LocalDate.of(2026, 11, 20)); // later
    Reply.Page page = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of()));
    List<?> parts = (List<?>) page.model().get("parts");
    assertEquals(
        List.of("overdue", "soon", "later", "unassessed"),
        parts.stream().map(part -> ((DutiesPages.Part) part).code()).toList());
    DutyRow late = ((DutiesPages.Part) parts.get(0)).rows().get(0);
    assertTrue(late.late());
    assertEquals(12, late.days());
    Reply.Page soon = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of("show", "soon")));
    assertEquals(1, soon.model().get("total"));
    Reply.Page card = (Reply.Page) get("/duties/card", asked(Reach.ALL, Map.of()));
    assertEquals(2, ((List<?>) card.model().get("entries")).size());
  }

  @Test
  void theCardNamesAFamilyOnceForOneVisit() throws Exception {
    List<CaseFiles.Child> children = new ArrayList<>();
    List<CaseFiles.Carer> carers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      children.add(Centre.child("k" + i, "K" + i, "Malý", null, LocalDate.of(2026, 9, 25)));
      carers.add(Centre.carer("P" + i, "Malá", null));
    }
    LocalDate concluded = LocalDate.of(2026, 9, 25);
    centre
        .agreement("001/2026", concluded, null, null, Centre.WORKER, carers, children)
        .saw("001/2026", carers.get(2).person(), LocalDate.of(2026, 9, 30));
    Asked asked = asked(Reach.OWN, Map.of());
    Reply.Page card = (Reply.Page) get("/duties/card", asked);
    List<?> entries = (List<?>) card.model().get("entries");
    assertEquals(
        List.of(5, 1),
        entries.stream().map(entry -> ((CardEntry) entry).people().size()).toList(),
        "the one who was seen has a day of their own");
    assertEquals(0, card.model().get("more"));
    assertEquals(Set.of(Subject.of(Centre.file("001/2026"))), asked.shown());
  }

  @Test
  void theTabIsOfOneFile() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    family(2, OTHER, LocalDate.of(2026, 9, 10));
    Asked own = asked(Reach.OWN, Map.of()).at("file", Centre.file("001/2020"));
    Reply.Page page = (Reply.Page) get("/duties/files/{file}", own);
    assertFalse(((List<?>) page.model().get("parts")).isEmpty());
    assertEquals(Set.of(Subject.of(Centre.file("001/2020"))), own.shown());
    Asked others = asked(Reach.OWN, Map.of()).at("file", Centre.file("002/2020"));
    assertThrows(NotFound.class, () -> get("/duties/files/{file}", others));
    assertTrue(others.shown().isEmpty());
  }

  private Reply.Page line(Reach reach, Duties.Line line, Map<String, String> query)
      throws Exception {
    Asked asked =
        asked(reach, query)
            .at("file", line.file())
            .at("rule", line.rule())
            .at("subject", line.whom().key());
    Reply.Page page =
        assertInstanceOf(Reply.Page.class, get("/duties/files/{file}/{rule}/{subject}", asked));
    assertEquals(Set.of(Subject.of(line.file())), asked.shown());
    return page;
  }

  private Duties.Line first(Reach reach, LocalDate day) {
    return centre.duties(true).list(Centre.viewer(reach, day), day).get(0);
  }

  @Test
  void theLineSaysFromWhatItWasCountedAndByWhichFigures() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    Duties.Line late = first(Reach.OWN, TODAY);
    story.wrote(late.evidence().get(0).source(), "Visit", "/files/1/visits/1");
    Map<String, Object> model = line(Reach.OWN, late, Map.of()).model();
    DutyRow row = (DutyRow) model.get("row");
    assertEquals("OVERDUE", row.status());
    assertEquals(late.why(), row.why());
    assertEquals("cz 2026.8", model.get("set"));
    assertEquals(
        List.of("cz.visit.period", "cz.visit.each-child"),
        ((List<?>) model.get("figures"))
            .stream().map(one -> ((RuleBook.Shown) one).figure().id()).toList());
    assertEquals(0, model.get("elsewhere"));
    List<LinePage.Proof> proofs = proofs(line(Reach.OWN, late, Map.of()));
    assertEquals(LocalDate.of(2026, 9, 10), proofs.get(0).on());
    assertNull(proofs.get(0).entry(), "the chronology is not this viewer's");
  }

  @Test
  void whoMayReadTheChronologyOpensTheRecord() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    Duties.Line late = first(Reach.OWN, TODAY);
    story.wrote(late.evidence().get(0).source(), "Visit", "/files/1/visits/1");
    Asked asked =
        Asked.by(reader(), "/duties")
            .at("file", late.file())
            .at("rule", late.rule())
            .at("subject", late.whom().key());
    assertEquals(
        "/files/1/visits/1", proof(get("/duties/files/{file}/{rule}/{subject}", asked)).href());
    story.close();
    assertNull(
        proofs(get("/duties/files/{file}/{rule}/{subject}", asked)).get(0).entry(),
        "the day is still there");
  }

  private static Viewer reader() {
    Viewer worker = Centre.viewer(Reach.OWN, TODAY);
    return new Viewer(
        worker.staff(),
        worker.name(),
        Map.of(Duties.READ, Reach.OWN, CaseFiles.READ, Reach.OWN),
        worker.locale(),
        worker.zone(),
        worker.clock(),
        worker.requestId());
  }

  private static Timeline.Entry proof(Reply reply) {
    return proofs(reply).get(0).entry();
  }

  private static List<LinePage.Proof> proofs(Reply reply) {
    return ((List<?>) ((Reply.Page) reply).model().get("proofs"))
        .stream().map(LinePage.Proof.class::cast).toList();
  }

  @Test
  void aLineOfAnotherDayOrAnotherFileIsNotThere() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    family(2, OTHER, LocalDate.of(2026, 9, 10));
    Duties.Line late = first(Reach.OWN, TODAY);
    DutyRow then =
        (DutyRow) line(Reach.OWN, late, Map.of("as-of", "2026-10-01")).model().get("row");
    assertEquals("OK", then.status());
    assertThrows(NotFound.class, () -> line(Reach.OWN, late, Map.of("ref", "none")));
    assertThrows(Refused.class, () -> line(Reach.OWN, late, Map.of("as-of", "soon")));
    Duties.Line others =
        centre
            .duties(true)
            .of(Centre.viewer(Reach.ALL, TODAY), Centre.file("002/2020"), TODAY)
            .get(0);
    assertThrows(NotFound.class, () -> line(Reach.OWN, others, Map.of()));
  }

  @Test
  void everyLineOfTheListLeadsToItsPage() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    Reply.Page page = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of()));
    for (Object part : (List<?>) page.model().get("parts")) {
      for (DutyRow row : ((DutiesPages.Part) part).rows()) {
        assertEquals(
            "/duties/files/" + row.file() + "/cz.visit/" + row.person(), row.page(), row.name());
      }
    }
    Reply.Page then = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of("as-of", "2026-10-01")));
    DutiesPages.Part part = (DutiesPages.Part) ((List<?>) then.model().get("parts")).get(0);
    assertTrue(part.rows().get(0).page().endsWith("?as-of=2026-10-01"));
  }

  @Test
  void theExportIsThisList() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    family(2, OTHER, LocalDate.of(2026, 9, 12));
    for (Reach reach : List.of(Reach.ALL, Reach.OWN)) {
      for (Map<String, String> query :
          List.of(
              Map.<String, String>of(),
              Map.of("show", "overdue"),
              Map.of("as-of", "2026-10-01", "whose", "mine"))) {
        Sheet<?> sheet = sheet(reach, query);
        Reply.Page page = (Reply.Page) get("/duties", asked(reach, query));
        assertEquals(
            ((Page<?>) page.model().get("page")).items(), sheet.source().page(null, 100).items());
        assertEquals(LocalDate.parse(query.getOrDefault("as-of", "2026-11-22")), sheet.day());
        assertEquals(
            reach == Reach.ALL && !query.containsKey("whose")
                ? "duties.title.centre"
                : "duties.title.mine",
            sheet.title());
      }
    }
    assertEquals(2, sheet(Reach.OWN, Map.of()).source().page(null, 100).items().size());
  }

  private Sheet<?> sheet(Reach reach, Map<String, String> query) throws Exception {
    return assertInstanceOf(Reply.Export.class, get("/duties/export", asked(reach, query))).sheet();
  }

  @Test
  void aRowOfTheExportSaysWhatTheListSays() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    List<Object> cells = cells(sheet(Reach.ALL, Map.of("show", "overdue")));
    assertEquals(
        List.of(
            "status.OVERDUE[]",
            LocalDate.of(2026, 11, 10),
            "001/2020",
            "kind.CARER[]",
            "Malá1 Eva"),
        List.of(cells.get(0), cells.get(1), cells.get(3), cells.get(5), cells.get(6)));
    assertEquals(Set.of(Subject.of(Centre.file("001/2020"))), Set.copyOf(shown));
  }

  @Test
  void theColumnsOfTheExportHaveWords() throws Exception {
    BundleTexts texts = new BundleTexts(DutiesModule.class, "org.opora.duties");
    for (Map<String, String> query : List.of(Map.<String, String>of(), Map.of("whose", "mine"))) {
      Sheet<?> sheet = sheet(Reach.ALL, query);
      assertFalse(texts.text(Locale.ENGLISH, sheet.title()).isBlank());
      sheet
          .columns()
          .forEach(column -> assertFalse(texts.text(Locale.ENGLISH, column.title()).isBlank()));
    }
  }

  private final List<Subject> shown = new ArrayList<>();

  private <T> List<Object> cells(Sheet<T> sheet) {
    T first = sheet.source().page(null, 100).items().get(0);
    shown.addAll(sheet.subjects().apply(first));
    List<Object> cells = new ArrayList<>();
    sheet
        .columns()
        .forEach(
            column -> {
              Object value = column.value().apply(first);
              cells.add(
                  value instanceof Text text
                      ? text.key() + text.arguments()
                      : value == null ? "" : value);
            });
    return cells;
  }

  private void away(LocalDate from, LocalDate until, String... numbers) {
    absent.away.add(
        new Cover.Away(
            OTHER,
            "Jan Nemocný",
            from,
            until,
            List.of(numbers).stream().map(Centre::file).toList()));
  }

  private static List<DutyRow> rows(Reply.Page page) {
    return ((List<?>) page.model().get("parts"))
        .stream().flatMap(part -> ((DutiesPages.Part) part).rows().stream()).toList();
  }

  @Test
  void theFamiliesOfAColleagueWhoIsAway() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10));
    family(2, OTHER, LocalDate.of(2026, 9, 10));
    away(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 30), "002/2020");
    Reply.Page all = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of()));
    assertEquals(4, all.model().get("total"));
    assertEquals(1, ((List<?>) all.model().get("away")).size(), "there is somebody to choose");
    Map<String, String> query = Map.of("whose", OTHER.toString());
    Reply.Page page = (Reply.Page) get("/duties", asked(Reach.ALL, query));
    assertEquals(2, page.model().get("total"));
    rows(page).forEach(row -> assertEquals("002/2020", row.number()));
    assertEquals("/duties?whose=" + OTHER, page.model().get("here"));
    assertEquals(
        2, sheet(Reach.ALL, query).source().page(null, 100).items().size(), "as it is exported");
    assertEquals(
        0,
        ((Reply.Page) get("/duties", asked(Reach.OWN, query))).model().get("total"),
        "nobody sees by it what is not theirs");
    assertThrows(
        NotFound.class,
        () -> get("/duties", asked(Reach.ALL, Map.of("whose", Centre.WORKER.toString()))),
        "who is here is nobody who is away");
    assertThrows(
        NotFound.class,
        () ->
            get(
                "/duties",
                asked(Reach.ALL, Map.of("whose", OTHER.toString(), "as-of", "2026-12-01"))));
  }

  @Test
  void whatIsLateWhileNobodyLookedAfterTheFamilyIsMarked() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 9, 10)); // due 10 November
    family(2, OTHER, LocalDate.of(2026, 9, 10));
    family(3, OTHER, LocalDate.of(2026, 11, 20)); // in order
    Cover.Gap gap =
        new Cover.Gap("Jan Nemocný", LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 12));
    absent.gaps.put(Centre.file("002/2020"), gap);
    absent.gaps.put(Centre.file("003/2020"), gap);
    List<DutyRow> rows = rows((Reply.Page) get("/duties", asked(Reach.ALL, Map.of())));
    assertEquals(1, absent.questions, "one question for the whole page");
    for (DutyRow row : rows) {
      boolean marked = row.number().equals("002/2020") && row.status().equals("OVERDUE");
      assertEquals(marked ? gap : null, row.gap(), row.number() + row.status());
    }
    assertEquals(1, rows.stream().filter(row -> row.gap() != null).count());
    Sheet<?> sheet = sheet(Reach.ALL, Map.of("show", "overdue"));
    assertTrue(cells(sheet).contains("gap.none[]"));
    Reply.Page card = (Reply.Page) get("/duties/card", asked(Reach.ALL, Map.of()));
    assertTrue(
        ((List<?>) card.model().get("entries"))
            .stream().anyMatch(entry -> gap.equals(((CardEntry) entry).first().gap())));
  }

  @Test
  void aGapLongBeforeTheDayExplainsNothing() throws Exception {
    family(2, OTHER, LocalDate.of(2026, 9, 10)); // due 10 November
    absent.gaps.put(
        Centre.file("002/2020"),
        new Cover.Gap("Jan Nemocný", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 26)));
    assertTrue(
        rows((Reply.Page) get("/duties", asked(Reach.ALL, Map.of()))).stream()
            .allMatch(row -> row.gap() == null));
    absent.gaps.put(
        Centre.file("002/2020"),
        new Cover.Gap("Jan Nemocný", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 27)));
    assertEquals(
        1,
        rows((Reply.Page) get("/duties", asked(Reach.ALL, Map.of()))).stream()
            .filter(row -> row.gap() != null)
            .count(),
        "fourteen days before it fell due");
  }

  @Test
  void whatTheHouseOwesHasItsPageForWhoeverSeesAllDuties() throws Exception {
    centre.proved(
        Centre.key("asked"),
        NewFact.of(Kinds.COUNTS_ASKED, About.centre(), LocalDate.of(2026, 11, 20)).tiedTo("r1"));
    Reply.Page page = (Reply.Page) get("/duties", asked(Reach.ALL, Map.of()));
    DutyRow row = rows(page).get(0);
    String subject = About.centre().key().toString();
    assertEquals("/duties/house/cz.counts/" + subject + "?ref=r1", row.page());
    Map<String, String> query = Map.of("ref", "r1");
    Asked director = asked(Reach.ALL, query).at("rule", "cz.counts").at("subject", subject);
    Reply.Page one = (Reply.Page) get("/duties/house/{rule}/{subject}", director);
    assertEquals("cz.counts", line(one));
    assertEquals(1, ((List<?>) one.model().get("proofs")).size());
    assertNull(one.model().get("excuse"));
    Asked worker = asked(Reach.OWN, query).at("rule", "cz.counts").at("subject", subject);
    assertThrows(NotFound.class, () -> get("/duties/house/{rule}/{subject}", worker));
    Asked other =
        asked(Reach.ALL, Map.of("ref", "r2")).at("rule", "cz.counts").at("subject", subject);
    assertThrows(NotFound.class, () -> get("/duties/house/{rule}/{subject}", other));
  }

  private static String line(Reply.Page page) {
    DutyRow row = (DutyRow) page.model().get("row");
    return row.page().replaceFirst("/duties/house/([^/]+)/.*", "$1");
  }

  @Test
  void aFigureIsTriedOutOnAPage() throws Exception {
    family(1, Centre.WORKER, LocalDate.of(2026, 10, 10)); // due 10 December
    Reply.Page choice = (Reply.Page) get("/duties/what-if", asked(Reach.ALL, Map.of()));
    assertFalse(((List<?>) choice.model().get("knobs")).isEmpty());
    assertNull(choice.model().get("knob"));
    Map<String, String> knob = Map.of("try", "figure.cz.visit.period");
    Reply.Page form = (Reply.Page) get("/duties/what-if", asked(Reach.ALL, knob));
    assertNull(form.model().get("result"));
    assertEquals(200, form.status());
    Asked asked =
        asked(
            Reach.ALL, Map.of("try", "figure.cz.visit.period", "value", "3", "from", "2026-01-01"));
    Reply.Page page = (Reply.Page) get("/duties/what-if", asked);
    WhatIfPage.Result result = (WhatIfPage.Result) page.model().get("result");
    assertEquals(
        List.of("MOVES 1"),
        result.groups().stream().map(one -> one.kind() + " " + one.count()).toList());
    WhatIfPage.Row row = result.groups().get(0).rows().get(0);
    assertEquals(LocalDate.of(2026, 12, 10), row.before().due());
    assertEquals(LocalDate.of(2027, 1, 10), row.after().due());
    assertEquals(0, result.more());
    assertEquals(Set.of(Subject.of(Centre.file("001/2020"))), asked.shown());
  }

  @Test
  void whatCannotBeTriedOutIsSaidBesideTheField() throws Exception {
    for (Map<String, String> wrong :
        List.of(
            Map.of("value", "0"),
            Map.of("value", "three"),
            Map.of("value", "3", "from", "2026-02-30"),
            Map.of("value", "3", "as-of", "tomorrow"))) {
      Asked asked = asked(Reach.ALL, wrong).asking("try", "figure.cz.visit.period");
      Reply.Page page = (Reply.Page) get("/duties/what-if", asked);
      assertEquals(422, page.status(), wrong.toString());
      assertNull(page.model().get("result"));
      assertTrue(asked.shown().isEmpty());
    }
    Reply.Page none =
        (Reply.Page) get("/duties/what-if", asked(Reach.ALL, Map.of("try", "figure.none")));
    assertNull(none.model().get("knob"), "the choice is shown again");
  }

  @Test
  void doorsThatShowPeopleAreRecordedAndGuarded() {
    for (Route route : routes.routes()) {
      assertEquals(Duties.READ, route.permission(), route.pattern());
      assertEquals(
          route.pattern().equals("/duties/rules") ? Route.Audit.NONE : Route.Audit.READ,
          route.audit(),
          route.pattern());
    }
  }
}
