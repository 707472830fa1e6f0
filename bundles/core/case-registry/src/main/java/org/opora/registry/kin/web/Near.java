package org.opora.registry.kin.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Request;
import org.opora.registry.kin.application.KinDesk;

/** Whom a form about a person offers first: those of the same files, and relatives. */
public final class Near {
  private static final int FOUND = 15;
  private final People people;
  private final CaseFiles files;
  private final KinDesk kin;
  private final Messages messages;

  public Near(People people, CaseFiles files, KinDesk kin, Messages messages) {
    this.people = people;
    this.files = files;
    this.kin = kin;
    this.messages = messages;
  }

  /** Choices by key; all of them are counted as shown. */
  public List<Choice> of(Request request, PersonView person) {
    Map<PersonId, Choice> near = new LinkedHashMap<>();
    files
        .headers(request.viewer(), person.files().stream().map(PersonView.FileRef::file).toList())
        .values()
        .forEach(
            header -> {
              header
                  .children()
                  .forEach(one -> put(request, near, one.person(), one.name(), one.birthDate()));
              header
                  .carers()
                  .forEach(one -> put(request, near, one.person(), one.name(), one.birthDate()));
            });
    kin.of(request.viewer(), person.id()).stream()
        .filter(one -> !one.hidden())
        .forEach(one -> put(request, near, one.person(), one.name(), one.born()));
    return without(request, near, person);
  }

  /**
   * People of the register whom these words find.
   *
   * @param more whether there are others who found no room
   */
  public record Found(List<Choice> people, boolean more) {}

  public Found found(Request request, PersonView person, String words) {
    Map<PersonId, Choice> found = new LinkedHashMap<>();
    Page<PersonHit> page = people.search(request.viewer(), words, null, FOUND);
    page.items().forEach(hit -> put(request, found, hit.id(), hit.name(), hit.birthDate()));
    return new Found(without(request, found, person), page.next() != null);
  }

  /** Somebody who was chosen before and is not among the others. */
  public List<Choice> with(Request request, List<Choice> choices, PersonId chosen) {
    if (chosen == null || choices.stream().anyMatch(one -> one.value().equals(chosen.toString()))) {
      return choices;
    }
    PersonName name = people.names(request.viewer(), List.of(chosen)).get(chosen);
    if (name == null) {
      return choices;
    }
    request.shows(Subject.of(chosen));
    List<Choice> more = new ArrayList<>(choices);
    more.add(new Choice(chosen.toString(), name.spoken()));
    return more;
  }

  private List<Choice> without(Request request, Map<PersonId, Choice> choices, PersonView person) {
    Set<PersonId> self = people.idsOf(person.id());
    choices.keySet().removeAll(self);
    Collection<PersonId> shown = choices.keySet();
    request.shows(shown.stream().map(Subject::of).toList());
    return List.copyOf(choices.values());
  }

  private void put(
      Request request,
      Map<PersonId, Choice> choices,
      PersonId person,
      PersonName name,
      LocalDate born) {
    String when =
        born == null
            ? messages.text(request.locale(), "person.born.unknown")
            : messages.text(request.locale(), "person.born.on", born);
    choices.putIfAbsent(
        person,
        new Choice(
            person.toString(),
            messages.text(request.locale(), "person.known.option", name.spoken(), when)));
  }
}
