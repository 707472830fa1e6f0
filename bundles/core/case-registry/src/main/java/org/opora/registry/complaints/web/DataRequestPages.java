package org.opora.registry.complaints.web;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.complaints.application.DataRequestDesk;
import org.opora.registry.complaints.application.DataRequestView;
import org.opora.registry.complaints.application.DataRequestView.Answer;
import org.opora.registry.complaints.application.DataRequestView.Asked;
import org.opora.registry.complaints.application.DataRequestView.Extension;
import org.opora.registry.complaints.domain.DataAnswer;
import org.opora.registry.complaints.domain.DataAsk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Requests about personal data: the list, the page of one, and its forms. */
final class DataRequestPages {
  static final String HOME = "/data-requests";
  private static final int ROWS = 40;
  private static final int LONGEST = 2000;
  private final DataRequestDesk desk;
  private final Messages messages;
  private final Whom whom;

  DataRequestPages(DataRequestDesk desk, People people, Messages messages) {
    this.desk = desk;
    this.whom = new Whom(people, messages);
    this.messages = messages;
  }

  Reply list(Request request) {
    Page<DataRequestView> page =
        desk.list(request.viewer(), request.query("after").orElse(null), ROWS);
    request.shows(
        page.items().stream()
            .map(one -> one.text().person())
            .filter(Objects::nonNull)
            .distinct()
            .map(Subject::of)
            .toList());
    return new Model().with("requests", page).page("data-requests");
  }

  Reply show(Request request) {
    return new Model().with("one", line(request)).page("data-request");
  }

  Reply blank(Request request) {
    return form(request, null, null);
  }

  Reply enter(Request request) {
    Form form = request.form();
    Asked asked = read(form);
    return form.attempt(
        () ->
            Reply.to(
                HOME + "/" + desk.record(request.viewer(), asked), Words.of("data-request.saved")),
        wrong -> form(request, wrong, null));
  }

  Reply edit(Request request) {
    return form(request, null, line(request));
  }

  Reply findFirst(Request request) {
    return find(request, null);
  }

  Reply find(Request request) {
    return find(request, line(request));
  }

  /** Somebody of the register was looked for; nothing is written yet, and nothing typed is lost. */
  private Reply find(Request request, DataRequestView one) {
    Form form = request.form();
    String words = form.requiredLine("who");
    return form(
        request,
        form,
        one,
        words == null ? whom.chosen(request, form, one) : whom.found(request, form, one, words));
  }

  Reply amend(Request request) {
    Form form = request.form();
    Asked asked = read(form);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), id(request), form.version(), asked);
          return Reply.to(path(request), Words.of("data-request.saved"));
        },
        wrong -> form(request, wrong, line(request)));
  }

  private static Asked read(Form form) {
    return new Asked(
        form.requiredDate("on"),
        form.requiredChoice("kind", DataAsk.class),
        form.requiredLine("by"),
        form.text("what", LONGEST),
        person(form));
  }

  private static PersonId person(Form form) {
    UUID key = form.id("person");
    return key == null ? null : new PersonId(key);
  }

  private Reply form(Request request, Form form, DataRequestView one) {
    return form(request, form, one, whom.chosen(request, form, one));
  }

  private Reply form(Request request, Form form, DataRequestView one, Whom.Offer offer) {
    String place = one == null ? HOME : HOME + "/" + one.id();
    return new Model()
        .with("one", one)
        .with("action", place + (one == null ? "/new" : "/edit"))
        .with("finding", place + "/find")
        .with("offer", offer)
        .with("kinds", Choice.of(messages, request.locale(), "data-request.kind", DataAsk.values()))
        .form("data-request-form", form);
  }

  Reply askExtend(Request request) {
    return extend(request, null);
  }

  Reply extend(Request request) {
    Form form = request.form();
    Extension extension = new Extension(form.requiredDate("on"), form.requiredLine("why"));
    return form.attempt(
        () -> {
          desk.extend(request.viewer(), id(request), form.version(), extension);
          return Reply.to(path(request), Words.of("data-request.extended"));
        },
        wrong -> extend(request, wrong));
  }

  private Reply extend(Request request, Form form) {
    return new Model().with("one", line(request)).form("data-request-extend", form);
  }

  Reply askAnswer(Request request) {
    return answer(request, null);
  }

  Reply answer(Request request) {
    Form form = request.form();
    Answer answer =
        new Answer(
            form.requiredDate("on"),
            form.requiredChoice("how", DataAnswer.class),
            form.text("words", LONGEST),
            null);
    return form.attempt(
        () -> {
          desk.answer(request.viewer(), id(request), form.version(), answer);
          return Reply.to(path(request), Words.of("data-request.answered"));
        },
        wrong -> answer(request, wrong));
  }

  private Reply answer(Request request, Form form) {
    return new Model()
        .with("one", line(request))
        .with(
            "answers",
            Choice.of(messages, request.locale(), "data-request.how", DataAnswer.values()))
        .form("data-request-answer", form);
  }

  private DataRequestView line(Request request) {
    DataRequestView one = desk.view(request.viewer(), id(request));
    if (one.text().person() != null) {
      request.shows(Subject.of(one.text().person()));
    }
    return one;
  }

  private static UUID id(Request request) {
    return request.id("request");
  }

  private static String path(Request request) {
    return HOME + "/" + id(request);
  }
}
