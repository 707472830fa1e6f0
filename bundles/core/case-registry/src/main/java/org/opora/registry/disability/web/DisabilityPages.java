package org.opora.registry.disability.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.disability.application.DisabilityDesk;
import org.opora.registry.disability.application.NewDisability;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The part of the child's page about disability, and its form. */
final class DisabilityPages {
  private static final int LONGEST = 5000;
  private final People people;
  private final DisabilityDesk desk;
  private final Messages messages;

  DisabilityPages(People people, DisabilityDesk desk, Messages messages) {
    this.people = people;
    this.desk = desk;
    this.messages = messages;
  }

  Reply show(Request request) {
    PersonId person = person(request);
    people.view(request.viewer(), person);
    boolean readable = desk.readable(request.viewer(), person);
    List<DisabilityDesk.Line> lines = readable ? desk.of(request.viewer(), person) : List.of();
    request.shows(Subject.of(person));
    return new Model()
        .with("person", person)
        .with("readable", readable)
        .with("lines", lines)
        .page("disability-part");
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    NewDisability text = read(form);
    return form.attempt(
        () -> {
          desk.add(request.viewer(), person(request), text);
          return home(request, "disability.saved");
        },
        wrong -> page(request, null, wrong));
  }

  Reply edit(Request request) {
    return page(request, line(request), null);
  }

  Reply save(Request request) {
    Form form = request.form();
    NewDisability text = read(form);
    DisabilityDesk.Line line = line(request);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), line.id(), form.version(), text);
          return home(request, "disability.saved");
        },
        wrong -> page(request, line(request), wrong));
  }

  Reply remove(Request request) {
    Form form = request.form();
    try {
      desk.remove(request.viewer(), line(request).id(), form.version());
      return home(request, "disability.removed");
    } catch (Stale changed) {
      form.stale();
      return page(request, line(request), form);
    }
  }

  private Reply page(Request request, DisabilityDesk.Line line, Form form) {
    PersonView person = people.view(request.viewer(), person(request));
    if (!desk.readable(request.viewer(), person.id())) {
      // Nobody fills in a form that will not be taken from them.
      throw new NotFound();
    }
    request.shows(Subject.of(person.id()));
    return new Model()
        .with("person", person)
        .with("entry", line)
        .with(
            "degrees",
            Choice.of(messages, request.viewer().locale(), "disability.degree", Degree.values()))
        .form("disability-form", form);
  }

  /** The row that the path names, if it is one of the person whom the path names. */
  private DisabilityDesk.Line line(Request request) {
    DisabilityDesk.Line line = desk.line(request.viewer(), request.id("row"));
    if (!people.idsOf(person(request)).contains(line.person())) {
      throw new NotFound();
    }
    return line;
  }

  private static NewDisability read(Form form) {
    return new NewDisability(
        form.choice("degree", Degree.class),
        form.text("other", LONGEST),
        form.line("decision"),
        form.date("decidedOn"),
        form.requiredDate("since"),
        form.date("until"));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }

  private static Reply home(Request request, String notice) {
    return Reply.to("/people/" + person(request) + "#disability", Words.of(notice));
  }
}
