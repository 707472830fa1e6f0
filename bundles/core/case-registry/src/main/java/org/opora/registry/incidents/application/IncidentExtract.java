package org.opora.registry.incidents.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.shared.application.Refusals;

/**
 * What incidents say about a person. Nothing of them is handed out by itself, to nobody: whether
 * somebody is suspected stands in words that only a person can weigh, and even kind and day would
 * tell a suspect that it was written down. Every incident is named for review instead.
 */
public final class IncidentExtract {
  /** Where people are named. */
  public static final List<String> PLACES = List.of("IncidentPerson t WHERE t.person");

  private IncidentExtract() {}

  /** Incidents that name the person, or lie in a file in which the person cares. */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    return em
        .createQuery(
            "SELECT i FROM Incident i WHERE i.id IN (SELECT t.incident FROM IncidentPerson t"
                + " WHERE t.person IN :known) OR i.file IN (SELECT c.file FROM FileCarer c"
                + " WHERE c.person IN :known) ORDER BY i.happenedOn, i.id",
            Incident.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .map(
            row ->
                new Review(
                    Refusals.text("incident.kind." + row.kind()),
                    row.id(),
                    "/incidents/" + row.id()))
        .toList();
  }

  public static void erase(EntityManager em, UUID person) {
    em.createQuery("DELETE FROM IncidentPerson t WHERE t.person = :person")
        .setParameter("person", person)
        .executeUpdate();
  }
}
