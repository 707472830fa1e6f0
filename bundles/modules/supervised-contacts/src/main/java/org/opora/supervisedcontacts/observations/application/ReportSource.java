package org.opora.supervisedcontacts.observations.application;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.observations.domain.ReportId;

/** What a copy of a report is made of, as far as the viewer reads it. */
record ReportSource(Transactions transactions, ReportReader reader, ContactViews contacts) {
  /**
   * @throws NotFound when the viewer may not know of it, or not read it
   */
  ReportPaper.Stuff of(Viewer viewer, ReportId id) {
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
}
