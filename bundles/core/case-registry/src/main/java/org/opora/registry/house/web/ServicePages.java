package org.opora.registry.house.web;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.ServicesDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The form that says which activity of the mandate a service belongs to. */
final class ServicePages {
  private final ServicesDesk desk;
  private final Activities activities;

  ServicePages(ServicesDesk desk, Activities activities) {
    this.desk = desk;
    this.activities = activities;
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply tie(Request request) {
    Form form = request.form();
    String activity = form.requiredLine("activity");
    LocalDate since = form.date("since");
    return form.attempt(
        () -> {
          desk.tie(request.viewer(), request.variable("service"), form.version(), activity, since);
          return Reply.to(MandatePages.HOME, Words.of("service.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    ServicesDesk.Row row = desk.one(request.viewer(), request.variable("service"));
    return new Model()
        .with("service", row)
        .with("activities", activities.choices(request.locale(), List.of()))
        .form("house-service", form);
  }
}
