package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.files.application.Participant;
import org.opora.registry.people.web.Known;
import org.opora.registry.people.web.PersonFields;
import org.opora.registry.people.web.Question;
import org.opora.registry.shared.web.Words;

/**
 * Reads carers and children from one posted form, and collects what has to be asked about them. For
 * one request.
 */
final class Participants {
  private final Known known;
  private final Request request;
  private final Form form;
  private final Map<String, Question> questions = new HashMap<>();
  private final List<NewPerson> carers = new ArrayList<>();
  private final List<NewPerson> children = new ArrayList<>();

  Participants(Known known, Request request) {
    this.known = known;
    this.request = request;
    this.form = request.form();
  }

  /**
   * @param prefix of the person's fields
   * @param from first day in the family when the form does not ask for it
   */
  Participant carer(String prefix, LocalDate from) {
    return participant(carers, prefix, from, null);
  }

  Participant child(String prefix) {
    return participant(
        children, prefix, form.requiredDate(prefix + "from"), form.line(prefix + "courtReference"));
  }

  /** A child of whom nothing else is asked. */
  Participant child(String prefix, LocalDate from) {
    return participant(children, prefix, from, null);
  }

  /** The questions by prefix, about the people who could be known already. */
  Map<String, Question> questions() {
    return questions;
  }

  private Participant participant(
      List<NewPerson> before, String prefix, LocalDate from, String courtReference) {
    String reach = form.line(prefix + "phone");
    boolean mail = reach != null && reach.contains("@");
    NewPerson person =
        new NewPerson(
            PersonFields.name(form, prefix),
            PersonFields.birthDate(form, prefix),
            form.line(prefix + "nationalId"),
            mail ? null : reach,
            mail ? reach : null,
            null,
            false);
    if (before.stream().anyMatch(one -> PersonFields.twice(one, person))) {
      form.error(prefix + "family", Words.of("person.known.twice"));
    }
    before.add(person);
    Question alike = known.ask(request, form, prefix, person);
    if (alike != null) {
      questions.put(prefix, alike);
    }
    UUID same = Known.chosen(form, prefix);
    return new Participant(
        same == null ? null : new PersonId(same), person, from, courtReference, prefix);
  }
}
