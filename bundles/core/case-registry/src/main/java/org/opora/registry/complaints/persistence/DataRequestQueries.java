package org.opora.registry.complaints.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.UUID;
import org.opora.api.paging.Page;
import org.opora.registry.complaints.domain.DataRequest;
import org.opora.registry.shared.persistence.Cursors;

/** Reads of requests about personal data. */
public record DataRequestQueries(EntityManager em) {
  /**
   * The newest first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<DataRequest> page(String after, int limit) {
    UUID key = Cursors.key(after);
    DataRequest last = key == null ? null : em.find(DataRequest.class, key);
    TypedQuery<DataRequest> query =
        em.createQuery(
            "SELECT r FROM DataRequest r"
                + (last == null
                    ? ""
                    : " WHERE r.askedOn < :day OR (r.askedOn = :day AND r.id < :key)")
                + " ORDER BY r.askedOn DESC, r.id DESC",
            DataRequest.class);
    if (last != null) {
      query.setParameter("day", last.askedOn()).setParameter("key", key);
    }
    return Cursors.page(query.setMaxResults(limit + 1).getResultList(), limit, DataRequest::id);
  }
}
