package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Scope;
import org.opora.api.ids.PersonId;
import org.opora.registry.care.persistence.ChildRow;
import org.opora.registry.care.persistence.MetRow;
import org.opora.registry.care.persistence.VersionQueries;
import org.opora.registry.care.persistence.VisitQueries;

/**
 * What a visit holds beyond the sight of somebody who writes in it: it is taken over as it is.
 *
 * @param hidden who was there, behind a wall
 * @param kept children whose part stays, because it or the child is not seen
 * @param bare who was there before they were children of the file, so that there is no part
 */
record VisitSight(Set<PersonId> hidden, Set<UUID> kept, Set<UUID> bare) {
  static final VisitSight EVERYTHING = new VisitSight(Set.of(), Set.of(), Set.of());

  static VisitSight of(EntityManager em, UUID visit, Scope scope) {
    VisitQueries queries = new VisitQueries(em);
    List<UUID> present = queries.present(visit);
    Set<UUID> met =
        queries.people(visit, scope).stream().map(MetRow::person).collect(Collectors.toSet());
    Set<UUID> seen =
        queries.children(visit, scope).stream().map(ChildRow::id).collect(Collectors.toSet());
    Set<UUID> kept = new HashSet<>();
    Set<UUID> bare = new HashSet<>(present);
    for (ChildRow part : queries.children(visit)) {
      bare.remove(part.child());
      if (!seen.contains(part.id()) || !met.contains(part.child())) {
        kept.add(part.child());
      }
    }
    return new VisitSight(
        present.stream()
            .filter(person -> !met.contains(person))
            .map(PersonId::new)
            .collect(Collectors.toSet()),
        kept,
        bare);
  }

  /** Whether everything is seen, in former versions as well. */
  static boolean whole(EntityManager em, UUID visit, Scope scope) {
    VisitSight now = of(em, visit, scope);
    VersionQueries former = new VersionQueries(em);
    return now.hidden.isEmpty()
        && now.kept.isEmpty()
        && former.met(visit, scope).size() == former.people(visit).size()
        && former.children(visit, scope).size() == former.children(visit).size();
  }
}
