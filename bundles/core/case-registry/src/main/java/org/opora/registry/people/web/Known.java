package org.opora.registry.people.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonHit;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.application.KnownPeople.Found;
import org.opora.registry.people.application.KnownPeople.Match;
import org.opora.registry.shared.web.Words;

/**
 * Asks before a person is written down twice: people who could be the same stand beside what was
 * typed, and somebody says which one it is, or that it is another person.
 */
public final class Known {
  /** The answer "it is somebody else". */
  public static final String NEW = "new";

  private static final String FIELD = "known";
  private static final String ASKED = "asked";
  private final KnownPeople people;
  private final Messages messages;

  public Known(KnownPeople people, Messages messages) {
    this.people = people;
    this.messages = messages;
  }

  /**
   * The question to show; null when nobody is alike. While it is open it stands as an error beside
   * its field. An answer counts for those about whom was asked: when what is typed has changed
   * since, or somebody has been written down meanwhile, it is asked again.
   *
   * @param prefix of this person's fields in the form
   */
  public Question ask(Request request, Form form, String prefix, NewPerson person) {
    if (person.name().spoken().isEmpty() && person.nationalId() == null) {
      return null;
    }
    Found found = people.search(request.viewer(), person);
    if (found.nobody()) {
      return null;
    }
    List<Match> shown = found.shown();
    request.shows(shown.stream().map(one -> Subject.of(one.person().id())).toList());
    List<String> about = about(found);
    String answer = form.raw(prefix + FIELD);
    if (answer.isEmpty()) {
      form.error(
          prefix + FIELD,
          Words.of(shown.isEmpty() ? "person.known.choose.elsewhere" : "person.known.choose"));
    } else if (answer.equals(NEW)
        && !new HashSet<>(List.of(form.raw(prefix + ASKED).split(" "))).containsAll(about)) {
      form.error(prefix + FIELD, Words.of("person.known.again"));
    }
    return new Question(
        person,
        found.matches().stream().map(Known::line).toList(),
        found.namesakes().stream().map(Known::line).toList(),
        found.more(),
        elsewhere(found),
        choices(request.locale(), found),
        String.join(" ", about));
  }

  /** The known person that was chosen; null for a new one and while nothing is chosen. */
  public static UUID chosen(Form form, String prefix) {
    return NEW.equals(form.raw(prefix + FIELD)) ? null : form.id(prefix + FIELD);
  }

  private static List<String> about(Found found) {
    return Stream.concat(
            found.shown().stream().map(one -> one.person().id().toString()),
            found.elsewhere() ? Stream.of(found.mark()) : Stream.empty())
        .toList();
  }

  private static Question.Line line(Match match) {
    return new Question.Line(
        match.person(),
        match.likeness().reasons().stream()
            .map(reason -> Words.of("match.reason." + reason.name()))
            .toList());
  }

  /** Always the same words, whatever is known and how well it fits. */
  private static Text elsewhere(Found found) {
    if (!found.elsewhere()) {
      return null;
    }
    return found.ask().isEmpty()
        ? Words.of("person.known.elsewhere.nobody")
        : Words.of(
            "person.known.elsewhere", found.ask().stream().collect(Collectors.joining(", ")));
  }

  private List<Choice> choices(Locale locale, Found found) {
    List<Choice> choices = new ArrayList<>();
    found.shown().forEach(match -> choices.add(choice(locale, match.person())));
    choices.add(
        new Choice(
            NEW,
            messages.text(
                locale, found.shown().isEmpty() ? "person.known.go-on" : "person.known.new")));
    return choices;
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
