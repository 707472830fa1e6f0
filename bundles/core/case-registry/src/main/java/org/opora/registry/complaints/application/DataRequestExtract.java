package org.opora.registry.complaints.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.complaints.domain.DataRequest;
import org.opora.registry.shared.application.Refusals;

/**
 * What is kept of a person because somebody asked about their data. Another may have asked, and the
 * words may tell of others, so a person weighs them before they are handed out. Who is erased takes
 * the words along when the request is answered; that it was, and in time, the centre has to prove.
 */
public final class DataRequestExtract {
  /** Where people are named. */
  public static final List<String> PLACES = List.of("DataRequest t WHERE t.person");

  private DataRequestExtract() {}

  /** The day on which it was asked. */
  public static List<Fact> of(EntityManager em, List<UUID> known) {
    return rows(em, known).stream()
        .map(row -> new Fact(Refusals.text("data-request.title"), row.askedOn().toString()))
        .toList();
  }

  /** Those that say something. */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    return rows(em, known).stream()
        .filter(row -> row.askedBy() != null)
        .map(
            row ->
                new Review(
                    Refusals.text("data-request.title"), row.id(), "/data-requests/" + row.id()))
        .toList();
  }

  /**
   * What waits for its answer keeps its words: they are owed one.
   *
   * @param known every key of the person
   */
  public static void erase(EntityManager em, List<UUID> known) {
    if (!known.isEmpty()) {
      rows(em, known).stream()
          .filter(row -> row.answeredOn() != null)
          .forEach(DataRequest::forgetWords);
    }
  }

  private static List<DataRequest> rows(EntityManager em, List<UUID> known) {
    return em.createQuery(
            "SELECT t FROM DataRequest t WHERE t.person IN :known ORDER BY t.askedOn, t.id",
            DataRequest.class)
        .setParameter("known", known)
        .getResultList();
  }
}
