package org.opora.registry.standards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.CarersDesk;

/** What the carers of a family were handed: the part of the case, and the form. */
final class CarerForms {
  private static final int WHY = 400;
  private final CaseFrame frame;
  private final CarersDesk desk;
  private final Messages messages;

  CarerForms(CaseFrame frame, CarersDesk desk, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.messages = messages;
  }

  private static String tab(CaseFileId file) {
    return "/files/" + file + "/tab/rules";
  }

  Reply part(Request request) {
    CaseFiles.Header header = frame.header(request);
    var handed = desk.of(request.viewer(), header.id());
    request.shows(handed.stream().map(one -> Subject.of(one.person())).distinct().toList());
    return new Model().with("file", header).with("handed", handed).page("rule-carers");
  }

  Reply blank(Request request) {
    return page(request, null);
  }

  Reply hand(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    UUID person = form.requiredId("person");
    UUID version = form.requiredId("rule");
    LocalDate on = form.requiredDate("on");
    if (form.valid()) {
      try {
        desk.hand(request.viewer(), file, new PersonId(person), version, on);
        return Reply.to(tab(file), Words.of("rule.carer.handed"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return page(request, form);
  }

  private Reply page(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    return new Model()
        .with("file", header)
        .with(
            "carers",
            header.carers().stream()
                .map(one -> new Choice(one.person().toString(), one.name().spoken()))
                .toList())
        .with(
            "rules",
            desk.offered(request.viewer()).stream()
                .map(
                    row ->
                        new Choice(
                            row.id().toString(),
                            messages.text(
                                request.locale(),
                                "rule.carer.choice",
                                row.title(),
                                row.number(),
                                row.validFrom())))
                .toList())
        .with("action", "/files/" + header.id() + "/rules/new")
        .with("back", tab(header.id()))
        .with("draft", "rule-carer-" + header.id())
        .form("rule-carer-form", form);
  }

  Reply striking(Request request) {
    return striking(request, null);
  }

  Reply strikeOut(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    String why = form.text("why", WHY);
    if (why == null) {
      form.error("why", "form.required");
    }
    return form.attempt(
        () -> {
          desk.strikeOut(request.viewer(), file, request.id("handed"), why);
          return Reply.to(tab(file), Words.of("rule.carer.withdrawn"));
        },
        wrong -> striking(request, wrong));
  }

  private Reply striking(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    CarersDesk.Handed handed = desk.one(request.viewer(), header.id(), request.id("handed"));
    request.shows(List.of(Subject.of(handed.person())));
    return new Model()
        .with("handed", handed)
        .with("action", "/files/" + header.id() + "/rules/" + handed.id() + "/withdraw")
        .with("back", tab(header.id()))
        .with("draft", "rule-carer-void-" + handed.id())
        .form("rule-carer-void", form);
  }
}
