package org.opora.registry.register;

import org.opora.api.text.Messages;
import org.opora.registry.walls.application.SealBook;
import org.opora.registry.walls.application.WallBook;
import org.opora.registry.walls.application.WallDesk;
import org.opora.registry.walls.application.WallPlaces;
import org.opora.registry.walls.web.WallRoutes;

/** Walls that are raised by hand, put together by hand. */
public final class WallRoom {
  public final WallDesk desk;
  public final WallBook book;
  public final SealBook seals;
  private final WallPlaces places;

  WallRoom(Register register, Messages texts) {
    var access = register.access;
    places =
        new WallPlaces(
            register.tx,
            access.access(),
            access.audit(),
            access.aliases(),
            register.files,
            register.people);
    desk =
        new WallDesk(
            register.tx,
            access.audit(),
            access.factor(),
            access.colleagues(),
            access.walls(),
            register.files,
            register.staff,
            register.choices,
            register.inbox,
            texts,
            register.house.keys(),
            register.room.standIns,
            register.room.tasks,
            register.room.post,
            places);
    book =
        new WallBook(
            register.tx,
            access.access(),
            access.audit(),
            access.factor(),
            access.colleagues(),
            access.walls(),
            register.staff,
            register.choices,
            register.inbox,
            texts,
            register.house.keys(),
            places);
    seals =
        new SealBook(
            register.tx,
            access.access(),
            access.colleagues(),
            access.walls(),
            register.staff,
            register.house.keys());
  }

  WallRoutes routes(Messages pages) {
    return new WallRoutes(places, desk, book, seals, pages);
  }
}
