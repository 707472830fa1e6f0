package org.opora.calendar.rooms.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.calendar.rooms.domain.Room;

/** Reads of rooms; a centre has a few. */
public final class RoomQueries {
  private final EntityManager em;

  public RoomQueries(EntityManager em) {
    this.em = em;
  }

  /** All, by name. */
  public List<Room> all() {
    return em.createQuery("SELECT r FROM Room r ORDER BY r.name, r.id", Room.class).getResultList();
  }

  public List<Room> these(Collection<UUID> rooms) {
    return rooms.isEmpty()
        ? List.of()
        : em.createQuery("SELECT r FROM Room r WHERE r.id IN :rooms", Room.class)
            .setParameter("rooms", rooms)
            .getResultList();
  }
}
