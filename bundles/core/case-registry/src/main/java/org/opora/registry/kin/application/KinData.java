package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.KinHousehold;
import org.opora.registry.kin.domain.KinMember;
import org.opora.registry.kin.domain.KinRhythm;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.people.application.RecordData;
import org.opora.registry.people.domain.Sex;
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
  private final FileChange change;
  private final KinSeals seals;
  private final Portraits portraits;

  @Activate
  public KinData(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Timeline timeline,
      @Reference Keys keys,
      @Reference FileChange change) {
    this.tx = tx;
    this.timeline = timeline;
    this.change = change;
    this.seals = new KinSeals(keys);
    this.portraits = new Portraits(keys);
  }

  @Override
  public long count(Set<PersonId> person) {
    return person.isEmpty() ? 0 : tx.read(em -> count(em, Chunks.values(person)));
  }

  private static long count(EntityManager em, List<UUID> known) {
    KinQueries queries = new KinQueries(em);
    List<KinTie> ties = queries.ties(known);
    return (long) ties.size()
        + queries.rhythms(ties.stream().map(KinTie::id).toList()).size()
        + queries.memberships(known).size()
        + queries.sexes(known).size();
  }

  /**
   * What counts; a row struck out says nothing about the person. Notes and reasons are about two
   * people and may tell of the other one: {@link #review} names them; and with whom somebody lives,
   * when it is not to be told where.
   */
  @Override
  public List<Fact> export(Set<PersonId> person) {
    return person.isEmpty() ? List.of() : tx.read(em -> export(em, person));
  }

  private List<Fact> export(EntityManager em, Set<PersonId> person) {
    KinQueries queries = new KinQueries(em);
    List<UUID> known = Chunks.values(person);
    List<Fact> facts = new ArrayList<>();
    boolean told = RecordData.whereabouts(em, known);
    List<KinTie> ties =
        counting(queries, known).stream().filter(tie -> told || !tells(tie)).toList();
    Map<UUID, PersonId> relatives = new HashMap<>();
    ties.forEach(tie -> relatives.put(relative(tie, person).value(), relative(tie, person)));
    Map<PersonId, Sex> sexes = portraits.of(em, relatives);
    Map<PersonId, PersonName> names = names(em, List.copyOf(relatives.keySet()));
    for (KinTie tie : ties) {
      PersonId relative = relative(tie, person);
      facts.add(fact(tie, relative, names.get(relative), sexes.get(relative)));
    }
    Map<UUID, KinTie> byKey = ties.stream().collect(Collectors.toMap(KinTie::id, tie -> tie));
    queries
        .rhythms(List.copyOf(byKey.keySet()))
        .forEach(row -> facts.add(fact(row, names.get(relative(byKey.get(row.tie()), person)))));
    List<KinMember> lived = told ? lived(queries, known) : List.of();
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
      facts.add(new Fact(Refusals.text("field.sex." + row.sex()), ""));
    }
    return facts;
  }

  private static List<KinTie> counting(KinQueries queries, List<UUID> known) {
    return queries.ties(known).stream()
        .filter(tie -> tie.struck() == null)
        .sorted(Comparator.comparing(KinTie::kind).thenComparing(KinTie::id))
        .toList();
  }

  private static List<KinMember> lived(KinQueries queries, List<UUID> known) {
    return queries.memberships(known).stream().filter(one -> one.struck() == null).toList();
  }

  /** Who is close to a child, or its guardian, is often with whom it lives. */
  private static boolean tells(KinTie tie) {
    return tie.kind() == TieKind.CLOSE || tie.kind() == TieKind.GUARDIAN;
  }

  private static PersonId relative(KinTie tie, Set<PersonId> person) {
    return person.contains(tie.first()) ? tie.other() : tie.first();
  }

  private static Map<PersonId, PersonName> names(EntityManager em, List<UUID> people) {
    Map<PersonId, PersonName> names = new HashMap<>();
    Chunks.ask(
            people,
            part ->
                em.createQuery(
                        "SELECT p.id, p.given, p.family FROM Person p WHERE p.id IN :keys",
                        Object[].class)
                    .setParameter("keys", part)
                    .getResultList())
        .forEach(
            row ->
                names.put(
                    new PersonId((UUID) row[0]), new PersonName((String) row[1], (String) row[2])));
    return names;
  }

  /** A couple with a last day is called a former one; the days say until when. */
  private Fact fact(KinTie tie, PersonId relative, PersonName name, Sex sex) {
    String words = seals.words(tie);
    return new Fact(
        Refusals.text(
            "kin.word." + tie.kind().role(tie.first().equals(relative), tie.lastDay() != null),
            sex.name()),
        name.spoken() + (words == null ? "" : ", " + words) + written(tie.days()));
  }

  private static Fact fact(KinRhythm row, PersonName sibling) {
    return new Fact(
        Refusals.text("rhythm.fact", row.weeks(), row.decider().name()),
        sibling.spoken()
            + (row.reference() == null ? "" : ", " + row.reference())
            + written(new Days(row.since(), row.until())));
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return person.isEmpty() ? List.of() : tx.read(em -> review(em, person));
  }

  private static List<Review> review(EntityManager em, Set<PersonId> person) {
    KinQueries queries = new KinQueries(em);
    List<UUID> known = Chunks.values(person);
    boolean told = RecordData.whereabouts(em, known);
    List<Review> all = new ArrayList<>();
    for (KinTie tie : counting(queries, known)) {
      if (tie.note() != null || tie.despite() != null || !told && tells(tie)) {
        all.add(
            new Review(
                Refusals.text("field.kin-note"), tie.id(), "/people/" + own(tie, person) + "/kin"));
      }
    }
    for (KinMember one : told ? List.<KinMember>of() : lived(queries, known)) {
      all.add(
          new Review(
              Refusals.text("field.household"),
              one.id(),
              "/people/" + one.person() + "/kin#households"));
    }
    return all;
  }

  private static PersonId own(KinTie tie, Set<PersonId> person) {
    return person.contains(tie.first()) ? tie.first() : tie.other();
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
    List<KinTie> ties = queries.ties(known);
    Set<CaseFileId> files =
        ties.stream()
            .map(KinTie::file)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    files.forEach(file -> change.hold(em, file));
    KinRhythms.erase(em, ties.stream().map(KinTie::id).toList());
    for (KinTie tie : ties) {
      timeline.withdraw(Refusals.BUNDLE, tie.id());
      em.remove(tie);
    }
    queries.sexes(known).forEach(em::remove);
    List<KinMember> lived = queries.memberships(known);
    List<UUID> where = lived.stream().map(KinMember::household).distinct().toList();
    lived.forEach(em::remove);
    em.flush();
    Set<PersonId> touched =
        ties.stream()
            .flatMap(tie -> Stream.of(tie.first(), tie.other()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    files.forEach(file -> change.relativesLess(em, file, touched));
    List<KinMember> staying = queries.members(where);
    for (KinHousehold home : queries.households(where)) {
      Optional<PersonId> heir =
          staying.stream()
              .filter(one -> one.household().equals(home.id()))
              .map(KinMember::person)
              .min(Comparator.comparing(PersonId::value));
      if (heir.isEmpty()) {
        em.remove(home);
      } else {
        // A name such as "at Jana's" may name whoever is erased, whose key ever it hangs on.
        home.called(null);
        home.belongsTo(person.contains(home.owner()) ? heir.get() : home.owner());
      }
    }
  }
}
