package org.opora.registry.register;

import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.bodies.Bodies;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.evidence.EducationForm;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.safety.Safety;
import org.opora.api.standards.InternalRules.Kind;
import org.opora.api.standards.InternalRules.NewVersion;
import org.opora.api.standards.Standards.Mark;
import org.opora.api.standards.Standards.NewMeasure;
import org.opora.api.standards.Standards.NewRound;
import org.opora.api.text.Title;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.DutiesService;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.complaints.application.NewComplaint;
import org.opora.registry.complaints.persistence.ComplaintQueries;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.application.NewOfficial;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.NewInsurance;
import org.opora.registry.house.application.NewMandate;
import org.opora.registry.house.application.NewState;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.incidents.persistence.Wanted;
import org.opora.registry.inspections.application.NewInspection;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.InquiryDesk;
import org.opora.registry.intake.application.ReachDesk;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.intake.persistence.ContactQueries;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.post.application.NewLetter;
import org.opora.registry.post.application.PostFilter;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.application.NewCheck;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.NewTraining;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.registry.staff.domain.CheckKind;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.registry.standards.persistence.RuleFilter;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.walls.application.NewWall;
import org.opora.testkit.BundleTexts;

/** A register of which every list can be made one row longer, and every list of it. */
public final class GrowingRooms {
  private static final int LONG = 100;
  private static final int YEAR = TODAY.getYear();

  /** One list as its page asks for it, and how many rows it gives. */
  @FunctionalInterface
  public interface Listing {
    int rows(Viewer viewer);
  }

  private final Register register;
  private final Office office;
  private final Viewer director;
  private final Viewer worker;
  private final Viewer taker;
  private final DutiesService duties;
  private final IntakeRooms intake;
  private final IncidentRoom incidents;
  private final ReachDesk reach;
  private final BodiesDesk bodies;
  private final MandateDesk mandates;
  private final LawShelf laws = new LawShelf(Laws.of(List.of(new CzechLaw())));
  private final StandardsRoom standards;
  private final LedgerRooms ledgers;
  private final Family large;
  private final List<CaseFileId> files = new ArrayList<>();
  private final List<PersonId> people = new ArrayList<>();
  private final List<StaffId> staff = new ArrayList<>();
  private int size;

  public GrowingRooms(Register register) {
    this.register = register;
    office = new Office(register, new DutiesModule());
    duties = new CzechDuties(register).service;
    director = office.director();
    worker = office.colleague("key-worker");
    taker = office.colleague("key-worker");
    intake = new IntakeRooms(register);
    incidents = new IncidentRoom(register);
    var access = register.access;
    reach =
        new ReachDesk(
            register.tx, access.access(), access.audit(), register.staff, register.choices);
    bodies = new BodiesDesk(register.tx, access.access(), access.audit());
    BundleTexts texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    mandates =
        new MandateDesk(
            register.tx,
            access.access(),
            access.audit(),
            register.staff,
            register.tasks,
            texts,
            laws,
            register.evidence);
    standards = new StandardsRoom(register);
    ledgers = new LedgerRooms(register);
    large = register.family(director, worker, "Velká");
  }

  public Viewer director() {
    return director;
  }

  public Viewer worker() {
    return worker;
  }

  /** To whom families are handed over. */
  public Viewer taker() {
    return taker;
  }

  /** Until every list has this many rows. */
  public void growTo(int rows) {
    while (size < rows) {
      size++;
      family();
      intoTheLargeFile();
      firstContact();
      staffRoom();
      house();
      standards();
    }
  }

  private void family() {
    Family family = register.family(director, worker, "Rostoucí " + size);
    files.add(family.file());
    people.add(family.child());
    people.add(family.carer());
    write(family);
    Family handedOver = register.family(director, worker, "Předaná " + size);
    register.room.handovers.handOver(worker, handedOver.file(), taker.staff(), TODAY, null);
  }

  private void intoTheLargeFile() {
    PersonId child = register.person(director, "Dítě " + size, "Velké", LocalDate.of(2019, 1, 1));
    register.placements.place(director, large.file(), child, TODAY.minusDays(40), "1 P " + size);
    PersonId carer = register.person(director, "Osoba " + size, "Velká", LocalDate.of(1980, 1, 1));
    register.files.addCarer(director, large.file(), carer, TODAY.minusDays(50));
    people.add(child);
    write(new Family(large.file(), carer, child));
  }

  private void write(Family family) {
    register.visits.record(worker, family.file(), visit(family, TODAY.minusDays(size)));
    ledgers.education.add(
        worker,
        family.file(),
        new NewEducation(
            family.carer(), TODAY, 60, EducationForm.ONLINE, "Vztek", "Centrum", null));
    ledgers.respite.add(
        worker,
        family.file(),
        new NewRespite(family.child(), Set.of(family.carer()), TODAY, TODAY, "U tety.", null));
    register.safety.raise(
        worker,
        family.child(),
        new Safety.NewNotice(
            Safety.Kind.ALLERGY, "Arašídy", null, "Pero", TODAY.minusDays(1), null));
    register.desk.add(
        worker,
        new NewTask(
            About.person(family.child(), family.file()),
            null,
            "Zjistit školku",
            worker.staff(),
            TODAY.plusDays(size)));
    register.post.enter(
        worker,
        new NewLetter(
            Direction.INCOMING,
            TODAY,
            Channel.POST,
            "Soud",
            "Zpráva",
            null,
            null,
            family.file(),
            null,
            worker.staff(),
            TODAY.plusDays(9),
            null));
    register.inspections.record(
        worker,
        family.file(),
        Deed.LENT,
        new NewInspection(
            TODAY,
            Asker.AUTHORITY,
            "OSPOD",
            "žádost",
            "díl A",
            null,
            worker.staff(),
            TODAY.plusDays(9),
            null,
            null));
    incidents.desk.open(
        worker,
        family.file(),
        IncidentsTest.happened(
            org.opora.registry.incidents.domain.Kind.INJURY,
            TODAY,
            Map.of(family.child(), Part.HURT)));
    intake.requests.record(
        worker, family.file(), new RequestDesk.Asked(TODAY, family.carer(), "cz.47a.a", "Hlídat"));
    UUID answered =
        intake.requests.record(
            worker,
            family.file(),
            new RequestDesk.Asked(TODAY, family.carer(), "cz.47a.b", "Víkend"));
    intake.requests.answer(
        worker,
        answered,
        intake.requests.view(worker, family.file(), answered).version(),
        new RequestDesk.Answer("Víkend 7. 11.", TODAY, Outcome.PROVIDED, TODAY, null));
  }

  private static NewVisit visit(Family family, LocalDate on) {
    return new NewVisit(
        on,
        null,
        60,
        true,
        Place.HOME,
        Set.of(family.carer(), family.child()),
        List.of(new ChildPart(family.child(), true, null, "Psa.", ViewLearntBy.CONVERSATION)),
        "Klid.");
  }

  private void firstContact() {
    intake.contacts.record(
        worker,
        new ContactDesk.Entry(
            TODAY,
            LocalTime.of(9, 0),
            Way.PHONE,
            Set.of(Topic.MONEY),
            Pressing.CALM,
            new ContactDesk.Said("Někdo", "600", "Dluhy", null, null, null, null),
            null,
            NextStep.CALL_BACK,
            TODAY.plusDays(3),
            worker.staff(),
            10));
    intake.inquiries.record(
        worker, new InquiryDesk.NewInquiry(TODAY, "Rodina " + size, "600 1", null, worker.staff()));
    reach.record(
        worker,
        ReachKind.OUTREACH,
        new ReachDesk.Entry(TODAY, "Náměstí", Topic.SCHOOL, "Co", null, 3, 2, 1, 60));
  }

  private void staffRoom() {
    Viewer somebody = register.viewer("key-worker");
    StaffId who = somebody.staff();
    staff.add(who);
    Family led = register.family(director, somebody, "Vedená " + size);
    register.visits.record(somebody, led.file(), visit(led, TODAY));
    register.room.posts.add(
        director,
        who,
        new NewPost(
            PostCode.KEY_WORKER,
            null,
            EmploymentKind.EMPLOYMENT,
            "Brno",
            TODAY.minusYears(1),
            null,
            null,
            true,
            100,
            TODAY.minusYears(1)));
    register.room.checks.add(
        director,
        who,
        new NewCheck(CheckKind.HEALTH, TODAY.minusDays(300), TODAY.plusDays(10), "MUDr."));
    register.room.training.add(
        director,
        who,
        new NewTraining(
            TrainingKind.TRAINING, TODAY.minusDays(30), "Krize", 120, "Škola", "1/2026"));
    register.room.absences.record(
        director,
        who,
        new NewAbsence(AbsenceKind.SICK, TODAY.plusDays(1), TODAY.plusDays(9), null));
    register.room.conflicts.declare(director, who, "rodina", "příbuzný");
    for (Subject one : List.of(Subject.of(led.file()), Subject.of(led.carer()))) {
      register.walls.desk.raise(
          director,
          one,
          new NewWall(
              Walls.Ground.EXCLUSION,
              "RELATIVE",
              "Strýc",
              Walls.Keeps.NAMED,
              Set.of(taker.staff()),
              null));
    }
    register.complaints.enter(
        director,
        new NewComplaint(
            TODAY,
            org.opora.registry.complaints.domain.How.PHONE,
            false,
            "Paní",
            "Nikdo nepřišel",
            Set.of(who),
            worker.staff()));
    register.inbox.tell(worker.staff(), new Title("Zpráva", "Wiadomość", "News"), "/files");
  }

  private void house() {
    var body = bodies.add(director, DirectoryTest.body(Bodies.Kind.COURT, "Soud " + size, "Město"));
    bodies.addOfficial(director, body, new NewOfficial("JUDr. X", null, null, null, null, null));
    String activity = laws.activities().get(0).code();
    mandates.add(
        director,
        new NewMandate(
            "KU " + size, null, "Kraj", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 1), null),
        new NewState(null, List.of(activity), List.of("Náves " + size), 40, null));
    mandates.addInsurance(
        director,
        new NewInsurance("Pojišťovna", "" + size, TODAY.minusDays(2), TODAY.minusDays(2), null));
  }

  private void standards() {
    UUID rule = standards.rules.add(director, Kind.ETHICS, "Kodex " + size, true);
    UUID version =
        standards.rules.write(director, rule, new NewVersion("Slova", null, TODAY, "Rada", TODAY));
    standards.rules.issue(director, version, List.of(worker.staff()), TODAY.plusDays(9));
    UUID round = standards.rounds.begin(director, new NewRound("Rok " + size, TODAY, "celý tým"));
    for (String criterion : standards.rounds.criteria(director, round)) {
      standards.rounds.mark(director, round, criterion, new Mark(2, "Jde to", "Důkaz", List.of()));
    }
    standards.rounds.improve(
        director,
        round,
        standards.rounds.criteria(director, round).get(0),
        new NewMeasure("Lepší tabule", worker.staff(), TODAY.plusDays(30)));
    standards.rounds.close(director, round, TODAY, "Závěr");
  }

  /** Lists of those who work with families, by their name. */
  public Map<String, Listing> lists() {
    Map<String, Listing> all = new LinkedHashMap<>();
    all.put("files", v -> register.files.list(v, null, null, LONG).items().size());
    all.put("headers", v -> register.files.headers(v, files).size());
    all.put("people", v -> register.people.search(v, "rostouci", null, LONG).items().size());
    all.put("names", v -> register.people.names(v, people).size());
    all.put("alerts", v -> register.safety.alerts(v, people).size());
    all.put("found", v -> register.search.find(v, "rostouci", null, LONG).items().size());
    all.put("tasks", v -> register.desk.list(v, worker.staff(), false, null, LONG).items().size());
    all.put(
        "tasks of a file",
        v -> register.desk.ofFile(v, large.file(), inFile(v), false, null, LONG).items().size());
    all.put(
        "post",
        v ->
            register
                .post
                .list(v, new PostFilter(null, false, null, null), null, LONG)
                .items()
                .size());
    all.put(
        "post of a file",
        v -> register.post.list(v, PostFilter.of(large.file()), null, LONG).items().size());
    all.put(
        "inspections",
        v -> register.inspections.list(v, null, false, null, null, LONG).items().size());
    all.put(
        "inspections of a file",
        v -> register.inspections.list(v, null, false, large.file(), null, LONG).items().size());
    all.put("incidents", v -> incidents.desk.list(v, Wanted.open(), null, LONG).items().size());
    all.put("requests", v -> intake.requests.list(v, null, false, null, LONG).items().size());
    all.put(
        "requests of a file",
        v -> intake.requests.list(v, large.file(), false, null, LONG).items().size());
    all.put(
        "requests answered", v -> intake.requests.list(v, null, true, null, LONG).items().size());
    all.put("requests waiting", v -> intake.requests.waiting(v, large.file(), LONG).size());
    all.put(
        "contacts",
        v ->
            intake
                .contacts
                .list(v, new ContactQueries.Which(true, false, null, null), null, LONG)
                .items()
                .size());
    all.put(
        "inquiries",
        v -> intake.inquiries.list(v, InquiryQueries.Which.ALL, null, LONG).items().size());
    all.put("outreach", v -> reach.list(v, ReachKind.OUTREACH, YEAR, null, LONG).items().size());
    all.put("visits", v -> register.visits.of(v, large.file(), null, LONG).items().size());
    all.put("children seen", v -> register.visits.children(v, large.file()).size());
    all.put("education", v -> ledgers.education.page(v, large.file(), null, LONG).items().size());
    all.put("respite", v -> ledgers.respite.page(v, large.file(), null, LONG).items().size());
    all.put("timeline", v -> register.timeline.of(v, large.file(), null, LONG).items().size());
    all.put("placements", v -> register.placements.of(v, large.file()).size());
    all.put("people of a file", v -> register.files.header(v, large.file()).carers().size());
    all.put("history", v -> register.files.history(v, large.file()).carers().size());
    all.put("in force", v -> register.facts.inForce(v, CaseFiles.READ, TODAY, null).size());
    all.put("duties", v -> duties.list(v, TODAY).size());
    all.put("duties of a file", v -> duties.of(v, large.file(), TODAY).size());
    all.put("duties of files", v -> duties.of(v, files, TODAY).size());
    all.put("bodies", v -> bodies.list(v, null, null, true, null, LONG).items().size());
    all.put("rules", v -> standards.rules.list(v, RuleFilter.CURRENT, null, LONG).items().size());
    all.put("mandates", v -> mandates.all(v).size());
    all.put("insurances", v -> mandates.insurances(v).size());
    return all;
  }

  /** Lists of whoever leads the centre. */
  public Map<String, Listing> leading() {
    Map<String, Listing> all = new LinkedHashMap<>();
    all.put("recent", v -> register.timeline.recent(v, LONG).size());
    all.put("walls", v -> register.walls.book.list(v, null, LONG).items().size());
    all.put(
        "complaints",
        v -> register.complaints.list(v, ComplaintQueries.Show.ALL, null, LONG).items().size());
    all.put("complaints pending", v -> register.complaints.pending(v, LONG).size());
    all.put("staff", v -> register.staff.all(v).size());
    all.put(
        "posts", v -> register.room.posts.list(v, StaffPosts.Which.ALL, null, LONG).items().size());
    all.put("checks", v -> register.room.checks.all(v, null, LONG).items().size());
    all.put("reminders", v -> register.room.checks.reminders(v).size());
    all.put("absences", v -> register.room.absences.all(v, null, LONG).items().size());
    all.put("conflicts", v -> register.room.conflicts.all(v, null, LONG).items().size());
    all.put("training", v -> register.room.training.years(v, staff, YEAR).size());
    all.put("times", v -> register.room.times.all(v, YearMonth.from(TODAY)).size());
    all.put("loads", v -> register.room.loads.of(v).size());
    all.put("rounds", v -> standards.rounds.list(v, null, LONG).items().size());
    all.put("measures", v -> standards.plan.list(v, true, null, LONG).items().size());
    all.put("not confirmed", v -> standards.readers.owed(v, null, LONG).items().size());
    return all;
  }

  /** Lists of one's own. */
  public Map<String, Listing> mine() {
    return Map.of(
        "messages", v -> register.inbox.of(v, null, LONG).items().size(),
        "recent of one's own", v -> register.timeline.recent(v, LONG).size());
  }

  /** Lists of whoever takes over. */
  public Map<String, Listing> taking() {
    return Map.of("hand-overs", v -> register.room.handovers.waiting(v).size());
  }

  private List<PersonId> inFile(Viewer viewer) {
    CaseFiles.Header header = register.files.header(viewer, large.file());
    List<PersonId> all = new ArrayList<>();
    header.carers().forEach(carer -> all.add(carer.person()));
    header.children().forEach(child -> all.add(child.person()));
    return all;
  }
}
