package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.documents.Documents;
import org.opora.api.documents.Documents.Paper;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.observations.domain.CopyId;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Copies of a report for those who get it, each a document of the child with what may stand in
 * theirs.
 */
@Component(service = ReportCopies.class)
public final class ReportCopies {
  private final Transactions transactions;
  private final ReportSeals seals;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final ReportReader reader;
  private final ContactViews contacts;
  private final Addressees addressees;
  private final LegalPosition legal;
  private final Documents documents;
  private final Deliveries deliveries;
  private final AuditTrail audit;
  private final Story story;
  private final Messages messages;

  @Activate
  public ReportCopies(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference ReportReader reader,
      @Reference ContactViews contacts,
      @Reference Addressees addressees,
      @Reference LegalPosition legal,
      @Reference Documents documents,
      @Reference Deliveries deliveries,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.seals = new ReportSeals(new SealedTexts(keys));
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.reader = reader;
    this.contacts = contacts;
    this.addressees = addressees;
    this.legal = legal;
    this.documents = documents;
    this.deliveries = deliveries;
    this.audit = audit;
    this.story = new Story(timeline, messages);
    this.messages = messages;
  }

  /**
   * Who can get it: courts that decided about the child, the authorities, the carers, those whom
   * the child met. Each stands once.
   *
   * @throws NotFound when the viewer may not know of it, or not read it
   */
  public List<Receiver> receivers(Viewer viewer, ReportId id) {
    ReportPaper.Stuff stuff = stuff(viewer, id);
    PersonId child = stuff.child().whose().child();
    Set<Receiver> all = new LinkedHashSet<>();
    legal
        .decisions(viewer, child, viewer.today())
        .forEach(one -> all.add(new Receiver(ReceiverKind.COURT, null, null, one.court())));
    for (Addressees.Addressee one : addressees.report(viewer, stuff.child().whose().file()).to()) {
      if (!one.office()) {
        all.add(new Receiver(ReceiverKind.CARER, one.carer(), null, one.name()));
      } else if (one.ofCarers() || theirs(one, child)) {
        all.add(new Receiver(ReceiverKind.AUTHORITY, null, one.body(), one.name()));
      }
    }
    all.addAll(parents(viewer, stuff));
    return List.copyOf(all);
  }

  private boolean theirs(Addressees.Addressee office, PersonId child) {
    Set<PersonId> keys = people.idsOf(child);
    return office.children().stream().map(Addressees.Named::person).anyMatch(keys::contains);
  }

  private List<Receiver> parents(Viewer viewer, ReportPaper.Stuff stuff) {
    Map<PlanPersonId, PersonId> known = transactions.read(em -> known(em, stuff));
    Set<PersonId> seen =
        people
            .names(viewer, known.values().stream().filter(Objects::nonNull).distinct().toList())
            .keySet();
    return stuff.contact().people().stream()
        .filter(one -> !one.forbidden())
        .map(
            one -> {
              PersonId person = known.get(one.id());
              return new Receiver(
                  ReceiverKind.PARENT,
                  person != null && seen.contains(person) ? person : null,
                  null,
                  one.name());
            })
        .toList();
  }

  private static Map<PlanPersonId, PersonId> known(EntityManager em, ReportPaper.Stuff stuff) {
    OneContact of = new OneContact(em);
    Map<UUID, PersonId> persons = new LinkedHashMap<>();
    for (Attendance one : of.attendance(stuff.event().id())) {
      persons.put(one.id(), one.person());
    }
    Map<PlanPersonId, PersonId> known = new LinkedHashMap<>();
    for (AttendsAs as : of.named(stuff.event().id())) {
      known.put(as.planPerson(), persons.get(as.attendance()));
    }
    return known;
  }

  private ReportPaper.Stuff stuff(Viewer viewer, ReportId id) {
    ReportView report = reader.view(viewer, id);
    if (!report.may().read()) {
      throw new NotFound();
    }
    ContactView contact = contacts.view(viewer, report.contact());
    return transactions.read(
        em -> {
          Contact event = em.find(Contact.class, report.contact().value());
          ContactChild child = em.find(ContactChild.class, report.line().value());
          Set<PersonId> met =
              new OneContact(em)
                  .attendance(report.contact()).stream()
                      .filter(one -> Boolean.TRUE.equals(one.met()))
                      .map(Attendance::person)
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet());
          return new ReportPaper.Stuff(report, contact, event, child, met);
        });
  }

  /**
   * How it would read to such a receiver; nothing is kept.
   *
   * @throws NotFound as {@link #receivers}
   */
  public Paper seen(Viewer viewer, ReportId id, ReceiverKind kind, boolean more) {
    Receiver nobody =
        new Receiver(kind, null, null, messages.text(viewer.locale(), "receiver." + kind));
    return paper(viewer).of(stuff(viewer, id), nobody, more);
  }

  private ReportPaper paper(Viewer viewer) {
    return new ReportPaper(messages, viewer, viewer.locale());
  }

  /**
   * What goes out.
   *
   * @param keys of those of {@link #receivers} who get a copy
   * @param court another court by name; null for none
   * @param moreWhy why carers and parents among them get all of it; null when they do not
   */
  public record Wanted(Set<String> keys, String court, String moreWhy) {
    public Wanted {
      keys = Set.copyOf(keys);
    }
  }

  /**
   * Makes a copy for each, one after the other. Who has a copy of this version gets no second one.
   * Not within a transaction.
   *
   * @param version of the report that was seen
   * @return how many were made
   * @throws org.opora.api.faults.Refused when it is not approved, nobody was chosen, somebody is to
   *     get more and the viewer does not approve reports, or it cannot be printed
   * @throws org.opora.api.faults.Stale when somebody else has changed it meanwhile
   */
  public int issue(Viewer viewer, ReportId id, long version, Wanted wanted) {
    String why = Refusals.optional("moreWhy", wanted.moreWhy(), Reports.REASON);
    ReportPaper.Stuff stuff = allowed(viewer, id, version, why);
    List<Receiver> chosen = chosen(viewer, id, wanted);
    int made = 0;
    for (Receiver to : chosen) {
      boolean more = why != null && !to.kind().decides();
      made += make(viewer, stuff, to, more ? why : null) ? 1 : 0;
    }
    return made;
  }

  private ReportPaper.Stuff allowed(Viewer viewer, ReportId id, long version, String why) {
    ReportPaper.Stuff stuff = stuff(viewer, id);
    door.require(viewer, SupervisedContactsModule.WRITE, stuff.report().whose());
    Refusals.fresh(stuff.report().version(), version);
    if (!stuff.report().fast()) {
      throw Refusals.refused(null, "observation.not-approved");
    }
    if (why != null && !stuff.report().may().approve()) {
      throw Refusals.refused("moreWhy", "observation.more.not-yours");
    }
    return stuff;
  }

  private List<Receiver> chosen(Viewer viewer, ReportId id, Wanted wanted) {
    List<Receiver> chosen =
        new ArrayList<>(
            receivers(viewer, id).stream()
                .filter(one -> wanted.keys().contains(one.key()))
                .toList());
    String court = Refusals.optional("court", wanted.court(), 200);
    if (court != null) {
      chosen.add(new Receiver(ReceiverKind.COURT, null, null, court));
    }
    if (chosen.isEmpty()) {
      throw Refusals.refused("to", "observation.copies.nobody");
    }
    return chosen;
  }

  /** Somebody else made it meanwhile: one is enough. */
  private static final class Made extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private boolean make(Viewer viewer, ReportPaper.Stuff stuff, Receiver to, String why) {
    ReportId id = stuff.report().id();
    if (transactions.read(em -> there(em, ReportReader.find(em, id), to))) {
      return false;
    }
    Paper paper = paper(viewer).of(stuff, to, why != null);
    try {
      documents.report(
          viewer,
          stuff.report().whose().file(),
          paper,
          document -> transactions.run(em -> made(em, viewer, stuff.report(), to, why, document)));
      return true;
    } catch (Made twice) {
      return false;
    }
  }

  private boolean there(EntityManager em, ObservationReport row, Receiver to) {
    return new ReportQueries(em)
        .copies(List.of(row.key())).stream()
            .filter(one -> one.number() == row.number() && one.document() != null)
            .anyMatch(one -> same(row, one, to));
  }

  private boolean same(ObservationReport row, ReportCopy copy, Receiver to) {
    return copy.kind() == to.kind()
        && Objects.equals(copy.person(), to.person())
        && Objects.equals(copy.body(), to.body())
        && to.name().equals(seals.open(row, ReportSeals.NAME, copy.id().value(), copy.name()));
  }

  private void made(
      EntityManager em,
      Viewer viewer,
      ReportView seen,
      Receiver to,
      String why,
      DocumentId document) {
    ObservationReport row =
        new ReportQueries(em).hold(seen.id().value()).orElseThrow(NotFound::new);
    if (!row.state().fast() || row.number() != seen.number()) {
      throw new Stale();
    }
    if (there(em, row, to)) {
      throw new Made();
    }
    CopyId id = CopyId.next();
    ReportCopy copy = new ReportCopy(id, row, to.kind(), to.person(), to.body());
    copy.made(
        document,
        seals.seal(row, ReportSeals.NAME, id.value(), to.name()),
        viewer.staff(),
        viewer.today());
    if (why != null) {
      copy.more(seals.seal(row, ReportSeals.MORE, id.value(), why));
    }
    em.persist(copy);
    row.issue();
    story.tell(
        viewer,
        "contact-report",
        row.key(),
        row.whose(),
        row.contactOn(),
        "timeline.report." + row.state(),
        "/reports/" + row.id());
    audit.wrote(viewer, "supervised-contacts.report.copy", List.of(Subject.of(row.childFile())));
  }

  /** A copy with where it went. */
  public record Sending(
      ReportView report, ReportView.Copy copy, List<Deliveries.Delivery> deliveries) {}

  /**
   * @throws NotFound when the viewer may not know of it
   */
  public Sending sending(Viewer viewer, CopyId id) {
    ReportCopy copy = transactions.read(em -> find(em, id));
    ReportView report = reader.view(viewer, copy.report());
    door.require(viewer, SupervisedContactsModule.WRITE, report.whose());
    ReportView.Copy shown =
        report.copies().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    return new Sending(
        report,
        shown,
        copy.document() == null ? List.of() : deliveries.of(viewer, copy.document()));
  }

  private static ReportCopy find(EntityManager em, CopyId id) {
    ReportCopy copy = em.find(ReportCopy.class, id.value());
    if (copy == null) {
      throw new NotFound();
    }
    return copy;
  }

  /**
   * A copy is on its way.
   *
   * @return key of the delivery
   * @throws org.opora.api.faults.Refused beside the field; also when the copy is there no more
   */
  public UUID send(Viewer viewer, CopyId id, Deliveries.Channel channel, LocalDate on) {
    Sending sending = sending(viewer, id);
    ReportCopy copy = transactions.read(em -> find(em, id));
    if (copy.document() == null) {
      throw Refusals.refused(null, "observation.copy.gone");
    }
    PersonId person = copy.person();
    boolean known = person != null && people.names(viewer, List.of(person)).containsKey(person);
    return deliveries.put(
        viewer,
        copy.document(),
        new Deliveries.NewDelivery(
            new Deliveries.Addressee(known ? person : null, copy.body(), sending.copy().to()),
            channel,
            on,
            null));
  }

  /** Where the copies of a report went, by the key of the copy. */
  public Map<CopyId, List<Deliveries.Delivery>> sent(
      Viewer viewer, Collection<ReportView.Copy> copies) {
    Map<CopyId, List<Deliveries.Delivery>> sent = new LinkedHashMap<>();
    for (ReportView.Copy copy : copies) {
      if (copy.document() != null && mayRead(viewer)) {
        sent.put(copy.id(), deliveries.of(viewer, copy.document()));
      }
    }
    return sent;
  }

  private boolean mayRead(Viewer viewer) {
    return access.decide(viewer, DocumentIndex.READ).allowed();
  }
}
