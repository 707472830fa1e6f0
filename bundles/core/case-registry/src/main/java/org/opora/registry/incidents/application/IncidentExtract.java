package org.opora.registry.incidents.application;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.shared.application.Refusals;

/**
 * What incidents say about a person. Nothing of a suspicion is handed out by itself, to nobody: not
 * to the suspect, not to whoever asks in the child's name. It is named for review instead.
 */
public final class IncidentExtract {
  /** Where people are named. */
  public static final List<String> PLACES = List.of("IncidentPerson t WHERE t.person");

  private IncidentExtract() {}

  /** Kind and day of incidents in which nobody is suspected. */
  public static List<Fact> of(EntityManager em, List<UUID> known) {
    return named(em, known).stream()
        .filter(row -> !delicate(em, row))
        .map(
            row ->
                new Fact(Refusals.text("incident.kind." + row.kind()), row.happenedOn().toString()))
        .toList();
  }

  /** Incidents with a suspect that name the person or lie in a file in which the person cares. */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    Map<UUID, Incident> delicate = new LinkedHashMap<>();
    Stream.concat(named(em, known).stream(), around(em, known).stream())
        .filter(row -> delicate(em, row))
        .forEach(row -> delicate.put(row.id(), row));
    return delicate.values().stream()
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

  private static boolean delicate(EntityManager em, Incident row) {
    return row.kind() == Kind.SUSPECTED_HARM
        || em.createQuery(
                    "SELECT COUNT(t.id) FROM IncidentPerson t WHERE t.incident = :incident AND t.part = :part",
                    Long.class)
                .setParameter("incident", row.id())
                .setParameter("part", Part.SUSPECT)
                .getSingleResult()
            > 0;
  }

  private static List<Incident> named(EntityManager em, List<UUID> known) {
    return em.createQuery(
            "SELECT i FROM Incident i WHERE i.id IN (SELECT t.incident FROM IncidentPerson t"
                + " WHERE t.person IN :known) ORDER BY i.happenedOn, i.id",
            Incident.class)
        .setParameter("known", known)
        .getResultList();
  }

  private static List<Incident> around(EntityManager em, List<UUID> known) {
    return em.createQuery(
            "SELECT i FROM Incident i WHERE i.file IN (SELECT c.file FROM FileCarer c"
                + " WHERE c.person IN :known) ORDER BY i.happenedOn, i.id",
            Incident.class)
        .setParameter("known", known)
        .getResultList();
  }
}
