package org.opora.registry.safety.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.api.persistence.Keys;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.shared.application.Refusals;

/**
 * What safety notices say about a person. Those that protect them are theirs. Those that protect
 * somebody else from them are named for review alone: that somebody is warned of them would tell
 * them who is.
 */
public final class SafetyExtract {
  private static final String FEARED = "SafetyNotice t WHERE t.whomPerson";

  /** Where people are named. */
  public static final List<String> PLACES =
      List.of(
          "SafetyNotice t WHERE t.person", FEARED, "Apart t WHERE t.one", "Apart t WHERE t.other");

  private final SafetySeals seals;

  public SafetyExtract(Keys keys) {
    this.seals = new SafetySeals(keys);
  }

  public List<Fact> of(EntityManager em, List<UUID> known) {
    return rows(em, "SafetyNotice t WHERE t.person", known).stream()
        .map(row -> new Fact(Refusals.text("safety.kind." + row.kind()), seals.open(row).what()))
        .toList();
  }

  /** Notices that name the person as the one to be kept away. */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    return rows(em, FEARED, known).stream()
        .map(
            row ->
                new Review(
                    Refusals.text("safety.kind." + row.kind()),
                    row.id(),
                    "/people/" + row.person() + "#safety"))
        .toList();
  }

  private static List<SafetyNotice> rows(EntityManager em, String place, List<UUID> known) {
    return em.createQuery(
            "SELECT t FROM " + place + " IN :known ORDER BY t.since, t.id", SafetyNotice.class)
        .setParameter("known", known)
        .getResultList();
  }

  /**
   * Notices about the person go. One that protects somebody else from them is theirs, whose key
   * seals it: it goes on protecting them, and leads to nobody any more.
   */
  public static void erase(EntityManager em, UUID person) {
    em.createQuery("UPDATE SafetyNotice t SET t.whomPerson = NULL WHERE t.whomPerson = :person")
        .setParameter("person", person)
        .executeUpdate();
    em.createQuery("DELETE FROM Apart a WHERE a.one = :person OR a.other = :person")
        .setParameter("person", person)
        .executeUpdate();
    em.createQuery("DELETE FROM SafetyNotice n WHERE n.person = :person")
        .setParameter("person", person)
        .executeUpdate();
  }
}
