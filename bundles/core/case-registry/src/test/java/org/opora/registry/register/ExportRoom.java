package org.opora.registry.register;

import org.opora.api.text.Messages;
import org.opora.registry.exports.application.ExportDesk;
import org.opora.registry.exports.web.ExportRoutes;
import org.opora.registry.house.application.ExportLimit;
import org.opora.registry.house.application.SettingsBook;

/** Long lists that wait for a second person, put together by hand. */
public final class ExportRoom {
  public final ExportDesk desk;
  public final ExportLimit limit;

  public ExportRoom(Register register, Messages texts) {
    var access = register.access;
    SettingsBook settings = new SettingsBook(register.tx, access.audit(), register.staff);
    desk =
        new ExportDesk(
            register.tx,
            access.access(),
            access.audit(),
            access.factor(),
            access.colleagues(),
            settings,
            register.staff,
            register.inbox,
            texts,
            register.house.keys());
    limit =
        new ExportLimit(
            register.tx,
            access.access(),
            access.factor(),
            access.colleagues(),
            register.inbox,
            texts,
            settings);
  }

  public ExportRoutes routes() {
    return new ExportRoutes(desk, limit);
  }
}
