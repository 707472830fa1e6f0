package org.opora.registry.safety.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.registry.safety.domain.SafetyNotice;

/** Where safety notices, and what follows from them, name somebody. */
public record NoticesAboutPerson(EntityManager em) {
  private static final String PROTECTED = "SafetyNotice t WHERE t.person";
  private static final String FEARED = "SafetyNotice t WHERE t.whomPerson";

  /** Where people are named. */
  public static final List<String> PLACES =
      List.of(PROTECTED, FEARED, "Apart t WHERE t.one", "Apart t WHERE t.other");

  /** Notices that protect the person, the earliest first. */
  public List<SafetyNotice> protecting(List<UUID> known) {
    return rows(PROTECTED, known);
  }

  /** Notices that name the person as the one to be kept away, the earliest first. */
  public List<SafetyNotice> fearing(List<UUID> known) {
    return rows(FEARED, known);
  }

  private List<SafetyNotice> rows(String place, List<UUID> known) {
    return em.createQuery(
            "SELECT t FROM " + place + " IN :known ORDER BY t.since, t.id", SafetyNotice.class)
        .setParameter("known", known)
        .getResultList();
  }

  /**
   * Notices about the person go. One that protects somebody else from them is theirs, whose key
   * seals it: it goes on protecting them, and leads to nobody any more.
   */
  public void erase(UUID person) {
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
