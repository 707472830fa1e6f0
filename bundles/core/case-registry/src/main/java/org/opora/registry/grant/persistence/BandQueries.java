package org.opora.registry.grant.persistence;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.registry.grant.domain.BandNote;

/** Reads of why the spending of a year leaves a band. */
public final class BandQueries {
  private final EntityManager em;

  public BandQueries(EntityManager em) {
    this.em = em;
  }

  /** By the code of the band. */
  public Map<String, BandNote> notes(int year) {
    return em.createQuery("SELECT n FROM BandNote n WHERE n.grantYear = :year", BandNote.class)
        .setParameter("year", year)
        .getResultStream()
        .collect(Collectors.toMap(BandNote::band, Function.identity()));
  }
}
