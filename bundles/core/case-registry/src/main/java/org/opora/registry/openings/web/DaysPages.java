package org.opora.registry.openings.web;

import java.time.LocalDate;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.OpeningTime;
import org.opora.registry.openings.application.OpeningDays;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** For how many working days files are opened for an inspection at most. */
final class DaysPages {
  static final String PATH = "/house/settings/openings";
  private final OpeningTime time;

  DaysPages(OpeningTime time) {
    this.time = time;
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply choose(Request request) {
    Form form = request.form();
    Integer days = form.number("days", OpeningDays.LEAST, OpeningDays.MOST);
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    return form.attempt(
        () -> {
          time.choose(request.viewer(), form.version(), days, from, why);
          return Reply.to(PATH, Words.of("settings.saved"));
        },
        again -> page(request, again));
  }

  private Reply page(Request request, Form form) {
    return new Model().with("view", time.view(request.viewer())).form("opening-days", form);
  }
}
