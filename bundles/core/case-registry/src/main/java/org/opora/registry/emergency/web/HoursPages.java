package org.opora.registry.emergency.web;

import java.time.LocalDate;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.house.application.EmergencyHours;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** For how many hours a file is opened in an emergency. */
final class HoursPages {
  static final String PATH = "/house/settings/emergency";
  private final EmergencyHours hours;

  HoursPages(EmergencyHours hours) {
    this.hours = hours;
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply choose(Request request) {
    Form form = request.form();
    Integer chosen = form.number("hours", EmergencyDesk.LEAST_HOURS, EmergencyDesk.MOST_HOURS);
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    return form.attempt(
        () -> {
          hours.choose(request.viewer(), form.version(), chosen, from, why);
          return Reply.to(PATH, Words.of("settings.saved"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    return new Model().with("view", hours.view(request.viewer())).form("emergency-hours", form);
  }
}
