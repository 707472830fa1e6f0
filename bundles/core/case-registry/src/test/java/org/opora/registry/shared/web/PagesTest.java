package org.opora.registry.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.care.Visits;
import org.opora.api.choices.Choices;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.EndingWay;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.files.LeavingWay;
import org.opora.api.files.PartRole;
import org.opora.api.files.Placements;
import org.opora.api.files.ReopeningReason;
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
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Title;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.registry.complaints.application.ComplaintLine;
import org.opora.registry.complaints.application.ComplaintTerms;
import org.opora.registry.complaints.application.FormerLine;
import org.opora.registry.complaints.domain.Finding;
import org.opora.registry.complaints.domain.How;
import org.opora.registry.complaints.domain.Missing;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.AmendmentsDesk.AmendmentView;
import org.opora.registry.files.application.AmendmentsDesk.NewAmendment;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.application.Outlook;
import org.opora.registry.files.application.ProposalView;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.StepTaken;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.inspections.application.InspectionLine;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.overrides.application.OverrideLine;
import org.opora.registry.overrides.application.RuleMonths;
import org.opora.registry.people.application.Addresses;
import org.opora.registry.people.application.FormerNames;
import org.opora.registry.people.application.Reaching;
import org.opora.registry.people.application.Secrecy;
import org.opora.registry.people.application.Speech;
import org.opora.registry.people.domain.AddressKind;
import org.opora.registry.people.domain.Likeness;
import org.opora.registry.people.domain.NameKind;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.ReachKind;
import org.opora.registry.people.domain.Whose;
import org.opora.registry.people.web.BesidePages;
import org.opora.registry.people.web.Languages;
import org.opora.registry.people.web.Question;
import org.opora.registry.people.web.RecordSection;
import org.opora.registry.people.web.SecrecyForms;
import org.opora.registry.post.application.LetterLine;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
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

  /**
   * Pages of the directory, of the house and of files of other kinds, shown by the tests of their
   * doors.
   */
  private static final Set<String> OTHERWHERE =
      Set.of(
          "directory",
          "body",
          "body-form",
          "body-replace",
          "official-form",
          "house-centre-back",
          "house-centre-form",
          "house-centre-preview",
          "addressees",
          "archive",
          "archive-due",
          "archive-file",
          "authority-form",
          "balance-form",
          "house-choice-days",
          "house-choice-form",
          "house-choice-list",
          "house-choice-offer",
          "house-choice-preview",
          "house-choice-retire",
          "house-choice-words",
          "house-choices",
          "house-done",
          "rhythm-end",
          "rhythm-form",
          "house-insurance-form",
          "house-keeping",
          "house-keeping-preview",
          "house-law",
          "house-law-confirm",
          "house-mandate",
          "house-mandate-form",
          "house-reading",
          "house-role",
          "house-role-new",
          "house-role-retire",
          "house-roles",
          "house-roles-table",
          "file-why",
          "person-why",
          "house-reading-preview",
          "house-service",
          "house-settings",
          "house-number",
          "house-state-form",
          "file-kinds",
          "case-new",
          "adult-new",
          "kind-turn",
          "own-file",
          "stages-part",
          "stage-form",
          "aims-part",
          "aim",
          "aim-versions",
          "plan",
          "plan-form",
          "plan-print",
          "plan-review",
          "plan-versions",
          "plans-part",
          "education-form",
          "education-print",
          "excuse-form",
          "help-form",
          "promise-form",
          "data-requests",
          "data-request",
          "data-request-form",
          "data-request-extend",
          "data-request-answer",
          "ledger-entry",
          "ledger-list",
          "ledger-strike",
          "ledgers-part",
          "ledgers-print",
          "respite-form",
          "stand",
          "readiness",
          "views-part",
          "views-shown",
          "view-form",
          "view-readers",
          "aim-form",
          "aim-review");

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
      // The pages of some rooms are shown by tests of their own.
      if (Files.readString(template).contains("import \"shell:")
          && !name.matches(
              "(import|kin|standards|rule|grant|emergency|opening|trail|wall|seal|export).*")
          && !OTHERWHERE.contains(name)) {
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
    post(pages);
    complaints(pages);
    inspections(pages);
    overrides(pages);
    new ChildLawPages(
            person(false), child, carer, file, stale("kind"), more -> framed(null, true, more))
        .into(pages);
    pages.putAll(new IntakeSamples(TODAY).pages(framed(null, true), wrong("on"), stale("on")));
    return pages;
  }

  private void overrides(Map<String, Map<String, Object>> pages) {
    YearMonth now = YearMonth.from(TODAY);
    List<YearMonth> months = List.of(now.minusMonths(1), now);
    List<RuleMonths.Cell> cells =
        List.of(new RuleMonths.Cell(months.get(0), 0), new RuleMonths.Cell(now, 5));
    pages.put(
        "overrides",
        model(
            "table",
            new RuleMonths(
                months,
                List.of(new RuleMonths.Row("x.rule", "Dítě <má> dva rodiče", cells, 5)),
                cells,
                5),
            "labels",
            List.of("10/2026", "11/2026")));
    pages.put(
        "overrides none",
        model("table", new RuleMonths(months, List.of(), cells, 0), "labels", List.of()));
    Page<OverrideLine> lines =
        new Page<>(
            List.of(
                new OverrideLine(
                    Ids.next(),
                    TODAY,
                    Subject.of(file),
                    new FileLabel(file, "001/2026", "Malá"),
                    "Dítě má dva rodiče",
                    "jiný důvod",
                    "tak <to> je",
                    "Jana Malá",
                    "/people"),
                new OverrideLine(
                    Ids.next(), TODAY, Subject.of(child), null, "Pravidlo", "x", null, null, null)),
            "abc");
    pages.put("overrides-list", overridesList(lines, "", ""));
    pages.put("overrides-list none", overridesList(Page.last(List.of()), "x.rule", "2026-11"));
  }

  private Map<String, Object> overridesList(Page<OverrideLine> lines, String rule, String month) {
    return model(
        "overrides",
        lines,
        "rule",
        rule,
        "month",
        month,
        "rules",
        List.of(new Choice("x.rule", "Dítě má dva rodiče")),
        "months",
        List.of(new Choice("2026-11", "11/2026")),
        "asked",
        "?rule=" + rule + "&month=" + month);
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
                    "001/2026",
                    "Malá"),
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
    record(pages);
    pages.put(
        "person masked",
        model(
            "person",
            person(true),
            "age",
            Words.age(null, TODAY),
            "tiles",
            List.of(),
            "entries",
            List.of(new Choice("1", "Ema Nová"))));
    pages.put("person-new", model());
    pages.put("person-new known", model("known", question(true, true), "form", wrong("known")));
    pages.put(
        "person-new elsewhere", model("known", question(false, true), "form", wrong("known")));
    pages.put("people-beside", model("before", person(false), "fresh", person(false)));
    pages.put(
        "people-beside joined",
        model(
            "before",
            person(true),
            "fresh",
            person(false),
            "parting",
            List.of(
                new BesidePages.Side("Ema Dvořáková", List.of(), List.of("Ema Dvořáková")),
                new BesidePages.Side("Ema Nová", List.of("Eva Nová", "Ema N."), List.of()))));
    pages.put("person-edit", model("person", person(false)));
    pages.put("person-edit masked", model("person", person(true)));
    pages.put("person-edit stale", model("person", person(false), "form", stale("given")));
  }

  private Question question(boolean here, boolean elsewhere) {
    PersonHit known =
        new PersonHit(child, new PersonName("Ema", "Dvořáková"), TODAY, file, "001/2026");
    PersonHit undated = new PersonHit(carer, new PersonName("Ema", ""), null, null, null);
    List<Question.Line> lines =
        List.of(
            new Question.Line(
                known,
                Stream.of(Likeness.Reason.values())
                    .map(reason -> Words.of("match.reason." + reason.name()))
                    .toList()),
            new Question.Line(undated, List.of(Words.of("match.reason.NO_BIRTH_DATE"))));
    return new Question(
        NewPerson.named("Ema", "Dvořáková", here ? TODAY : null),
        here ? lines : List.of(),
        here
            ? List.of(new Question.Line(undated, List.of(Words.of("match.reason.SAME_NAME"))))
            : List.of(),
        elsewhere,
        elsewhere ? Words.of("person.known.elsewhere", "Jana Malá") : null,
        List.of(new Choice("a", "Ema"), new Choice("new", "No")),
        "a elsewhere");
  }

  private void record(Map<String, Map<String, Object>> pages) {
    FormerNames.Name maiden =
        new FormerNames.Name(
            Ids.next(),
            1,
            child,
            new FormerNames.NewName(NameKind.MAIDEN, new PersonName("", "Malá"), TODAY));
    NewPerson.Address lines = new NewPerson.Address("Dlouhá 1", "Praha", "110 00");
    Period lasting = new Period(TODAY, null);
    Period over = new Period(null, TODAY.minusDays(1));
    Addresses.Address now = address(null, AddressKind.LIVES, lines, lasting, false, true);
    Addresses.Address box = address(Ids.next(), AddressKind.POST, lines, lasting, true, false);
    Addresses.Address withheld =
        address(Ids.next(), AddressKind.PERMANENT, null, new Period(null, null), false, true);
    Addresses.Address former = address(Ids.next(), AddressKind.LIVES, lines, over, false, true);
    Addresses.Address gone = address(Ids.next(), AddressKind.LIVES, null, over, false, true);
    Reaching.Way first = way(null, ReachKind.PHONE, false, false, lasting);
    Reaching.Way neighbour = way(Ids.next(), ReachKind.PHONE, true, false, lasting);
    Reaching.Way never = way(Ids.next(), ReachKind.EMAIL, false, true, lasting);
    Reaching.Way left = way(Ids.next(), ReachKind.DATA_BOX, false, false, over);
    Secrecy.Entry known =
        new Secrecy.Entry(Ids.next(), 1, child, carer, "Jan", "12 P 1/2026", lasting, false, true);
    Secrecy.Entry words =
        new Secrecy.Entry(Ids.next(), 1, child, null, "rodina otce", null, lasting, false, false);
    Secrecy.Entry settled =
        new Secrecy.Entry(Ids.next(), 1, child, null, "strýc", null, over, true, false);
    Languages.Said said = new Languages.Said("ukrajinština", "čeština", true);
    for (boolean onPaper : List.of(false, true)) {
      pages.put(
          "person recorded " + onPaper,
          recorded(
              new RecordSection.Section(
                  List.of(maiden),
                  said,
                  List.of(now, box, withheld),
                  List.of(former, gone),
                  false,
                  true,
                  List.of(first, neighbour, never),
                  List.of(left),
                  List.of(known, words),
                  List.of(settled),
                  List.of(new Secrecy.Hidden(carer, new PersonName("Eva", "Malá"), TODAY)),
                  onPaper)));
    }
    pages.put(
        "person recorded withheld",
        recorded(
            new RecordSection.Section(
                List.of(),
                new Languages.Said(null, "", false),
                List.of(withheld),
                List.of(),
                true,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false)));
    List<Choice> choices = List.of(new Choice("LIVES", "lives"));
    forms(pages, "name-form", maiden, "kind", "kinds", choices);
    forms(pages, "address-form", box, "town", "kinds", choices);
    forms(pages, "address-now", now, "town");
    forms(pages, "reach-form", never, "detail", "kinds", choices, "owners", choices);
    SecrecyForms.Offer offer = new SecrecyForms.Offer(choices, true, "Jan");
    forms(pages, "kept-form", known, "who", "offer", offer);
    pages.put(
        "kept-form known", model("person", person(true), "offer", offer, "form", wrong("whom")));
    for (Form form : List.of(wrong("motherTongue"), stale("motherTongue"))) {
      pages.put(
          "language-form " + form.isStale(),
          model(
              "person",
              person(false),
              "spoken",
              new Speech.Spoken(1, "uk", List.of("cs"), true),
              "understood",
              List.of("cs", "", "", ""),
              "now",
              said,
              "languages",
              List.of(new Choice("uk", "ukrajinština")),
              "others",
              List.of("understands1", "understands2"),
              "form",
              form));
    }
  }

  private Map<String, Object> recorded(RecordSection.Section section) {
    return model(
        "person",
        person(true),
        "age",
        Words.age(TODAY, TODAY),
        "tiles",
        List.of(),
        "record",
        section);
  }

  private void forms(
      Map<String, Map<String, Object>> pages,
      String template,
      Object entry,
      String field,
      Object... more) {
    Map<String, Object> blank = model(more);
    blank.put("person", person(false));
    Map<String, Object> stale = new HashMap<>(blank);
    stale.put("entry", entry);
    stale.put("form", stale(field));
    pages.put(template + " stale", stale);
    if (!template.equals("address-now")) {
      pages.put(template, blank);
    }
  }

  private Addresses.Address address(
      UUID id,
      AddressKind kind,
      NewPerson.Address lines,
      Period period,
      boolean mayBeTold,
      boolean kept) {
    return new Addresses.Address(
        id, 1, child, kind, lines, period, mayBeTold, kept, period.over(TODAY));
  }

  private Reaching.Way way(
      UUID id, ReachKind kind, boolean preferred, boolean never, Period period) {
    return new Reaching.Way(
        id,
        1,
        child,
        kind,
        Whose.NEIGHBOUR,
        "600 100 200",
        "paní Nová",
        preferred,
        never,
        period,
        period.over(TODAY));
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
    Safety.NewNotice apart =
        new Safety.NewNotice(Safety.Kind.MUST_NOT_MEET, "Soud", "otec", null, TODAY, null, carer);
    Safety.Notice named =
        new Safety.Notice(
            Ids.next(),
            1,
            child,
            apart,
            true,
            null,
            null,
            null,
            "Jana Malá",
            new PersonName("Jan", "Dvořák"),
            false);
    Safety.NewNotice nobody =
        new Safety.NewNotice(Safety.Kind.MUST_NOT_MEET, "Soud", null, null, TODAY, null);
    Safety.Notice hidden =
        new Safety.Notice(
            Ids.next(), 1, child, nobody, true, null, null, null, "Jana Malá", null, true);
    List<Safety.Notice> notices = List.of(now, lasting, named, hidden, gone);
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
    Map<String, Boolean> looked = Map.of("nobody", true, "more", true);
    pages.put(
        "safety-form",
        model("person", person(false), "kinds", kinds, "people", List.of(), "looked", looked));
    pages.put(
        "safety-form edit",
        model(
            "person",
            person(false),
            "kinds",
            kinds,
            "people",
            List.of(new Choice(carer.toString(), "Jana Dvořáková")),
            "entry",
            named,
            "form",
            stale("what")));
    pages.put(
        "safety-form hidden",
        model("person", person(false), "kinds", kinds, "people", List.of(), "entry", hidden));
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
            "kind",
            "ALL",
            "kinds",
            FileKind.values(),
            "statuses",
            List.of("OPEN", "WINDING_DOWN", "CLOSED", "ALL")));
    pages.put(
        "files none",
        model(
            "files",
            Page.last(List.of()),
            "status",
            "CLOSED",
            "kind",
            "FAMILY",
            "kinds",
            FileKind.values(),
            "statuses",
            List.of("CLOSED", "ALL")));
    Map<String, Object> family =
        model(
            "carers",
            List.of("carer1", "carer2"),
            "children",
            List.of("child1", "child2"),
            "known",
            Map.of("carer1", question(true, false), "child1", question(true, true)),
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
            Ids.next(),
            "case-registry",
            "visit",
            Ids.next(),
            TODAY,
            title,
            "Jana Malá",
            "/files/" + file);
    Timeline.Entry gone =
        new Timeline.Entry(Ids.next(), "x", "x", Ids.next(), TODAY, title, "Jana Malá", null);
    CaseFiles.Doubt doubt =
        new CaseFiles.Doubt(
            Ids.next(), "two-families", TODAY, child, file, "002/2026", Words.of("doubt.settle"));
    pages.put(
        "case-overview",
        framed(
            "overview",
            true,
            "cover",
            new CaseFiles.Cover(
                header(true),
                1,
                TODAY,
                null,
                null,
                false,
                List.of(
                    new CaseFiles.Reopening(
                        TODAY, ClosingReason.MOVED, TODAY, ReopeningReason.CAME_BACK)),
                TODAY,
                List.of(doubt),
                true),
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
            new CaseFiles.Cover(
                header(false),
                1,
                TODAY,
                TODAY,
                new Choices.Term(
                    ClosingReason.AGREEMENT_ENDED, new Title("skončila", "koniec", "ended")),
                true,
                List.of(),
                null,
                List.of(),
                false),
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
                List.of(
                    new CaseFiles.Part(
                        carer,
                        PartRole.CARER,
                        new PersonName("Jan", "Dvořák"),
                        TODAY,
                        TODAY,
                        new Leaving(LeavingWay.SEPARATED, TODAY, TODAY, "MUXY/5/2026")))),
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
    agreements(pages, agreement, stay);
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
    Question known = question(true, false);
    List<Choice> colleagues = List.of(new Choice("a", "Jana Malá"));
    pages.put("carer-new", framed(null, true));
    pages.put("carer-new known", framed(null, true, "known", known, "form", wrong("known")));
    pages.put("child-new", framed(null, true));
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
            "life",
            takenOver(agreement),
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
            new CaseFiles.Cover(
                header(true), 1, TODAY, null, null, false, List.of(), null, List.of(), false),
            "form",
            stale("openedOn")));
    record Ending(
        String code, String field, long version, String back, org.opora.api.text.Text lead) {}
    for (String code :
        List.of("closing", "stay", "carer", "file", "member", "adult", "case", "again")) {
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
    Ending again = new Ending("again", "until", 1, "/files/" + file, Words.of("files.menu"));
    List<Choice> coming = List.of(new Choice("1", "Ema Dvořáková"), new Choice("2", "Jan Novák"));
    pages.put(
        "end-form coming", framed(null, true, "ending", again, "action", "/x", "coming", coming));
    for (List<String> chosen : List.of(List.of("1"), List.<String>of())) {
      pages.put(
          "end-confirm coming " + chosen.size(),
          framed(
              null,
              true,
              "ending",
              again,
              "action",
              "/x",
              "day",
              TODAY,
              "consequences",
              List.of(Words.of("end.again.will.chosen")),
              "coming",
              coming,
              "chosen",
              chosen,
              "form",
              new Form("org.opora.web", Map.of("version", List.of("1")))));
    }
  }

  private static AgreementLife takenOver(Agreements.Agreement agreement) {
    return new AgreementLife(
        agreement,
        AgreementState.ACTIVE,
        true,
        null,
        null,
        TODAY.minusYears(3),
        TODAY.minusYears(1),
        null,
        null,
        null,
        List.of(),
        true,
        true);
  }

  private void agreements(
      Map<String, Map<String, Object>> pages,
      Agreements.Agreement agreement,
      Placements.Stay stay) {
    List<Choice> yesNo = List.of(new Choice("YES", "yes"), new Choice("NO", "no"));
    Outlook outlook =
        new Outlook(
            TODAY.plusDays(10),
            Words.of("end.agreement.will.end", TODAY),
            Words.of("files.menu"),
            List.of(Words.of("end.agreement.will.duties")));
    AgreementLife takenOver = takenOver(agreement);
    List<StepTaken> steps =
        List.of(
            new StepTaken(
                AgreementState.CONSENT_REFUSED,
                TODAY.minusDays(20),
                "MUXY/0/2026",
                null,
                "Chybí souhlas dítěte."),
            new StepTaken(
                AgreementState.DROPPED,
                TODAY.minusDays(19),
                null,
                Words.of("proposal.reason.WITHDRAWN"),
                null),
            new StepTaken(AgreementState.CONSENT_GRANTED, TODAY, "MUXY/1/2026"),
            new StepTaken(AgreementState.SIGNED, TODAY, null));
    Agreements.Agreement over =
        new Agreements.Agreement(
            AgreementId.next(),
            3,
            file,
            CareKind.TEMPORARY,
            true,
            TODAY.minusYears(2),
            TODAY.minusDays(20),
            null);
    AgreementLife ended =
        new AgreementLife(
            over,
            AgreementState.WIND_DOWN,
            false,
            TODAY.minusYears(3),
            "MUXY/1/2024",
            TODAY.minusYears(3),
            null,
            new AgreementLife.End(
                EndingWay.CENTRE_NOTICE,
                TODAY.minusDays(70),
                Words.of("files.menu"),
                "Domluva obou stran.",
                outlook),
            new AgreementLife.End(EndingWay.AGREED, TODAY.minusDays(90), null, null, outlook),
            null,
            steps,
            false,
            false);
    Agreements.Agreement broken =
        new Agreements.Agreement(
            AgreementId.next(), 3, file, CareKind.KINSHIP, true, TODAY.plusDays(3), TODAY, null);
    AgreementLife neverBegun =
        new AgreementLife(
            broken,
            AgreementState.NEVER_BEGUN,
            false,
            TODAY,
            "MUXY/4/2026",
            TODAY,
            null,
            new AgreementLife.End(EndingWay.AGREED, TODAY, null, null, outlook),
            null,
            null,
            steps,
            false,
            false);
    ProposalView proposal =
        new ProposalView(
            AgreementId.next(),
            2,
            CareKind.LONG_TERM,
            true,
            "Praha 4",
            AgreementState.CONSENT_GRANTED,
            TODAY,
            TODAY.minusDays(30),
            TODAY.minusDays(31),
            TODAY.minusDays(9),
            TODAY.minusDays(1),
            "MUXY/2/2026",
            Words.of("end.agreement.will.end", TODAY),
            List.of(Step.REQUEST, Step.SIGN, Step.DROP),
            steps);
    AmendmentView amendment =
        new AmendmentView(
            Ids.next(),
            2,
            agreement.id(),
            new NewAmendment(
                TODAY, "Nová hlídající osoba.", true, TODAY, "MUXY/3/2026", TODAY.plusDays(9)));
    pages.put(
        "amendment-form",
        framed(
            null,
            true,
            "life",
            takenOver,
            "choosesRules",
            false,
            "action",
            "/x",
            "substantial",
            yesNo));
    pages.put("amendment-back", framed(null, true, "before", amendment, "action", "/x"));
    pages.put(
        "amendment-form edit",
        framed(
            null,
            true,
            "life",
            takenOver,
            "before",
            amendment,
            "choosesRules",
            true,
            "action",
            "/x",
            "substantial",
            yesNo,
            "form",
            stale("what")));
    pages.put(
        "case-agreement",
        framed(
            "agreement",
            true,
            "agreements",
            List.of(takenOver, ended, neverBegun),
            "proposals",
            List.of(proposal),
            "amendments",
            List.of(amendment),
            "stays",
            List.of(stay)));
    pages.put(
        "case-agreement none",
        framed(
            "agreement",
            false,
            "agreements",
            List.of(),
            "proposals",
            List.of(),
            "amendments",
            List.of(),
            "stays",
            List.of()));
    record Way(EndingWay way, String href) {}
    pages.put(
        "agreement-end",
        framed(
            null,
            true,
            "life",
            takenOver,
            "ways",
            Stream.of(EndingWay.values()).map(way -> new Way(way, "/x")).toList()));
    for (EndingWay way : EndingWay.values()) {
      pages.put(
          "agreement-end-form " + way,
          framed(
              null,
              true,
              "life",
              takenOver,
              "way",
              way,
              "action",
              "/x",
              "grounds",
              List.of(new Choice("cz.breach", "breach")),
              "computed",
              way.notice(),
              "notBegun",
              way == EndingWay.AGREED,
              "former",
              way == EndingWay.AGREED ? Words.of("files.menu") : null,
              "form",
              wrong("on")));
    }
    pages.put(
        "agreement-end-confirm",
        framed(
            null,
            true,
            "life",
            takenOver,
            "way",
            EndingWay.AGREED,
            "ending",
            new NewEnding(EndingWay.AGREED, TODAY, "cz.x", TODAY, "Domluva."),
            "outlook",
            outlook,
            "begins",
            true,
            "consequences",
            List.of(Words.of("end.agreement.will.children", 2)),
            "action",
            "/x",
            "form",
            new Form("org.opora.web", Map.of("version", List.of("1")))));
    pages.put(
        "agreement-end-back",
        framed(
            null,
            true,
            "life",
            ended,
            "action",
            "/x",
            "whys",
            List.of(new Choice("MISTAKE", "mistake"))));
    pages.put(
        "agreement-end-back never",
        framed(null, true, "life", neverBegun, "action", "/x", "whys", List.of()));
    pages.put("agreement-signature-back", framed(null, true, "life", ended, "action", "/x"));
    List<Choice> kinds = List.of(new Choice("KINSHIP", "kinship"));
    List<Choice> mediated = List.of(new Choice("YES", "yes"), new Choice("NO", "no"));
    pages.put("proposal-back", framed(null, true, "proposal", proposal, "action", "/x"));
    pages.put("proposal-new", framed(null, true, "kinds", kinds, "mediated", mediated));
    CaseFiles.Carer leaver =
        new CaseFiles.Carer(carer, PartRole.CARER, new PersonName("Jan", "Dvořák"), TODAY);
    record Leaves(LeavingWay way, String href) {}
    pages.put(
        "carer-leaves",
        framed(
            null,
            true,
            "carer",
            leaver,
            "ways",
            Stream.of(LeavingWay.values()).map(way -> new Leaves(way, "/x")).toList()));
    for (LeavingWay way : List.of(LeavingWay.SEPARATED, LeavingWay.DEATH)) {
      pages.put(
          "carer-leaves-form " + way,
          framed(null, true, "carer", leaver, "way", way, "action", "/x", "form", wrong("until")));
      pages.put(
          "carer-leaves-confirm " + way,
          framed(
              null,
              true,
              "carer",
              leaver,
              "leaving",
              new Leaving(way, TODAY, TODAY, "MUXY/5/2026"),
              "lastDay",
              TODAY,
              "consequences",
              List.of(Words.of("leaving.will.own", TODAY)),
              "action",
              "/x"));
    }
    pages.put(
        "proposal-edit",
        framed(
            null,
            true,
            "proposal",
            proposal,
            "kinds",
            kinds,
            "mediated",
            mediated,
            "action",
            "/x",
            "form",
            stale("on")));
    for (Step step : Step.values()) {
      pages.put(
          "proposal-step " + step,
          framed(
              null,
              true,
              "proposal",
              proposal,
              "step",
              step,
              "reasons",
              List.of(new Choice("WITHDRAWN", "Rodina v přípravě nepokračuje")),
              "reason",
              "WITHDRAWN",
              "action",
              "/x",
              "form",
              stale("on")));
    }
  }

  private void care(Map<String, Map<String, Object>> pages) {
    new CarePages(pages, framed(null, true), file, visit, child, carer).add();
    new NoteSamples(pages, framed(null, true), file, child, carer, stale("content")).add();
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
            "Jana Malá",
            40,
            27,
            TODAY.plusDays(3),
            false,
            true);
    record Met(Visits.Present who, Visits.ChildPart part) {}
    record Attendee(
        PersonId person,
        PersonName name,
        boolean child,
        org.opora.api.text.Text age,
        boolean unseen) {}
    record Row(Attendee who, Visits.ChildPart part, YesNo alone) {}
    Attendee ema =
        new Attendee(
            child,
            new PersonName("Ema", "Dvořáková"),
            true,
            Words.age(TODAY.minusMonths(9), TODAY),
            false);
    Attendee left =
        new Attendee(PersonId.next(), new PersonName("Ida", "Dvořáková"), true, null, true);
    Attendee jan = new Attendee(carer, new PersonName("Jan", "Dvořák"), false, null, false);
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
    edit.put("rows", List.of(new Row(ema, part, YesNo.NO), new Row(left, null, null)));
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
                        visit,
                        TODAY,
                        null,
                        null,
                        false,
                        Visits.Place.OTHER,
                        3,
                        "Jana Malá",
                        false)),
                "n")));
    pages.put("visits none", framed("timeline", true, "visits", Page.last(List.of())));
  }

  private void staff(Map<String, Map<String, Object>> pages) {
    pages.put("staff-new", model("form", wrong("name")));
    Staff.Member member = new Staff.Member(StaffId.next(), 2, "Jana Malá");
    new StaffRoomPages(pages, header(true), framed(null, true)).add();
    pages.put(
        "staff-invited",
        model("member", member, "code", "ABCD-EFGH", "roles", "Vedoucí", "waits", "Vedoucí"));
    pages.put(
        "staff-invited by directory",
        model("member", member, "code", "A", "roles", "Vedoucí", "waits", "", "directory", true));
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
    Title back = new Title("Půjčeno", "Wypożyczone", "Lent");
    TaskLine lent = task(about, null, back, TODAY.plusDays(9), Urgency.LATER, null);
    TaskLine settled = task(about, null, back, TODAY, null, TODAY);
    List<TaskLine> lines = List.of(late, pushed, soon, later, done, lent, settled);
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
        due == null ? null : due.minusDays(1),
        urgency,
        doneOn,
        doneOn == null ? null : "Eva Nová",
        doneOn == null ? null : "Vyřízeno.",
        title == null ? null : "/files/" + file + "/visits/" + visit,
        title == null ? Tasks.Tie.LOOSE : due == null ? Tasks.Tie.KEEPS : Tasks.Tie.SETTLES);
  }

  private void post(Map<String, Map<String, Object>> pages) {
    List<LetterLine> lines =
        List.of(
            letter(Direction.INCOMING, Urgency.OVERDUE, null, null),
            letter(Direction.INCOMING, Urgency.SOON, null, null),
            letter(Direction.INCOMING, Urgency.LATER, null, null),
            letter(Direction.INCOMING, Urgency.UNDATED, null, null),
            letter(Direction.INCOMING, null, TODAY, null),
            letter(Direction.INCOMING, null, null, null),
            letter(Direction.INCOMING, null, null, TODAY),
            letter(Direction.OUTGOING, null, null, null));
    pages.put(
        "post",
        model(
            "letters",
            new Page<>(lines, "n"),
            "way",
            "in",
            "show",
            "mine",
            "all",
            false,
            "family",
            header(true),
            "query",
            "way=in&show=mine"));
    for (boolean all : List.of(true, false)) {
      pages.put(
          "post none " + all,
          model(
              "letters",
              Page.last(List.of()),
              "way",
              "all",
              "show",
              "all",
              "all",
              all,
              "query",
              "way=all&show=all"));
    }
    pages.put("post-part", model("file", header(true), "letters", new Page<>(lines, "n")));
    pages.put("post-part none", model("file", header(true), "letters", Page.last(List.of())));
    List<PostDesk.Tie> ties =
        List.of(new PostDesk.Tie(Ids.next(), "13/2026"), new PostDesk.Tie(null, "12/2026"));
    for (LetterLine line : lines) {
      pages.put("letter " + line.id(), model("letter", line, "ties", List.of(), "version", 3));
      pages.put(
          "letter stale " + line.id(),
          model("letter", line, "ties", ties, "version", 3, "form", stale("answer")));
      pages.put("letter-strike-out " + line.id(), model("letter", line, "ties", ties));
      Map<String, Object> edit =
          model(
              "direction",
              line.direction(),
              "letter",
              line,
              "version",
              3,
              "channels",
              List.of(new Choice("POST", "post")),
              "doers",
              List.of(new Choice("a", "Jana Malá")),
              "action",
              "/x",
              "draft",
              "x",
              "fileNumber",
              "001/2026",
              "back",
              "/y",
              "form",
              stale("party"));
      pages.put("letter-form edit " + line.id(), edit);
      Map<String, Object> blank = new HashMap<>(edit);
      blank.keySet().removeAll(Set.of("letter", "version", "form", "fileNumber"));
      pages.put("letter-form " + line.direction(), blank);
      Map<String, Object> reply = new HashMap<>(blank);
      reply.put("answered", line);
      reply.put("form", wrong("matter"));
      pages.put("letter-form wrong " + line.id(), reply);
    }
  }

  private LetterLine letter(
      Direction direction, Urgency urgency, LocalDate settledOn, LocalDate voidOn) {
    boolean incoming = direction == Direction.INCOMING;
    return new LetterLine(
        Ids.next(),
        3,
        direction,
        "14/2026",
        TODAY,
        Channel.DATA_BOX,
        "Okresní soud <v Jičíně>",
        "Výzva k podání zprávy",
        urgency == Urgency.SOON ? "Volali předem." : null,
        incoming ? null : TODAY,
        incoming ? null : "Doručenka 12",
        Subject.of(file),
        urgency == Urgency.SOON ? null : new FileLabel(file, "001/2026", "Dvořákovi"),
        "Eva Nová",
        incoming ? StaffId.next() : null,
        incoming ? "Mgr. Jana Malá" : null,
        urgency == Urgency.UNDATED ? null : TODAY,
        urgency,
        settledOn,
        settledOn == null ? null : "Eva Nová",
        voidOn,
        voidOn == null ? null : "Eva Nová",
        voidOn == null ? null : "Zapsáno dvakrát");
  }

  private void complaints(Map<String, Map<String, Object>> pages) {
    List<ComplaintLine> lines =
        List.of(
            complaint(Urgency.OVERDUE, false, Missing.FINDING),
            complaint(Urgency.SOON, true, Missing.PUBLICATION),
            complaint(Urgency.LATER, false, Missing.ANSWER),
            complaint(Urgency.LATER, false, null),
            complaint(null, true, null),
            complaint(null, false, null),
            complaint(null, false, Missing.FINDING));
    List<FormerLine> former =
        List.of(
            new FormerLine(
                TODAY, How.BOX, null, "Nikdo <nevolá>", List.of("Bc. Jan Nový"), TODAY, "Eva Nová"),
            new FormerLine(
                TODAY, How.POST, "Jana Nová", "Nevolá", List.of(), TODAY.minusDays(1), "Eva Nová"));
    for (String show : List.of("open", "closed", "all")) {
      pages.put("complaints none " + show, model("complaints", Page.last(List.of()), "show", show));
      pages.put("complaints " + show, model("complaints", new Page<>(lines, "n"), "show", show));
    }
    pages.put("complaints-card", model("complaints", lines));
    pages.put("complaints-card none", model("complaints", List.of()));
    List<Choice> choices = List.of(new Choice("POST", "post"));
    for (ComplaintLine line : lines) {
      pages.put(
          "complaint " + line.id(), model("complaint", line, "version", 3, "former", List.of()));
      pages.put(
          "complaint stale " + line.id(),
          model("complaint", line, "version", 3, "former", former, "form", stale("x")));
      pages.put(
          "complaint-strike-out " + line.id(), model("complaint", line, "form", stale("reason")));
      pages.put("complaint-close " + line.id(), model("complaint", line));
      pages.put(
          "complaint-outcome " + line.id(),
          model(
              "complaint",
              line,
              "findings",
              choices,
              "ways",
              choices,
              "answerers",
              choices,
              "form",
              stale("answeredOn")));
      Map<String, Object> edit =
          model(
              "complaint",
              line,
              "version",
              3,
              "action",
              "/x",
              "draft",
              "x",
              "back",
              "/y",
              "days",
              30,
              "ways",
              choices,
              "colleagues",
              List.of(new Choice("a", "Jana Malá")),
              "handlers",
              choices,
              "aboutValues",
              List.of("a"),
              "form",
              stale("matter"));
      pages.put("complaint-form edit " + line.id(), edit);
      Map<String, Object> blank = new HashMap<>(edit);
      blank.keySet().removeAll(Set.of("complaint", "version", "form"));
      pages.put("complaint-form", blank);
    }
    pages.put(
        "complaint-term",
        model(
            "terms",
            List.of(
                new ComplaintTerms.Term(TODAY, 21, TODAY, "Eva Nová"),
                new ComplaintTerms.Term(TODAY.minusYears(20), 30, null, null)),
            "form",
            wrong("days")));
  }

  private ComplaintLine complaint(Urgency urgency, boolean anonymous, Missing missing) {
    boolean found = missing == null;
    return new ComplaintLine(
        Ids.next(),
        3,
        "3/2026",
        Subject.of(file),
        TODAY,
        How.IN_PERSON,
        anonymous,
        anonymous ? null : "Jana Nová, Dlouhá 1",
        "Nikdo mi <b>nevolá</b> zpět.",
        found ? List.of(StaffId.next()) : List.of(),
        found ? List.of("Mgr. Eva Malá", "Bc. Jan Nový") : List.of(),
        "Eva Nová",
        StaffId.next(),
        "Mgr. Jana Malá",
        30,
        TODAY.plusDays(urgency == Urgency.OVERDUE ? -1 : 5),
        urgency,
        found ? Finding.PARTLY : null,
        found ? "Nová pravidla" : null,
        found ? TODAY : null,
        found ? StaffId.next() : null,
        found ? "Mgr. Jana Malá" : null,
        found && !anonymous ? How.POST : null,
        found ? "Omlouváme se." : null,
        found && anonymous ? "Na nástěnce" : null,
        missing,
        found && urgency == null ? TODAY : null,
        found && urgency == null ? "Eva Nová" : null,
        !found && urgency == null ? TODAY : null,
        !found && urgency == null ? "Eva Nová" : null,
        !found && urgency == null ? "Zapsáno dvakrát" : null,
        urgency == Urgency.SOON);
  }

  private void inspections(Map<String, Map<String, Object>> pages) {
    InspectionLine lent = inspection(Deed.LENT, Asker.AUTHORITY, Urgency.SOON, null, null);
    InspectionLine late = inspection(Deed.LENT, Asker.CARER, Urgency.OVERDUE, null, null);
    InspectionLine back = inspection(Deed.LENT, Asker.OTHER, null, TODAY, null);
    InspectionLine looked = inspection(Deed.LOOKED, Asker.CHILD, null, null, null);
    InspectionLine copied = inspection(Deed.COPIED, Asker.PARENT, null, null, TODAY);
    InspectionLine refused = inspection(Deed.REFUSED, Asker.PARENT, null, null, null);
    List<InspectionLine> lines = List.of(lent, late, back, looked, copied, refused);
    List<Deed> deeds = List.of(Deed.values());
    pages.put(
        "inspections",
        model(
            "inspections",
            new Page<>(lines, "n"),
            "show",
            "OUT",
            "all",
            false,
            "family",
            header(true),
            "query",
            "show=OUT",
            "deeds",
            deeds));
    for (boolean all : List.of(true, false)) {
      pages.put(
          "inspections none " + all,
          model(
              "inspections",
              Page.last(List.of()),
              "show",
              "ALL",
              "all",
              all,
              "query",
              "show=ALL",
              "deeds",
              deeds));
    }
    pages.put(
        "inspections-part",
        model(
            "file",
            header(true),
            "inspections",
            new Page<>(lines, "n"),
            "out",
            List.of(lent, late),
            "deeds",
            deeds));
    pages.put(
        "inspections-part none",
        model(
            "file",
            header(true),
            "inspections",
            Page.last(List.of()),
            "out",
            List.of(),
            "deeds",
            deeds));
    for (InspectionLine line : lines) {
      pages.put("inspection " + line.id(), model("inspection", line, "version", 3));
      pages.put(
          "inspection stale " + line.id(),
          model("inspection", line, "version", 3, "form", stale("returnedOn")));
      pages.put("inspection-strike-out " + line.id(), model("inspection", line));
      Object[] fields = {
        "deed",
        line.deed(),
        "askers",
        List.of(new Choice("CHILD", "child")),
        "colleagues",
        List.of(new Choice("a", "Jana Malá")),
        "action",
        "/x",
        "draft",
        "x",
        "back",
        "/y"
      };
      Map<String, Object> edit = model(fields);
      edit.put("inspection", line);
      edit.put("version", 3);
      edit.put("form", stale("who"));
      pages.put("inspection-form edit " + line.id(), edit);
      Map<String, Object> blank = framed(null, true, fields);
      blank.put("me", StaffId.next());
      pages.put("inspection-form " + line.deed(), blank);
      Map<String, Object> wrong = new HashMap<>(blank);
      wrong.put("form", wrong("part"));
      pages.put("inspection-form wrong " + line.deed(), wrong);
    }
  }

  private InspectionLine inspection(
      Deed deed, Asker asker, Urgency urgency, LocalDate returnedOn, LocalDate voidOn) {
    boolean refused = deed == Deed.REFUSED;
    boolean loan = deed == Deed.LENT;
    return new InspectionLine(
        Ids.next(),
        3,
        file,
        asker == Asker.PARENT ? null : new FileLabel(file, "001/2026", "Dvořákovi"),
        deed,
        TODAY.minusDays(20),
        asker,
        "Okresní soud <v Jičíně>",
        asker.needsTitle() ? "§ 55 zákona" : null,
        "Celý spis, 2 šanony",
        loan ? "Přišel kurýr." : null,
        refused ? null : StaffId.next(),
        refused ? null : "Mgr. Jana Malá",
        loan ? TODAY.plusDays(urgency == Urgency.OVERDUE ? -3 : 3) : null,
        urgency,
        returnedOn,
        returnedOn == null ? null : "Eva Nová",
        refused ? "Cizí osobní údaje" : null,
        refused ? StaffId.next() : null,
        refused ? "Mgr. Eva Malá" : null,
        "Eva Nová",
        voidOn,
        voidOn == null ? null : "Eva Nová",
        voidOn == null ? null : "Jiný spis");
  }

  private Map<String, Object> framed(String tab, boolean rich, Object... more) {
    record Chip(PersonId person, PersonName name, org.opora.api.text.Text age) {}
    record Strip(String id, org.opora.api.text.Text title, String href) {}
    record Part(org.opora.api.text.Text heading, boolean here, List<Strip> tabs) {}
    Strip people = new Strip("people", Words.of("case.tab.people"), "/files/" + file + "/people");
    Strip kin = new Strip("family", Words.of("kin.title"), "/files/" + file + "/tab/family");
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
        "caseParts",
        List.of(
            new Part(
                null,
                false,
                List.of(new Strip("overview", Words.of("case.tab.overview"), "/files/" + file))),
            new Part(Words.of("case.group.FAMILY"), "people".equals(tab), List.of(people, kin))));
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
        FileKind.FOSTER_FAMILY,
        "001/2026",
        rich ? FileStatus.OPEN : FileStatus.WINDING_DOWN,
        "Dvořákovi",
        rich
            ? List.of(
                new CaseFiles.Carer(
                    carer, PartRole.CARER, new PersonName("Jan", "Dvořák"), TODAY.minusYears(41)))
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
        masked,
        List.of(new PersonView.FileRef(file, "001/2026", "CHILD", TODAY, masked ? TODAY : null)),
        masked ? Set.of("phone", "email", "address", "nationalId") : Set.of());
  }
}
