package org.opora.registry.exports.web;

import java.util.UUID;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.exports.application.ExportDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Asks for long lists, and decides on them. */
final class ExportPages {
  private final ExportDesk desk;

  ExportPages(ExportDesk desk) {
    this.desk = desk;
  }

  Reply list(Request request) {
    return new Model().with("desk", desk.desk(request.viewer())).page("exports");
  }

  Reply held(Request request) {
    return held(request, null);
  }

  Reply ask(Request request) {
    Form form = request.form();
    String purpose = form.text("purpose", ExportDesk.WORDS);
    return form.attempt(
        () ->
            Reply.to(
                desk.ask(request.viewer(), id(request), purpose), Words.of("export.asked.done")),
        again -> held(request, again));
  }

  private Reply held(Request request, Form form) {
    return new Model()
        .with("offer", desk.offer(request.viewer(), id(request)))
        .form("export-held", form);
  }

  Reply one(Request request) {
    return one(request, null);
  }

  Reply confirm(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.confirm(request.viewer(), id(request), form.version());
          return done(request, Words.of("export.confirmed.done"));
        },
        again -> one(request, again));
  }

  Reply turnDown(Request request) {
    Form form = request.form();
    String why = form.text("why", ExportDesk.WORDS);
    return form.attempt(
        () -> {
          desk.turnDown(request.viewer(), id(request), form.version(), why);
          return done(request, Words.of("export.turned-down.done"));
        },
        again -> one(request, again));
  }

  Reply takeBack(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.takeBack(request.viewer(), id(request), form.version());
          return done(request, Words.of("export.taken-back.done"));
        },
        again -> one(request, again));
  }

  private Reply one(Request request, Form form) {
    return new Model().with("export", desk.one(request.viewer(), id(request))).form("export", form);
  }

  private static Reply done(Request request, Text said) {
    return Reply.to(ExportDesk.HOME + "/" + id(request), said);
  }

  private static UUID id(Request request) {
    return request.id("export");
  }
}
