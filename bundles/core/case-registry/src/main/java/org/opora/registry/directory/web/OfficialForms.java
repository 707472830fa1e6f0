package org.opora.registry.directory.web;

import java.util.UUID;
import org.opora.api.ids.BodyId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.application.BodyView;
import org.opora.registry.directory.application.NewOfficial;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Forms of an official. */
final class OfficialForms {
  private final BodiesDesk desk;

  OfficialForms(BodiesDesk desk) {
    this.desk = desk;
  }

  Reply blank(Request request) {
    return blank(request, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    BodyId body = BodyPages.id(request);
    NewOfficial official = read(form);
    return form.attempt(
        () -> {
          desk.addOfficial(request.viewer(), body, official);
          return Reply.to(BodyForms.page(body), Words.of("official.added"));
        },
        wrong -> blank(request, wrong));
  }

  private Reply blank(Request request, Form form) {
    BodyId body = BodyPages.id(request);
    return new Model()
        .with("view", desk.view(request.viewer(), body))
        .with("action", BodyForms.page(body) + "/officials/new")
        .with("draft", "official-new-" + body)
        .form("official-form", form);
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    BodyId body = BodyPages.id(request);
    NewOfficial official = read(form);
    return form.attempt(
        () -> {
          desk.amendOfficial(
              request.viewer(), body, request.id("official"), form.version(), official);
          return Reply.to(BodyForms.page(body), Words.of("official.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    BodyId body = BodyPages.id(request);
    UUID official = request.id("official");
    BodyView.Person person = desk.official(request.viewer(), body, official);
    return new Model()
        .with("view", desk.view(request.viewer(), body))
        .with("person", person)
        .with("action", BodyForms.page(body) + "/officials/" + official + "/edit")
        .with("draft", "official-" + official)
        .form("official-form", form);
  }

  private static NewOfficial read(Form form) {
    return new NewOfficial(
        form.requiredLine("name"),
        form.line("post"),
        form.line("email"),
        form.line("phone"),
        form.date("since"),
        form.date("until"));
  }
}
