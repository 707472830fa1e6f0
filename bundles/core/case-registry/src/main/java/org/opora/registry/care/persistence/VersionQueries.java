package org.opora.registry.care.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.registry.care.domain.VisitVersion;
import org.opora.registry.care.domain.VisitVersionChild;
import org.opora.registry.care.domain.VisitVersionPerson;

/** Reads of how visits read before: each one query, however often a visit was amended. */
public final class VersionQueries {
  private final EntityManager em;

  public VersionQueries(EntityManager em) {
    this.em = em;
  }

  /** The oldest first. */
  public List<VisitVersion> of(UUID visit) {
    return em.createQuery(
            "SELECT v FROM VisitVersion v WHERE v.visit = :visit ORDER BY v.at, v.id",
            VisitVersion.class)
        .setParameter("visit", visit)
        .getResultList();
  }

  public List<VisitVersionPerson> people(UUID visit) {
    return em.createQuery(
            "SELECT p FROM VisitVersionPerson p JOIN VisitVersion v ON v.id = p.former WHERE v.visit = :visit ORDER BY p.id",
            VisitVersionPerson.class)
        .setParameter("visit", visit)
        .getResultList();
  }

  public List<VisitVersionChild> children(UUID visit) {
    return em.createQuery(
            "SELECT c FROM VisitVersionChild c JOIN VisitVersion v ON v.id = c.former WHERE v.visit = :visit ORDER BY c.id",
            VisitVersionChild.class)
        .setParameter("visit", visit)
        .getResultList();
  }

  /** Who was met according to each version, those behind a wall left out. */
  public List<FormerMet> met(UUID visit, Scope scope) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return walls
        .bind(
            em.createQuery(
                "SELECT NEW org.opora.registry.care.persistence.FormerMet(m.former, p.id, p.given, p.family)"
                    + " FROM VisitVersionPerson m JOIN VisitVersion v ON v.id = m.former JOIN Person p ON p.id = m.person"
                    + " WHERE v.visit = :visit AND "
                    + walls.where("p", "id")
                    + " ORDER BY p.birthDate, p.id",
                FormerMet.class))
        .setParameter("visit", visit)
        .getResultList();
  }

  /**
   * What the versions say of children whose sub-files the scope covers and at whom no wall stands,
   * and of nobody here.
   */
  public List<VisitVersionChild> children(UUID visit, Scope scope) {
    List<UUID> seen =
        scope
            .bind(
                em.createQuery(
                    "SELECT DISTINCT c.id FROM "
                        + scope.from("VisitVersionChild", "c", "childFile")
                        + " JOIN VisitVersion v ON v.id = c.former WHERE "
                        + scope.where("c", "childFile")
                        + " AND "
                        + new Scope(Reach.ALL, scope.staff(), scope.today())
                            .where("c", "child")
                            .replace("scopeWall", "childWall")
                        + " AND v.visit = :visit",
                    UUID.class))
            .setParameter("visit", visit)
            .getResultList();
    return children(visit).stream()
        .filter(part -> part.childFile() == null || seen.contains(part.id()))
        .toList();
  }
}
