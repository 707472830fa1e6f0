package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** A report is begun from what was noted, written, and submitted to somebody else. */
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
  private final ReportRows rows;
  private final ContactViews contacts;
  private final MeetingReader meetings;
  private final Drafting drafting;
  private final Steps steps;

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
    this.rows = new ReportRows(seals, door, reach);
    this.contacts = contacts;
    this.meetings = meetings;
    this.drafting = new Drafting(messages);
    this.steps =
        new Steps(
            door, audit, colleagues, evidence, new Story(timeline, messages), inbox, messages);
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
          rows.version(em, viewer, row, typed, null);
          steps.wrote(viewer, row, "supervised-contacts.report.begin");
          rows.settle(em, viewer, row);
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
          ObservationReport row =
              rows.hold(em, viewer, SupervisedContactsModule.RECORD, id, version);
          ReportRows.in(row, ReportState.DRAFT);
          ReportVersion present = ReportRows.present(em, row);
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

  /**
   * It is written, and somebody else looks at it.
   *
   * @throws org.opora.api.faults.Refused beside the part that is missing
   * @throws Stale as {@link #write}
   */
  public void submit(Viewer viewer, ReportId id, long version) {
    transactions.run(
        em -> {
          ObservationReport row =
              rows.hold(em, viewer, SupervisedContactsModule.RECORD, id, version);
          ReportRows.in(row, ReportState.DRAFT);
          submit(viewer, row, seals.words(em, row, ReportRows.present(em, row)));
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
  }
}
