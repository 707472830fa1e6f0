package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.registry.shared.persistence.Chunks;

/** Facts of many, in one statement for up to some hundred keys. */
public final class EvidenceQueries {
  private static final String ROW =
      "SELECT NEW org.opora.registry.story.persistence.FactRow(e.id, e.source.record,"
          + " e.source.origin, e.source.kind, e.subjectKind, e.subject, e.file, e.day, e.until,"
          + " e.quantity, e.unit, e.form, e.ref, e.openingBalance) FROM EvidenceFact e WHERE ";

  private static final String OF_RECORD =
      " WHERE e.source.origin = :origin AND e.source.record = :source";

  private final EntityManager em;

  public EvidenceQueries(EntityManager em) {
    this.em = em;
  }

  /** What the keys of a question are. */
  public enum Of {
    FILES("e.file IN :keys"),
    PEOPLE("e.person IN :keys"),
    /** What counts in no file: staff and house. Few, and the index by file finds them. */
    OTHERS("e.file IS NULL AND e.subject IN :keys");

    private final String clause;

    Of(String clause) {
      this.clause = clause;
    }
  }

  /** The last fact of each person in a file. */
  public List<LastRow> last(Of of, List<UUID> keys, String kind, LocalDate asOf) {
    return Chunks.ask(
        keys,
        some ->
            em.createQuery(
                    "SELECT NEW org.opora.registry.story.persistence.LastRow(e.file, e.person, e.day,"
                        + " e.source.origin, e.source.record, e.openingBalance) FROM EvidenceFact e WHERE "
                        + of.clause
                        + " AND e.file IS NOT NULL AND e.person IS NOT NULL"
                        + " AND e.source.kind = :kind AND e.day <= :asOf"
                        + " AND NOT EXISTS (SELECT n.id FROM EvidenceFact n WHERE n.file = e.file AND n.person = e.person"
                        + " AND n.source.kind = e.source.kind AND n.day <= :asOf AND (n.day > e.day OR (n.day = e.day AND n.id > e.id)))",
                    LastRow.class)
                .setParameter("keys", some)
                .setParameter("kind", kind)
                .setParameter("asOf", asOf)
                .getResultList());
  }

  /**
   * Facts in no order, as rows: nobody changes what is read by the ten thousand.
   *
   * @param from those that end before are left out; null for none
   * @param until those that begin after are left out
   */
  public List<FactRow> facts(
      Of of, List<UUID> keys, Collection<String> kinds, LocalDate from, LocalDate until) {
    String since =
        from == null ? "" : " AND (e.day >= :since OR (e.until IS NOT NULL AND e.until >= :since))";
    return Chunks.ask(
        keys,
        some -> {
          TypedQuery<FactRow> query =
              em.createQuery(
                      ROW + of.clause + " AND e.source.kind IN :kinds AND e.day <= :until" + since,
                      FactRow.class)
                  .setParameter("keys", some)
                  .setParameter("kinds", kinds)
                  .setParameter("until", until);
          return (from == null ? query : query.setParameter("since", from)).getResultList();
        });
  }

  /** What of a kind is about a person in a file, from the latest on. */
  public List<FactRow> latest(UUID file, UUID person, String kind, int limit) {
    return em.createQuery(
            ROW
                + "e.file = :file AND e.person = :person AND e.source.kind = :kind"
                + " ORDER BY e.day DESC, e.id DESC",
            FactRow.class)
        .setParameter("file", file)
        .setParameter("person", person)
        .setParameter("kind", kind)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Of whom a record proves something. */
  public List<PlaceRow> places(String origin, UUID source) {
    return em.createQuery(
            "SELECT NEW org.opora.registry.story.persistence.PlaceRow(e.file, e.person)"
                + " FROM EvidenceFact e"
                + OF_RECORD,
            PlaceRow.class)
        .setParameter("origin", origin)
        .setParameter("source", source)
        .getResultList();
  }

  /** Takes back what a record proves. */
  public void delete(String origin, UUID source) {
    em.createQuery("DELETE FROM EvidenceFact e" + OF_RECORD)
        .setParameter("origin", origin)
        .setParameter("source", source)
        .executeUpdate();
  }

  /** What a bundle has written. */
  public List<String> kinds(String origin) {
    return em.createQuery(
            "SELECT DISTINCT e.source.kind FROM EvidenceFact e WHERE e.source.origin = :origin",
            String.class)
        .setParameter("origin", origin)
        .getResultList();
  }
}
