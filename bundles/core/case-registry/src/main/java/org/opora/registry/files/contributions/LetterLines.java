package org.opora.registry.files.contributions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData.Given;
import org.opora.api.documents.spi.TemplateData.Left;
import org.opora.api.documents.spi.TemplateData.Wanted;
import org.opora.api.documents.spi.TemplateData.Why;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;

/** Gathers what one letter says of people. Nothing is looked up that the letter does not name. */
final class LetterLines {
  private final People people;
  private final Viewer viewer;
  private final Wanted wanted;
  private final LetterReader reader;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> rows = new HashMap<>();
  private final Set<Left> left = new LinkedHashSet<>();

  LetterLines(People people, Viewer viewer, Wanted wanted, LetterReader reader) {
    this.people = people;
    this.viewer = viewer;
    this.wanted = wanted;
    this.reader = reader;
  }

  void put(String key, Supplier<Object> value) {
    if (wanted.names().contains(key)) {
      Object known = value.get();
      if (known != null) {
        values.put(key, known);
      }
    }
  }

  /** Whole rows of a list. */
  void left(String list, Why why, int many) {
    if (many > 0) {
      left.add(new Left(list, why, many));
    }
  }

  /** Every field that is wanted and begins so. */
  void left(String prefix, Why why) {
    wanted.names().stream()
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .forEach(name -> left.add(new Left(name, why, 0)));
  }

  /** Whether a column of the list is wanted. */
  boolean wants(String list) {
    return wanted.names().stream().anyMatch(name -> name.startsWith(list + "."));
  }

  /** Those of whom the viewer may know. */
  List<PersonId> seen(String list, Collection<PersonId> all) {
    Map<PersonId, PersonName> names = people.names(viewer, all);
    List<PersonId> seen = all.stream().filter(names::containsKey).toList();
    left(list, Why.NOT_SEEN, all.size() - seen.size());
    return seen;
  }

  /** As they are said one after the other. */
  String names(Collection<PersonId> of) {
    Map<PersonId, PersonName> names = people.names(viewer, of);
    return of.stream()
        .map(names::get)
        .filter(Objects::nonNull)
        .map(PersonName::spoken)
        .collect(Collectors.joining(", "));
  }

  /** The fields of one person, which stand by themselves. */
  void person(String prefix, PersonId person) {
    if (people.names(viewer, List.of(person)).isEmpty()) {
      left(prefix, Why.NOT_SEEN);
      return;
    }
    if (!reader.learnsOf(person)) {
      left(prefix, Why.NOT_THEIRS);
      return;
    }
    facts(prefix, person).forEach((key, value) -> values.put(prefix + key, value));
  }

  /**
   * @param more columns of each that are known already
   */
  void rows(String list, Collection<PersonId> of, Map<PersonId, ? extends Map<String, ?>> more) {
    if (!wants(list)) {
      return;
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (PersonId person : of) {
      Map<String, Object> row = new HashMap<>(facts(list + ".", person));
      if (more.containsKey(person)) {
        row.putAll(more.get(person));
      }
      all.add(row);
    }
    rows.put(list, all);
  }

  private Map<String, Object> facts(String prefix, PersonId person) {
    PersonView view = people.view(viewer, person);
    Map<String, Object> known = new HashMap<>();
    known.put("name", view.name().spoken());
    known.put("born", view.birthDate());
    known.put("address", address(view.address()));
    known.put("phone", view.phone());
    known.put("email", view.email());
    Map<String, Object> facts = new HashMap<>();
    known.forEach(
        (key, value) -> {
          if (wanted.names().contains(prefix + key)) {
            Why why = why(person, view, key);
            if (why != null) {
              left.add(new Left(prefix + key, why, 0));
            } else if (value != null) {
              facts.put(key, value);
            }
          }
        });
    return facts;
  }

  /** Why something does not go into the letter, whether or not it is known; null when it does. */
  private Why why(PersonId person, PersonView view, String key) {
    if (LetterReader.WHEREABOUTS.contains(key) && view.undisclosed() && !own(person, view)) {
      return Why.UNDISCLOSED;
    }
    if (!reader.learns(person, key)) {
      return Why.NOT_THEIRS;
    }
    return view.masked().contains(key) ? Why.NOT_SEEN : null;
  }

  /** People are told where they are themselves, as far as whoever writes may know it. */
  private boolean own(PersonId person, PersonView view) {
    return reader.is(person) && view.masked().isEmpty();
  }

  private static String address(NewPerson.Address address) {
    if (address == null) {
      return null;
    }
    String town = (text(address.postalCode()) + " " + text(address.town())).strip();
    String line =
        Stream.of(text(address.street()), town)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return line.isEmpty() ? null : line;
  }

  private static String text(String part) {
    return part == null ? "" : part.strip();
  }

  Given given() {
    return new Given(values, rows, new ArrayList<>(left));
  }
}
