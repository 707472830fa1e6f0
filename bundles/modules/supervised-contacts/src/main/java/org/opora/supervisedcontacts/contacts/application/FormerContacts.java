package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.calendar.Calendar;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Joint;
import org.opora.supervisedcontacts.contacts.persistence.FormerQueries;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts that were planned before the house had a calendar go to it, so that their rooms and
 * people are not given away a second time. At each start, as far as they are still to come: what
 * the calendar knows is the calendar's, so the second time changes nothing.
 */
@Component(service = FormerContacts.class, immediate = true)
public final class FormerContacts {
  private final Calendar calendar;
  private final CalendarEntry entry;
  private final ZoneId zone;

  /**
   * @param rooms that they are in, taken over before them
   */
  @Activate
  public FormerContacts(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference FormerRooms rooms,
      @Reference Calendar calendar,
      @Reference Centre centre,
      @Reference Messages messages) {
    // At a start nobody asks, so there is no clock of theirs.
    this(transactions, calendar, centre.zone(), messages, Clock.systemUTC());
  }

  /**
   * @param clock what is over by it stays where it is
   */
  FormerContacts(
      Transactions transactions, Calendar calendar, ZoneId zone, Messages messages, Clock clock) {
    Instant now = clock.instant();
    this.calendar = calendar;
    this.zone = zone;
    this.entry = new CalendarEntry(messages);
    for (UUID contact : transactions.read(em -> new FormerQueries(em).toCome(now))) {
      // Each by itself: nobody who books meanwhile waits for all of them.
      transactions.run(em -> takeOver(em, new ContactId(contact), now));
    }
  }

  private void takeOver(EntityManager em, ContactId id, Instant now) {
    Contact contact = em.find(Contact.class, id.value());
    OneContact of = new OneContact(em);
    List<ContactChild> children = of.children(id);
    List<ContactPlan> plans = children.stream().map(child -> Plans.find(em, child.plan())).toList();
    calendar.takeOver(
        entry.of(contact, plans, met(em, children, of.named(id))),
        contact.facilitator(),
        now,
        zone);
  }

  /** Whom they meet, each once, under all the names that plans have for them. */
  private static List<Joint> met(
      EntityManager em, Collection<ContactChild> children, Collection<AttendsAs> named) {
    List<UUID> plans = children.stream().map(child -> child.plan().value()).toList();
    Map<UUID, PlanPerson> people =
        PlanQueries.people(em, plans).stream()
            .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    return named.stream()
        .collect(
            Collectors.groupingBy(
                AttendsAs::attendance,
                TreeMap::new,
                Collectors.mapping(as -> people.get(as.planPerson().value()), Collectors.toList())))
        .values()
        .stream()
        .map(Joint::new)
        .toList();
  }
}
