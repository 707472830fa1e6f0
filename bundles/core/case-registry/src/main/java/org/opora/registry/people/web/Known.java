package org.opora.registry.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Choice;
import org.opora.registry.shared.web.Words;

/**
 * Asks before a person is written down twice: people who could be the same stand beside the form,
 * and somebody says which one it is, or that it is another person.
 */
public final class Known {
  /** The answer "it is somebody else". */
  public static final String NEW = "new";

  private static final String FIELD = "known";
  private final People people;
  private final Messages messages;

  public Known(People people, Messages messages) {
    this.people = people;
    this.messages = messages;
  }

  /**
   * The choices to show; empty when nobody is alike. While the question is open it stands as an
   * error beside its field.
   *
   * @param prefix of this person's fields in the form
   */
  public List<Choice> ask(Request request, Form form, String prefix, NewPerson person) {
    List<PersonHit> alike = people.alike(request.viewer(), person);
    if (alike.isEmpty()) {
      return List.of();
    }
    request.shows(alike.stream().map(hit -> Subject.of(hit.id())).toList());
    if (form.raw(prefix + FIELD).isEmpty()) {
      form.error(prefix + FIELD, Words.of("person.known.choose"));
    }
    List<Choice> choices = new ArrayList<>();
    alike.forEach(hit -> choices.add(choice(request.locale(), hit)));
    choices.add(new Choice(NEW, messages.text(request.locale(), "person.known.new")));
    return choices;
  }

  /** The known person that was chosen; null for a new one and while nothing is chosen. */
  public static UUID chosen(Form form, String prefix) {
    return NEW.equals(form.raw(prefix + FIELD)) ? null : form.id(prefix + FIELD);
  }

  private Choice choice(Locale locale, PersonHit hit) {
    String born =
        hit.birthDate() == null
            ? messages.text(locale, "person.born.unknown")
            : messages.text(locale, "person.born.on", hit.birthDate());
    String label =
        hit.fileNumber() == null
            ? messages.text(locale, "person.known.option", hit.name().spoken(), born)
            : messages.text(
                locale, "person.known.option.file", hit.name().spoken(), born, hit.fileNumber());
    return new Choice(hit.id().toString(), label);
  }
}
