package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.AgreementRule.Reasons;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.application.LawBook.Entry;
import org.opora.registry.files.domain.Days;
import org.opora.registry.people.application.HeldPeople;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * No person is in two agreements at once; of a joint agreement this holds for every carer on the
 * days on which they are one. By hand nobody brings such days about. Where they come about without
 * a decision, both files show it until somebody looks. The other file is never named in a refusal,
 * since whoever asks may not know of it.
 */
@Component(service = OneAgreement.class)
public final class OneAgreement {
  private final Aliases aliases;
  private final LawBook law;

  @Activate
  public OneAgreement(@Reference Aliases aliases, @Reference LawBook law) {
    this.aliases = aliases;
    this.law = law;
  }

  /**
   * Before a change of the agreements or the carers of a file: holds the rows of everybody whom it
   * may touch, so that two agreements of one person in two files come one after the other.
   */
  Watch watch(EntityManager em, CaseFileId file) {
    return new Watch(em, file, carers(em, file));
  }

  /** The same before somebody becomes a carer: where nothing is agreed, that concerns nobody. */
  Watch joining(EntityManager em, CaseFileId file, PersonId carer) {
    List<PersonId> people = new ArrayList<>();
    if (!AgreementRows.all(em, file).isEmpty()) {
      people.addAll(carers(em, file));
      people.add(carer);
    }
    return new Watch(em, file, people);
  }

  private static List<PersonId> carers(EntityManager em, CaseFileId file) {
    return em
        .createQuery("SELECT t.person FROM FileCarer t WHERE t.file = :file", UUID.class)
        .setParameter("file", file.value())
        .getResultList()
        .stream()
        .map(PersonId::new)
        .toList();
  }

  /** Days on which somebody is under an agreement of a file, by the key under which they are. */
  private record Under(CaseFileId file, PersonId key, Days days) {}

  /** One change of a file. */
  final class Watch {
    private final EntityManager em;
    private final CaseFileId file;
    private final Set<Set<PersonId>> people;
    private final List<Under> before;

    private Watch(EntityManager em, CaseFileId file, List<PersonId> touched) {
      this.em = em;
      this.file = file;
      this.people = figures().isEmpty() ? Set.of() : HeldPeople.hold(em, aliases, touched);
      this.before = under(em, all(people));
    }

    /**
     * @param field beside which the refusal stands; null for none
     */
    void refuse(String field) {
      refuseBeside(day -> field);
    }

    /**
     * After a change by hand. Days that were doubled before are not its fault.
     *
     * @param field beside which the refusal stands, by the first day of two agreements
     * @throws Refused when somebody is in two agreements on days on which they were not before, or
     *     the law pack that forbids it is away
     */
    void refuseBeside(Function<LocalDate, String> field) {
      law.agreementsOrRefuse();
      List<Under> after = under(em, all(people));
      for (Set<PersonId> person : people) {
        List<Days> had = here(before, person);
        List<Days> gained =
            here(after, person).stream().flatMap(days -> days.without(had).stream()).toList();
        for (Under other : after) {
          if (person.contains(other.key()) && !other.file().equals(file)) {
            gained.forEach(days -> days.and(other.days()).ifPresent(both -> refuse(both, field)));
          }
        }
      }
    }

    private void refuse(Days both, Function<LocalDate, String> field) {
      Optional<Entry> entry = law.agreements();
      asked(entry, both)
          .ifPresent(
              figure -> {
                throw new Refused(
                    field.apply(both.from()),
                    entry.orElseThrow().text(Reasons::secondAgreement, figure.paragraph()));
              });
    }

    private List<Days> here(List<Under> under, Set<PersonId> person) {
      return under.stream()
          .filter(one -> one.file().equals(file) && person.contains(one.key()))
          .map(Under::days)
          .toList();
    }

    /** After any change: both files say so where somebody is in two agreements, and only there. */
    void note(Viewer viewer) {
      follow(em, viewer, people);
    }
  }

  /** After keys turned out to name one person, or not any more. */
  void decided(EntityManager em, Viewer viewer, Set<PersonId> keys) {
    if (!figures().isEmpty()) {
      Set<Set<PersonId>> people = new LinkedHashSet<>();
      keys.forEach(key -> people.add(Set.copyOf(aliases.idsOf(key))));
      follow(em, viewer, people);
    }
  }

  private void follow(EntityManager em, Viewer viewer, Set<Set<PersonId>> people) {
    List<Under> now = under(em, all(people));
    for (Set<PersonId> person : people) {
      List<Doubts.Found> found = new ArrayList<>();
      List<Under> own = now.stream().filter(one -> person.contains(one.key())).toList();
      for (Under one : own) {
        own.stream()
            .filter(other -> !other.file().equals(one.file()))
            .filter(
                other ->
                    one.days()
                        .and(other.days())
                        .flatMap(both -> asked(law.agreements(), both))
                        .isPresent())
            .forEach(other -> found.add(new Doubts.Found(one.file(), one.key(), other.file())));
      }
      new Doubts(em).follow(Doubts.TWO_AGREEMENTS, person, found, viewer.today());
    }
  }

  /** The figure that lets a person be in one agreement only on one of these days. */
  private static Optional<Parameter<Boolean>> asked(Optional<Entry> entry, Days days) {
    return figures(entry).stream()
        .filter(
            figure -> Days.between(figure.from(), figure.until()).flatMap(days::and).isPresent())
        .findFirst();
  }

  private List<Parameter<Boolean>> figures() {
    return figures(law.agreements());
  }

  private static List<Parameter<Boolean>> figures(Optional<Entry> entry) {
    return entry.map(one -> one.rule().single()).orElse(List.of()).stream()
        .filter(Parameter::value)
        .toList();
  }

  private static List<PersonId> all(Set<Set<PersonId>> people) {
    return people.stream().flatMap(Set::stream).distinct().toList();
  }

  private static List<Under> under(EntityManager em, List<PersonId> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    em.flush();
    List<Under> under = new ArrayList<>();
    for (Object[] row :
        em.createQuery(
                "SELECT t.file, t.person, a.concludedOn, a.endedOn, t.since, t.until"
                    + " FROM Agreement a JOIN FileCarer t ON t.file = a.file"
                    + " WHERE t.person IN :people",
                Object[].class)
            .setParameter("people", Chunks.values(keys))
            .getResultList()) {
      Optional<Days> agreed = Days.between((LocalDate) row[2], (LocalDate) row[3]);
      Optional<Days> carer = Days.between((LocalDate) row[4], (LocalDate) row[5]);
      agreed
          .flatMap(days -> carer.flatMap(days::and))
          .ifPresent(
              both ->
                  under.add(
                      new Under(new CaseFileId((UUID) row[0]), new PersonId((UUID) row[1]), both)));
    }
    return under;
  }
}
