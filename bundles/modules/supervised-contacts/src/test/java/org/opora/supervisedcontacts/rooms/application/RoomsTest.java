package org.opora.supervisedcontacts.rooms.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.rooms.domain.RoomId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.testkit.OnEveryDatabase;

/** The list of rooms. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsTest {
  @Parameter Product product;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  @Test
  void aRoomIsAddedChangedAndLeftOut() {
    RoomId id = centre.rooms.add(centre.director, "Herna");
    Rooms.View room = centre.rooms.view(centre.director, id);
    assertEquals("Herna", room.name());
    centre.rooms.change(centre.director, id, room.version(), "Velká herna", false);
    Rooms.View changed = centre.rooms.view(centre.director, id);
    assertEquals("Velká herna", changed.name());
    assertFalse(changed.inUse());
    assertThrows(
        Stale.class, () -> centre.rooms.change(centre.director, id, room.version(), "Herna", true));
    assertThrows(NotFound.class, () -> centre.rooms.view(centre.director, RoomId.next()));
  }

  @Test
  void twoRoomsNeverHaveOneName() {
    RoomId blue = centre.rooms.add(centre.director, "Modrý pokoj");
    RoomId red = centre.rooms.add(centre.director, "Červený pokoj");
    assertEquals(
        "name: rooms.taken",
        Centre.refusal(() -> centre.rooms.add(centre.director, "modrý POKOJ")));
    assertEquals(
        "name: rooms.taken",
        Centre.refusal(() -> centre.rooms.change(centre.director, red, 1, "Modrý pokoj", true)));
    centre.rooms.change(centre.director, blue, 1, "Modrý pokoj", false);
  }

  @Test
  void onlyTheDirectorKeepsTheList() {
    RoomId room = centre.room();
    Viewer worker = centre.viewer("key-worker");
    assertThrows(NotAllowed.class, () -> centre.rooms.add(worker, "Můj pokoj"));
    assertThrows(NotAllowed.class, () -> centre.rooms.change(worker, room, 1, "Můj pokoj", true));
    assertEquals(room, centre.rooms.view(worker, room).id());
    Viewer it = centre.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> centre.rooms.all(it));
    assertThrows(NotAllowed.class, () -> centre.rooms.view(it, room));
  }
}
