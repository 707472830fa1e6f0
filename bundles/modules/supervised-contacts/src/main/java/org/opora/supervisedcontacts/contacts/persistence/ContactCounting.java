package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.plans.domain.ContactForm;

/**
 * From which contacts a figure is counted: one condition, for the figure as for its list. A contact
 * belongs to the period in which it begins.
 *
 * @param code of the figure
 */
public record ContactCounting(String code, String which, Map<String, Object> values) {
  private static final String FROM = " FROM Contact c WHERE ";

  public ContactCounting {
    values = Map.copyOf(values);
  }

  /** All that were booked for the period, whatever became of them. */
  public static ContactCounting planned(String code, Period period) {
    return new ContactCounting(
        code,
        "c.day >= :from AND c.day <= :until",
        Map.of("from", period.from(), "until", period.until()));
  }

  /** Of those the ones in this state. */
  public ContactCounting in(ContactState state) {
    return and("c.state = :state", "state", state);
  }

  public ContactCounting cancelledBy(CancelledBy who) {
    return in(ContactState.CANCELLED).and("c.cancelledBy = :who", "who", who);
  }

  /** By plans of this form. */
  public ContactCounting of(ContactForm form) {
    return and(
        "EXISTS (SELECT p.id FROM ContactPlan p WHERE p.id = c.plan AND p.form = :form)",
        "form",
        form);
  }

  /** To which none of those who were expected came. */
  public ContactCounting nobodyCame() {
    return new ContactCounting(
        code,
        in(ContactState.HELD).which
            + " AND (SELECT COUNT(a.id) FROM Attendance a WHERE a.contact = c.id"
            + " AND a.came = TRUE) = 0",
        in(ContactState.HELD).values);
  }

  private ContactCounting and(String more, String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return new ContactCounting(code, which + " AND " + more, all);
  }

  public Figure figure(EntityManager em) {
    return new Figure(
        code,
        Measure.EVENTS,
        bind(em.createQuery("SELECT COUNT(c.id)" + FROM + which, Long.class)).getSingleResult());
  }

  /**
   * In the order of the keys.
   *
   * @param after null for the first ones
   */
  public List<Counted> list(EntityManager em, UUID after, int limit) {
    TypedQuery<UUID> query =
        bind(
            em.createQuery(
                "SELECT c.id"
                    + FROM
                    + which
                    + (after == null ? "" : " AND c.id > :after")
                    + " ORDER BY c.id",
                UUID.class));
    if (after != null) {
      query.setParameter("after", after);
    }
    return query.setMaxResults(limit).getResultStream().map(key -> new Counted(key, 1)).toList();
  }

  private <T> TypedQuery<T> bind(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }
}
