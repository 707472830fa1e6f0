package org.opora.supervisedcontacts.contacts.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.house.Settings;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How long whoever assists at a contact has to do with its children: for as long as something is to
 * be written of a child, however late, and some days longer. Where nothing is to be written, there
 * are only the days.
 */
@Component(service = FacilitatorReach.class)
public final class FacilitatorReach {
  private final Relations relations;
  private final ContactFigures figures;
  private final ReportsOnContacts reports;

  @Activate
  public FacilitatorReach(
      @Reference Relations relations,
      @Reference Settings settings,
      @Reference ReportsOnContacts reports) {
    this.relations = relations;
    this.figures = new ContactFigures(settings);
    this.reports = reports;
  }

  /**
   * The facilitator of the contact reaches these children as it stands now. Asked anew with each
   * step of the contact and of its reports, in the transaction of whoever takes it.
   */
  public void settle(Viewer viewer, Contact contact, Collection<ContactChild> children) {
    if (contact.cancelled()) {
      end(viewer, contact, children);
      return;
    }
    Map<ContactChildId, Boolean> approved =
        reports.approved(children.stream().map(ContactChild::id).toList());
    for (ContactChild child : children) {
      if (toWrite(contact, child, approved.get(child.id()))) {
        grant(viewer, contact, child, null);
      } else if (contact.planned()) {
        grant(viewer, contact, child, lastDay(viewer, contact));
      } else {
        end(contact, child, lastDay(viewer, contact));
      }
    }
  }

  /**
   * @param approved whether the report was; null when there is none
   */
  private static boolean toWrite(Contact contact, ContactChild child, Boolean approved) {
    boolean comes = contact.planned() || contact.state().tookPlace();
    boolean away = !contact.planned() && Boolean.FALSE.equals(child.present());
    return comes && !away && (approved == null ? contact.form().seen() : !approved);
  }

  /** Of a contact that was entered late, or whose report came late, from today. */
  private LocalDate lastDay(Viewer viewer, Contact contact) {
    LocalDate today = viewer.today();
    LocalDate day = contact.span().day();
    LocalDate from = day.isBefore(today) ? today : day;
    return from.plusDays(figures.daysToWrite(from));
  }

  private void grant(Viewer viewer, Contact contact, ContactChild child, LocalDate until) {
    subjects(child)
        .forEach(
            subject ->
                relations.grant(
                    contact.facilitator(),
                    subject,
                    RelationKind.FACILITATOR,
                    viewer.today(),
                    until,
                    origin(contact.id())));
  }

  /**
   * Whoever was to assist does not: they see so until the end of the day. Also when somebody else
   * assists from now on, before that one's reach is settled.
   */
  void end(Viewer viewer, Contact contact, Collection<ContactChild> children) {
    children.forEach(child -> end(contact, child, viewer.today()));
  }

  /** What ends earlier already stays so. */
  private void end(Contact contact, ContactChild child, LocalDate lastDay) {
    subjects(child)
        .forEach(
            subject ->
                relations.end(subject, RelationKind.FACILITATOR, origin(contact.id()), lastDay));
  }

  private static List<Subject> subjects(ContactChild child) {
    return List.of(Subject.of(child.childFile()), Subject.of(child.child()));
  }

  /** Who says that the facilitator has to do with the child. */
  private static String origin(ContactId contact) {
    return SupervisedContactsModule.ID + ":" + contact;
  }
}
