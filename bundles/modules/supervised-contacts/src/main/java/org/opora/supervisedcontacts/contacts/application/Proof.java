package org.opora.supervisedcontacts.contacts.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;

/**
 * What a contact proves: one record, with a fact for each child who was there and for each adult of
 * the registry who met them, so that the house counts one contact, its time once, and everybody.
 */
record Proof(Evidence evidence) {
  void of(Contact contact, Collection<ContactChild> children, Collection<Attendance> attendance) {
    evidence.record(
        SupervisedContactsModule.ID,
        contact.id().value(),
        contact.state().tookPlace() ? facts(contact, children, attendance) : List.of());
  }

  private static List<NewFact> facts(
      Contact contact, Collection<ContactChild> children, Collection<Attendance> attendance) {
    List<NewFact> facts = new ArrayList<>();
    for (ContactChild child : children) {
      if (Boolean.TRUE.equals(child.present())) {
        // By the plan it is counted when the contacts of that plan are to be evaluated.
        facts.add(
            fact(contact, About.person(child.caseFile(), child.child()))
                .tiedTo(child.plan().toString()));
        toReport(contact, child).ifPresent(facts::add);
      }
    }
    Set<PersonId> once = new HashSet<>();
    for (Attendance one : attendance) {
      if (one.person() != null && Boolean.TRUE.equals(one.met()) && once.add(one.person())) {
        facts.add(fact(contact, About.person(null, one.person())));
      }
    }
    return facts;
  }

  /** Of those who were seen there is a report, which names the same key. */
  private static Optional<NewFact> toReport(Contact contact, ContactChild child) {
    return contact.form().seen()
        ? Optional.of(
            NewFact.of(
                    Contacts.TO_REPORT,
                    About.person(child.caseFile(), child.child()),
                    contact.span().day())
                .tiedTo(child.id().toString()))
        : Optional.empty();
  }

  private static NewFact fact(Contact contact, About whom) {
    return NewFact.of(Contacts.EVIDENCE, whom, contact.span().day())
        .amounting(BigDecimal.valueOf(contact.minutes()), Evidence.MINUTES)
        .formed(contact.form().name());
  }
}
