package org.opora.registry.safety.web;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.safety.Safety;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Writes a safety notice down, corrects it, withdraws it and takes that back. */
final class SafetyForms {
  private final People people;
  private final Safety safety;
  private final Messages messages;

  SafetyForms(People people, Safety safety, Messages messages) {
    this.people = people;
    this.safety = safety;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply raise(Request request) {
    Form form = request.form();
    Safety.NewNotice notice = read(form);
    return form.attempt(
        () -> {
          safety.raise(request.viewer(), person(request), notice);
          return Reply.to(home(request), Words.of("safety.raised"));
        },
        wrong -> page(request, null, wrong));
  }

  Reply edit(Request request) {
    return page(request, notice(request), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    Safety.NewNotice now = read(form);
    UUID notice = notice(request).id();
    return form.attempt(
        () -> {
          safety.amend(request.viewer(), notice, form.version(), now);
          return Reply.to(home(request), Words.of("safety.saved"));
        },
        wrong -> page(request, notice(request), wrong));
  }

  Reply ending(Request request) {
    return withdrawal(request, null);
  }

  Reply withdraw(Request request) {
    Form form = request.form();
    UUID notice = notice(request).id();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          safety.withdraw(request.viewer(), notice, form.version(), reason);
          return Reply.to(home(request), Words.of("safety.withdrawn"));
        },
        wrong -> withdrawal(request, wrong));
  }

  Reply reinstate(Request request) {
    Form form = request.form();
    try {
      safety.reinstate(request.viewer(), notice(request).id(), form.version());
      return Reply.to(home(request), Words.of("safety.reinstated"));
    } catch (Stale changed) {
      return Reply.to(home(request), Words.of("safety.changed"));
    }
  }

  private Reply page(Request request, Safety.Notice notice, Form form) {
    return model(request, notice)
        .with(
            "kinds",
            Choice.of(messages, request.viewer().locale(), "safety.kind", Safety.Kind.values()))
        .form("safety-form", form);
  }

  private Reply withdrawal(Request request, Form form) {
    return model(request, notice(request)).form("safety-withdraw", form);
  }

  private Model model(Request request, Safety.Notice notice) {
    PersonView person = people.view(request.viewer(), person(request));
    request.shows(Subject.of(person.id()));
    return new Model().with("person", person).with("entry", notice);
  }

  /** The notice that the path names, if it is one of the person whom the path names. */
  private Safety.Notice notice(Request request) {
    Safety.Notice notice = safety.notice(request.viewer(), request.id("notice"));
    if (!people.idsOf(person(request)).contains(notice.person())) {
      throw new NotFound();
    }
    return notice;
  }

  private static Safety.NewNotice read(Form form) {
    Safety.Kind kind = form.requiredChoice("kind", Safety.Kind.class);
    String whom = form.line("whom");
    if (kind != null && kind.aboutSomebody() && whom == null) {
      form.error("whom", Words.of("safety.whom.missing"));
    }
    return new Safety.NewNotice(
        kind,
        form.requiredLine("what"),
        whom,
        form.line("doing"),
        form.requiredDate("from"),
        form.date("until"));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }

  private static String home(Request request) {
    return "/people/" + person(request) + "#safety";
  }
}
