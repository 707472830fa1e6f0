package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.MissedBy;
import org.opora.supervisedcontacts.plans.domain.ContactForm;

/**
 * From which contacts a figure is counted: one condition, for the figure as for its list. A contact
 * belongs to the period in which it begins, and is one, however many children come to it.
 *
 * @param code of the figure
 * @param what it counts
 */
public record ContactCounting(String code, What what, String which, Map<String, Object> values) {
  /** What is counted: each key once. */
  public enum What {
    CONTACTS(Measure.EVENTS, "c.id", "Contact c"),
    /** Contacts by how long they lasted. */
    TIME(Measure.MINUTES, "c.id", "Contact c"),
    /** Children who were there, each once under however many keys they are known. */
    CHILDREN(
        Measure.PEOPLE,
        "COALESCE(s.canonical, k.child)",
        "ContactChild k LEFT JOIN CanonicalPerson s ON s.person = k.child"
            + " JOIN Contact c ON c.id = k.contact"),
    /** People of the registry whom they met. */
    ADULTS(
        Measure.PEOPLE,
        "COALESCE(s.canonical, a.person)",
        "Attendance a LEFT JOIN CanonicalPerson s ON s.person = a.person"
            + " JOIN Contact c ON c.id = a.contact");

    private final Measure measure;
    private final String key;
    private final String from;

    What(Measure measure, String key, String from) {
      this.measure = measure;
      this.key = key;
      this.from = " FROM " + from + " WHERE ";
    }
  }

  public ContactCounting {
    values = Map.copyOf(values);
  }

  /** All that were booked for the period, whatever became of them. */
  public static ContactCounting planned(String code, Period period) {
    return new ContactCounting(
        code,
        What.CONTACTS,
        "c.day >= :from AND c.day <= :until",
        Map.of("from", period.from(), "until", period.until()));
  }

  /** The same under another code. */
  public ContactCounting called(String other) {
    return new ContactCounting(other, what, which, values);
  }

  /** Of those the ones in one of these states. */
  public ContactCounting in(ContactState... states) {
    return and("c.state IN :states", "states", List.of(states));
  }

  /** Those at which they met. */
  public ContactCounting held() {
    return in(ContactState.HELD, ContactState.STOPPED);
  }

  public ContactCounting cancelledBy(CancelledBy who) {
    return in(ContactState.CANCELLED).and("c.cancelledBy = :who", "who", who);
  }

  public ContactCounting missedBy(MissedBy who) {
    return in(ContactState.NO_SHOW).and("c.missedBy = :missing", "missing", who);
  }

  public ContactCounting of(ContactForm form) {
    return and("c.form = :form", "form", form);
  }

  /** The children who were there. */
  public ContactCounting children() {
    return held().counting(What.CHILDREN).and("k.present = TRUE");
  }

  /** The people whom they met. */
  public ContactCounting adults() {
    return held().counting(What.ADULTS).and("a.person IS NOT NULL AND a.met = TRUE");
  }

  private ContactCounting counting(What other) {
    return new ContactCounting(code, other, which, values);
  }

  /** How long they lasted together. */
  public ContactCounting time() {
    return held().counting(What.TIME);
  }

  private ContactCounting and(String more) {
    return new ContactCounting(code, what, which + " AND " + more, values);
  }

  private ContactCounting and(String more, String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return new ContactCounting(code, what, which + " AND " + more, all);
  }

  public Figure figure(EntityManager em) {
    String amount =
        what == What.TIME ? "COALESCE(SUM(c.minutes), 0)" : "COUNT(DISTINCT " + what.key + ")";
    Number counted =
        bind(em.createQuery("SELECT " + amount + what.from + which, Number.class))
            .getSingleResult();
    return new Figure(code, what.measure, counted.longValue());
  }

  /**
   * In the order of the keys.
   *
   * @param after null for the first ones
   */
  public List<Counted> list(EntityManager em, UUID after, int limit) {
    String listed =
        what.from
            + which
            + (after == null ? "" : " AND " + what.key + " > :after")
            + " ORDER BY "
            + what.key;
    if (what == What.TIME) {
      return page(em, "SELECT c.id, c.minutes" + listed, Object[].class, after, limit)
          .map(row -> new Counted(key(row[0]), ((Number) row[1]).longValue()))
          .toList();
    }
    return page(em, "SELECT DISTINCT " + what.key + listed, Object.class, after, limit)
        .map(row -> new Counted(key(row), 1))
        .toList();
  }

  private <T> Stream<T> page(EntityManager em, String jpql, Class<T> type, UUID after, int limit) {
    TypedQuery<T> query = bind(em.createQuery(jpql, type));
    if (after != null) {
      query.setParameter("after", after);
    }
    return query.setMaxResults(limit).getResultStream();
  }

  /** What a function gives comes as the database keeps it. */
  private static UUID key(Object stored) {
    if (stored instanceof byte[] bytes) {
      ByteBuffer key = ByteBuffer.wrap(bytes);
      return new UUID(key.getLong(), key.getLong());
    }
    return (UUID) stored;
  }

  private <T> TypedQuery<T> bind(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }
}
