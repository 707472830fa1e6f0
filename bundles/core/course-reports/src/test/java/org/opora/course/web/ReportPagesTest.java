package org.opora.course.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.ids.BodyId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.course.CourseModule;
import org.opora.course.application.ReportHouse;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.application.ReportView;
import org.opora.course.domain.CareReport;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.directory.application.NewBody;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** Reports on their pages, from the empty list to the last delivery. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 22);
  private static final String ONE = "/course/{report}";
  private static final String OF_FILE = "/files/{file}/course";
  private final PageHouse pages =
      PageHouse.of(TODAY, CourseModule.ID, CourseModule.class, CourseModule.ORIGIN);

  @Parameter Product product;
  private ReportHouse house;
  private RouteSet routes;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    house = new ReportHouse(product);
    house.on(2026, 7, 22);
    routes =
        new ReportRoutes(
            house.desk,
            house.reader,
            house.drafting,
            house.statements,
            house.passage,
            house.copies,
            house.bureau.deliveries,
            house.register.files,
            house.bureau.authorities.bodies,
            pages);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    house.close();
  }

  private Reply knock(Route.Method method, String pattern, Asked asked) throws Exception {
    return routes.routes().stream()
        .filter(route -> route.method() == method && route.pattern().equals(pattern))
        .findFirst()
        .orElseThrow()
        .handler()
        .handle(asked);
  }

  private String get(String pattern, Asked asked, Viewer viewer) throws Exception {
    return page(knock(Route.Method.GET, pattern, asked), viewer);
  }

  private Reply post(String pattern, Asked asked) throws Exception {
    return knock(Route.Method.POST, pattern, asked);
  }

  /** What a page says that comes back because something stands against it. */
  private String refused(String pattern, Asked asked, Viewer viewer) throws Exception {
    Reply reply = post(pattern, asked);
    assertEquals(422, ((Reply.Page) reply).status());
    return page(reply, viewer);
  }

  /** The page in the language of its reader; sound in all three. */
  private String page(Reply reply, Viewer viewer) {
    Reply.Page page = (Reply.Page) reply;
    String made = "";
    for (String language : List.of("pl", "en", "cs")) {
      Viewer reader =
          new Viewer(
              viewer.staff(),
              viewer.name(),
              viewer.grants(),
              Locale.forLanguageTag(language),
              viewer.zone(),
              viewer.clock(),
              viewer.requestId());
      made = pages.page(page.template(), page.model(), reader);
      PageCheck.sound(page.template(), made);
    }
    return made;
  }

  private Asked of(Family family) {
    return Asked.by(house.worker, "/").at("file", family.file());
  }

  private Asked of(UUID report) {
    return Asked.by(house.worker, "/").at("report", report);
  }

  private Asked step(UUID report) {
    return of(report).field("version", Long.toString(house.version(report)));
  }

  private static String hidden(String page, String field) {
    String before = "name=\"" + field + "\" value=\"";
    int at = page.indexOf(before) + before.length();
    return page.substring(at, page.indexOf('"', at));
  }

  private static UUID last(Reply reply) {
    String path = ((Reply.Redirect) reply).path();
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  void aReportFromTheEmptyListToItsDelivery() throws Exception {
    Family family = house.family("Stránková", LocalDate.of(2026, 1, 10));
    assertTrue(get(OF_FILE, of(family), house.worker).contains("ještě není žádná zpráva"));
    assertTrue(get(OF_FILE + "/part", of(family), house.worker).contains("Nová zpráva"));
    String blank = get(OF_FILE + "/new", of(family), house.worker);
    assertTrue(blank.contains("value=\"2026-01-10\""), blank);
    assertTrue(blank.contains("10. 7. 2026"), "the day on which it is due: " + blank);
    String wrong = refused(OF_FILE, of(family), house.worker);
    for (String field : List.of("kind", "from", "until", "language")) {
      assertTrue(wrong.contains("id=\"e-" + field + "\""), field + wrong);
    }
    String before =
        refused(
            OF_FILE,
            of(family)
                .field("kind", "PERIODIC")
                .field("from", "2025-12-01")
                .field("until", "2026-07-22")
                .field("language", "cs"),
            house.worker);
    assertTrue(before.contains("id=\"e-from\""), before);
    assertTrue(before.contains("value=\"2025-12-01\""), "what was typed stays: " + before);
    UUID report =
        last(
            post(
                OF_FILE,
                of(family)
                    .field("kind", "PERIODIC")
                    .field("from", "2026-01-10")
                    .field("until", "2026-07-22")
                    .field("language", "cs")));

    Asked asked = of(report);
    String draft = get(ONE, asked, house.worker);
    assertTrue(draft.contains("12 dní po termínu"), draft);
    assertTrue(draft.contains("Závěr"), draft);
    assertTrue(asked.shown().contains(Subject.of(family.file())));
    ReportView.Section section = house.section(report, "conclusion", false);
    String edit =
        get(ONE + "/sections/{section}/edit", of(report).at("section", section.id()), house.worker);
    assertTrue(edit.contains("<textarea"), edit);
    post(
        ONE + "/sections/{section}/edit",
        of(report)
            .at("section", section.id())
            .field("version", Long.toString(section.version()))
            .field("words", "Daří se <b> & Emě taky"));
    String stale =
        refused(
            ONE + "/sections/{section}/edit",
            of(report)
                .at("section", section.id())
                .field("version", Long.toString(section.version()))
                .field("words", "jinak"),
            house.worker);
    assertTrue(stale.contains("jinak") && stale.contains("&lt;b&gt;"), "both are shown: " + stale);
    post(ONE + "/again", step(report));
    assertTrue(get(ONE, of(report), house.worker).contains("&lt;b&gt; &amp; Emě"));

    String named = refused(ONE + "/close", step(report), house.worker);
    assertTrue(named.contains("name=\"named\""), named);
    post(
        ONE + "/close",
        step(report).field("named", "on").field("named-as", hidden(named, "named-as")));
    String carers = get(ONE, of(report), house.worker);
    assertTrue(carers.contains("name=\"carer\""), carers);
    assertTrue(carers.contains("Ještě neseznámeni"), carers);
    String nobody = refused(ONE + "/statements", of(report), house.worker);
    for (String field : List.of("carer", "answer", "on")) {
      assertTrue(nobody.contains("id=\"e-" + field + "\""), field + nobody);
    }
    post(
        ONE + "/statements",
        of(report)
            .field("carer", family.carer().toString())
            .field("answer", "NOTHING")
            .field("on", "2026-07-22"));
    Asked director =
        Asked.by(house.director, "/")
            .at("report", report)
            .field("version", Long.toString(house.version(report)));
    post(ONE + "/approve", director);
    String approved = get(ONE, of(report), house.worker);
    assertTrue(approved.contains("name=\"late-why\""), approved);
    String late = refused(ONE + "/make-out", step(report), house.worker);
    assertTrue(late.contains("id=\"e-late-why\""), late);
    post(ONE + "/make-out", step(report).field("late-why", "Nemoc"));

    String made = get(ONE, of(report), house.worker);
    assertTrue(made.contains("6. 8. 2026"), made);
    assertTrue(made.contains("vyhotovena"), made);
    assertFalse(made.contains("name=\"late-why\""), "nobody changes it any more");
    ReportView.To to = house.to(report, "dítě");
    assertTrue(made.contains("/documents/" + to.document()), made);
    Asked seeing = of(report).at("recipient", to.id());
    String seen = get(ONE + "/as/{recipient}", seeing, house.worker);
    assertTrue(seen.contains("OSPOD Stránková – dítě"), seen);
    assertTrue(seen.contains("&lt;b&gt; &amp; Emě"), seen);
    String send = ONE + "/recipients/{recipient}/send";
    get(send, of(report).at("recipient", to.id()), house.worker);
    String nothing = refused(send, of(report).at("recipient", to.id()), house.worker);
    assertTrue(nothing.contains("id=\"e-channel\""), nothing);
    Reply sent =
        post(
            send,
            of(report)
                .at("recipient", to.id())
                .field("channel", "DATA_BOX")
                .field("sent-on", "2026-07-22"));
    house.delivered(report, "dítě", last(sent), null);
    String delivered = get(ONE, of(report), house.worker);
    assertTrue(delivered.contains("22. 7. 2026"), delivered);
    String list = get(OF_FILE, of(family), house.worker);
    assertTrue(list.contains("ještě nedoručena 2 příjemcům"), list);
  }

  @Test
  void aReportIsGivenBackAndWithdrawn() throws Exception {
    Family family = house.family("Vrácená", LocalDate.of(2026, 1, 10));
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    post(ONE + "/back", step(report));
    String draft = get(ONE, of(report), house.worker);
    assertTrue(draft.contains("píše se"), draft);
    get(ONE + "/withdraw", of(report), house.worker);
    String why = refused(ONE + "/withdraw", step(report), house.worker);
    assertTrue(why.contains("id=\"e-why\""), why);
    post(ONE + "/withdraw", step(report).field("why", "Omyl <i>"));
    assertTrue(get(ONE, of(report), house.worker).contains("Omyl &lt;i&gt;"));
    assertTrue(get(OF_FILE, of(family), house.worker).contains("stažena"));
  }

  private Viewer with(Viewer viewer, String without, Map<String, Reach> besides) {
    Map<String, Reach> grants = new HashMap<>(viewer.grants());
    grants.remove(without);
    grants.putAll(besides);
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        grants,
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void whoOnlyApprovesGivesBack() throws Exception {
    Family family = house.family("Vracená", LocalDate.of(2026, 1, 10));
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    Viewer manager = with(house.viewer("director"), CourseModule.WRITE, Map.of());
    Asked asked = Asked.by(manager, "/").at("report", report);
    String page = get(ONE, asked, manager);
    assertTrue(page.contains("/course/" + report + "/give-back"), page);
    assertFalse(page.contains("/course/" + report + "/back"), page);
    Asked back =
        Asked.by(manager, "/")
            .at("report", report)
            .field("version", Long.toString(house.version(report)))
            .field("why", "Doplňte školu");
    post(ONE + "/give-back", back);
    assertEquals("Doplňte školu", house.view(report).head().backWhy());

    house.close(report);
    Viewer both = with(house.viewer("director"), "", Map.of(CourseModule.WRITE, Reach.OWN));
    house.passage.back(both, report, house.version(report), "A ještě kroužky");
    assertEquals("A ještě kroužky", house.view(report).head().backWhy());
  }

  @Test
  void whatACarerSaidIsNotLostWhenTheReportWasTakenBackMeanwhile() throws Exception {
    Family family = house.family("Rychlá", LocalDate.of(2026, 1, 10));
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    house.passage.back(house.worker, report, house.version(report), null);
    String page =
        refused(
            ONE + "/statements",
            of(report)
                .field("carer", family.carer().toString())
                .field("answer", "STATED")
                .field("part", house.view(report).parts().get(0).id().toString())
                .field("on", "2026-07-22")
                .field("words", "Dvě stránky námitek"),
            house.worker);
    assertTrue(page.contains("Dvě stránky námitek"), page);
  }

  @Test
  void aStatementIsCorrectedWhereItStands() throws Exception {
    Family family = house.family("Opravená", LocalDate.of(2026, 1, 10));
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    post(
        ONE + "/statements",
        of(report)
            .field("carer", family.carer().toString())
            .field("answer", "STATED")
            .field("part", house.view(report).parts().get(0).id().toString())
            .field("on", "2026-07-22")
            .field("words", "Souhlasím <i>"));
    ReportView.Statement said = house.view(report).parts().get(0).statements().get(0);
    String edit = "/course/{report}/statements/{statement}/edit";
    String page = get(edit, of(report).at("statement", said.id()), house.worker);
    assertTrue(page.contains("Souhlasím &lt;i&gt;"), page);
    String named =
        refused(
            edit,
            of(report)
                .at("statement", said.id())
                .field("version", Long.toString(said.version()))
                .field("answer", "STATED")
                .field("on", "2026-07-22")
                .field("words", "Ema souhlasí"),
            house.worker);
    post(
        edit,
        of(report)
            .at("statement", said.id())
            .field("version", Long.toString(said.version()))
            .field("answer", "STATED")
            .field("on", "2026-07-22")
            .field("words", "Ema souhlasí")
            .field("named", "on")
            .field("named-as", hidden(named, "named-as")));
    assertTrue(get(ONE, of(report), house.worker).contains("Ema souhlasí"));
    String stale =
        refused(
            edit,
            of(report)
                .at("statement", said.id())
                .field("version", Long.toString(said.version()))
                .field("answer", "NOTHING")
                .field("on", "2026-07-22"),
            house.worker);
    assertTrue(stale.contains("Ema souhlasí"), stale);
  }

  @Test
  void whoMayPutNoDocumentsIntoTheFileMakesItOutAllTheSame() throws Exception {
    Family family = house.family("Bezpapírová", LocalDate.of(2026, 1, 10));
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    Viewer clerk = with(house.worker, "documents.write", Map.of());
    Reply made =
        post(
            ONE + "/make-out",
            Asked.by(clerk, "/")
                .at("report", report)
                .field("version", Long.toString(house.version(report)))
                .field("late-why", "Nemoc"));
    assertEquals("/course/" + report, ((Reply.Redirect) made).path());
    assertEquals(3, house.view(report).missing());
  }

  @Test
  void aCourtAsks() throws Exception {
    Family family = house.family("Soudní", LocalDate.of(2026, 1, 10));
    Asked asked =
        of(family)
            .field("kind", "ON_REQUEST")
            .field("from", "2026-01-10")
            .field("until", "2026-07-22")
            .field("language", "cs")
            .field("children", family.child().toString());
    String wrong = refused(OF_FILE, asked, house.worker);
    for (String field : List.of("asked-of", "as", "asked-on", "asked-by")) {
      assertTrue(wrong.contains("id=\"e-" + field + "\""), field + wrong);
    }
    UUID report =
        last(
            post(
                OF_FILE,
                of(family)
                    .field("kind", "ON_REQUEST")
                    .field("from", "2026-01-10")
                    .field("until", "2026-07-22")
                    .field("language", "cs")
                    .field("children", family.child().toString())
                    .field("asked-of", "Okresní soud v Městě")
                    .field("as", "COURT")
                    .field("asked-on", "2026-07-20")
                    .field("asked-by", "2026-08-03")));
    String page = get(ONE, of(report), house.worker);
    assertTrue(page.contains("Okresní soud v Městě"), page);
    assertTrue(page.contains("3. 8. 2026"), page);
  }

  @Test
  void ofTwoCourtsOfOneNameItIsAskedWhich() throws Exception {
    Family family = house.family("Dvojsoudní", LocalDate.of(2026, 1, 10));
    BodyId here = court("Krajský soud", "Zde");
    court("Krajský soud", "Tam");
    String which = refused(OF_FILE, asked(family, "Krajský soud"), house.worker);
    assertTrue(which.contains("Krajský soud, Zde; Krajský soud, Tam"), which);
    assertTrue(which.contains("id=\"e-asked-of\""), which);
    UUID report = last(post(OF_FILE, asked(family, "krajský soud, zde")));
    assertEquals(
        List.of(here),
        house
            .register
            .house
            .transactions(CourseModule.ID)
            .read(
                em ->
                    em.createQuery(
                            "SELECT r FROM CareReport r WHERE r.id = :report", CareReport.class)
                        .setParameter("report", report)
                        .getResultStream()
                        .map(CareReport::askedByBody)
                        .toList()));
  }

  private BodyId court(String name, String town) {
    return house.bureau.authorities.bodies.add(
        house.director,
        new NewBody(Bodies.Kind.COURT, name, null, town, null, null, null, null, null, null, null));
  }

  private Asked asked(Family family, String by) {
    return of(family)
        .field("kind", "ON_REQUEST")
        .field("from", "2026-01-10")
        .field("until", "2026-07-22")
        .field("language", "cs")
        .field("children", family.child().toString())
        .field("asked-of", by)
        .field("as", "COURT")
        .field("asked-on", "2026-07-20")
        .field("asked-by", "2026-08-03");
  }

  @Test
  void withoutAnAgreementThereIsNothingToReportOn() throws Exception {
    var file =
        house.register.files.open(
            house.director, new org.opora.api.files.CaseFiles.NewFile(null, "Bezdohodná", TODAY));
    house.register.files.assign(house.director, file, house.worker.staff(), null, TODAY);
    String none = get(OF_FILE + "/new", Asked.by(house.worker, "/").at("file", file), house.worker);
    assertTrue(none.contains("není dohoda"), none);
  }
}
