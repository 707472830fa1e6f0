package org.opora.registry.authorities.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.persistence.Keys;
import org.opora.registry.authorities.persistence.AuthorityQueries;
import org.opora.registry.shared.application.Refusals;

/** Authorities of a person, in what the person is given of themselves. */
public final class AuthorityExtract {
  public static final List<String> PLACES = List.of("PersonAuthority t WHERE t.person");
  private final AuthoritySeals seals;

  public AuthorityExtract(Keys keys) {
    seals = new AuthoritySeals(keys);
  }

  /**
   * @param whereabouts whether the extract may say where the person is
   */
  public List<Fact> of(EntityManager em, List<UUID> known, boolean whereabouts) {
    return whereabouts
        ? AuthorityQueries.of(em, known).stream()
            .map(
                row ->
                    new Fact(Refusals.text("authority.fact"), row.since() + " " + seals.name(row)))
            .toList()
        : List.of();
  }

  public static void erase(EntityManager em, UUID person) {
    em.createQuery("DELETE FROM PersonAuthority t WHERE t.person = :person")
        .setParameter("person", person)
        .executeUpdate();
  }
}
