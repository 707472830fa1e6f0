package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.people.NewPerson;
import org.opora.registry.people.domain.Likeness;
import org.opora.registry.people.domain.NationalIds;
import org.opora.registry.people.domain.Profile;
import org.opora.registry.people.domain.Shortlist;
import org.opora.registry.people.persistence.CandidateQueries;
import org.opora.registry.people.persistence.CandidateRow;

/** Who of the whole register may be the person that is written down: before any access. */
final class Resemblances {
  /** Nobody looks through more. */
  private static final int MOST = 20;

  private static final int EARLIEST = 1800;
  private static final int LATEST = 2200;
  private final PersonSeals seals;

  Resemblances(PersonSeals seals) {
    this.seals = seals;
  }

  /** Those in the bands SAME and MAYBE, the most alike first. */
  List<Scored> of(EntityManager em, NewPerson person) {
    Profile profile = profile(person);
    List<CandidateRow> candidates = new CandidateQueries(em).of(profile);
    return Shortlist.of(profile, candidates, Resemblances::profile).stream()
        .map(one -> new Scored(one.entry(), one.likeness()))
        .limit(MOST)
        .toList();
  }

  /** A birth date that is not written may stand in the identifier. */
  private Profile profile(NewPerson person) {
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

  private static Profile profile(CandidateRow row) {
    return Profile.of(
        row.given(), row.family(), row.birthDate(), row.nationalMark(), row.phoneMark());
  }

  record Scored(CandidateRow row, Likeness likeness) {}
}
