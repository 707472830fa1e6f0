package org.opora.registry.authorities.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.registry.authorities.domain.PersonAuthority;
import org.opora.registry.shared.persistence.Chunks;

/** Authorities of people. */
public final class AuthorityQueries {
  private AuthorityQueries() {}

  /** The authority that an agreement in force on the day names; null when none does. */
  public static String ofAgreement(EntityManager em, UUID file, LocalDate day) {
    return em.createQuery(
            "SELECT a.authority FROM Agreement a WHERE a.file = :file AND a.concludedOn <= :day AND"
                + " (a.endedOn IS NULL OR a.endedOn >= :day) ORDER BY a.concludedOn DESC",
            String.class)
        .setParameter("file", file)
        .setParameter("day", day)
        .getResultStream()
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** Of people with these keys, the latest first, without mistakes. */
  public static List<PersonAuthority> of(EntityManager em, Collection<UUID> people) {
    return Chunks.ask(
        List.copyOf(people),
        some ->
            em.createQuery(
                    "SELECT a FROM PersonAuthority a WHERE a.person IN :people AND a.struckOn IS"
                        + " NULL ORDER BY a.since DESC, a.id DESC",
                    PersonAuthority.class)
                .setParameter("people", some)
                .getResultList());
  }
}
