package org.opora.registry.register;

import java.util.List;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.openings.application.OpeningBook;
import org.opora.registry.openings.application.OpeningDesk;
import org.opora.registry.openings.web.OpeningRoutes;
import org.opora.registry.shared.application.LawPacks;

/** What is opened for an inspection, put together by hand. */
public final class OpeningRoom {
  public final OpeningDesk desk;
  public final OpeningBook book;
  public final SettingsDesk settings;
  private final Register register;

  OpeningRoom(Register register, FileStory story, Messages texts, List<RuleSet> laws) {
    this.register = register;
    settings =
        new SettingsDesk(
            register.access.access(),
            new SettingsBook(register.tx, register.access.audit(), register.staff));
    desk =
        new OpeningDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.factor(),
            register.access.colleagues(),
            register.staff,
            settings,
            register.inbox,
            texts,
            register.change,
            story,
            new LawPacks(laws, List.of(), List.of(), List.of(), List.of()));
    book =
        new OpeningBook(
            register.tx, register.access.access(), register.access.audit(), register.staff);
  }

  OpeningRoutes routes() {
    return new OpeningRoutes(register.files, desk, book);
  }
}
