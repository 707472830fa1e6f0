package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.people.PersonHit;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.people.domain.FormerName;

/** Says of people in a list what they were called before. */
final class Formerly {
  private Formerly() {}

  /**
   * @param words what was looked for; whoever is found by the present name needs no other one
   */
  static List<PersonHit> said(EntityManager em, List<String> words, List<PersonHit> hits) {
    List<UUID> people =
        hits.stream().filter(hit -> !presently(hit, words)).map(hit -> hit.id().value()).toList();
    if (people.isEmpty()) {
      return hits;
    }
    Map<UUID, String> names = new HashMap<>();
    em.createQuery(
            "SELECT n FROM FormerName n WHERE n.person IN :people ORDER BY n.until DESC, n.id",
            FormerName.class)
        .setParameter("people", people)
        .getResultList()
        .forEach(
            row ->
                names.merge(
                    row.person().value(),
                    row.name().spoken(),
                    (one, another) -> one + ", " + another));
    return hits.stream().map(hit -> hit.formerly(names.get(hit.id().value()))).toList();
  }

  private static boolean presently(PersonHit hit, List<String> words) {
    List<String> present = Fold.words(hit.name().spoken());
    return !words.isEmpty()
        && words.stream()
            .allMatch(word -> present.stream().anyMatch(part -> part.startsWith(word)));
  }
}
