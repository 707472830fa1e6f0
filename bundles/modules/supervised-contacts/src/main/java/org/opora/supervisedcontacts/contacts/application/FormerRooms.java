package org.opora.supervisedcontacts.contacts.application;

import org.opora.api.calendar.Rooms;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Rooms that were kept here go to the calendar of the house, each under the key by which contacts
 * name it. Once: a room that the calendar knows is the calendar's, whatever becomes of it there.
 */
@Component(service = FormerRooms.class, immediate = true)
public final class FormerRooms {
  @Activate
  public FormerRooms(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Rooms rooms) {
    transactions.run(
        em ->
            ContactQueries.formerRooms(em)
                .forEach(room -> rooms.takeOver(room.id(), room.name(), room.inUse())));
  }
}
