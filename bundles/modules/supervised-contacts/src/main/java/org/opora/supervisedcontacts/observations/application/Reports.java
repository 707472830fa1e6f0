package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.inbox.Inbox;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.application.FacilitatorReach;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.meeting.application.MeetingReader;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.ReportVersion;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** A report is written, approved by somebody else, and from then on only written anew. */
@Component(service = Reports.class)
public final class Reports {
  /** Kind of the evidence that the report on a contact was written. */
  public static final String EVIDENCE = "contact-report";

  /** Longest part of a report. */
  public static final int TEXT = 8000;

  /** Longest reason. */
  public static final int REASON = 2000;

  private final Transactions transactions;
  private final ReportSeals seals;
  private final ContactDoor door;
  private final ContactViews contacts;
  private final MeetingReader meetings;
  private final FacilitatorReach reach;
  private final Drafting drafting;
  private final Steps steps;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<ReportWatcher> watchers = List.of();

  @Activate
  public Reports(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference People people,
      @Reference ContactViews contacts,
      @Reference MeetingReader meetings,
      @Reference FacilitatorReach reach,
      @Reference Evidence evidence,
      @Reference Timeline timeline,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.seals = new ReportSeals(new SealedTexts(keys));
    this.door = new ContactDoor(access, people);
    this.contacts = contacts;
    this.meetings = meetings;
    this.reach = reach;
    this.drafting = new Drafting(messages);
    this.steps =
        new Steps(
            door, audit, colleagues, evidence, new Story(timeline, messages), inbox, messages);
  }

  /** With these, who hear when a report was written. */
  public Reports with(ReportWatcher... those) {
    watchers = List.of(those);
    return this;
  }

  /**
   * What there is to begin a report with.
   *
   * @param report the one that is there already; null when there is none
   * @param words drafted; empty when there is a report
   */
  public record Beginning(ContactView contact, ReportId report, Map<Section, String> words) {}

  /**
   * @throws NotFound when the viewer may not know of the contact, or not write it down
   */
  public Beginning beginning(Viewer viewer, ContactChildId line) {
    ContactChild child =
        transactions.read(em -> require(viewer, em.find(ContactChild.class, line.value())));
    ContactView contact = contacts.view(viewer, child.contact());
    ContactView.Part part = contact.part(line);
    if (part == null) {
      throw new NotFound();
    }
    ObservationReport known = transactions.read(em -> standing(em, line));
    return known == null
        ? new Beginning(
            contact, null, drafting.draft(viewer, part.record(), meetings.ofChild(viewer, line)))
        : new Beginning(contact, known.id(), Map.of());
  }

  private ContactChild require(Viewer viewer, ContactChild child) {
    if (child == null) {
      throw new NotFound();
    }
    door.require(viewer, SupervisedContactsModule.RECORD, child.whose());
    return child;
  }

  /** The one that was not withdrawn. */
  private static ObservationReport standing(EntityManager em, ContactChildId line) {
    return new ReportQueries(em)
        .ofLines(List.of(line.value())).stream()
            .filter(row -> row.state() != ReportState.WITHDRAWN)
            .findFirst()
            .orElse(null);
  }

  /**
   * Begins a report.
   *
   * @param words may lack anything, until it is submitted
   * @param submit whether it is submitted at once, or nothing is written
   * @throws org.opora.api.faults.Refused when the contact has not taken place for the child, a part
   *     is too long, or one is missing that has to be there to submit it
   * @throws Stale when somebody else has begun it meanwhile
   */
  public ReportId begin(
      Viewer viewer, ContactChildId line, Map<Section, String> words, boolean submit) {
    Map<Section, String> typed = typed(words);
    return transactions.required(
        em -> {
          ContactChild child =
              require(
                  viewer,
                  em.find(ContactChild.class, line.value(), LockModeType.PESSIMISTIC_WRITE));
          Contact contact = em.find(Contact.class, child.contact().value());
          if (!contact.state().tookPlace() || Boolean.FALSE.equals(child.present())) {
            throw Refusals.refused(null, "observation.no-contact");
          }
          if (standing(em, line) != null) {
            throw new Stale();
          }
          ObservationReport row =
              new ObservationReport(ReportId.next(), child, contact.span().day(), viewer.staff());
          em.persist(row);
          em.flush();
          version(em, viewer, row, typed, null);
          steps.wrote(viewer, row, "supervised-contacts.report.begin");
          settle(em, viewer, row);
          if (submit) {
            submit(viewer, row, typed);
          }
          return row.id();
        });
  }

  /** Without blanks around; what is empty is missing. */
  private static Map<Section, String> typed(Map<Section, String> words) {
    Map<Section, String> typed = new EnumMap<>(Section.class);
    words.forEach(
        (section, plain) -> {
          String said = Refusals.optional(field(section), plain, TEXT);
          if (said != null) {
            typed.put(section, said);
          }
        });
    return typed;
  }

  /** Name of the field of a form. */
  public static String field(Section section) {
    return section.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void version(
      EntityManager em,
      Viewer viewer,
      ObservationReport row,
      Map<Section, String> words,
      String reason) {
    ReportVersion version = new ReportVersion(row.id(), row.number());
    version.writtenBy(viewer.staff(), viewer.now());
    version.because(seals.seal(row, ReportSeals.REASON, version.id(), reason));
    em.persist(version);
    em.flush();
    seals.write(em, row, version, words);
  }

  /**
   * Writes the present version.
   *
   * @param submit as in {@link #begin}
   * @throws org.opora.api.faults.Refused when it is not written any more, a part is too long, or
   *     one is missing that has to be there to submit it
   * @throws Stale when somebody else has changed it meanwhile
   */
  public void write(
      Viewer viewer, ReportId id, long version, Map<Section, String> words, boolean submit) {
    Map<Section, String> typed = typed(words);
    transactions.run(
        em -> {
          ObservationReport row = hold(em, viewer, SupervisedContactsModule.RECORD, id, version);
          in(row, ReportState.DRAFT);
          ReportVersion present = present(em, row);
          // The parts are rows of their own: whoever changes one of them has changed the report.
          em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          row.writtenBy(viewer.staff());
          present.writtenBy(viewer.staff(), viewer.now());
          seals.write(em, row, present, typed);
          steps.wrote(viewer, row, "supervised-contacts.report.write");
          if (submit) {
            submit(viewer, row, typed);
          }
        });
  }

  private ObservationReport hold(
      EntityManager em, Viewer viewer, String permission, ReportId id, long version) {
    ObservationReport row = new ReportQueries(em).hold(id.value()).orElseThrow(NotFound::new);
    door.require(viewer, permission, row.whose());
    Refusals.fresh(row.version(), version);
    return row;
  }

  private static ReportVersion present(EntityManager em, ObservationReport row) {
    return new ReportQueries(em).version(row.key(), row.number()).orElseThrow(NotFound::new);
  }

  private static void in(ObservationReport row, ReportState state) {
    if (row.state() != state) {
      throw Refusals.refused(null, "observation.wrong-state", state(row.state()));
    }
  }

  private static Text state(ReportState state) {
    return Text.of(SupervisedContactsModule.ORIGIN, "observation.state." + state);
  }

  /**
   * It is written, and somebody else looks at it.
   *
   * @throws org.opora.api.faults.Refused beside the part that is missing
   * @throws Stale as {@link #write}
   */
  public void submit(Viewer viewer, ReportId id, long version) {
    transactions.run(
        em -> {
          ObservationReport row = hold(em, viewer, SupervisedContactsModule.RECORD, id, version);
          in(row, ReportState.DRAFT);
          submit(viewer, row, seals.words(em, row, present(em, row)));
        });
  }

  private void submit(Viewer viewer, ObservationReport row, Map<Section, String> words) {
    for (Section section : Section.values()) {
      if (section.required() && !words.containsKey(section)) {
        throw Refusals.refused(field(section), "observation.missing." + section);
      }
    }
    row.submit(viewer.today());
    steps.submitted(viewer, row);
    watchers.forEach(one -> one.written(viewer, row.contactChild()));
  }

  /**
   * Somebody else than the author finds it right.
   *
   * @throws org.opora.api.faults.Refused when the author is asked, or it does not wait
   * @throws Stale as {@link #write}
   */
  public void approve(Viewer viewer, ReportId id, long version) {
    transactions.run(
        em -> {
          ObservationReport row = looked(em, viewer, id, version);
          row.approve();
          present(em, row).approvedBy(viewer.staff(), viewer.now());
          settle(em, viewer, row);
          steps.decided(viewer, row, "supervised-contacts.report.approve");
        });
  }

  /** Whoever assisted reaches the child for as long as the report is not approved. */
  private void settle(EntityManager em, Viewer viewer, ObservationReport row) {
    em.flush();
    reach.settle(
        viewer,
        em.find(Contact.class, row.contact().value()),
        List.of(em.find(ContactChild.class, row.contactChild().value())));
  }

  private ObservationReport looked(EntityManager em, Viewer viewer, ReportId id, long version) {
    ObservationReport row = hold(em, viewer, SupervisedContactsModule.APPROVE, id, version);
    if (row.author().equals(viewer.staff())) {
      throw Refusals.refused(null, "observation.own");
    }
    in(row, ReportState.SUBMITTED);
    return row;
  }

  /**
   * Somebody else wants it otherwise.
   *
   * @param why what is to be changed
   * @throws org.opora.api.faults.Refused as {@link #approve}; also when nobody says why
   * @throws Stale as {@link #write}
   */
  public void giveBack(Viewer viewer, ReportId id, long version, String why) {
    String said = Refusals.words("why", why, REASON);
    transactions.run(
        em -> {
          ObservationReport row = looked(em, viewer, id, version);
          row.back(viewer.staff(), seals.seal(row, ReportSeals.RETURNED, row.key(), said));
          steps.decided(viewer, row, "supervised-contacts.report.return");
        });
  }

  /**
   * Begins the next version of one that stands fast; the former one stays, with its copies.
   *
   * @param reason why it has to be written anew
   * @throws org.opora.api.faults.Refused when it does not stand fast, or nobody says why
   * @throws Stale as {@link #write}
   */
  public void revise(Viewer viewer, ReportId id, long version, String reason) {
    String said = Refusals.words("reason", reason, REASON);
    transactions.run(
        em -> {
          ObservationReport row = hold(em, viewer, SupervisedContactsModule.RECORD, id, version);
          if (!row.state().fast()) {
            throw Refusals.refused(null, "observation.wrong-state", state(row.state()));
          }
          Map<Section, String> words = seals.words(em, row, present(em, row));
          row.revise(viewer.staff());
          version(em, viewer, row, words, said);
          settle(em, viewer, row);
          steps.changed(viewer, row, "supervised-contacts.report.revise");
        });
  }

  /**
   * It does not count any more. One that stands fast is withdrawn by whoever approves reports.
   *
   * @throws org.opora.api.faults.Refused when it is withdrawn already, or nobody says why
   * @throws Stale as {@link #write}
   */
  public void withdraw(Viewer viewer, ReportId id, long version, String why) {
    String said = Refusals.words("why", why, REASON);
    transactions.run(
        em -> {
          boolean fast = ReportReader.find(em, id).state().fast();
          ObservationReport row =
              hold(
                  em,
                  viewer,
                  fast ? SupervisedContactsModule.APPROVE : SupervisedContactsModule.RECORD,
                  id,
                  version);
          if (row.state() == ReportState.WITHDRAWN) {
            throw Refusals.refused(null, "observation.wrong-state", state(row.state()));
          }
          UUID key = row.key();
          row.withdraw(
              viewer.staff(), viewer.today(), seals.seal(row, ReportSeals.WITHDRAWN, key, said));
          settle(em, viewer, row);
          steps.withdrawn(viewer, row);
        });
  }
}
