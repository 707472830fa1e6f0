package org.opora.registry.house.web;

import java.time.LocalDate;
import java.util.Collections;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** A number that the centre sets: what holds, what held, and what is to hold. */
final class NumberPages {
  static final String ONE = "/house/settings/numbers/{setting}";
  private final SettingsDesk desk;

  NumberPages(SettingsDesk desk) {
    this.desk = desk;
  }

  Reply show(Request request) {
    return page(of(request), null);
  }

  private Settings.View of(Request request) {
    return desk.one(request.viewer(), request.variable("setting"));
  }

  Reply decide(Request request) {
    Form form = request.form();
    Setting setting = of(request).setting();
    Integer number = form.number(setting.field(), setting.least(), setting.most());
    if (number == null) {
      form.error(setting.field(), "form.required");
    }
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    return form.attempt(
        () -> {
          desk.decide(
              request.viewer(),
              form.version(),
              from,
              why,
              Collections.singletonMap(setting, number));
          return Reply.to("/house/settings/numbers/" + setting.id(), Words.of("settings.saved"));
        },
        again -> page(of(request), again));
  }

  private static Reply page(Settings.View view, Form form) {
    return new Model().with("view", view).form("house-number", form);
  }
}
