package org.opora.registry.intake.persistence;

import jakarta.persistence.EntityManager;

/** Where topics stand. */
public final class TopicQueries {
  private TopicQueries() {}

  /** How many first contacts and entries of outreach have this topic, in the whole centre. */
  public static long uses(EntityManager em, String code) {
    long contacts =
        em.createQuery(
                "SELECT COUNT(c.id) FROM FirstContact c WHERE c.topics = :code"
                    + " OR c.topics LIKE :first OR c.topics LIKE :last OR c.topics LIKE :between",
                Long.class)
            .setParameter("code", code)
            .setParameter("first", code + " %")
            .setParameter("last", "% " + code)
            .setParameter("between", "% " + code + " %")
            .getSingleResult();
    long outreach =
        em.createQuery("SELECT COUNT(r.id) FROM ReachEntry r WHERE r.topic = :code", Long.class)
            .setParameter("code", code)
            .getSingleResult();
    return contacts + outreach;
  }
}
