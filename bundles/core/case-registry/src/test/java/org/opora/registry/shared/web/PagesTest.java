package org.opora.registry.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opora.api.access.Accounts;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.care.Visits;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.files.Placements;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.ids.VisitId;
import org.opora.api.paging.Page;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.safety.Safety;
import org.opora.api.search.SearchIndex;
import org.opora.api.staff.Staff;
import org.opora.api.text.Title;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Form;
import org.opora.registry.safety.web.Alerts;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.web.texts.Lexicon;

/**
 * Every page of the registry, made by the real engine of the shell in three languages, filled and
 * empty, before and after an error.
 */
class PagesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private static final Path MAIN = Path.of("src/main/resources");
  private static final Path TEMPLATES = MAIN.resolve("templates");

  private final PersonId child = PersonId.next();
  private final PersonId carer = PersonId.next();
  private final CaseFileId file = CaseFileId.next();
  private final VisitId visit = VisitId.next();
  private final PageHouse engine = new PageHouse(TODAY);

  @TestFactory
  Stream<DynamicTest> everyPageInEveryLanguage() {
    return pages().entrySet().stream()
        .flatMap(
            page ->
                Lexicon.LANGUAGES.stream()
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                page.getKey() + " " + language,
                                () -> check(page.getKey(), page.getValue(), language))));
  }

  @Test
  void everyTemplateIsShown() throws IOException {
    Set<String> shown = new TreeSet<>();
    pages().keySet().forEach(page -> shown.add(page.replaceAll(" .*", "")));
    Set<String> there = new TreeSet<>();
    for (Path template : PageHouse.files(TEMPLATES)) {
      String name = template.getFileName().toString().replace(".peb", "");
      if (Files.readString(template).contains("import \"shell:") && !name.startsWith("import")) {
        there.add(name);
      }
    }
    there.removeAll(shown);
    assertEquals(Set.of(), there, "templates without a page in this test");
  }

  @Test
  void aHiddenFieldIsSaidInWordsAndNeverShown() {
    Map<String, Object> model = new HashMap<>(pages().get("person masked"));
    String page = engine.page("person", model, "en");
    assertTrue(page.contains("Not shown to you"), page);
    assertTrue(page.contains("Undisclosed address"), page);
  }

  @Test
  void whatWasTypedIsStillThereAfterAnError() {
    String page = engine.page("family-new", pages().get("family-new wrong"), "en");
    assertTrue(page.contains("value=\"Dvořáková &lt;b&gt;\""), page);
  }

  private void check(String name, Map<String, Object> model, String language) {
    PageCheck.sound(name, engine.page(name.replaceAll(" .*", ""), model, language));
  }

  private Map<String, Map<String, Object>> pages() {
    Map<String, Map<String, Object>> pages = new HashMap<>();
    people(pages);
    files(pages);
    care(pages);
    staff(pages);
    tasks(pages);
    pages.putAll(new IntakeSamples(TODAY).pages(framed(null, true), wrong("on"), stale("on")));
    return pages;
  }

  private void people(Map<String, Map<String, Object>> pages) {
    Page<PersonHit> hits =
        new Page<>(
            List.of(
                new PersonHit(
                    child,
                    new PersonName("Ema", "Dvořáková"),
                    TODAY.minusYears(8),
                    file,
                    "001/2026"),
                new PersonHit(carer, new PersonName("", "Dvořák"), null, null, null)),
            "abc");
    List<SearchIndex.Hit> things =
        List.of(
            new SearchIndex.Hit(
                Ids.next(),
                "x",
                "file",
                Subject.of(file),
                new Title("Spis", "Akta", "File"),
                "/files/" + file),
            new SearchIndex.Hit(
                Ids.next(), "x", "gone", null, new Title("Plán", "Plan", "Plan"), null));
    pages.put("search", model("words", ""));
    pages.put("search forgotten", model("words", "", "forgotten", true));
    pages.put(
        "search found",
        model(
            "words", "dvo", "people", hits, "things", things, "nothing", false, "key", Ids.next()));
    pages.put(
        "search none",
        model("words", "x", "people", Page.last(List.of()), "things", List.of(), "nothing", true));
    pages.put(
        "search-results",
        model("words", "dvo", "people", hits, "things", things, "nothing", false));
    pages.put("people", model("people", hits));
    pages.put("people none", model("people", Page.last(List.of())));
    pages.put(
        "person",
        model(
            "person",
            person(false),
            "age",
            Words.age(TODAY.minusYears(8), TODAY),
            "tiles",
            List.of()));
    safety(pages);
    pages.put(
        "person masked",
        model("person", person(true), "age", Words.age(null, TODAY), "tiles", List.of()));
    pages.put("person-new", model());
    pages.put(
        "person-new known",
        model(
            "known",
            List.of(new Choice("a", "Ema"), new Choice("new", "No")),
            "form",
            wrong("known")));
    pages.put("person-edit", model("person", person(false)));
    pages.put("person-edit masked", model("person", person(true)));
    pages.put("person-edit stale", model("person", person(false), "form", stale("given")));
  }

  private void safety(Map<String, Map<String, Object>> pages) {
    Safety.NewNotice allergy =
        new Safety.NewNotice(
            Safety.Kind.ALLERGY, "Arašídy", null, "Volat vedoucí", TODAY, TODAY.plusDays(9));
    Safety.NewNotice ban =
        new Safety.NewNotice(
            Safety.Kind.PICK_UP_BAN, "Rozhodnutí soudu", "Jan Dvořák", null, TODAY, null);
    Safety.Notice now =
        new Safety.Notice(Ids.next(), 1, child, allergy, true, null, null, null, "Jana Malá");
    Safety.Notice gone =
        new Safety.Notice(
            Ids.next(), 2, child, ban, false, TODAY, "Eva Malá", "zrušeno", "Jana Malá");
    Safety.Notice lasting =
        new Safety.Notice(Ids.next(), 2, child, ban, true, null, null, null, "Jana Malá");
    Safety.Alert alert =
        new Safety.Alert(
            Safety.Kind.MUST_NOT_MEET,
            Words.of("safety.kind.MUST_NOT_MEET"),
            "Soud",
            "Jan",
            "Volat policii");
    List<Safety.Notice> notices = List.of(now, lasting, gone);
    pages.put(
        "person noticed",
        model(
            "person",
            person(false),
            "age",
            Words.age(TODAY, TODAY),
            "notices",
            notices,
            "alerts",
            Alerts.ofOne(List.of(alert)),
            "tiles",
            List.of()));
    pages.put(
        "case-overview noticed",
        framed(
            "overview",
            true,
            "alerts",
            Alerts.of(
                Map.of(child, new PersonName("Ema", "Dvořáková")), Map.of(child, List.of(alert)))));
    List<Choice> kinds = List.of(new Choice("ALLERGY", "allergy"));
    pages.put("safety-form", model("person", person(false), "kinds", kinds));
    pages.put(
        "safety-form edit",
        model("person", person(false), "kinds", kinds, "entry", now, "form", stale("what")));
    pages.put("safety-withdraw", model("person", person(false), "entry", lasting));
  }

  private void files(Map<String, Map<String, Object>> pages) {
    record Row(CaseFiles.Header file, String keyWorker) {}
    pages.put(
        "files",
        model(
            "files",
            new Page<>(
                List.of(new Row(header(true), "Mgr. Jana Malá"), new Row(header(false), null)),
                "abc"),
            "status",
            "OPEN",
            "statuses",
            List.of("OPEN", "WINDING_DOWN", "CLOSED", "ALL")));
    pages.put(
        "files none",
        model(
            "files",
            Page.last(List.of()),
            "status",
            "CLOSED",
            "statuses",
            List.of("CLOSED", "ALL")));
    Map<String, Object> family =
        model(
            "carers",
            List.of("carer1", "carer2"),
            "children",
            List.of("child1", "child2"),
            "known",
            Map.of("child1", List.of(new Choice("new", "No"))),
            "kinds",
            List.of(new Choice("KINSHIP", "kinship")),
            "mediated",
            List.of(new Choice("YES", "yes")),
            "colleagues",
            List.of(new Choice("a", "Mgr. Jana Malá")));
    pages.put("family-new", family);
    Map<String, Object> wrong = new HashMap<>(family);
    wrong.put(
        "form",
        new Form(
            "org.opora.web",
            Map.of("familyName", List.of("Dvořáková <b>"), "child2given", List.of("Jan"))));
    pages.put("family-new wrong", wrong);
    Title title = new Title("Osobní kontakt", "Kontakt", "Visit");
    Timeline.Entry entry =
        new Timeline.Entry(
            Ids.next(), "case-registry", "visit", TODAY, title, "Jana Malá", "/files/" + file);
    Timeline.Entry gone = new Timeline.Entry(Ids.next(), "x", "x", TODAY, title, "Jana Malá", null);
    CaseFiles.Doubt doubt =
        new CaseFiles.Doubt(
            Ids.next(), "two-families", TODAY, child, file, "002/2026", Words.of("doubt.settle"));
    pages.put(
        "case-overview",
        framed(
            "overview",
            true,
            "cover",
            new CaseFiles.Cover(header(true), 1, TODAY, null, TODAY, List.of(doubt)),
            "news",
            List.of(
                news(
                    new Visits.ChildSeen(
                        child, TODAY, true, TODAY, "Chci psa.", Visits.ViewLearntBy.PLAY)),
                news(null)),
            "latest",
            List.of(entry, gone),
            "duties",
            "/duties/files/" + file));
    pages.put(
        "case-overview bare",
        framed(
            "overview",
            false,
            "cover",
            new CaseFiles.Cover(header(false), 1, TODAY, null, null, List.of()),
            "news",
            List.of(),
            "latest",
            List.of()));
    pages.put(
        "case-timeline",
        framed("timeline", true, "entries", new Page<>(List.of(entry, gone), "n")));
    pages.put("case-timeline none", framed("timeline", true, "entries", Page.last(List.of())));
    record CarerNow(CaseFiles.Carer carer, org.opora.api.text.Text age) {}
    record Worker(String name, RelationKind kind, LocalDate from, LocalDate until) {}
    pages.put(
        "case-people",
        framed(
            "people",
            true,
            "carersNow",
            List.of(
                new CarerNow(header(true).carers().get(0), Words.age(TODAY.minusYears(41), TODAY))),
            "history",
            new CaseFiles.History(
                List.of(),
                List.of(new CaseFiles.Part(carer, new PersonName("Jan", "Dvořák"), TODAY, TODAY))),
            "workers",
            List.of(
                new Worker("Jana Malá", RelationKind.KEY_WORKER, TODAY, null),
                new Worker("Eva Nová", RelationKind.DEPUTY, TODAY, TODAY))));
    pages.put(
        "case-people none",
        framed(
            "people",
            false,
            "carersNow",
            List.of(),
            "history",
            new CaseFiles.History(List.of(), List.of()),
            "workers",
            List.of()));
    Agreements.Agreement agreement =
        new Agreements.Agreement(
            AgreementId.next(),
            3,
            file,
            CareKind.KINSHIP,
            false,
            TODAY.minusYears(1),
            null,
            "Praha 4");
    Placements.Stay stay =
        new Placements.Stay(
            PlacementId.next(),
            2,
            file,
            child,
            ChildFileId.next(),
            new PersonName("Ema", "Dvořáková"),
            null,
            TODAY.minusYears(1),
            null,
            "12 P 3/2025");
    pages.put(
        "case-agreement",
        framed("agreement", true, "agreements", List.of(agreement), "stays", List.of(stay)));
    pages.put(
        "case-agreement none",
        framed("agreement", false, "agreements", List.of(), "stays", List.of()));
    record Tab(String id, int order, org.opora.api.text.Text title, String content) {}
    pages.put(
        "case-tab",
        framed(
            "contacts",
            true,
            "contributed",
            new Tab("contacts", 500, Words.of("files.menu"), "/m/x")));
    pages.put("case-tab missing", framed("contacts", true, "missing", true));
    pages.put(
        "card-families",
        model("recent", List.of(new Timeline.Recent(file, "001/2026", "Dvořákovi", entry))));
    pages.put("card-families none", model("recent", List.of()));
    List<Choice> known = List.of(new Choice("a", "Ema"), new Choice("new", "No"));
    List<Choice> colleagues = List.of(new Choice("a", "Jana Malá"));
    pages.put("carer-new", framed(null, true, "known", List.of()));
    pages.put("carer-new known", framed(null, true, "known", known, "form", wrong("known")));
    pages.put("child-new", framed(null, true, "known", List.of()));
    pages.put("child-new known", framed(null, false, "known", known, "form", wrong("known")));
    pages.put("workers", framed(null, true, "colleagues", colleagues));
    List<Choice> kinds = List.of(new Choice("KINSHIP", "kinship"));
    List<Choice> mediated = List.of(new Choice("YES", "yes"), new Choice("NO", "no"));
    pages.put("agreement-new", framed(null, false, "kinds", kinds, "mediated", mediated));
    pages.put(
        "agreement-edit",
        framed(
            null,
            true,
            "agreement",
            agreement,
            "kinds",
            kinds,
            "mediated",
            mediated,
            "form",
            stale("kind")));
    pages.put("stay-edit", framed(null, true, "stay", stay, "form", stale("since")));
    pages.put(
        "cover-edit",
        framed(
            null,
            true,
            "cover",
            new CaseFiles.Cover(header(true), 1, TODAY, null, null, List.of()),
            "form",
            stale("openedOn")));
    record Ending(
        String code, String field, long version, String back, org.opora.api.text.Text lead) {}
    for (String code : List.of("agreement", "stay", "carer", "file")) {
      Ending ending = new Ending(code, "until", 1, "/files/" + file, Words.of("files.menu"));
      pages.put("end-form " + code, framed(null, true, "ending", ending, "action", "/x"));
      pages.put(
          "end-confirm " + code,
          framed(
              null,
              true,
              "ending",
              ending,
              "action",
              "/x",
              "day",
              TODAY,
              "consequences",
              List.of(Words.of("end.agreement.will.children", 2)),
              "form",
              new Form("org.opora.web", Map.of("version", List.of("1")))));
    }
  }

  private void care(Map<String, Map<String, Object>> pages) {
    Visits.ChildPart part =
        new Visits.ChildPart(child, false, "spala", "Chci psa.", Visits.ViewLearntBy.DRAWING);
    Visits.Present present = new Visits.Present(child, new PersonName("Ema", "Dvořáková"), true);
    Visits.Present adult = new Visits.Present(carer, new PersonName("Jan", "Dvořák"), false);
    Visits.VisitView view =
        new Visits.VisitView(
            visit,
            4,
            file,
            TODAY,
            LocalTime.of(14, 30),
            75,
            true,
            Visits.Place.HOME,
            List.of(adult, present),
            List.of(part),
            "Klidná návštěva.",
            "Jana Malá");
    record Met(Visits.Present who, Visits.ChildPart part) {}
    pages.put(
        "visit",
        framed(
            null,
            true,
            "visit",
            view,
            "met",
            List.of(new Met(adult, null), new Met(present, part))));
    pages.put(
        "visit moved", framed(null, true, "visit", view, "met", List.of(new Met(present, null))));
    record Attendee(PersonId person, PersonName name, boolean child, org.opora.api.text.Text age) {}
    record Row(Attendee who, Visits.ChildPart part, YesNo alone) {}
    Attendee ema =
        new Attendee(
            child,
            new PersonName("Ema", "Dvořáková"),
            true,
            Words.age(TODAY.minusMonths(9), TODAY));
    Attendee jan = new Attendee(carer, new PersonName("Jan", "Dvořák"), false, null);
    Object[] fields = {
      "place", Visits.Place.HOME,
      "announced", YesNo.YES,
      "places", List.of(new Choice("HOME", "home")),
      "learnt", List.of(new Choice("PLAY", "play")),
      "announcedChoices", List.of(new Choice("YES", "yes"), new Choice("NO", "no")),
      "aloneChoices", List.of(new Choice("YES", "yes"), new Choice("NO", "no")),
      "presentChoices",
          List.of(new Choice(child.toString(), "Ema"), new Choice(carer.toString(), "Jan")),
      "presentValues", List.of(child.toString()),
      "rows", List.of(new Row(ema, null, null), new Row(jan, null, null))
    };
    pages.put("visit-form", framed(null, true, fields));
    Map<String, Object> edit = framed(null, true, fields);
    edit.put("visit", view);
    edit.put("rows", List.of(new Row(ema, part, YesNo.NO), new Row(jan, null, null)));
    edit.put("form", stale("present"));
    pages.put("visit-form edit", edit);
    pages.put(
        "visits",
        framed(
            "timeline",
            true,
            "visits",
            new Page<>(
                List.of(
                    new Visits.VisitLine(
                        visit, TODAY, null, null, false, Visits.Place.OTHER, 3, "Jana Malá")),
                "n")));
    pages.put("visits none", framed("timeline", true, "visits", Page.last(List.of())));
  }

  private void staff(Map<String, Map<String, Object>> pages) {
    record Row(StaffId id, String name, Accounts.State state, List<String> roles) {}
    pages.put(
        "staff",
        model(
            "manages",
            true,
            "members",
            List.of(
                new Row(
                    StaffId.next(),
                    "Jana Malá",
                    Accounts.State.ACTIVE,
                    List.of("director", "key-worker")),
                new Row(StaffId.next(), "Eva Nová", Accounts.State.NONE, List.of()))));
    pages.put("staff none", model("members", List.of()));
    pages.put("staff-new", model("form", wrong("name")));
    Staff.Member member = new Staff.Member(StaffId.next(), 2, "Jana Malá");
    for (Accounts.State state : Accounts.State.values()) {
      pages.put(
          "staff-member " + state,
          model(
              "member",
              member,
              "manages",
              true,
              "state",
              state,
              "given",
              List.of("director"),
              "choices",
              List.of(new Choice("director", "director"))));
    }
    pages.put(
        "staff-invited",
        model(
            "member",
            member,
            "code",
            "ABCD-EFGH",
            "roles",
            List.of("director", "it-administrator")));
    pages.put("staff-disable", model("member", member));
  }

  private void tasks(Map<String, Map<String, Object>> pages) {
    About about = About.person(child, file);
    TaskLine late =
        task(about, "Zavolat do školy", null, TODAY.minusDays(2), Urgency.OVERDUE, null);
    TaskLine pushed =
        task(about, null, new Title("Zápis", "Notatka", "Write up"), null, Urgency.UNDATED, null);
    TaskLine soon = task(About.NOBODY, "Čaj", null, TODAY, Urgency.SOON, null);
    TaskLine later = task(About.NOBODY, "Káva", null, TODAY.plusDays(9), Urgency.LATER, null);
    TaskLine done = task(about, "Hotovo", null, TODAY, null, TODAY);
    List<TaskLine> lines = List.of(late, pushed, soon, later, done);
    List<Choice> colleagues = List.of(new Choice("a", "Jana Malá"));
    pages.put(
        "tasks",
        model(
            "tasks",
            new Page<>(lines, "n"),
            "whose",
            "a",
            "mine",
            false,
            "done",
            false,
            "everybody",
            true,
            "colleagues",
            colleagues,
            "here",
            "/tasks?whose=a&show=open"));
    pages.put(
        "tasks none",
        model(
            "tasks",
            Page.last(List.of()),
            "whose",
            "mine",
            "mine",
            true,
            "done",
            true,
            "everybody",
            false,
            "colleagues",
            List.of(),
            "here",
            "/tasks?whose=mine&show=done"));
    pages.put("tasks-card", model("tasks", new Page<>(lines, "n"), "mine", true, "narrow", true));
    pages.put("tasks-card none", model("tasks", Page.last(List.of()), "mine", true));
    pages.put(
        "tasks-part",
        model(
            "file",
            header(true),
            "tasks",
            new Page<>(lines, "n"),
            "finished",
            List.of(done),
            "brief",
            false));
    for (boolean brief : List.of(true, false)) {
      pages.put(
          "tasks-part none " + brief,
          model(
              "file",
              header(true),
              "tasks",
              Page.last(List.of()),
              "finished",
              List.of(),
              "brief",
              brief));
    }
    for (TaskLine line : lines) {
      pages.put("task " + line.id(), model("task", line, "version", 3));
      pages.put(
          "task stale " + line.id(),
          model("task", line, "version", 3, "form", stale("note"), "typed", "Vyřízeno jinak."));
    }
    pages.put("task wrong", model("task", late, "version", 3, "form", wrong("note")));
    Object[] fields = {
      "action", "/x", "draft", "x", "back", "/y", "doer", "a", "doers", colleagues
    };
    pages.put("task-form", model(fields));
    Map<String, Object> inFile = framed(null, true, fields);
    inFile.put("abouts", List.of(new Choice(file.toString(), "Rodina")));
    inFile.put("visit", visit);
    inFile.put("form", wrong("about"));
    pages.put("task-form file", inFile);
    for (TaskLine line : List.of(late, pushed, soon)) {
      Map<String, Object> edit = model(fields);
      edit.put("task", line);
      edit.put("version", 3);
      pages.put("task-form edit " + line.id(), edit);
      Map<String, Object> again = new HashMap<>(edit);
      again.put("form", stale("doer"));
      pages.put("task-form stale " + line.id(), again);
    }
  }

  private TaskLine task(
      About about, String what, Title title, LocalDate due, Urgency urgency, LocalDate doneOn) {
    boolean nobody = about.nobody();
    return new TaskLine(
        TaskId.next(),
        3,
        what,
        title,
        about,
        nobody ? null : new FileLabel(file, "001/2026", "Dvořákovi"),
        nobody ? null : child,
        nobody ? null : "Ema Dvořáková",
        StaffId.next(),
        "Mgr. Jana Malá",
        "Eva Nová",
        TODAY,
        due,
        urgency,
        doneOn,
        doneOn == null ? null : "Eva Nová",
        doneOn == null ? null : "Vyřízeno.",
        title == null ? null : "/files/" + file + "/visits/" + visit);
  }

  private Map<String, Object> framed(String tab, boolean rich, Object... more) {
    record Chip(PersonId person, PersonName name, org.opora.api.text.Text age) {}
    record Strip(String id, org.opora.api.text.Text title, String href) {}
    Map<String, Object> model = model(more);
    model.put("file", header(rich));
    model.put(
        "children",
        rich
            ? List.of(
                new Chip(
                    child,
                    new PersonName("Ema", "Dvořáková"),
                    Words.age(TODAY.minusYears(8), TODAY)))
            : List.of());
    model.put("keyWorker", rich ? "Mgr. Jana Malá" : null);
    model.put("deputy", null);
    model.put("tab", tab);
    model.put(
        "tabs",
        List.of(
            new Strip("overview", Words.of("case.tab.overview"), "/files/" + file),
            new Strip("people", Words.of("case.tab.people"), "/files/" + file + "/people")));
    return model;
  }

  private Map<String, Object> model(Object... namesAndValues) {
    Map<String, Object> model = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      model.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return model;
  }

  private Form wrong(String field) {
    Form form = new Form("org.opora.web", Map.of());
    form.error(field, "form.required");
    return form;
  }

  private Form stale(String field) {
    Form form = wrong(field);
    form.stale();
    return form;
  }

  private CaseFiles.Header header(boolean rich) {
    return new CaseFiles.Header(
        file,
        "001/2026",
        rich ? FileStatus.OPEN : FileStatus.WINDING_DOWN,
        "Dvořákovi",
        rich
            ? List.of(
                new CaseFiles.Carer(carer, new PersonName("Jan", "Dvořák"), TODAY.minusYears(41)))
            : List.of(),
        rich
            ? List.of(
                new CaseFiles.Child(
                    child,
                    ChildFileId.next(),
                    new PersonName("Ema", "Dvořáková"),
                    TODAY.minusYears(8),
                    TODAY))
            : List.of(),
        rich ? StaffId.next() : null,
        null,
        rich
            ? new CaseFiles.AgreementLine(
                AgreementId.next(), CareKind.LONG_TERM, true, TODAY.minusYears(1), TODAY)
            : null,
        rich);
  }

  private Object news(Visits.ChildSeen seen) {
    record News(
        PersonId person,
        PersonName name,
        org.opora.api.text.Text age,
        LocalDate placedOn,
        Visits.ChildSeen seen) {}
    return new News(
        child,
        new PersonName("Ema", "Dvořáková"),
        Words.age(TODAY.minusYears(8), TODAY),
        TODAY,
        seen);
  }

  private PersonView person(boolean masked) {
    return new PersonView(
        child,
        3,
        new PersonName("Ema", "Dvořáková"),
        masked ? null : TODAY.minusYears(8),
        masked ? null : "185412/1234",
        masked ? null : "+420 600 000 000",
        null,
        masked ? null : new NewPerson.Address("Dlouhá 1", "Praha", "110 00"),
        masked,
        List.of(new PersonView.FileRef(file, "001/2026", "CHILD", TODAY, masked ? TODAY : null)),
        masked ? Set.of("phone", "email", "address", "nationalId") : Set.of());
  }
}
