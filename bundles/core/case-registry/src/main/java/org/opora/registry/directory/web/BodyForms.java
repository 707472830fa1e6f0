package org.opora.registry.directory.web;

import java.time.LocalDate;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.BodyId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.application.BodyView;
import org.opora.registry.directory.application.NewBody;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Forms of a body. */
final class BodyForms {
  private static final String SUCCESSOR = "successor";
  private static final String LIST = "/directory";
  private final BodiesDesk desk;
  private final BodyField field;
  private final Messages messages;

  BodyForms(BodiesDesk desk, BodyField field, Messages messages) {
    this.desk = desk;
    this.field = field;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return blank(request, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    NewBody body = read(form);
    return form.attempt(
        () -> {
          BodyId id = desk.add(request.viewer(), body);
          return Reply.to(page(id), Words.of("body.added"));
        },
        wrong -> blank(request, wrong));
  }

  private Reply blank(Request request, Form form) {
    return kinds(request)
        .with("action", LIST + "/new")
        .with("draft", "body-new")
        .with("back", LIST)
        .form("body-form", form);
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    BodyId id = BodyPages.id(request);
    NewBody body = read(form);
    LocalDate renamed = form.date("renamed");
    boolean otherName =
        body.name() != null && !desk.view(request.viewer(), id).body().name().equals(body.name());
    if (otherName && !form.checked("corrected") && form.raw("renamed").isBlank()) {
      form.error("renamed", "refused.body-renamed-when");
    }
    return form.attempt(
        () -> {
          desk.amend(
              request.viewer(),
              id,
              form.version(),
              body,
              form.checked("corrected") ? null : renamed);
          return Reply.to(page(id), Words.of("body.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    BodyView view = desk.view(request.viewer(), BodyPages.id(request));
    String here = page(view.body().id());
    return kinds(request)
        .with("view", view)
        .with("body", view.body())
        .with("action", here + "/edit")
        .with("draft", "body-" + view.body().id())
        .with("back", here)
        .form("body-form", form);
  }

  Reply askSuccessor(Request request) {
    return successor(request, null);
  }

  Reply replace(Request request) {
    Form form = request.form();
    BodyId id = BodyPages.id(request);
    LocalDate lastDay = form.requiredDate("lastDay");
    BodyField.Named successor = field.read(request, form, SUCCESSOR, null);
    return form.attempt(
        () -> {
          desk.replace(request.viewer(), id, form.version(), successor.body(), lastDay);
          return Reply.to(page(id), Words.of("body.replaced"));
        },
        wrong -> successor(request, wrong));
  }

  private Reply successor(Request request, Form form) {
    BodyView view = desk.view(request.viewer(), BodyPages.id(request));
    BodyField.Named now =
        view.successor() == null
            ? null
            : new BodyField.Named(view.successor().id(), view.successor().name());
    return field
        .fill(new Model().with("view", view), request, form, SUCCESSOR, now)
        .form("body-replace", form);
  }

  Reply reinstate(Request request) {
    BodyId id = BodyPages.id(request);
    try {
      desk.reinstate(request.viewer(), id, request.form().version());
      return Reply.to(page(id), Words.of("body.reinstated"));
    } catch (Stale changed) {
      return Reply.to(page(id), Words.of("body.changed-meanwhile"));
    } catch (Refused refused) {
      return Reply.to(page(id), refused.text());
    }
  }

  Reply removeName(Request request) {
    BodyId id = BodyPages.id(request);
    desk.removeName(request.viewer(), id, request.id("name"));
    return Reply.to(page(id), Words.of("body.name-removed"));
  }

  private Model kinds(Request request) {
    return new Model()
        .with("kinds", Choice.of(messages, request.locale(), "body.kind", Kind.values()));
  }

  private static NewBody read(Form form) {
    return new NewBody(
        form.requiredChoice("kind", Kind.class),
        form.requiredLine("name"),
        form.line("street"),
        form.line("town"),
        form.line("postalCode"),
        form.line("dataBox"),
        form.line("email"),
        form.line("phone"),
        form.line("ico"),
        form.date("since"),
        form.date("until"));
  }

  static String page(BodyId id) {
    return LIST + "/" + id;
  }
}
