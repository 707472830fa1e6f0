package org.opora.calendar.rooms.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.RoomId;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.rooms.domain.Room;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.calendar.rooms.persistence.RoomQueries;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the rooms of the centre are kept. */
@Component(service = RoomDesk.class)
public final class RoomDesk {
  private static final int LONGEST = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;

  @Activate
  public RoomDesk(
      @Reference(target = "(opora.unit=calendar)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
  }

  /** A room as a page shows it. */
  public record View(RoomId id, long version, RoomFacts facts) {}

  /** All by name, also those no longer in use. */
  public List<View> all(Viewer viewer) {
    access.require(viewer, Calendar.READ);
    return tx.read(em -> new RoomQueries(em).all().stream().map(RoomDesk::view).toList());
  }

  public View room(Viewer viewer, RoomId id) {
    access.require(viewer, Calendar.ROOMS);
    return tx.read(em -> view(find(em, id)));
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field, also when another room has the name
   */
  public RoomId add(Viewer viewer, RoomFacts facts) {
    access.require(viewer, Calendar.ROOMS);
    return tx.required(
        em -> {
          RoomId id = RoomId.next();
          em.persist(new Room(id, checked(em, id, facts)));
          audit.wrote(viewer, "calendar.room-added", List.of());
          return id;
        });
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field, also when another room has the name
   * @throws Stale when somebody else changed the room meanwhile
   */
  public void amend(Viewer viewer, RoomId id, long version, RoomFacts facts) {
    access.require(viewer, Calendar.ROOMS);
    tx.run(
        em -> {
          Room room = find(em, id);
          if (room.version() != version) {
            throw new Stale();
          }
          room.is(checked(em, id, facts));
          audit.wrote(viewer, "calendar.room-amended", List.of());
        });
  }

  /** Two rooms of one name could not be told apart when something is booked. */
  private static RoomFacts checked(EntityManager em, RoomId id, RoomFacts facts) {
    String name = facts.name() == null ? "" : facts.name().strip();
    String door = facts.door() == null ? "" : facts.door().strip();
    if (name.isEmpty()) {
      throw Texts.refused("name", "room.name.missing");
    }
    if (name.length() > LONGEST) {
      throw Texts.refused("name", "room.too-long", LONGEST);
    }
    if (door.length() > LONGEST) {
      throw Texts.refused("door", "room.too-long", LONGEST);
    }
    if (facts.seats() < 1 || facts.seats() > RoomFacts.MOST_SEATS) {
      throw Texts.refused("seats", "room.seats.range", RoomFacts.MOST_SEATS);
    }
    boolean taken =
        new RoomQueries(em)
            .all().stream()
                .anyMatch(
                    room -> !room.id().equals(id) && room.facts().name().equalsIgnoreCase(name));
    if (taken) {
      throw Texts.refused("name", "room.name.taken", name);
    }
    return new RoomFacts(name, facts.seats(), facts.shared(), door, facts.inUse());
  }

  private static Room find(EntityManager em, RoomId id) {
    Room room = em.find(Room.class, id.value());
    if (room == null) {
      throw new NotFound();
    }
    return room;
  }

  private static View view(Room room) {
    return new View(room.id(), room.version(), room.facts());
  }
}
