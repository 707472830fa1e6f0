package org.opora.registry.register;

import java.util.List;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.text.Messages;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyEnds;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.opora.registry.emergency.web.EmergencyRoutes;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.shared.application.LawPacks;

/** Emergency access, put together by hand. */
public final class EmergencyRoom {
  public final EmergencyDesk desk;
  public final EmergencyEnds ends;
  public final EmergencyReviews reviews;
  public final SettingsDesk settings;

  EmergencyRoom(Register register, FileStory story, Messages texts, List<RuleSet> laws) {
    settings =
        new SettingsDesk(
            register.access.access(),
            new SettingsBook(register.tx, register.access.audit(), register.staff));
    desk =
        new EmergencyDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.factor(),
            register.access.aliases(),
            register.access.colleagues(),
            register.choices,
            settings,
            register.inbox,
            texts,
            register.change,
            story,
            new LawPacks(laws, List.of(), List.of(), List.of(), List.of()),
            register.house.keys());
    ends =
        new EmergencyEnds(
            register.tx, register.access.access(), register.access.audit(), register.change);
    reviews =
        new EmergencyReviews(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.choices,
            register.inbox,
            texts,
            register.house.keys());
  }

  EmergencyRoutes routes(CaseFrame frame, Messages pages) {
    return new EmergencyRoutes(frame, desk, ends, reviews, pages);
  }
}
