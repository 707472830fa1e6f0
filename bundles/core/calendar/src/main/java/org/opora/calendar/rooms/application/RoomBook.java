package org.opora.calendar.rooms.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.calendar.Rooms;
import org.opora.api.ids.RoomId;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.rooms.domain.Room;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.calendar.rooms.persistence.RoomQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rooms, for those who book. */
@Component(service = Rooms.class)
public final class RoomBook implements Rooms {
  private final Transactions tx;

  @Activate
  public RoomBook(@Reference(target = "(opora.unit=calendar)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public List<Offer> inUse() {
    return tx.read(
        em ->
            new RoomQueries(em)
                .all().stream().filter(room -> room.facts().inUse()).map(RoomBook::told).toList());
  }

  @Override
  public Map<RoomId, String> names(Collection<RoomId> rooms) {
    return tx.read(
        em ->
            new RoomQueries(em)
                .these(rooms.stream().map(RoomId::value).toList()).stream()
                    .collect(Collectors.toMap(Room::id, room -> room.facts().name())));
  }

  @Override
  public void takeOver(RoomId id, String name, boolean inUse) {
    tx.run(
        em -> {
          if (em.find(Room.class, id.value()) == null) {
            em.persist(new Room(id, new RoomFacts(name, RoomFacts.USUAL_SEATS, false, "", inUse)));
          }
        });
  }

  private static Offer told(Room room) {
    RoomFacts facts = room.facts();
    return new Offer(room.id(), facts.name(), facts.seats(), facts.shared(), facts.door());
  }
}
