package org.opora.registry.people.web;

import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.FormerNames;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.domain.NameKind;
import org.opora.registry.shared.web.Words;

/** Writes down what somebody was called before, and corrects it. */
final class NameForms {
  private static final String PART = "facts";
  private final RecordFrame frame;
  private final FormerNames names;
  private final Messages messages;

  NameForms(RecordFrame frame, PersonRecord record, Messages messages) {
    this.frame = frame;
    this.names = record.names();
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply add(Request request) {
    FormerNames.NewName name = read(request.form());
    return RecordFrame.save(
        request,
        PART,
        () -> names.add(request.viewer(), RecordFrame.person(request), name),
        Words.of("name.added"),
        () -> page(request, null, request.form()));
  }

  Reply edit(Request request) {
    return page(request, name(request), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    FormerNames.NewName now = read(form);
    FormerNames.Name before = name(request);
    return RecordFrame.save(
        request,
        PART,
        () -> names.amend(request.viewer(), before.id(), form.version(), now),
        Words.of("name.amended"),
        () -> page(request, name(request), form));
  }

  Reply remove(Request request) {
    FormerNames.Name name = name(request);
    return RecordFrame.save(
        request,
        PART,
        () -> names.remove(request.viewer(), name.id(), request.form().version()),
        Words.of("name.removed"),
        () -> page(request, name(request), request.form()));
  }

  private FormerNames.Name name(Request request) {
    FormerNames.Name name = names.one(request.viewer(), request.id("name"));
    frame.belongs(request, name.person());
    return name;
  }

  private Reply page(Request request, FormerNames.Name name, Form form) {
    return frame
        .model(request)
        .with("entry", name)
        .with(
            "kinds", Choice.of(messages, request.viewer().locale(), "name.kind", NameKind.values()))
        .form("name-form", form);
  }

  private static FormerNames.NewName read(Form form) {
    return new FormerNames.NewName(
        form.requiredChoice("kind", NameKind.class),
        PersonFields.name(form, ""),
        form.date("until"));
  }
}
