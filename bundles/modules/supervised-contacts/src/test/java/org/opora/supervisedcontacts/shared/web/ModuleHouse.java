package org.opora.supervisedcontacts.shared.web;

import java.util.List;
import org.opora.api.documents.Documents;
import org.opora.api.documents.Printing;
import org.opora.api.house.WorkingDays;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.kin.application.ChildRelatives;
import org.opora.registry.register.AuthorityRoom;
import org.opora.registry.register.Register;
import org.opora.supervisedcontacts.agreements.application.AgreementData;
import org.opora.supervisedcontacts.agreements.application.AgreementFiling;
import org.opora.supervisedcontacts.agreements.application.AgreementPaper;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.agreements.application.Agreements;
import org.opora.supervisedcontacts.agreements.application.RuleWords;
import org.opora.supervisedcontacts.agreements.application.Scans;
import org.opora.supervisedcontacts.agreements.contributions.AgreementsOfPlan;
import org.opora.supervisedcontacts.agreements.contributions.AgreementsPersonData;
import org.opora.supervisedcontacts.agreements.web.AgreementRoutes;
import org.opora.supervisedcontacts.agreements.web.ScanRoutes;
import org.opora.supervisedcontacts.agreements.web.WordingRoutes;
import org.opora.supervisedcontacts.contacts.application.ContactData;
import org.opora.supervisedcontacts.contacts.contributions.AgainstThePlan;
import org.opora.supervisedcontacts.contacts.contributions.ContactsPersonData;
import org.opora.supervisedcontacts.contacts.web.BookingRoutes;
import org.opora.supervisedcontacts.contacts.web.ContactRoutes;
import org.opora.supervisedcontacts.contacts.web.HeldRoutes;
import org.opora.supervisedcontacts.contacts.web.OutcomeRoutes;
import org.opora.supervisedcontacts.contacts.web.TabRoutes;
import org.opora.supervisedcontacts.court.web.CourtPages;
import org.opora.supervisedcontacts.evaluations.application.DueReader;
import org.opora.supervisedcontacts.evaluations.application.EvaluationData;
import org.opora.supervisedcontacts.evaluations.contributions.EvaluationsPersonData;
import org.opora.supervisedcontacts.evaluations.web.DueRoutes;
import org.opora.supervisedcontacts.evaluations.web.EvaluationRoutes;
import org.opora.supervisedcontacts.meeting.application.MeetingData;
import org.opora.supervisedcontacts.meeting.contributions.MeetingPersonData;
import org.opora.supervisedcontacts.meeting.web.MeetingRoutes;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportData;
import org.opora.supervisedcontacts.observations.contributions.ReportsPersonData;
import org.opora.supervisedcontacts.observations.web.CopyRoutes;
import org.opora.supervisedcontacts.observations.web.ReportRoutes;
import org.opora.supervisedcontacts.pictures.application.PictureReader;
import org.opora.supervisedcontacts.pictures.web.PictureRoutes;
import org.opora.supervisedcontacts.plans.application.PlanData;
import org.opora.supervisedcontacts.plans.contributions.PlansPersonData;
import org.opora.supervisedcontacts.plans.web.PlanRoutes;
import org.opora.supervisedcontacts.plans.web.ReleaseRoutes;
import org.opora.supervisedcontacts.preparation.application.PreparationData;
import org.opora.supervisedcontacts.preparation.application.PreparationReader;
import org.opora.supervisedcontacts.preparation.application.Preparations;
import org.opora.supervisedcontacts.preparation.contributions.PreparationsOfPlan;
import org.opora.supervisedcontacts.preparation.contributions.PreparationsPersonData;
import org.opora.supervisedcontacts.preparation.web.PreparationRoutes;
import org.opora.supervisedcontacts.requests.application.RequestData;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.Requests;
import org.opora.supervisedcontacts.requests.contributions.RequestsOfFile;
import org.opora.supervisedcontacts.requests.contributions.RequestsPersonData;
import org.opora.supervisedcontacts.requests.web.RequestRoutes;
import org.opora.supervisedcontacts.risks.application.RiskData;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.contributions.RisksOfPlan;
import org.opora.supervisedcontacts.risks.contributions.RisksPersonData;
import org.opora.supervisedcontacts.risks.web.RiskRoutes;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;

/** Everything the module has, put together over a centre. */
public final class ModuleHouse {
  public final Centre centre;
  public final MeetingHouse meeting;
  public final Agreements agreements;
  public final AgreementReader agreementReader;
  public final AgreementPaper agreementPaper;
  public final AgreementFiling filing;
  public final ReportCopies copies;
  private static final NamedCentre NAMED = new NamedCentre("Centrum Žluťásek");
  private final Register register;
  private final Messages messages;
  private final Requests requests;
  private final Printing printing;

  /**
   * @param documents where papers are filed
   * @param printing by which they are printed
   */
  public ModuleHouse(
      MeetingHouse meeting, Documents documents, Printing printing, Messages messages) {
    this.meeting = meeting;
    this.centre = meeting.centre;
    this.register = centre.register;
    this.messages = messages;
    copies = meeting.copies(documents);
    agreements =
        new Agreements(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.house.audit(),
            register.people,
            register.timeline,
            messages);
    agreementReader =
        new AgreementReader(
            centre.tx, centre.keys(), centre.access(), register.people, register.staff);
    agreementPaper = new AgreementPaper(printing, messages, NAMED);
    filing =
        new AgreementFiling(
            centre.tx,
            centre.access(),
            register.house.audit(),
            register.people,
            agreementReader,
            agreementPaper,
            documents);
    requests =
        new Requests(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.house.audit(),
            register.files,
            register.people,
            new AuthorityRoom(register).bodies,
            centre.settings,
            register.timeline,
            register.tasks,
            register.search,
            messages);
    centre.plans.addAsker(requests);
    this.printing = printing;
  }

  public List<RouteSet> routes() {
    RiskReader risks =
        new RiskReader(centre.tx, centre.keys(), centre.access(), register.people, register.staff);
    PreparationReader preparations =
        new PreparationReader(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.files,
            register.people,
            register.staff);
    RequestReader asked =
        new RequestReader(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.people,
            register.staff,
            WorkingDays.of(List.of()));
    TabRoutes tab = new TabRoutes(centre.planReader, centre.reader, register.files);
    tab.addPart(new RequestsOfFile(asked));
    return List.of(
        tab,
        plans(risks, preparations),
        new ReleaseRoutes(centre.planReader, centre.history, centre.releases, messages),
        new RequestRoutes(
            requests,
            asked,
            register.files,
            new ChildRelatives(register.kin),
            new AuthorityRoom(register).bodies,
            messages),
        new RiskRoutes(risks(), risks, centre.planReader, messages),
        new PreparationRoutes(
            preparations(), preparations, centre.planReader, register.files, messages),
        agreements(),
        scans(),
        new WordingRoutes(words()),
        new BookingRoutes(
            centre.planReader,
            centre.bookings,
            centre.series,
            centre.offers,
            centre.reader,
            centre.views,
            messages),
        new ContactRoutes(
            centre.reader, centre.views, centre.planReader, centre.rooms, centre.ways()),
        new HeldRoutes(centre.views, centre.planReader, centre.contacts, messages),
        new OutcomeRoutes(centre.views, centre.cancellations, centre.settings, messages),
        new MeetingRoutes(
            meeting.meetings, meeting.desk, centre.planReader, centre.settings, messages),
        new ReportRoutes(
            meeting.reports,
            meeting.reportReader,
            meeting.review,
            copies,
            meeting.deliveries,
            centre.views,
            messages),
        new CopyRoutes(
            meeting.reportReader, copies, meeting.receivers, meeting.deliveries, messages),
        new EvaluationRoutes(
            meeting.evaluations,
            meeting.evaluationReader,
            centre.planReader,
            centre.reader,
            messages),
        new DueRoutes(new DueReader(centre.tx, centre.access(), register.people, centre.settings)),
        new CourtPages(meeting.court, printing, NAMED, messages),
        new PictureRoutes(
            new PictureReader(
                centre.tx,
                centre.keys(),
                centre.access(),
                register.people,
                centre.choices,
                register.staff,
                centre.settings)));
  }

  private PlanRoutes plans(RiskReader risks, PreparationReader preparations) {
    PlanRoutes plans =
        new PlanRoutes(
            centre.plans,
            centre.planReader,
            centre.history,
            register.files,
            centre.choices,
            register.people,
            new ChildRelatives(register.kin),
            centre.legal,
            messages);
    plans.addPart(new AgainstThePlan(centre.reader));
    plans.addPart(new RisksOfPlan(risks));
    plans.addPart(new PreparationsOfPlan(preparations));
    plans.addPart(new AgreementsOfPlan(agreementReader));
    return plans;
  }

  private Risks risks() {
    return new Risks(
        centre.tx,
        centre.keys(),
        centre.access(),
        register.house.audit(),
        register.access.colleagues(),
        register.files,
        register.people,
        register.timeline,
        register.tasks,
        register.inbox,
        messages);
  }

  private Preparations preparations() {
    return new Preparations(
        centre.tx,
        centre.keys(),
        centre.access(),
        register.house.audit(),
        register.files,
        register.people,
        register.evidence,
        register.timeline,
        messages);
  }

  private RuleWords words() {
    return new RuleWords(centre.tx, centre.access(), register.house.audit(), messages);
  }

  private AgreementRoutes agreements() {
    return new AgreementRoutes(
        agreements,
        agreementReader,
        agreementPaper,
        filing,
        words(),
        centre.planReader,
        register.files,
        messages);
  }

  private ScanRoutes scans() {
    return new ScanRoutes(
        new Scans(
            centre.tx, centre.keys(), centre.access(), register.house.audit(), register.people),
        agreementReader,
        messages);
  }

  /** Whoever answers for what is kept of people, over these tables. */
  public List<PersonDataOwner> owners(Transactions unit) {
    return List.of(
        new PlansPersonData(
            new PlanData(
                unit,
                centre.keys(),
                register.timeline,
                centre.apart,
                register.evidence,
                register.search)),
        new RequestsPersonData(new RequestData(unit, register.timeline, register.search)),
        new RisksPersonData(new RiskData(unit, register.timeline)),
        new PreparationsPersonData(new PreparationData(unit, register.timeline)),
        new AgreementsPersonData(new AgreementData(unit, register.timeline)),
        new ContactsPersonData(new ContactData(unit, register.timeline)),
        new MeetingPersonData(new MeetingData(unit)),
        new ReportsPersonData(new ReportData(unit, register.timeline)),
        new EvaluationsPersonData(new EvaluationData(unit, register.timeline)));
  }
}
