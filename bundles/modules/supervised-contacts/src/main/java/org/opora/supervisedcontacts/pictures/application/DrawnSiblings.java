package org.opora.supervisedcontacts.pictures.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.pictures.domain.PictureGuest;
import org.opora.supervisedcontacts.pictures.persistence.PictureQueries;
import org.opora.supervisedcontacts.pictures.persistence.PictureQueries.Companion;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.SealedTexts;

/** Other children of the contacts of a child: they come as its siblings, and are named as such. */
record DrawnSiblings(EntityManager em, SealedTexts sealed, People people) {
  /**
   * What is drawn.
   *
   * @param guests by the key of what the contact is for the child
   * @param named of whom the register told the name
   */
  record Drawn(Map<UUID, List<PictureGuest>> guests, Set<PersonId> named) {}

  /** In as many questions for a month as for one contact, and one for each other child. */
  Drawn of(Viewer viewer, ChildFileId file, PictureQueries rows) {
    List<Companion> all = rows.companions();
    Map<UUID, Set<UUID>> keys = new LinkedHashMap<>();
    all.forEach(one -> keys.computeIfAbsent(one.other(), this::keys));
    List<PlanPerson> planned =
        PlanQueries.people(em, all.stream().map(Companion::plan).distinct().toList());
    Map<PersonId, PersonName> names =
        people.names(viewer, keys.keySet().stream().map(PersonId::new).toList());
    Set<PersonId> named = new HashSet<>();
    Map<UUID, List<PictureGuest>> guests =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Companion::child,
                    Collectors.mapping(
                        one -> {
                          PlanPerson as = as(planned, one, keys.get(one.other()));
                          return as == null
                              ? known(new PersonId(one.other()), names, named)
                              : planned(file, as);
                        },
                        Collectors.toList())));
    return new Drawn(guests, named);
  }

  private Set<UUID> keys(UUID person) {
    return people.idsOf(new PersonId(person)).stream()
        .map(PersonId::value)
        .collect(Collectors.toSet());
  }

  /** As whom the plan of the child itself names the other one; null when it does not. */
  private static PlanPerson as(
      Collection<PlanPerson> planned, Companion companion, Set<UUID> keys) {
    return planned.stream()
        .filter(one -> one.plan().value().equals(companion.plan()))
        .filter(one -> one.person() != null && keys.contains(one.person().value()))
        .findFirst()
        .orElse(null);
  }

  private PictureGuest planned(ChildFileId file, PlanPerson as) {
    String name = sealed.open(file, SealedTexts.NAME, as.id().value(), as.name());
    return new PictureGuest(name == null ? Kin.SIBLING : as.kin(), name);
  }

  /** Whose name the viewer may not see is drawn without one. */
  private static PictureGuest known(
      PersonId other, Map<PersonId, PersonName> names, Set<PersonId> named) {
    PersonName name = names.get(other);
    if (name == null || name.given().isEmpty()) {
      return new PictureGuest(Kin.SIBLING, null);
    }
    named.add(other);
    return new PictureGuest(Kin.SIBLING, name.given());
  }
}
