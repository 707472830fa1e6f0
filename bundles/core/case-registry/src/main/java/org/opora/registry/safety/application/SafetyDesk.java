package org.opora.registry.safety.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.safety.Safety;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.safety.persistence.SafetyQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Safety notices of the people in the register. */
@Component(service = Safety.class)
public final class SafetyDesk implements Safety {
  private static final int LONGEST = 200;
  private static final Comparator<SafetyNotice> BY_KIND =
      Comparator.comparing(SafetyNotice::kind)
          .thenComparing(SafetyNotice::since)
          .thenComparing(SafetyNotice::id);
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final Staff staff;
  private final SafetySeals seals;
  private final KeptApart apart;
  private final Messages messages;

  @Activate
  public SafetyDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference KeptApart apart,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.staff = staff;
    this.seals = new SafetySeals(keys);
    this.apart = apart;
    this.messages = messages;
  }

  @Override
  public UUID raise(Viewer viewer, PersonId person, NewNotice notice) {
    access.require(viewer, WRITE, Subject.of(person));
    NewNotice checked = check(notice);
    return tx.required(
        em -> {
          Held.load(em, Person.class, person.value());
          SafetyNotice row = new SafetyNotice(Ids.next(), person, viewer.staff());
          write(em, viewer, row, checked);
          em.persist(row);
          keepApart(row);
          audit.wrote(viewer, "safety.raised", List.of(Subject.of(person)));
          return row.id();
        });
  }

  @Override
  public void amend(Viewer viewer, UUID notice, long version, NewNotice now) {
    PersonId person = personOf(viewer, WRITE, notice);
    NewNotice checked = check(now);
    tx.run(
        em -> {
          SafetyNotice row = standing(em, notice, version);
          write(em, viewer, row, checked);
          keepApart(row);
          audit.wrote(viewer, "safety.amended", List.of(Subject.of(person)));
        });
  }

  @Override
  public void withdraw(Viewer viewer, UUID notice, long version, String reason) {
    PersonId person = personOf(viewer, WRITE, notice);
    String why = Refusals.line("reason", reason, LONGEST);
    tx.run(
        em -> {
          SafetyNotice row = standing(em, notice, version);
          row.withdraw(viewer.today(), viewer.staff(), seals.reason(row, why));
          keepApart(row);
          audit.wrote(viewer, "safety.withdrawn", List.of(Subject.of(person)));
        });
  }

  private void write(EntityManager em, Viewer viewer, SafetyNotice row, NewNotice now) {
    PersonId other = now.whomPerson();
    if (other == null) {
      other = kept(em, viewer, row, now.kind());
    } else if (aliases.idsOf(row.person()).contains(other)) {
      throw Refusals.refused("whomPerson", "safety.whom.themselves");
    } else if (!visible(em, viewer, other)) {
      throw Refusals.refused("whomPerson", "safety.whom.stranger");
    }
    if (now.kind().aboutSomebody() && now.whom() == null && other == null) {
      throw Refusals.refused("whom", "safety.whom.missing");
    }
    seals.write(
        row,
        new NewNotice(
            now.kind(), now.what(), now.whom(), now.doing(), now.from(), now.until(), other));
  }

  /** Whoever does not see the person whom a notice names cannot mean to take them away. */
  private PersonId kept(EntityManager em, Viewer viewer, SafetyNotice row, Kind now) {
    return now.aboutSomebody() && named(em, viewer, List.of(row)).hides(row)
        ? row.whomPerson()
        : null;
  }

  private boolean visible(EntityManager em, Viewer viewer, PersonId person) {
    Scope people = access.scope(viewer, People.READ);
    return !people.empty()
        && !new PeopleQueries(em).rows(people, List.of(person.value())).isEmpty();
  }

  private Named named(EntityManager em, Viewer viewer, List<SafetyNotice> rows) {
    return Named.in(em, aliases, access.scope(viewer, People.READ), rows);
  }

  /** Whoever looks after appointments reads it there, on the days on which the notice holds. */
  private void keepApart(SafetyNotice row) {
    PersonId other = row.whomPerson();
    if (row.kind() != Kind.MUST_NOT_MEET || other == null || row.withdrawnOn() != null) {
      apart.withdraw(Refusals.BUNDLE, row.id());
    } else if (!aliases.idsOf(row.person()).contains(other)) {
      // Two who are one for the moment may be told apart again: what was said stays.
      apart.put(Refusals.BUNDLE, row.id(), row.person(), other, row.since(), row.until());
    }
  }

  /** Held, as the viewer saw it, and not withdrawn. */
  private static SafetyNotice standing(EntityManager em, UUID notice, long version) {
    SafetyNotice row = Held.hold(em, SafetyNotice.class, notice);
    Refusals.fresh(row.version(), version);
    if (row.withdrawnOn() != null) {
      throw Refusals.refused(null, "safety.is-withdrawn");
    }
    return row;
  }

  @Override
  public void reinstate(Viewer viewer, UUID notice, long version) {
    PersonId person = personOf(viewer, WRITE, notice);
    tx.run(
        em -> {
          SafetyNotice row = Held.hold(em, SafetyNotice.class, notice);
          Refusals.fresh(row.version(), version);
          row.reinstate();
          keepApart(row);
          audit.wrote(viewer, "safety.reinstated", List.of(Subject.of(person)));
        });
  }

  @Override
  public Optional<List<Notice>> of(Viewer viewer, PersonId person) {
    access.require(viewer, People.READ, Subject.of(person));
    return access.decide(viewer, READ, Subject.of(person)).allowed()
        ? Optional.of(notices(viewer, person))
        : Optional.empty();
  }

  private List<Notice> notices(Viewer viewer, PersonId person) {
    List<UUID> known = Chunks.values(aliases.idsOf(person));
    return tx.read(
        em -> {
          List<SafetyNotice> rows = new SafetyQueries(em).of(walls(viewer), known);
          Map<StaffId, String> names = names(rows);
          Named named = named(em, viewer, rows);
          return rows.stream()
              .sorted(
                  Comparator.comparing((SafetyNotice row) -> !row.inForce(viewer.today()))
                      .thenComparing(BY_KIND))
              .map(row -> notice(viewer, row, names, named))
              .toList();
        });
  }

  @Override
  public Notice notice(Viewer viewer, UUID notice) {
    personOf(viewer, READ, notice);
    return tx.read(
        em -> {
          SafetyNotice row = Held.load(em, SafetyNotice.class, notice);
          List<SafetyNotice> one = List.of(row);
          return notice(viewer, row, names(one), named(em, viewer, one));
        });
  }

  /** Everything that stands behind no wall; whoever asks has decided already. */
  private static Scope walls(Viewer viewer) {
    return new Scope(Reach.ALL, viewer.staff(), viewer.today());
  }

  private Map<StaffId, String> names(List<SafetyNotice> rows) {
    return staff.names(
        rows.stream()
            .flatMap(row -> Stream.of(row.raisedBy(), row.withdrawnBy()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private Notice notice(Viewer viewer, SafetyNotice row, Map<StaffId, String> names, Named named) {
    Named.Seen whom = named.of(row);
    NewNotice text = seals.open(row);
    return new Notice(
        row.id(),
        row.version(),
        row.person(),
        new NewNotice(
            text.kind(),
            text.what(),
            text.whom(),
            text.doing(),
            text.from(),
            text.until(),
            whom == null ? null : whom.person()),
        row.inForce(viewer.today()),
        row.withdrawnOn(),
        row.withdrawnBy() == null ? null : names.get(row.withdrawnBy()),
        seals.reason(row),
        names.get(row.raisedBy()),
        whom == null ? null : whom.name(),
        named.hides(row));
  }

  @Override
  public Map<PersonId, List<Alert>> alerts(Viewer viewer, Collection<PersonId> people) {
    Scope scope = access.scope(viewer, READ);
    if (scope.empty() || people.isEmpty()) {
      return Map.of();
    }
    return tx.read(em -> alerts(em, viewer, scope, people));
  }

  private Map<PersonId, List<Alert>> alerts(
      EntityManager em, Viewer viewer, Scope scope, Collection<PersonId> people) {
    // Everybody waits for this on every page of a file, and most people have none.
    if (!new SafetyQueries(em).any(Chunks.values(people), viewer.today())) {
      return Map.of();
    }
    List<PersonId> seen =
        new PeopleQueries(em)
            .rows(scope, Chunks.values(people)).stream()
                .map(row -> new PersonId(row.id()))
                .toList();
    // A notice may hang on another key of the same person.
    Map<PersonId, Set<PersonId>> known = aliases.idsOf(seen);
    List<UUID> keys =
        known.values().stream().flatMap(Set::stream).map(PersonId::value).distinct().toList();
    List<SafetyNotice> rows =
        new SafetyQueries(em)
            .inForce(walls(viewer), keys, viewer.today()).stream()
                .distinct()
                .sorted(BY_KIND)
                .toList();
    Named named = named(em, viewer, rows);
    Map<PersonId, List<Alert>> alerts = new HashMap<>();
    known.forEach(
        (person, ids) -> {
          List<Alert> own =
              rows.stream()
                  .filter(row -> ids.contains(row.person()))
                  .map(row -> alert(viewer, row, named))
                  .toList();
          if (!own.isEmpty()) {
            alerts.put(person, own);
          }
        });
    return alerts;
  }

  private Alert alert(Viewer viewer, SafetyNotice row, Named named) {
    NewNotice text = seals.open(row);
    Named.Seen seen = named.of(row);
    return new Alert(
        text.kind(),
        Refusals.text("safety.kind." + text.kind()),
        text.what(),
        whom(viewer, text.whom(), seen, named.hides(row)),
        text.doing(),
        text.whom(),
        seen == null ? null : seen.person());
  }

  /** The words are for everybody, the name for those who may see the person. */
  private String whom(Viewer viewer, String words, Named.Seen seen, boolean hidden) {
    if (seen != null) {
      String name = seen.name().spoken();
      return words == null || words.equals(name)
          ? name
          : messages.text(viewer.locale(), "safety.whom.both", name, words);
    }
    return words == null && hidden ? messages.text(viewer.locale(), "safety.whom.hidden") : words;
  }

  /**
   * Whoever may see the person under any key may see the notice, unless a wall stands at its own.
   */
  private PersonId personOf(Viewer viewer, String permission, UUID notice) {
    PersonId person = tx.read(em -> Held.load(em, SafetyNotice.class, notice).person());
    boolean walled =
        tx.read(em -> new SafetyQueries(em).of(walls(viewer), List.of(person.value())).isEmpty());
    PersonId asked =
        walled
            ? person
            : aliases.idsOf(person).stream()
                .filter(key -> access.decide(viewer, permission, Subject.of(key)).allowed())
                .findFirst()
                .orElse(person);
    access.require(viewer, permission, Subject.of(asked));
    return person;
  }

  private static NewNotice check(NewNotice notice) {
    if (notice.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    Refusals.inOrder("until", Refusals.day("from", notice.from()), notice.until());
    boolean aboutSomebody = notice.kind().aboutSomebody();
    String whom = Refusals.optional("whom", notice.whom(), LONGEST);
    return new NewNotice(
        notice.kind(),
        Refusals.line("what", notice.what(), LONGEST),
        aboutSomebody ? whom : null,
        Refusals.optional("doing", notice.doing(), LONGEST),
        notice.from(),
        notice.until(),
        aboutSomebody ? notice.whomPerson() : null);
  }
}
