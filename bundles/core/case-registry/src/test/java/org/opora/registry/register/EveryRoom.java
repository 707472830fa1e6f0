package org.opora.registry.register;

import static org.opora.registry.register.Register.TODAY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.evidence.EducationForm;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.legal.Role;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides.NewOverride;
import org.opora.api.overrides.Overrides.Rule;
import org.opora.api.overrides.Reason;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.api.standards.InternalRules.Kind;
import org.opora.api.standards.InternalRules.NewVersion;
import org.opora.api.text.Title;
import org.opora.api.time.Spent;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.complaints.application.DataRequestDesk;
import org.opora.registry.complaints.application.DataRequestView.Asked;
import org.opora.registry.complaints.domain.DataAsk;
import org.opora.registry.disability.application.DisabilityDesk;
import org.opora.registry.disability.application.NewDisability;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.ledgers.application.BalanceLedger.NewBalance;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.ExcuseLedger.NewExcuse;
import org.opora.registry.ledgers.application.HelpLedger.NewHelp;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.ledgers.domain.BalanceEntry.Origin;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.domain.ExcuseKind;
import org.opora.registry.legal.application.NewRepresentative;
import org.opora.registry.notes.application.NewNote;
import org.opora.registry.notes.domain.NoteKind;
import org.opora.registry.people.application.Addresses.NewAddress;
import org.opora.registry.people.application.FormerNames.NewName;
import org.opora.registry.people.application.Reaching.NewWay;
import org.opora.registry.people.application.Secrecy.NewEntry;
import org.opora.registry.people.application.Speech.Spoken;
import org.opora.registry.people.domain.AddressKind;
import org.opora.registry.people.domain.NameKind;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.ReachKind;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.people.domain.Whose;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.registry.register.Register.Family;
import org.opora.registry.safety.application.ApartBook;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.standards.application.CarersDesk;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.application.ChildViews.NewView;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;
import org.opora.registry.walls.application.NewWall;

/** A register with all its rooms, in each of which something is written of a family. */
public final class EveryRoom {
  private static final Days EVER = new Days(null, null);

  public final Register register;
  public final LegalRoom legal;
  public final IncidentRoom incidents;
  public final IntakeRooms intake;
  public final GrantRoom grant;
  public final AuthorityRoom authorities;
  public final DisabilityDesk disability;
  public final CarersDesk carers;
  public final ChildViews views;
  private final DataRequestDesk dataRequests;
  private final AimsDesk aims;
  private final PlanDesk plans;
  private final PlanPapers planPapers;
  private final LedgerRooms ledgers;
  private static final int LOCKED = 8;
  private final StandardsRoom standards;
  private final Office office;
  private final Viewer director;
  private int families;

  public EveryRoom(Register register) {
    this.register = register;
    office = new Office(register);
    director = office.director();
    legal = new LegalRoom(register);
    incidents = new IncidentRoom(register);
    intake = new IntakeRooms(register);
    grant = new GrantRoom(register);
    authorities = new AuthorityRoom(register);
    var access = register.access;
    disability =
        new DisabilityDesk(
            register.tx,
            access.access(),
            access.audit(),
            access.aliases(),
            register.staff,
            register.house.keys());
    dataRequests =
        new DataRequestDesk(
            register.tx,
            access.access(),
            access.audit(),
            access.aliases(),
            register.people,
            register.staff,
            register.evidence,
            register.house.keys(),
            Laws.of(List.of()));
    standards = new StandardsRoom(register);
    carers = standards.carers;
    CaseRooms cases = new CaseRooms(register);
    views = cases.views;
    aims = cases.aims;
    plans = cases.plans;
    planPapers = cases.planPapers;
    ledgers = new LedgerRooms(register);
  }

  public Viewer director() {
    return director;
  }

  public Viewer worker() {
    return office.colleague("key-worker");
  }

  /** A family whose carer and child are known in every room. */
  public Family written(String name) {
    Viewer worker = worker();
    Family family = register.family(director, worker, name);
    people(family);
    care(worker, family);
    aims(worker, family);
    plans(worker, family);
    ledgers(worker, family);
    law(worker, family);
    notes(worker, family);
    time(worker, family);
    grant.desk.propose(worker, expense(family));
    dataRequests.record(
        director, new Asked(TODAY, DataAsk.ACCESS, "Jana", "Co vedete?", family.carer()));
    register.overrides.put(
        worker,
        new NewOverride(
            Refusals.BUNDLE,
            Ids.next(),
            new Rule("case-registry.every", new Title("Zásada", "Zasada", "Rule")),
            Subject.of(family.file()),
            family.file(),
            Set.of(family.child(), family.carer()),
            TODAY,
            new Because(Reason.CHILD_INTEREST, "Dohodnuto s rodinou."),
            "/people"));
    // Last, as it hands the family over.
    house(worker, family);
    return family;
  }

  private void aims(Viewer worker, Family family) {
    aims.agree(
        worker,
        family.file(),
        new NewAim(
            TODAY,
            "Klid doma.",
            null,
            TODAY.plusMonths(3),
            List.of(),
            List.of(),
            null,
            null,
            Map.of(family.child(), "Potřebuje jistotu.")));
    views.write(
        worker,
        family.file(),
        family.child(),
        new NewView(TODAY, "Chce psa.", ViewLearntBy.PLAY, Set.of(Circle.HOUSE), Chooser.CHILD));
  }

  private void plans(Viewer worker, Family family) {
    PlanTerms terms = new PlanTerms(TODAY, TODAY, TODAY.plusMonths(6), TODAY.plusMonths(3));
    UUID stay =
        plans.draw(
            worker,
            family.file(),
            PlanKind.STAY,
            family.child(),
            new NewPlan(
                terms, "Zvyká si.", List.of(new NewLine(Area.HEALTH, "Zuby.", null, null, null))));
    plans.draw(
        worker,
        family.file(),
        PlanKind.EDUCATION,
        family.carer(),
        new NewPlan(terms, "Vztek.", List.of(new NewLine(null, "Puberta.", "Centrum", null, 6))));
    planPapers
        .signing()
        .note(
            worker,
            stay,
            plans.find(worker, family.file(), stay).version(),
            new NewSignature(family.carer(), 1, TODAY, false, null));
  }

  private void ledgers(Viewer worker, Family family) {
    ledgers.education.add(
        worker,
        family.file(),
        new NewEducation(family.carer(), TODAY, 60, EducationForm.IN_PERSON, "Vztek.", null, null));
    ledgers.help.add(
        worker, family.file(), new NewHelp(family.carer(), TODAY, "Psycholog", "Centrum"));
    ledgers.respite.add(
        worker,
        family.file(),
        new NewRespite(family.child(), Set.of(family.carer()), TODAY, TODAY, "U tety.", null));
    for (PersonId who : List.of(family.carer(), family.child())) {
      register.tx.run(
          em ->
              ledgers.balances.confirmed(
                  em,
                  worker,
                  family.file(),
                  new NewBalance(
                      new Origin(UUID.randomUUID(), who, BalanceKind.NOTE, null, TODAY),
                      null,
                      "Dluží osvědčení.")));
      ledgers.excuses.add(
          worker,
          family.file(),
          new NewExcuse(ExcuseKind.JUSTIFIED, who, "cz.visit", TODAY, TODAY, "Nemoc."));
    }
  }

  /** A note that was locked and corrected keeps how it read. */
  private void notes(Viewer worker, Family family) {
    UUID note = register.care.notes.record(worker, family.file(), note(family, "Klid."));
    register
        .care
        .notePapers
        .signing()
        .note(
            worker,
            note,
            register.care.notes.view(worker, note).version(),
            new NewSignature(family.carer(), 1, TODAY, false, null));
    register.house.clock().set(TODAY.plusDays(LOCKED));
    register.care.notes.amend(
        worker,
        note,
        register.care.notes.view(worker, note).version(),
        note(family, "Ruch."),
        "Překlep");
    register.house.clock().set(TODAY);
  }

  private void time(Viewer worker, Family family) {
    register.time.put(
        "supervised-contacts",
        Ids.next(),
        List.of(
            Spent.of(worker.staff(), TODAY, "contact", new Title("Kontakt", "Kontakt", "Contact"))
                .lasting(45)
                .travelling(null, 22)
                .in(family.file())
                .about(family.child())));
  }

  private static NewNote note(Family family, String content) {
    return new NewNote(
        NoteKind.PHONE,
        TODAY,
        null,
        20,
        Set.of(family.carer(), family.child()),
        Map.of(family.child(), "Ve škole pláče."),
        null,
        "ZŠ Zlín",
        null,
        content);
  }

  private static NewExpense expense(Family family) {
    return new NewExpense(
        "every",
        Ids.next(),
        family.file(),
        family.child(),
        TODAY,
        "cz.47a.c",
        "Terapie",
        100_000,
        PaymentRoute.INVOICE,
        null,
        null,
        null,
        "/x/1");
  }

  private void people(Family family) {
    var record = register.record;
    record
        .names()
        .add(
            director,
            family.child(),
            new NewName(NameKind.FORMER, new PersonName("Eva", "Dřívější"), null));
    record
        .addresses()
        .add(
            director,
            family.child(),
            new NewAddress(
                AddressKind.PERMANENT,
                new NewPerson.Address("Trvalá 1", "Brno", "602 00"),
                new Period(TODAY.minusDays(90), null),
                false));
    record
        .reaching()
        .add(
            director,
            family.child(),
            new NewWay(
                ReachKind.PHONE,
                Whose.OWN,
                "601 234 567",
                null,
                false,
                false,
                new Period(null, null)));
    record.speech().write(director, family.child(), new Spoken(0, "uk", List.of(), false));
    record
        .secrecy()
        .add(
            director,
            family.child(),
            new NewEntry(family.carer(), "někdo", "12 P 1/2026", new Period(TODAY, null)));
    authorities.desk.state(
        director,
        family.file(),
        family.child(),
        null,
        "Městský úřad " + family.child(),
        TODAY.minusDays(9));
    authorities.desk.state(
        director,
        family.file(),
        family.carer(),
        null,
        "Jiný úřad " + family.carer(),
        TODAY.minusDays(9));
    register.kin.sex(director, family.child(), 0, Sex.FEMALE);
    // The pair is kept in the order of its keys, so each of them stands in either column.
    register.kin.tie(
        director,
        family.child(),
        new NewTie(
            org.opora.api.kin.Role.AUNT_UNCLE,
            family.carer(),
            null,
            family.file(),
            // What two entries say alike is said once, so each says it in its own words.
            new Terms(EVER, "teta " + ++families, null, null)));
    register.households.found(
        director, family.child(), "U tety", family.file(), EVER, List.of(family.carer()));
  }

  private void care(Viewer worker, Family family) {
    register.safety.raise(
        worker,
        family.child(),
        new Safety.NewNotice(
            Safety.Kind.ALLERGY, "Arašídy", null, "Pero", TODAY.minusDays(1), null));
    new ApartBook(register.tx, register.access.aliases())
        .put("every-room", Ids.next(), family.child(), family.carer(), TODAY, null);
    VisitId visit = register.visits.record(worker, family.file(), visit(family, "Klid."));
    register.care.signing.note(
        worker,
        visit.value(),
        register.visits.view(worker, visit).version(),
        new NewSignature(family.carer(), 1, TODAY, false, null));
    // What was signed keeps how it read.
    register.visits.amend(
        worker,
        visit,
        register.visits.view(worker, visit).version(),
        visit(family, "Oprava."),
        "Překlep");
    register.desk.add(
        worker,
        new NewTask(
            About.person(family.child(), family.file()),
            null,
            "Zjistit školku",
            worker.staff(),
            TODAY.plusDays(9)));
    incidents.desk.open(
        worker,
        family.file(),
        IncidentsTest.happened(
            org.opora.registry.incidents.domain.Kind.INJURY,
            TODAY,
            Map.of(family.child(), Part.HURT)));
    intake.requests.record(
        worker, family.file(), new RequestDesk.Asked(TODAY, family.carer(), "cz.47a.a", "Hlídání"));
  }

  private static NewVisit visit(Family family, String note) {
    return new NewVisit(
        TODAY,
        null,
        60,
        true,
        Place.HOME,
        Set.of(family.carer(), family.child()),
        List.of(new ChildPart(family.child(), true, null, "Psa.", ViewLearntBy.CONVERSATION)),
        note);
  }

  private void law(Viewer worker, Family family) {
    UUID decision = legal.desk.add(worker, family.child(), LegalTest.care(family.carer()));
    legal.desk.add(
        worker,
        family.child(),
        new NewRepresentative(
            Role.GUARDIAN,
            family.carer(),
            null,
            null,
            Set.of(),
            null,
            TODAY.minusDays(60),
            null,
            decision));
    disability.add(
        worker,
        family.child(),
        new NewDisability(
            Degree.I, null, "MPSV/1", TODAY.minusDays(30), TODAY.minusDays(30), null));
  }

  private void house(Viewer worker, Family family) {
    UUID rule = standards.rules.add(director, Kind.ETHICS, "Kodex " + family.file(), true);
    UUID version =
        standards.rules.write(
            director, rule, new NewVersion("Slova", null, TODAY, "Správní rada", TODAY));
    standards.rules.issue(director, version, List.of(), null);
    carers.hand(worker, family.file(), family.carer(), version, TODAY);
    Viewer kin = worker();
    UUID conflict = register.room.conflicts.declare(kin, kin.staff(), "rodina", "příbuzný");
    register.room.conflicts.wall(
        director, conflict, 1, register.files.header(director, family.file()).number());
    for (PersonId one : List.of(family.child(), family.carer())) {
      register.walls.desk.raise(
          director,
          Subject.of(one),
          new NewWall(
              Walls.Ground.EXCLUSION,
              "RELATIVE",
              "Příbuzný.",
              Walls.Keeps.NAMED,
              Set.of(kin.staff()),
              null));
    }
    // In two families at once: a doubt.
    Family other = register.family(director, null, "Jinde");
    register.placements.place(director, other.file(), family.child(), TODAY.minusDays(20), null);
    Viewer taker = worker();
    register.room.handovers.handOver(worker, family.file(), taker.staff(), TODAY, "Slíbeno.");
  }
}
