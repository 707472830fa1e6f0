package org.opora.supervisedcontacts.application;

import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.domain.Resource;
import org.opora.supervisedcontacts.domain.Room;
import org.opora.supervisedcontacts.domain.RoomId;
import org.opora.supervisedcontacts.persistence.ContactQueries;
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

  public List<View> all(Viewer viewer) {
    access.require(viewer, SupervisedContactsModule.READ);
    return transactions.read(
        em ->
            ContactQueries.rooms(em).stream()
                .map(room -> new View(room.id(), room.version(), room.name(), room.inUse()))
                .toList());
  }

  public RoomId add(Viewer viewer, String name) {
    access.require(viewer, SupervisedContactsModule.ROOMS);
    return transactions.required(
        em -> {
          RoomId id = RoomId.next();
          em.persist(new Room(id, name));
          em.persist(new Resource(id.value()));
          audit.wrote(viewer, "supervised-contacts.room.add", List.of());
          return id;
        });
  }

  public void change(Viewer viewer, RoomId id, long version, String name, boolean inUse) {
    access.require(viewer, SupervisedContactsModule.ROOMS);
    transactions.run(
        em -> {
          Room room = em.find(Room.class, id.value());
          if (room == null) {
            throw new NotFound();
          }
          if (room.version() != version) {
            throw new Stale();
          }
          room.change(name, inUse);
          audit.wrote(viewer, "supervised-contacts.room.change", List.of());
        });
  }
}
