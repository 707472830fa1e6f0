package org.opora.supervisedcontacts.rooms.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.rooms.domain.Resource;
import org.opora.supervisedcontacts.rooms.domain.Room;
import org.opora.supervisedcontacts.rooms.domain.RoomId;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rooms in which children meet relatives. */
@Component(service = Rooms.class)
public final class Rooms {
  private final Transactions transactions;
  private final Access access;
  private final AuditTrail audit;

  @Activate
  public Rooms(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference AuditTrail audit) {
    this.transactions = transactions;
    this.access = access;
    this.audit = audit;
  }

  /** A room as a page shows it. */
  public record View(RoomId id, long version, String name, boolean inUse) {}

  /** Every room, by name, also those no longer in use. */
  public List<View> all(Viewer viewer) {
    access.require(viewer, SupervisedContactsModule.READ);
    return transactions.read(em -> ContactQueries.rooms(em).stream().map(Rooms::view).toList());
  }

  public View view(Viewer viewer, RoomId id) {
    access.require(viewer, SupervisedContactsModule.READ);
    return transactions.read(em -> view(find(em, id)));
  }

  /**
   * @throws org.opora.api.faults.Refused when another room has the name
   */
  public RoomId add(Viewer viewer, String name) {
    access.require(viewer, SupervisedContactsModule.ROOMS);
    return transactions.required(
        em -> {
          RoomId id = RoomId.next();
          checkName(em, id, name);
          em.persist(new Room(id, name));
          em.persist(new Resource(id.value()));
          audit.wrote(viewer, "supervised-contacts.room.add", List.of());
          return id;
        });
  }

  /**
   * @throws org.opora.api.faults.Refused when another room has the name
   * @throws Stale when somebody else changed the room meanwhile
   */
  public void change(Viewer viewer, RoomId id, long version, String name, boolean inUse) {
    access.require(viewer, SupervisedContactsModule.ROOMS);
    transactions.run(
        em -> {
          Room room = find(em, id);
          if (room.version() != version) {
            throw new Stale();
          }
          checkName(em, id, name);
          room.change(name, inUse);
          audit.wrote(viewer, "supervised-contacts.room.change", List.of());
        });
  }

  /** Two rooms of one name could not be told apart when a contact is booked. */
  private static void checkName(EntityManager em, RoomId id, String name) {
    boolean taken =
        ContactQueries.rooms(em).stream()
            .anyMatch(room -> !room.id().equals(id) && room.name().equalsIgnoreCase(name));
    if (taken) {
      throw Refusals.refused("name", "rooms.taken", name);
    }
  }

  private static Room find(EntityManager em, RoomId id) {
    Room room = em.find(Room.class, id.value());
    if (room == null) {
      throw new NotFound();
    }
    return room;
  }

  private static View view(Room room) {
    return new View(room.id(), room.version(), room.name(), room.inUse());
  }
}
