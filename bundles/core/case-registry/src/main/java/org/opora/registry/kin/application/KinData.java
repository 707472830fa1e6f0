package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.KinHousehold;
import org.opora.registry.kin.domain.KinMember;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.kin.domain.Sex;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What this room stores about a person. */
@Component(service = PersonDataOwner.class)
public final class KinData implements PersonDataOwner {
  private final Transactions tx;
  private final Timeline timeline;
  private final KinSeals seals;

  @Activate
  public KinData(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Timeline timeline,
      @Reference Keys keys) {
    this.tx = tx;
    this.timeline = timeline;
    this.seals = new KinSeals(keys);
  }

  @Override
  public long count(Set<PersonId> person) {
    return person.isEmpty() ? 0 : tx.read(em -> count(em, Chunks.values(person)));
  }

  private static long count(EntityManager em, List<UUID> known) {
    KinQueries queries = new KinQueries(em);
    return (long) queries.ties(known).size()
        + queries.memberships(known).size()
        + queries.sexes(known).size();
  }

  /** What counts; a row struck out says nothing about the person. */
  @Override
  public List<Fact> export(Set<PersonId> person) {
    return person.isEmpty() ? List.of() : tx.read(em -> export(em, person));
  }

  private List<Fact> export(EntityManager em, Set<PersonId> person) {
    KinQueries queries = new KinQueries(em);
    List<UUID> known = Chunks.values(person);
    List<Fact> facts = new ArrayList<>();
    queries.ties(known).stream()
        .filter(tie -> tie.struck() == null)
        .sorted(Comparator.comparing(KinTie::kind).thenComparing(KinTie::id))
        .forEach(tie -> add(em, facts, tie, person.contains(tie.first())));
    List<KinMember> lived =
        queries.memberships(known).stream().filter(one -> one.struck() == null).toList();
    for (KinHousehold home :
        queries.households(lived.stream().map(KinMember::household).distinct().toList())) {
      // What others called a household may name them.
      String name = person.contains(home.owner()) ? seals.name(home) : null;
      lived.stream()
          .filter(one -> one.household().equals(home.id()))
          .forEach(
              one ->
                  facts.add(
                      new Fact(
                          Refusals.text("field.household"),
                          ((name == null ? "" : name) + written(one.days())).strip())));
    }
    for (KinSex row : queries.sexes(known)) {
      facts.add(new Fact(Refusals.text("field.sex"), row.sex() == Sex.FEMALE ? "♀" : "♂"));
    }
    return facts;
  }

  private void add(EntityManager em, List<Fact> facts, KinTie tie, boolean personFirst) {
    Person relative = em.find(Person.class, (personFirst ? tie.other() : tie.first()).value());
    String name = new PersonName(relative.given(), relative.family()).spoken();
    String words = seals.words(tie);
    facts.add(
        new Fact(
            Refusals.text("kin.word." + tie.kind().role(!personFirst, false), Sex.UNKNOWN.name()),
            name + (words == null ? "" : ", " + words) + written(tie.days())));
  }

  private static String written(Days days) {
    if (days.from() == null && days.until() == null) {
      return "";
    }
    return " (" + day(days.from()) + " – " + day(days.until()) + ")";
  }

  private static String day(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** How others are related to the person tells of the person: nothing of it stays. */
  @Override
  public void erase(Set<PersonId> person) {
    if (!person.isEmpty()) {
      tx.run(em -> erase(em, Chunks.values(person), person));
    }
  }

  private void erase(EntityManager em, List<UUID> known, Set<PersonId> person) {
    KinQueries queries = new KinQueries(em);
    queries
        .ties(known)
        .forEach(
            tie -> {
              timeline.withdraw(Refusals.BUNDLE, tie.id());
              em.remove(tie);
            });
    queries.sexes(known).forEach(em::remove);
    List<KinMember> lived = queries.memberships(known);
    List<UUID> where = lived.stream().map(KinMember::household).distinct().toList();
    lived.forEach(em::remove);
    em.flush();
    List<KinMember> staying = queries.members(where);
    for (KinHousehold home : queries.households(where)) {
      if (staying.stream().noneMatch(one -> one.household().equals(home.id()))) {
        em.remove(home);
      } else if (person.contains(home.owner())) {
        home.called(null);
      }
    }
  }
}
