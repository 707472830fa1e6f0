package org.opora.registry.safety.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Aliases;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.registry.safety.domain.Apart;
import org.opora.registry.safety.persistence.ApartQueries;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who must not meet whom, whichever bundle says so. */
@Component(service = KeptApart.class)
public final class ApartBook implements KeptApart {
  private final Transactions tx;
  private final Aliases aliases;

  @Activate
  public ApartBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Aliases aliases) {
    this.tx = tx;
    this.aliases = aliases;
  }

  @Override
  public void put(
      String origin, UUID source, PersonId one, PersonId other, LocalDate from, LocalDate until) {
    if (aliases.idsOf(one).contains(other)) {
      throw new IllegalArgumentException("nobody is kept apart from themselves");
    }
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("the last day comes before the first");
    }
    tx.run(
        em -> {
          Apart row = new ApartQueries(em).of(origin, source);
          if (row == null) {
            row = new Apart(Ids.next(), origin, source);
            row.says(one, other, from, until);
            em.persist(row);
          } else {
            row.says(one, other, from, until);
          }
        });
  }

  @Override
  public void withdraw(String origin, UUID source) {
    tx.run(
        em -> {
          Apart row = new ApartQueries(em).of(origin, source);
          if (row != null) {
            em.remove(row);
          }
        });
  }

  @Override
  public Map<PersonId, Set<PersonId>> from(Collection<PersonId> people, LocalDate day) {
    if (people.isEmpty()) {
      return Map.of();
    }
    Map<PersonId, Set<PersonId>> known = aliases.idsOf(people);
    List<PersonId> keys = known.values().stream().flatMap(Set::stream).distinct().toList();
    List<Apart> rows = tx.read(em -> new ApartQueries(em).naming(Chunks.values(keys), day));
    // Whoever is kept apart is so under every key they are known by.
    Map<PersonId, Set<PersonId>> named =
        rows.isEmpty()
            ? Map.of()
            : aliases.idsOf(
                rows.stream()
                    .flatMap(row -> Stream.of(row.one(), row.other()))
                    .distinct()
                    .toList());
    Map<PersonId, Set<PersonId>> apart = new HashMap<>();
    for (PersonId person : people) {
      Set<PersonId> own = known.get(person);
      Set<PersonId> others = new HashSet<>();
      for (Apart row : rows) {
        if (own.contains(row.one())) {
          others.addAll(named.get(row.other()));
        }
        if (own.contains(row.other())) {
          others.addAll(named.get(row.one()));
        }
      }
      // Two who must not meet may turn out to be one.
      others.removeAll(own);
      if (!others.isEmpty()) {
        apart.put(person, Set.copyOf(others));
      }
    }
    return apart;
  }
}
