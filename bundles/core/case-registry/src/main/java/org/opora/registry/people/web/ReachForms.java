package org.opora.registry.people.web;

import java.util.UUID;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.application.Reaching;
import org.opora.registry.people.domain.ReachKind;
import org.opora.registry.people.domain.Whose;
import org.opora.registry.shared.web.Words;

/** Writes down a phone, an e-mail or a data box, and corrects it. */
final class ReachForms {
  private static final String PART = "reach";
  private final RecordFrame frame;
  private final Reaching reaching;
  private final Messages messages;

  ReachForms(RecordFrame frame, PersonRecord record, Messages messages) {
    this.frame = frame;
    this.reaching = record.reaching();
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply add(Request request) {
    Reaching.NewWay way = read(request.form());
    return RecordFrame.save(
        request,
        PART,
        () -> reaching.add(request.viewer(), RecordFrame.person(request), way),
        Words.of("reach.added"),
        () -> page(request, null, request.form()));
  }

  Reply edit(Request request) {
    return page(request, way(request), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    Reaching.NewWay now = read(form);
    Reaching.Way before = way(request);
    return RecordFrame.save(
        request,
        PART,
        () -> reaching.amend(request.viewer(), before.id(), form.version(), now),
        Words.of("reach.amended"),
        () -> page(request, way(request), form));
  }

  Reply remove(Request request) {
    Reaching.Way way = way(request);
    return RecordFrame.save(
        request,
        PART,
        () -> reaching.remove(request.viewer(), way.id(), request.form().version()),
        Words.of("reach.removed"),
        () -> page(request, way(request), request.form()));
  }

  /** The first phone or e-mail gets a row of its own, whose form opens. */
  Reply setAside(Request request) {
    Form form = request.form();
    PersonId person = frame.view(request).id();
    String home = "/people/" + person;
    ReachKind kind = form.requiredChoice("kind", ReachKind.class);
    if (form.valid()) {
      try {
        UUID way = reaching.setAside(request.viewer(), person, form.version(), kind);
        return Reply.to(home + "/reach/" + way + "/edit");
      } catch (Refused | Stale changed) {
        return Reply.to(home + "#" + PART, Words.of("reach.changed"));
      }
    }
    return Reply.to(home + "#" + PART);
  }

  private Reaching.Way way(Request request) {
    Reaching.Way way = reaching.one(request.viewer(), request.id("way"));
    frame.belongs(request, way.person());
    return way;
  }

  private Reply page(Request request, Reaching.Way way, Form form) {
    return frame
        .model(request)
        .with("entry", way)
        .with(
            "kinds",
            Choice.of(messages, request.viewer().locale(), "reach.kind", ReachKind.values()))
        .with(
            "owners", Choice.of(messages, request.viewer().locale(), "reach.whose", Whose.values()))
        .form("reach-form", form);
  }

  private static Reaching.NewWay read(Form form) {
    return new Reaching.NewWay(
        form.requiredChoice("kind", ReachKind.class),
        form.requiredChoice("whose", Whose.class),
        form.requiredLine("detail"),
        form.line("note"),
        form.checked("preferred"),
        form.checked("notToBeUsed"),
        RecordFrame.period(form));
  }
}
