package org.opora.registry.exports.web;

import java.time.LocalDate;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.exports.application.ExportDesk;
import org.opora.registry.house.application.ExportLimit;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** How many rows of a list one person may take along. */
final class LimitPages {
  private final ExportLimit limit;

  LimitPages(ExportLimit limit) {
    this.limit = limit;
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply choose(Request request) {
    Form form = request.form();
    Integer rows = form.number("rows", ExportDesk.LEAST, ExportDesk.MOST);
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    return form.attempt(
        () -> {
          limit.choose(request.viewer(), form.version(), rows, from, why);
          return Reply.to(ExportLimit.PATH, Words.of("settings.saved"));
        },
        again -> page(request, again));
  }

  private Reply page(Request request, Form form) {
    return new Model().with("view", limit.view(request.viewer())).form("export-limit", form);
  }
}
