package org.opora.registry.safety.web;

import java.util.ArrayList;
import java.util.List;
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
import org.opora.registry.kin.web.Near;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Writes a safety notice down, corrects it, withdraws it and takes that back. */
final class SafetyForms {
  /** Name of the button that looks somebody up instead of writing the notice. */
  private static final String FIND = "find";

  private static final String WHO = "who";
  private static final String WHOM_PERSON = "whomPerson";
  private static final Near.Found NOBODY = new Near.Found(List.of(), false);
  private final People people;
  private final Safety safety;
  private final Near near;
  private final Messages messages;

  SafetyForms(People people, Safety safety, Near near, Messages messages) {
    this.people = people;
    this.safety = safety;
    this.near = near;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply raise(Request request) {
    Form form = request.form();
    if (form.checked(FIND)) {
      return found(request, null, form);
    }
    Safety.NewNotice notice = read(form, false);
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
    Safety.Notice before = notice(request);
    if (form.checked(FIND)) {
      return found(request, before, form);
    }
    Safety.NewNotice now = read(form, before.whomHidden());
    return form.attempt(
        () -> {
          safety.amend(request.viewer(), before.id(), form.version(), now);
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

  /** Somebody was looked for: nothing is written yet, and nothing typed is lost. */
  private Reply found(Request request, Safety.Notice notice, Form form) {
    PersonView person = shown(request);
    String words = form.requiredLine(WHO);
    Near.Found found = words == null ? NOBODY : near.found(request, person, words);
    List<Choice> choices = new ArrayList<>(found.people());
    offered(request, person, notice, form).stream()
        .filter(one -> choices.stream().noneMatch(other -> other.value().equals(one.value())))
        .forEach(choices::add);
    Looked looked = new Looked(words != null && found.people().isEmpty(), found.more());
    return page(request, person, notice, form, choices, looked);
  }

  /**
   * What became of the look-up.
   *
   * @param nobody whether the register has nobody of that name whom the viewer sees
   * @param more whether it has more of them than are offered
   */
  public record Looked(boolean nobody, boolean more) {}

  /** Those near to the person, and who is chosen already. */
  private List<Choice> offered(
      Request request, PersonView person, Safety.Notice notice, Form form) {
    UUID typed = form == null ? null : form.id(WHOM_PERSON);
    PersonId before = notice == null ? null : notice.text().whomPerson();
    List<Choice> choices = near.with(request, near.of(request, person), before);
    return near.with(request, choices, typed == null ? null : new PersonId(typed));
  }

  private Reply page(Request request, Safety.Notice notice, Form form) {
    PersonView person = shown(request);
    List<Choice> choices = offered(request, person, notice, form);
    return page(request, person, notice, form, choices, new Looked(false, false));
  }

  private Reply page(
      Request request,
      PersonView person,
      Safety.Notice notice,
      Form form,
      List<Choice> choices,
      Looked looked) {
    return new Model()
        .with("person", person)
        .with("entry", notice)
        .with("people", choices)
        .with("looked", looked)
        .with(
            "kinds",
            Choice.of(messages, request.viewer().locale(), "safety.kind", Safety.Kind.values()))
        .form("safety-form", form);
  }

  private Reply withdrawal(Request request, Form form) {
    return new Model()
        .with("person", shown(request))
        .with("entry", notice(request))
        .form("safety-withdraw", form);
  }

  private PersonView shown(Request request) {
    PersonView person = people.view(request.viewer(), person(request));
    request.shows(Subject.of(person.id()));
    return person;
  }

  /** The notice that the path names, if it is one of the person whom the path names. */
  private Safety.Notice notice(Request request) {
    Safety.Notice notice = safety.notice(request.viewer(), request.id("notice"));
    if (!people.idsOf(person(request)).contains(notice.person())) {
      throw new NotFound();
    }
    return notice;
  }

  /**
   * @param named whether the notice names somebody already whom the viewer may not see
   */
  private static Safety.NewNotice read(Form form, boolean named) {
    Safety.Kind kind = form.requiredChoice("kind", Safety.Kind.class);
    String whom = form.line("whom");
    UUID whomPerson = form.id(WHOM_PERSON);
    boolean nobody = whom == null && whomPerson == null && !named;
    if (kind != null && kind.aboutSomebody() && nobody) {
      form.error("whom", Words.of("safety.whom.missing"));
    }
    return new Safety.NewNotice(
        kind,
        form.requiredLine("what"),
        whom,
        form.line("doing"),
        form.requiredDate("from"),
        form.date("until"),
        whomPerson == null ? null : new PersonId(whomPerson));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }

  private static String home(Request request) {
    return "/people/" + person(request) + "#safety";
  }
}
