package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Aliases;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.registry.people.domain.Likeness;
import org.opora.registry.people.domain.Likeness.Band;
import org.opora.registry.people.domain.NationalIds;
import org.opora.registry.people.domain.Profile;
import org.opora.registry.people.persistence.CandidateQueries;
import org.opora.registry.people.persistence.CandidateRow;
import org.opora.registry.people.persistence.SecretPeople;

/** Who of the whole register may be the person that is written down: before any access. */
final class Resemblances {
  private static final int EARLIEST = 1800;
  private static final int LATEST = 2200;
  private final PersonSeals seals;
  private final Aliases aliases;

  Resemblances(PersonSeals seals, Aliases aliases) {
    this.seals = seals;
    this.aliases = aliases;
  }

  /**
   * Those in the bands SAME and MAYBE, the most alike first; each once, whatever the number of
   * their keys. Nobody is left out for the sake of somebody else: that would tell of them.
   */
  List<Resemblance> of(EntityManager em, Profile profile, LocalDate today) {
    Map<PersonId, Likeness> entries = new HashMap<>();
    List<CandidateRow> rows = new CandidateQueries(em).of(profile);
    Set<UUID> secret = secret(em, profile, rows, today);
    for (CandidateRow row : rows) {
      Likeness likeness =
          Likeness.between(
              profile, profile(row, secret.contains(row.id()) ? null : row.phoneMark()));
      if (likeness.band() != Band.NO) {
        entries.put(new PersonId(row.id()), likeness);
      }
    }
    List<PersonId> likely =
        entries.keySet().stream()
            .sorted(
                Comparator.comparingInt((PersonId key) -> entries.get(key).score())
                    .reversed()
                    .thenComparing(PersonId::value))
            .toList();
    return people(likely, entries);
  }

  /**
   * Those with the phone that is typed who must not be found by it: the mark may stand in a row
   * that says nothing of a secret, which is written of them under another key or of somebody who
   * lives with them.
   */
  private static Set<UUID> secret(
      EntityManager em, Profile profile, List<CandidateRow> rows, LocalDate today) {
    List<UUID> people =
        rows.stream()
            .filter(row -> profile.phone() != null && profile.phone().equals(row.phoneMark()))
            .map(CandidateRow::id)
            .toList();
    return people.isEmpty() ? Set.of() : new SecretPeople(em).among(people, today);
  }

  private List<Resemblance> people(List<PersonId> likely, Map<PersonId, Likeness> entries) {
    Map<PersonId, Set<PersonId>> same = aliases.idsOf(likely);
    List<Resemblance> people = new ArrayList<>();
    Set<PersonId> had = new HashSet<>();
    for (PersonId key : likely) {
      if (!had.contains(key)) {
        Set<PersonId> keys = new LinkedHashSet<>(likely);
        keys.retainAll(same.get(key));
        keys.addAll(same.get(key));
        had.addAll(keys);
        people.add(new Resemblance(List.copyOf(keys), entries.get(key)));
      }
    }
    return people;
  }

  /** A birth date that is not written may stand in the identifier. */
  Profile profile(NewPerson person) {
    LocalDate born = person.birthDate();
    if (born == null) {
      born =
          NationalIds.check(person.nationalId())
              .filter(NationalIds.Verdict::sound)
              .map(NationalIds.Verdict::birthDate)
              .orElse(null);
    }
    return Profile.of(
        person.name().given(),
        person.name().family(),
        // What cannot be right is refused when it is saved; nobody is looked for by it.
        born == null || born.getYear() < EARLIEST || born.getYear() > LATEST ? null : born,
        seals.mark(person.nationalId()),
        person.undisclosed() ? null : seals.phoneMark(person.phone()));
  }

  private static Profile profile(CandidateRow row, String phoneMark) {
    return Profile.of(row.given(), row.family(), row.birthDate(), row.nationalMark(), phoneMark);
  }
}
