package org.opora.registry.people.web;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Writing down a person, and amending what is written. */
final class PersonForms {
  private final People people;
  private final KnownPeople register;
  private final Known known;

  PersonForms(People people, KnownPeople register, Known known) {
    this.people = people;
    this.register = register;
    this.known = known;
  }

  Reply blank(Request request) {
    return new Model().form("person-new", null);
  }

  Reply create(Request request) {
    Form form = request.form();
    NewPerson person = read(form);
    Question alike = form.valid() ? known.ask(request, form, "", person) : null;
    UUID same = Known.chosen(form, "");
    if (form.valid() && same != null) {
      return Reply.to("/people/" + same);
    }
    return form.attempt(
        () -> {
          PersonId id = register.register(request.viewer(), person);
          return Reply.to("/people/" + id, Words.of("person.saved"));
        },
        wrong -> new Model().with("known", alike).form("person-new", wrong));
  }

  Reply edit(Request request) {
    return editPage(view(request), null);
  }

  Reply save(Request request) {
    Form form = request.form();
    Viewer viewer = request.viewer();
    PersonId id = new PersonId(request.id("person"));
    PersonView before = view(request);
    NewPerson now = amended(form, before);
    if (form.valid() && offered(form) && masked(before)) {
      // What was typed there would not be written, and nobody would be told.
      form.stale();
    }
    return form.attempt(
        () -> {
          people.amend(viewer, id, form.version(), now);
          return Reply.to("/people/" + id, Words.of("person.saved"));
        },
        wrong -> editPage(view(request), wrong));
  }

  private PersonView view(Request request) {
    PersonView person = people.view(request.viewer(), new PersonId(request.id("person")));
    request.shows(Subject.of(person.id()));
    return person;
  }

  private static Reply editPage(PersonView person, Form form) {
    return new Model().with("person", person).form("person-edit", form);
  }

  /** Whether phone, e-mail and address were in the form. */
  private static boolean offered(Form form) {
    return !form.raw("reachable").isEmpty();
  }

  private static boolean masked(PersonView person) {
    return person.masked().contains("address");
  }

  /** What was not in the form stays as it is; an address that stands is corrected elsewhere. */
  private static NewPerson amended(Form form, PersonView before) {
    NewPerson typed = read(form);
    boolean offered = offered(form);
    return new NewPerson(
        typed.name(),
        typed.birthDate(),
        typed.nationalId(),
        offered ? typed.phone() : before.phone(),
        offered ? typed.email() : before.email(),
        offered && before.address() == null ? typed.address() : before.address(),
        typed.undisclosed() || !offered && before.undisclosedHere());
  }

  private static NewPerson read(Form form) {
    return new NewPerson(
        PersonFields.name(form, ""),
        PersonFields.birthDate(form, ""),
        form.line("nationalId"),
        form.line("phone"),
        form.line("email"),
        address(form),
        form.checked("undisclosed"));
  }

  private static NewPerson.Address address(Form form) {
    String street = form.line("street");
    String town = form.line("town");
    String postalCode = form.line("postalCode");
    return street == null && town == null && postalCode == null
        ? null
        : new NewPerson.Address(orEmpty(street), orEmpty(town), orEmpty(postalCode));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
