package org.opora.registry.complaints.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.complaints.application.DataRequestView;

/** Whom of the register the form of a request offers: everybody is counted as shown. */
record Whom(People people, Messages messages) {
  private static final int FOUND = 15;
  private static final String FIELD = "person";

  /**
   * @param people to be chosen from
   * @param asked whether somebody was looked for
   * @param nobody whether the register has nobody of that name whom the viewer sees
   * @param more whether it has more of them than are offered
   */
  public record Offer(List<Choice> people, boolean asked, boolean nobody, boolean more) {}

  /** Who was chosen before, and who is chosen in the form. */
  Offer chosen(Request request, Form form, DataRequestView one) {
    return new Offer(before(request, form, one), false, false, false);
  }

  /** People of the register whom these words find, and those who were offered before. */
  Offer found(Request request, Form form, DataRequestView one, String words) {
    Page<PersonHit> page = people.search(request.viewer(), words, null, FOUND);
    List<Choice> choices = new ArrayList<>();
    page.items().forEach(hit -> choices.add(choice(request, hit)));
    request.shows(page.items().stream().map(hit -> Subject.of(hit.id())).toList());
    before(request, form, one).stream()
        .filter(other -> choices.stream().noneMatch(same -> same.value().equals(other.value())))
        .forEach(choices::add);
    return new Offer(choices, true, page.items().isEmpty(), page.next() != null);
  }

  private List<Choice> before(Request request, Form form, DataRequestView one) {
    Set<PersonId> keys = new LinkedHashSet<>();
    PersonId linked = one == null ? null : one.text().person();
    if (linked != null) {
      keys.add(linked);
    }
    UUID typed = form == null ? null : form.id(FIELD);
    if (typed != null) {
      keys.add(new PersonId(typed));
    }
    Map<PersonId, PersonName> names = people.names(request.viewer(), keys);
    request.shows(names.keySet().stream().map(Subject::of).toList());
    List<Choice> choices = new ArrayList<>();
    for (PersonId key : keys) {
      if (names.containsKey(key)) {
        choices.add(new Choice(key.toString(), names.get(key).spoken()));
      } else if (key.equals(linked)) {
        choices.add(new Choice(key.toString(), hidden(request, one)));
      }
    }
    return choices;
  }

  /** Whoever is in the request stays there, whether the viewer knows them by this key or not. */
  private String hidden(Request request, DataRequestView one) {
    return one.about() == null
        ? messages.text(request.locale(), "data-request.person.hidden")
        : one.about().name().spoken();
  }

  private Choice choice(Request request, PersonHit hit) {
    LocalDate born = hit.birthDate();
    String when =
        born == null
            ? messages.text(request.locale(), "person.born.unknown")
            : messages.text(request.locale(), "person.born.on", born);
    return new Choice(
        hit.id().toString(),
        messages.text(request.locale(), "person.known.option", hit.name().spoken(), when));
  }
}
