package org.opora.registry.people.web;

import java.util.function.Supplier;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.domain.Period;
import org.opora.registry.shared.web.Model;

/** What the forms of a person's record share. */
final class RecordFrame {
  private final People people;

  RecordFrame(People people) {
    this.people = people;
  }

  /** Key of the person that the path names. */
  static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }

  /** The person that the path names. */
  PersonView view(Request request) {
    PersonView person = people.view(request.viewer(), person(request));
    request.shows(Subject.of(person.id()));
    return person;
  }

  /** A model that holds the person that the path names. */
  Model model(Request request) {
    return new Model().with("person", view(request));
  }

  /** The row that the path names must be one of the person whom the path names. */
  void belongs(Request request, PersonId owner) {
    if (!people.idsOf(person(request)).contains(owner)) {
      throw new NotFound();
    }
  }

  /**
   * Saves what is valid and goes back to the person; otherwise shows the form again.
   *
   * @param part of the page of the person
   */
  static Reply save(Request request, String part, Runnable act, Text done, Supplier<Reply> again) {
    Form form = request.form();
    return form.attempt(
        () -> {
          act.run();
          return Reply.to("/people/" + person(request) + "#" + part, done);
        },
        wrong -> again.get());
  }

  static Period period(Form form) {
    return new Period(form.date("from"), form.date("until"));
  }

  static NewPerson.Address lines(Form form) {
    return new NewPerson.Address(
        orEmpty(form.line("street")), orEmpty(form.line("town")), orEmpty(form.line("postalCode")));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
