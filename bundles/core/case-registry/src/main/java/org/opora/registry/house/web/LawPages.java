package org.opora.registry.house.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.LawDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The figures of the law, for reading and for print, and who has confirmed them. */
final class LawPages {
  private static final int NOTE = 1000;
  private static final String LIST = "/house/law";
  private final LawDesk desk;
  private final CentreDesk centre;

  LawPages(LawDesk desk, CentreDesk centre) {
    this.desk = desk;
    this.centre = centre;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    List<LawDesk.Row> rows = desk.all(viewer);
    return new Model()
        .with("rows", rows)
        .with("open", rows.stream().filter(row -> !row.confirmed()).count())
        .with("paper", centre.onPaper(viewer.today()))
        .page("house-law");
  }

  Reply ask(Request request) {
    return ask(request, null);
  }

  Reply confirm(Request request) {
    Form form = request.form();
    String by = form.requiredLine("by");
    LocalDate on = form.requiredDate("on");
    String note = form.text("note", NOTE);
    LawDesk.Row row = row(request);
    return form.attempt(
        () -> {
          desk.confirm(
              request.viewer(),
              row.figure().id(),
              row.figure().dated().from(),
              form.raw("wording"),
              by,
              on,
              note);
          return Reply.to(LIST, Words.of("law.confirmed"));
        },
        wrong -> ask(request, wrong));
  }

  private Reply ask(Request request, Form form) {
    LawDesk.Row row = row(request);
    return new Model()
        .with("row", row)
        .with("action", LIST + "/" + row.figure().id() + "/" + row.figure().dated().from())
        .form("house-law-confirm", form);
  }

  Reply withdraw(Request request) {
    desk.withdraw(request.viewer(), request.id("confirmation"));
    return Reply.to(LIST, Words.of("law.withdrawn"));
  }

  private LawDesk.Row row(Request request) {
    try {
      return desk.one(
          request.viewer(), request.variable("figure"), LocalDate.parse(request.variable("from")));
    } catch (DateTimeException notOurs) {
      throw new NotFound();
    }
  }
}
