package org.opora.supervisedcontacts.shared.application;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.calendar.Comings;
import org.opora.api.calendar.Slot;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Documents;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.LegalPosition;
import org.opora.api.text.Text;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.application.HouseBook;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.staff.application.DaysAwayReader;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Arrivals;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.Course;
import org.opora.supervisedcontacts.contacts.application.Whom;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.court.application.CourtReader;
import org.opora.supervisedcontacts.evaluations.application.EvaluationReader;
import org.opora.supervisedcontacts.evaluations.application.Evaluations;
import org.opora.supervisedcontacts.meeting.application.MeetingDesk;
import org.opora.supervisedcontacts.meeting.application.MeetingReader;
import org.opora.supervisedcontacts.observations.application.CopyDeliveries;
import org.opora.supervisedcontacts.observations.application.Receivers;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportReader;
import org.opora.supervisedcontacts.observations.application.ReportReview;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.risks.application.RiskGate;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.BundleTexts;

/** A centre in which contacts go on, are reported on and evaluated. */
public final class MeetingHouse implements AutoCloseable {
  public final Centre centre;
  public final Comings comings;
  public final Arrivals arrivals;
  public final Course course;
  public final MeetingDesk desk;
  public final MeetingReader meetings;
  public final Reports reports;
  public final ReportReader reportReader;
  public final ReportReview review;
  public final Receivers receivers;
  public final ReportCopies copies;
  public final CopyDeliveries deliveries;
  public final Evaluations evaluations;
  public final EvaluationReader evaluationReader;
  public final CourtReader court;
  public final BundleTexts texts =
      new BundleTexts(SupervisedContactsModule.class, SupervisedContactsModule.ORIGIN);

  /** Papers that were made, in their order. */
  public final List<Documents.Paper> papers = new ArrayList<>();

  private final List<Deliveries.Delivery> sent = new ArrayList<>();

  /** Who gets what, as the registry would say. */
  public final List<Addressees.Addressee> addressees = new ArrayList<>();

  public MeetingHouse(Product product) {
    this(new Centre(product));
  }

  /** Over a centre, which is closed with this. */
  public MeetingHouse(Centre centre) {
    this.centre = centre;
    var register = centre.register;
    var keys = register.house.keys();
    var access = register.house.access();
    var audit = register.house.audit();
    comings =
        new HouseBook(
            register.house.transactions(CalendarModule.ID),
            register.people,
            centre.apart,
            new DaysAwayReader(register.tx));
    arrivals = new Arrivals(centre.tx, access, audit, register.people);
    course =
        new Course(
            centre.tx,
            access,
            audit,
            register.people,
            centre.tookPlace(register.timeline, register.evidence),
            new RiskGate(centre.tx));
    desk =
        new MeetingDesk(
            centre.tx,
            keys,
            access,
            audit,
            register.people,
            comings,
            arrivals,
            course,
            centre.cancellations,
            centre.settings);
    meetings =
        new MeetingReader(
            centre.tx, keys, access, register.people, centre.views, comings, centre.settings);
    reports =
        new Reports(
            centre.tx,
            keys,
            access,
            audit,
            register.access.colleagues(),
            register.people,
            centre.views,
            meetings,
            centre.reach(),
            register.evidence,
            register.timeline,
            register.inbox,
            texts);
    reportReader = new ReportReader(centre.tx, keys, access, register.people, register.staff);
    review =
        new ReportReview(
            centre.tx,
            keys,
            access,
            audit,
            register.access.colleagues(),
            register.people,
            centre.reach(),
            register.evidence,
            register.timeline,
            register.inbox,
            texts);
    receivers =
        new Receivers(
            centre.tx,
            register.people,
            reportReader,
            centre.views,
            (viewer, file) -> new Addressees.Report(addressees, List.of()),
            legal());
    copies = copies(documents());
    deliveries = new CopyDeliveries(centre.tx, access, register.people, reportReader, deliveries());
    evaluationReader =
        new EvaluationReader(
            centre.tx, keys, access, register.people, register.staff, centre.settings);
    evaluations =
        new Evaluations(
            centre.tx,
            keys,
            access,
            audit,
            register.people,
            register.files,
            centre.reader,
            centre.settings,
            register.tasks,
            register.evidence,
            register.timeline,
            texts);
    court =
        new CourtReader(
            centre.planReader,
            centre.reader,
            reportReader,
            evaluationReader,
            legal(),
            register.overrides,
            centre.settings);
  }

  /** Copies that become documents there. */
  public ReportCopies copies(Documents documents) {
    var register = centre.register;
    return new ReportCopies(
        centre.tx,
        register.house.keys(),
        register.house.access(),
        register.house.audit(),
        register.people,
        reportReader,
        centre.views,
        receivers,
        documents,
        register.timeline,
        texts);
  }

  private static LegalPosition legal() {
    return new LegalPosition() {
      @Override
      public List<Answer> answers(Viewer viewer, PersonId child, LocalDate day) {
        return List.of();
      }

      @Override
      public Map<PersonId, List<Answer>> answers(
          Viewer viewer, Collection<PersonId> children, LocalDate day) {
        return Map.of();
      }

      @Override
      public List<Decision> decisions(Viewer viewer, PersonId child, LocalDate day) {
        return List.of(
            new Decision(
                new UUID(1, 1),
                DecisionKind.CONTACT,
                Text.of("org.opora.case-registry", "decision.CONTACT"),
                "Okresní soud v Pelhřimově",
                "12 P 34/2026",
                LocalDate.of(2026, 8, 20),
                LocalDate.of(2026, 9, 1),
                null,
                "Styk s matkou jen v centru."));
      }

      @Override
      public boolean reads(Viewer viewer, PersonId child) {
        return true;
      }
    };
  }

  public Documents documents() {
    return new Documents() {
      @Override
      public void check(Viewer viewer, CaseFileId file, Paper paper) {
        // Everything can be printed.
      }

      @Override
      public DocumentId report(
          Viewer viewer, CaseFileId file, Paper paper, Consumer<DocumentId> beside) {
        DocumentId document = new DocumentId(UUID.randomUUID());
        beside.accept(document);
        papers.add(paper);
        return document;
      }
    };
  }

  /** What was sent, and what became of it, as long as the house stands. */
  public Deliveries deliveries() {
    return new Deliveries() {
      @Override
      public UUID put(Viewer viewer, DocumentId document, NewDelivery delivery) {
        UUID id = UUID.randomUUID();
        sent.add(new Delivery(id, 1, document, 1, delivery, null, viewer.name(), null));
        return id;
      }

      @Override
      public void delivered(Viewer viewer, UUID delivery, long version, Receipt receipt) {
        sent.replaceAll(
            one ->
                one.id().equals(delivery)
                    ? new Delivery(
                        delivery,
                        version + 1,
                        one.document(),
                        one.number(),
                        one.sent(),
                        receipt,
                        one.by(),
                        null)
                    : one);
      }

      @Override
      public List<Delivery> of(Viewer viewer, DocumentId document) {
        return sent.stream().filter(one -> one.document().equals(document)).toList();
      }
    };
  }

  /** A contact with the mother that begins in ten minutes and lasts an hour. */
  public ContactId soon(Case opened, Viewer facilitator) {
    return centre.book(opened, centre.room(), facilitator.staff(), soon());
  }

  public Slot soon() {
    return new Slot(
        centre.director.now().plusSeconds(600), centre.director.now().plusSeconds(4200));
  }

  /** The only child of the contact, or the first one. */
  public ContactChildId line(ContactId contact) {
    return centre.part(centre.director, contact).id();
  }

  /** All who are expected. */
  public Set<Whom> all(ContactId id) {
    ContactView contact = centre.views.view(centre.director, id);
    Set<Whom> all = new HashSet<>();
    contact.children().forEach(part -> all.add(Whom.child(part.id())));
    contact.people().forEach(one -> all.add(Whom.person(one.id())));
    return all;
  }

  public Whom mother(Case opened) {
    PlanPersonId mother = centre.allowed(opened).iterator().next();
    return Whom.person(mother);
  }

  /** A whole contact: they come, it begins, five minutes later it ends. */
  public ContactId held(Case opened, Viewer facilitator) {
    ContactId id = soon(opened, facilitator);
    desk.arrived(facilitator, id, all(id));
    desk.begin(facilitator, id, null, null);
    centre.forward(Duration.ofMinutes(5));
    desk.end(facilitator, id);
    return id;
  }

  /** A report with what is mandatory, submitted by this author. */
  public ReportId submitted(Viewer author, ContactId contact) {
    return reports.begin(author, line(contact), words(), true);
  }

  public static Map<Section, String> words() {
    return Map.of(
        Section.BEFORE, "Těšila se.",
        Section.DURING, "Stavěla věž.",
        Section.AFTER, "Usnula v autě.",
        Section.INTERACTION, "Matka jí četla.",
        Section.CHILD_WORDS, "Chci zase.",
        Section.ASSESSMENT, "Kontakt jí prospívá.",
        Section.RECOMMENDATION, "Prodloužit.");
  }

  @Override
  public void close() {
    centre.close();
  }
}
