package org.opora.registry.authorities.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.authorities.domain.PersonAuthority;
import org.opora.registry.authorities.persistence.AuthorityQueries;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.opora.registry.people.persistence.SecretPeople;

/**
 * Carers and children of a file whom the viewer may see, with their authorities. Whoever stands
 * behind a wall under any of their keys is not there. For one read.
 */
final class Circle {
  private final Map<PersonId, Set<PersonId>> keys;
  private final Set<UUID> open;
  private final Set<UUID> secret;
  private final Map<UUID, List<PersonAuthority>> rows = new HashMap<>();
  private final Set<PersonId> told = new HashSet<>();
  private final String agreed;
  private final CaseFiles.Header header;
  private final Viewer viewer;

  Circle(EntityManager em, Access access, Aliases aliases, Viewer viewer, CaseFiles.Header header) {
    this.header = header;
    this.viewer = viewer;
    List<PersonId> people =
        Stream.concat(
                header.carers().stream().map(CaseFiles.Carer::person),
                header.children().stream().map(CaseFiles.Child::person))
            .distinct()
            .toList();
    keys = aliases.idsOf(people);
    List<UUID> all =
        keys.values().stream().flatMap(Set::stream).map(PersonId::value).distinct().toList();
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    open =
        new PeopleQueries(em)
            .rows(walls, all).stream().map(PersonRow::id).collect(Collectors.toSet());
    secret = Set.copyOf(new SecretPeople(em).among(all, viewer.today()));
    AuthorityQueries.of(em, all)
        .forEach(
            row -> rows.computeIfAbsent(row.person().value(), key -> new ArrayList<>()).add(row));
    agreed = AuthorityQueries.ofAgreement(em, header.id().value(), viewer.today());
    for (PersonId person : people) {
      if (!kept(person)
          || access.decide(viewer, People.WHEREABOUTS, Subject.of(person)).allowed()) {
        told.add(person);
      }
    }
  }

  List<CaseFiles.Carer> carers() {
    return header.carers().stream().filter(carer -> visible(carer.person())).toList();
  }

  List<CaseFiles.Child> children() {
    return header.children().stream().filter(child -> visible(child.person())).toList();
  }

  private boolean visible(PersonId person) {
    return keys.getOrDefault(person, Set.of(person)).stream()
        .allMatch(key -> open.contains(key.value()));
  }

  private boolean kept(PersonId person) {
    return keys.getOrDefault(person, Set.of(person)).stream()
        .anyMatch(key -> secret.contains(key.value()));
  }

  /** Whether the viewer may learn which office it is. */
  boolean told(PersonId person) {
    return told.contains(person);
  }

  LocalDate today() {
    return viewer.today();
  }

  /** The authority of the carers as their agreement names it; null when it names none. */
  String agreed() {
    return agreed;
  }

  /** Everything that is known of the person under any key, the latest first. */
  List<PersonAuthority> all(PersonId person) {
    return keys.getOrDefault(person, Set.of(person)).stream()
        .flatMap(key -> rows.getOrDefault(key.value(), List.of()).stream())
        .sorted(
            (one, other) -> {
              int days = other.since().compareTo(one.since());
              return days == 0 ? other.id().compareTo(one.id()) : days;
            })
        .toList();
  }

  /** The authority of today; null when nobody has written one down. */
  PersonAuthority now(PersonId person) {
    return all(person).stream().filter(row -> row.on(viewer.today())).findFirst().orElse(null);
  }
}
