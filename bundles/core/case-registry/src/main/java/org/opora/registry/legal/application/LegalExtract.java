package org.opora.registry.legal.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.persistence.Keys;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.legal.persistence.LegalQueries;
import org.opora.registry.shared.application.Refusals;

/**
 * What the legal position of a child says about a person, for the person's own extract: a child
 * reads what is written about it, an adult only what they are to a child and since when.
 */
public final class LegalExtract {
  /** Where people are named. */
  public static final List<String> PLACES =
      List.of(
          "CourtDecision t WHERE t.child",
          "Entrusted t WHERE t.person",
          "Representative t WHERE t.child",
          "Representative t WHERE t.person");

  private final LegalSeals seals;

  public LegalExtract(Keys keys) {
    this.seals = new LegalSeals(keys);
  }

  public List<Fact> of(EntityManager em, List<UUID> known) {
    LegalQueries queries = new LegalQueries(em);
    List<Fact> facts = new ArrayList<>();
    for (CourtDecision row : queries.decisions(known)) {
      facts.add(
          new Fact(
              Refusals.text("legal.kind." + row.kind()),
              seals.court(row) + ", " + seals.reference(row) + ", " + row.decidedOn()));
    }
    for (Representative row : queries.representatives(known)) {
      facts.add(
          new Fact(
              Refusals.text("legal.role." + row.role()), seals.name(row) + ", " + row.since()));
    }
    for (Representative row : standingFor(em, known)) {
      facts.add(new Fact(Refusals.text("legal.role." + row.role()), row.since().toString()));
    }
    em.createQuery(
            "SELECT d.decidedOn FROM CourtDecision d JOIN Entrusted e ON e.decision = d.id"
                + " WHERE e.person IN :known ORDER BY d.decidedOn",
            Object.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(day -> facts.add(new Fact(Refusals.text("field.entrusted"), day.toString())));
    return facts;
  }

  /**
   * What is about a child goes with it; an adult is no longer named.
   *
   * @param known every key of the person: a row under one of them may rest on a decision under
   *     another
   */
  public void erase(EntityManager em, List<UUID> known) {
    if (known.isEmpty()) {
      return;
    }
    standingFor(em, known).forEach(seals::forget);
    em.flush();
    em.createQuery("DELETE FROM Entrusted e WHERE e.person IN :known")
        .setParameter("known", known)
        .executeUpdate();
    em.createQuery("DELETE FROM Representative r WHERE r.child IN :known")
        .setParameter("known", known)
        .executeUpdate();
    // Two records that were parted again: what rested on the other one rests on nothing.
    em.createQuery(
            "SELECT r FROM Representative r WHERE r.decision IN"
                + " (SELECT d.id FROM CourtDecision d WHERE d.child IN :known)",
            Representative.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> row.holds(row.since(), row.until(), null));
    em.flush();
    LegalQueries queries = new LegalQueries(em);
    List<CourtDecision> decisions = queries.decisions(known);
    List<Entrusted> entrusted =
        queries.entrusted(decisions.stream().map(CourtDecision::id).toList());
    entrusted.forEach(em::remove);
    em.flush();
    decisions.forEach(em::remove);
  }

  private static List<Representative> standingFor(EntityManager em, List<UUID> known) {
    return em.createQuery(
            "SELECT r FROM Representative r WHERE r.person IN :known ORDER BY r.since, r.id",
            Representative.class)
        .setParameter("known", known)
        .getResultList();
  }
}
