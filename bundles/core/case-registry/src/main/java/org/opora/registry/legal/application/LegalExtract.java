package org.opora.registry.legal.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.api.persistence.Keys;
import org.opora.api.text.Text;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.legal.persistence.LegalQueries;
import org.opora.registry.shared.application.Refusals;

/**
 * What the legal position of a child says about a person, for the person's own extract: a child
 * reads what is written about it, an adult only what they are to a child and since when. What was
 * written down by mistake may be about somebody else: it is handed to nobody, but named for review.
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
    queries.decisions(known).stream()
        .filter(CourtDecision::counts)
        .forEach(
            row ->
                facts.add(
                    new Fact(
                        kind(row),
                        seals.court(row) + ", " + seals.reference(row) + ", " + row.decidedOn())));
    queries.representatives(known).stream()
        .filter(Representative::counts)
        .forEach(row -> facts.add(new Fact(role(row), seals.name(row) + ", " + row.since())));
    standingFor(em, known).stream()
        .filter(Representative::counts)
        .forEach(row -> facts.add(new Fact(role(row), row.since().toString())));
    entrusting(em, known).stream()
        .filter(CourtDecision::counts)
        .forEach(
            row ->
                facts.add(new Fact(Refusals.text("field.entrusted"), row.decidedOn().toString())));
    return facts;
  }

  /** What was written down by mistake about the person, or names them. */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    LegalQueries queries = new LegalQueries(em);
    Map<UUID, Review> all = new LinkedHashMap<>();
    Stream.concat(queries.decisions(known).stream(), entrusting(em, known).stream())
        .filter(row -> !row.counts())
        .forEach(row -> all.put(row.id(), review(kind(row), row.id(), row.child())));
    Stream.concat(queries.representatives(known).stream(), standingFor(em, known).stream())
        .filter(row -> !row.counts())
        .forEach(row -> all.put(row.id(), review(role(row), row.id(), row.child())));
    return List.copyOf(all.values());
  }

  private static Review review(Text label, UUID row, PersonId child) {
    return new Review(label, row, "/people/" + child + "/legal#r-" + row);
  }

  private static Text kind(CourtDecision row) {
    return Refusals.text("legal.kind." + row.kind());
  }

  private static Text role(Representative row) {
    return Refusals.text("legal.role." + row.role());
  }

  private static List<CourtDecision> entrusting(EntityManager em, List<UUID> known) {
    return em.createQuery(
            "SELECT d FROM CourtDecision d WHERE d.id IN (SELECT e.decision FROM Entrusted e"
                + " WHERE e.person IN :known) ORDER BY d.decidedOn, d.id",
            CourtDecision.class)
        .setParameter("known", known)
        .getResultList();
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
    // That a decision entrusts the child to somebody must not be lost: it would be read as if it
    // entrusted to nobody.
    em.createQuery(
            "SELECT e, d FROM Entrusted e JOIN CourtDecision d ON d.id = e.decision"
                + " WHERE e.person IN :known",
            Object[].class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> seals.forget((CourtDecision) row[1], (Entrusted) row[0]));
    em.flush();
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
