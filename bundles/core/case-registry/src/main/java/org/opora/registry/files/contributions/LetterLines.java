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
  private static final Set<String> WHEREABOUTS = Set.of("address", "phone", "email");
  private final People people;
  private final Viewer viewer;
  private final Wanted wanted;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> rows = new HashMap<>();
  private final Set<Left> left = new LinkedHashSet<>();

  LetterLines(People people, Viewer viewer, Wanted wanted) {
    this.people = people;
    this.viewer = viewer;
    this.wanted = wanted;
  }

  void put(String key, Supplier<Object> value) {
    if (wanted.names().contains(key)) {
      Object known = value.get();
      if (known != null) {
        values.put(key, known);
      }
    }
  }

  void left(String key, Why why, int many) {
    if (many > 0) {
      left.add(new Left(key, why, many));
    }
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
      left(prefix + "name", Why.NOT_SEEN, 1);
      return;
    }
    facts(prefix, people.view(viewer, person))
        .forEach((key, value) -> values.put(prefix + key, value));
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
      Map<String, Object> row = new HashMap<>(facts(list + ".", people.view(viewer, person)));
      if (more.containsKey(person)) {
        row.putAll(more.get(person));
      }
      all.add(row);
    }
    rows.put(list, all);
  }

  private Map<String, Object> facts(String prefix, PersonView view) {
    Map<String, Object> facts = new HashMap<>();
    fact(facts, prefix, "name", view, view.name().spoken());
    fact(facts, prefix, "born", view, view.birthDate());
    fact(facts, prefix, "address", view, address(view.address()));
    fact(facts, prefix, "phone", view, view.phone());
    fact(facts, prefix, "email", view, view.email());
    return facts;
  }

  private void fact(
      Map<String, Object> facts, String prefix, String key, PersonView view, Object value) {
    if (!wanted.names().contains(prefix + key)) {
      return;
    }
    if (WHEREABOUTS.contains(key) && view.undisclosed() && !own(view)) {
      left.add(new Left(prefix + key, Why.UNDISCLOSED, 0));
    } else if (view.masked().contains(key)) {
      left.add(new Left(prefix + key, Why.NOT_SEEN, 0));
    } else if (value != null) {
      facts.put(key, value);
    }
  }

  /** People are told where they are themselves, as far as whoever writes may know it. */
  private boolean own(PersonView view) {
    return view.id().equals(wanted.reader().person()) && view.masked().isEmpty();
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
