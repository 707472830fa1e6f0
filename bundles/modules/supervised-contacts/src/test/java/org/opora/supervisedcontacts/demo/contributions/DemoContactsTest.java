package org.opora.supervisedcontacts.demo.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.documents.Deliveries;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.WorkingDays;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.kin.application.ChildRelatives;
import org.opora.registry.kin.contributions.DemoKin;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.agreements.application.AgreementView;
import org.opora.supervisedcontacts.agreements.application.Agreements;
import org.opora.supervisedcontacts.agreements.application.RuleWords;
import org.opora.supervisedcontacts.contacts.application.ContactLine;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.demo.application.DemoMeetings;
import org.opora.supervisedcontacts.demo.application.DemoPapers;
import org.opora.supervisedcontacts.demo.application.DemoReports;
import org.opora.supervisedcontacts.evaluations.application.EvaluationReader;
import org.opora.supervisedcontacts.observations.application.ReportLine;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.pictures.application.PictureReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.preparation.application.PreparationReader;
import org.opora.supervisedcontacts.preparation.application.PreparationView;
import org.opora.supervisedcontacts.preparation.application.Preparations;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.RequestView;
import org.opora.supervisedcontacts.requests.application.Requests;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.risks.application.RiskView;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.domain.RiskState;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** What the made-up centre shows of contacts. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoContactsTest {
  private static final int FAMILIES = 12;
  private static final int MANY = 100;

  @Parameter Product product;
  private MeetingHouse house;
  private Centre centre;
  private Viewer director;
  private DemoContacts demo;
  private DemoCast cast;
  private RequestReader requests;
  private RiskReader risks;
  private PreparationReader preparations;
  private AgreementReader agreements;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new MeetingHouse(product);
    centre = house.centre;
    director = centre.director;
    demo = demo();
    IntStream.range(0, 3).forEach(number -> centre.room());
    List<Viewer> workers =
        IntStream.range(0, 3).mapToObj(number -> centre.viewer("key-worker")).toList();
    List<Family> families =
        IntStream.range(0, FAMILIES)
            .mapToObj(
                number ->
                    centre.register.family(
                        director, workers.get(number % workers.size()), "Rodina " + number))
            .toList();
    PersonId second =
        centre.register.person(director, "Jan", "Rodina 11", LocalDate.of(2020, 6, 2));
    centre.register.placements.place(
        director, families.get(11).file(), second, LocalDate.of(2026, 1, 15), "12 P 34/2025");
    cast = new DemoCast(director, workers, families.stream().map(this::inForce).toList());
    centre.register.tx.run(em -> new DemoKin(centre.register.kin).write(cast));
    write();
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private InForce inForce(Family family) {
    return centre
        .register
        .facts
        .inForce(director, CaseFiles.READ, Centre.TODAY, family.file())
        .get(0);
  }

  /** As the made-up centre does: each page in one transaction, and at the end what is of all. */
  private void write() {
    for (int number = 0; number < cast.families().size(); number++) {
      int page = number;
      centre.register.tx.run(em -> demo.write(cast, cast.family(page), page));
    }
    centre.register.tx.run(em -> demo.write(cast));
  }

  private DemoContacts demo() {
    Register register = centre.register;
    var keys = centre.keys();
    var access = centre.access();
    var audit = register.house.audit();
    Requests asked =
        new Requests(
            centre.tx,
            keys,
            access,
            audit,
            register.files,
            register.people,
            null,
            centre.settings,
            register.timeline,
            register.tasks,
            register.search,
            Centre.texts());
    centre.plans.addAsker(asked);
    requests =
        new RequestReader(
            centre.tx, keys, access, register.people, register.staff, WorkingDays.of(List.of()));
    risks = new RiskReader(centre.tx, keys, access, register.people, register.staff);
    preparations =
        new PreparationReader(
            centre.tx, keys, access, register.files, register.people, register.staff);
    agreements = new AgreementReader(centre.tx, keys, access, register.people, register.staff);
    DemoPapers papers =
        new DemoPapers(
            new ChildRelatives(register.kin),
            asked,
            requests,
            centre.plans,
            centre.planReader,
            new Risks(
                centre.tx,
                keys,
                access,
                audit,
                register.access.colleagues(),
                register.files,
                register.people,
                register.timeline,
                register.tasks,
                register.inbox,
                Centre.texts()),
            risks,
            new Preparations(
                centre.tx,
                keys,
                access,
                audit,
                register.files,
                register.people,
                register.evidence,
                register.timeline,
                Centre.texts()),
            new Agreements(
                centre.tx, keys, access, audit, register.people, register.timeline, Centre.texts()),
            agreements,
            new RuleWords(centre.tx, access, audit, Centre.texts()));
    DemoMeetings meetings =
        new DemoMeetings(
            centre.bookings,
            centre.views,
            centre.contacts,
            centre.cancellations,
            house.desk,
            centre.planReader,
            centre.rooms);
    return new DemoContacts(
        papers,
        meetings,
        new DemoReports(
            house.reports,
            house.reportReader,
            house.review,
            house.receivers,
            house.copies,
            house.deliveries,
            house.deliveries(),
            house.evaluations,
            meetings));
  }

  private List<ContactLine> contacts() {
    return Stream.of(true, false)
        .flatMap(past -> centre.reader.list(director, past, null, MANY).items().stream())
        .toList();
  }

  /** Each contact once, however many children come to it. */
  private Map<ContactState, Integer> states() {
    Map<ContactState, Set<Object>> all = new TreeMap<>();
    contacts()
        .forEach(
            line ->
                all.computeIfAbsent(line.row().state(), state -> new HashSet<>())
                    .add(line.row().id()));
    Map<ContactState, Integer> many = new HashMap<>();
    all.forEach((state, these) -> many.put(state, these.size()));
    return many;
  }

  private List<PlanView> plans() {
    return centre.planReader.of(
        director,
        cast.families().stream()
            .flatMap(family -> family.children().stream())
            .map(CaseFiles.Child::file)
            .toList());
  }

  private PlanId plan(int family) {
    return new PlanId(
        centre
            .planReader
            .of(director, List.of(cast.family(family).children().get(0).file()))
            .get(0)
            .row()
            .id());
  }

  private Map<ReportState, Long> reports() {
    return house
        .reportReader
        .list(director, EnumSet.allOf(ReportState.class), null, MANY)
        .items()
        .stream()
        .collect(Collectors.groupingBy(ReportLine::state, Collectors.counting()));
  }

  private List<RequestView> requests() {
    List<RequestView> all = new ArrayList<>();
    all.addAll(requests.list(director, false, null, MANY).items());
    all.addAll(requests.list(director, true, null, MANY).items());
    return all;
  }

  @Test
  void requestsAreOpenAcceptedRefusedAndWithdrawn() {
    assertEquals(
        Map.of(
            RequestState.OPEN,
            2L,
            RequestState.PLANNED,
            1L,
            RequestState.REFUSED,
            1L,
            RequestState.WITHDRAWN,
            1L),
        requests().stream()
            .collect(Collectors.groupingBy(RequestView::state, Collectors.counting())));
  }

  @Test
  void plansRestOnCourtsAndAgreementsAndAreOfEveryFormThatNeedsThePlan() {
    assertEquals(
        Set.of(
            ContactForm.SUPERVISED,
            ContactForm.ASSISTED_HANDOVER,
            ContactForm.PHONE_OR_VIDEO,
            ContactForm.LETTER),
        plans().stream().map(plan -> plan.row().form()).collect(Collectors.toSet()));
    List<PlanView> byCourt =
        plans().stream().filter(plan -> plan.row().basis() == Basis.COURT_DECISION).toList();
    assertEquals(3, byCourt.size());
    byCourt.forEach(
        plan -> assertTrue(plan.row().validUntil().isAfter(Centre.TODAY), "is in force"));
    assertEquals(
        2, plans().stream().filter(plan -> !plan.onlyTogether().isEmpty()).count(), "siblings");
  }

  @Test
  void contactsWentWellWereCancelledMissedAndAreToCome() {
    assertEquals(
        Map.of(
            ContactState.HELD,
            11,
            ContactState.STOPPED,
            1,
            ContactState.CANCELLED,
            2,
            ContactState.NO_SHOW,
            2,
            ContactState.PLANNED,
            7),
        states());
    assertEquals(
        Set.of(CancelledBy.PARENT, CancelledBy.CARER),
        contacts().stream()
            .map(line -> line.row().cancelledBy())
            .filter(by -> by != null)
            .collect(Collectors.toSet()));
    assertTrue(
        contacts().stream()
            .filter(line -> line.row().state() == ContactState.PLANNED)
            .anyMatch(line -> line.row().day().isBefore(Centre.TODAY.plusDays(7))),
        "this week");
    assertTrue(
        contacts().stream()
            .allMatch(
                line ->
                    line.row().state()
                        == ContactState.PLANNED
                        == !line.row().day().isBefore(Centre.TODAY)));
    assertEquals(
        2,
        contacts().stream()
            .filter(line -> line.with().size() == 1)
            .map(line -> line.row().id())
            .distinct()
            .count());
  }

  @Test
  void nobodyWhoLeadsTheFamilyAssistsAndWhatWasNotedStandsOnThePageOfTheMeeting() {
    Map<Object, InForce> families =
        cast.families().stream()
            .collect(Collectors.toMap(family -> family.file().value(), family -> family));
    contacts()
        .forEach(
            line ->
                assertFalse(
                    families
                        .get(line.row().caseFile())
                        .keyWorker()
                        .value()
                        .equals(line.row().facilitator())));
    ContactLine last =
        centre.reader.ofPlan(director, plan(0), Centre.TODAY.minusDays(7), Centre.TODAY).get(0);
    assertEquals(4, house.meetings.view(director, new ContactId(last.row().id())).steps().size());
  }

  @Test
  void reportsStandEverywhereAndOneHasGoneOut() {
    assertEquals(
        Map.of(
            ReportState.DRAFT,
            1L,
            ReportState.SUBMITTED,
            3L,
            ReportState.APPROVED,
            8L,
            ReportState.ISSUED,
            1L),
        reports());
    ReportLine issued =
        house.reportReader.list(director, Set.of(ReportState.ISSUED), null, 1).items().get(0);
    List<ReportView.Copy> copies =
        house.reportReader.view(director, issued.id()).copies().stream()
            .filter(copy -> copy.kind().goesOut())
            .toList();
    List<Deliveries.Delivery> sent =
        copies.stream()
            .flatMap(copy -> house.deliveries().of(director, copy.document()).stream())
            .toList();
    assertEquals(copies.size(), sent.size(), "each was sent");
    assertTrue(sent.stream().anyMatch(one -> one.receipt() != null), "somebody has it");
    assertTrue(sent.stream().anyMatch(one -> one.receipt() == null), "a court has not answered");
  }

  @Test
  void oneRiskWaitsForTheSecondPersonAndOneWasApproved() {
    List<RiskView> waiting = risks.waiting(director, null, MANY).items();
    assertEquals(List.of(plan(2)), waiting.stream().map(RiskView::plan).toList());
    assertEquals(RiskState.APPROVED, risks.of(director, plan(1)).get(0).state());
    assertEquals(RiskState.SETTLED, risks.of(director, plan(0)).get(0).state());
  }

  @Test
  void everybodyIsPreparedAndAgreementsAreSignedOrWait() {
    assertEquals(
        Set.of(Whom.CHILD, Whom.CARER, Whom.PARENT),
        preparations.of(director, plan(0)).stream()
            .map(PreparationView::whom)
            .collect(Collectors.toSet()));
    assertEquals(
        List.of(false, false, false),
        signatures(0).stream().map(AgreementView.Signature::refused).toList());
    assertEquals(
        1, signatures(2).stream().filter(AgreementView.Signature::refused).count(), "the carer");
  }

  private List<AgreementView.Signature> signatures(int family) {
    return agreements.of(director, plan(family)).get(0).signatures();
  }

  @Test
  void oneEvaluationIsWrittenAndAnotherIsDue() {
    EvaluationReader.OfPlan done = house.evaluationReader.of(director, plan(0));
    assertEquals(1, done.evaluations().size());
    assertFalse(done.due().overdue(Centre.TODAY));
    assertTrue(house.evaluationReader.of(director, plan(1)).due().overdue(Centre.TODAY));
  }

  @Test
  void somebodyIsToBeTakenOffTheForbiddenListAndTheCalendarOfPicturesHasADay() {
    assertEquals(1, centre.history.releases(director, plan(2)).size());
    PictureReader pictures =
        new PictureReader(
            centre.tx,
            centre.keys(),
            centre.access(),
            centre.register.people,
            centre.choices,
            centre.register.staff,
            centre.settings);
    assertTrue(
        pictures.month(director, plan(0), YearMonth.from(Centre.TODAY)).month().weeks().stream()
            .flatMap(List::stream)
            .anyMatch(day -> !day.visits().isEmpty()));
  }

  @Test
  void theNextStartWritesNothing() {
    Map<ContactState, Integer> contacts = states();
    Map<ReportState, Long> reports = reports();
    int requests = requests().size();
    int plans = plans().size();
    write();
    assertEquals(contacts, states());
    assertEquals(reports, reports());
    assertEquals(requests, requests().size());
    assertEquals(plans, plans().size());
  }

  @Test
  void withoutPermissionsNothingIsWritten() {
    Viewer poor = centre.register.house.viewer(director.staff(), Map.of());
    DemoCast without = new DemoCast(poor, cast.workers(), cast.families());
    assertThrows(Refused.class, () -> demo.write(without, cast.family(0), 0));
  }
}
