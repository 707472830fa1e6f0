package org.opora.supervisedcontacts.contacts.contributions;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.calendar.spi.AppointmentKind;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Bookings;
import org.opora.supervisedcontacts.contacts.application.MovableContacts;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A contact can be moved in the calendar. */
@Component
public final class MovableContact implements AppointmentKind {
  private final Bookings bookings;
  private final MovableContacts movable;

  @Activate
  public MovableContact(@Reference Bookings bookings, @Reference MovableContacts movable) {
    this.bookings = bookings;
    this.movable = movable;
  }

  @Override
  public String origin() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public String kind() {
    return Bookings.KIND;
  }

  @Override
  public String permission() {
    return SupervisedContactsModule.WRITE;
  }

  @Override
  public Set<UUID> movable(Viewer viewer, Collection<UUID> sources) {
    return movable.of(viewer, sources);
  }

  @Override
  public void requireMovable(Viewer viewer, UUID source) {
    movable.require(viewer, source);
  }

  @Override
  public Where outside(UUID source, Where now) {
    return movable.outside(source);
  }

  @Override
  public void move(Viewer viewer, UUID source, Slot slot, RoomId room, Because because) {
    bookings.move(viewer, new ContactId(source), slot, room, because);
  }
}
