package org.opora.registry.overrides.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.overrides.domain.RuleOverride;
import org.opora.registry.shared.application.Refusals;

/**
 * What reasons say about a person. The words may tell of others, so a person weighs them before
 * anything is handed out. Who is erased is named no more and the words are gone; that the rule was
 * gone on against stays counted, because that is about the work of the centre.
 */
public final class OverrideExtract {
  /** Where people are named. */
  public static final List<String> PLACES = List.of("OverridePerson t WHERE t.person");

  private OverrideExtract() {}

  public static List<Review> review(EntityManager em, List<UUID> known) {
    return em
        .createQuery(
            "SELECT o FROM RuleOverride o WHERE o.words IS NOT NULL AND o.id IN (SELECT t.override"
                + " FROM OverridePerson t WHERE t.person IN :known) ORDER BY o.happenedOn, o.id",
            RuleOverride.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .map(row -> new Review(Refusals.text("field.override"), row.id(), row.href()))
        .toList();
  }

  public static void erase(EntityManager em, UUID person) {
    em.createQuery(
            "UPDATE RuleOverride o SET o.words = NULL WHERE o.id IN"
                + " (SELECT t.override FROM OverridePerson t WHERE t.person = :person)")
        .setParameter("person", person)
        .executeUpdate();
    em.createQuery("DELETE FROM OverridePerson t WHERE t.person = :person")
        .setParameter("person", person)
        .executeUpdate();
  }
}
