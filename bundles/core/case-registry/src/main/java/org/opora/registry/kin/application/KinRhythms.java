package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.registry.kin.domain.Decider;
import org.opora.registry.kin.domain.KinRhythm;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;

/**
 * How often brothers and sisters see each other. It hangs on their relationship, so it stands with
 * both of them, and whoever may not see the other one learns how often, and nothing of where. While
 * two entries are one child, what is said of it is written with the relationship of each of them:
 * when they are two after all, each has it as their own.
 */
public final class KinRhythms {
  private static final int LINE = 200;
  private static final int A_YEAR = 52;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final KinDesk kin;

  KinRhythms(Transactions tx, Access access, AuditTrail audit, Aliases aliases, KinDesk kin) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.kin = kin;
  }

  /**
   * @param weeks from one contact to the next
   * @param reference of the decision, or null; no words about people
   * @param until null while it holds
   */
  public record Rhythm(
      UUID id,
      long version,
      int weeks,
      Decider decider,
      String reference,
      LocalDate since,
      LocalDate until) {
    public boolean on(LocalDate day) {
      return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
  }

  /**
   * What holds between people and these relatives of theirs, by the row of the relationship, the
   * latest first.
   *
   * @param relatives as the viewer was told of them
   */
  public Map<UUID, List<Rhythm>> of(Collection<Relative> relatives) {
    List<UUID> ties =
        relatives.stream().map(Relative::tie).filter(Objects::nonNull).distinct().toList();
    Map<UUID, List<Rhythm>> all = new HashMap<>();
    if (!ties.isEmpty()) {
      tx.read(em -> new KinQueries(em).rhythms(ties))
          .forEach(
              row -> all.computeIfAbsent(row.tie(), tie -> new ArrayList<>()).add(rhythm(row)));
    }
    return all;
  }

  /**
   * What holds today between a child of a file and a brother or a sister.
   *
   * @param sibling null when the viewer may not see them
   */
  public record OfChild(PersonId child, PersonName sibling, Rhythm rhythm) {}

  /**
   * What holds today for children whom the viewer may see, in whichever of the two files it was
   * written down. Whoever stands behind a wall under any key is not there.
   */
  public List<OfChild> today(Viewer viewer, Collection<PersonId> children) {
    return tx.read(em -> today(em, viewer, children));
  }

  private List<OfChild> today(EntityManager em, Viewer viewer, Collection<PersonId> asked) {
    Sight sight = new Sight(em, access, aliases, viewer);
    Collection<PersonId> children = sight.mayOpen(asked);
    KinQueries queries = new KinQueries(em);
    Map<PersonId, Set<PersonId>> keys = children.isEmpty() ? Map.of() : aliases.idsOf(children);
    Set<PersonId> known = new HashSet<>();
    keys.values().forEach(known::addAll);
    Map<UUID, KinTie> ties = new HashMap<>();
    queries.ties(Chunks.values(sight.open(known))).stream()
        .filter(tie -> tie.struck() == null && tie.kind().siblings())
        .forEach(tie -> ties.put(tie.id(), tie));
    Map<PersonId, Sight.Seen> seen =
        sight.of(
            ties.values().stream()
                .flatMap(tie -> Stream.of(tie.first(), tie.other()))
                .distinct()
                .toList());
    Map<Said, OfChild> all = new LinkedHashMap<>();
    for (KinRhythm row : queries.rhythms(List.copyOf(ties.keySet()))) {
      KinTie tie = ties.get(row.tie());
      Rhythm rhythm = rhythm(row);
      for (PersonId child : children) {
        boolean first = keys.get(child).contains(tie.first());
        Sight.Seen other = seen.get(first ? tie.other() : tie.first());
        if (rhythm.on(viewer.today())
            && (first || keys.get(child).contains(tie.other()))
            && !other.walled()) {
          all.putIfAbsent(
              new Said(child, other.self(), What.of(row)),
              new OfChild(child, other.visible() ? other.row().name() : null, rhythm));
        }
      }
    }
    return List.copyOf(all.values());
  }

  /** What stands with two entries of one child is said once. */
  private record Said(PersonId child, PersonId sibling, What what) {}

  /** What was said at once, with whichever entry of a child it stands. */
  private record What(
      int weeks, Decider decider, String reference, LocalDate since, StaffId by, LocalDate on) {
    static What of(KinRhythm row) {
      return new What(
          row.weeks(),
          row.decider(),
          row.reference(),
          row.since(),
          row.recordedBy(),
          row.recordedOn());
    }
  }

  private static Rhythm rhythm(KinRhythm row) {
    return new Rhythm(
        row.id(),
        row.version(),
        row.weeks(),
        row.decider(),
        row.reference(),
        row.since(),
        row.until());
  }

  /**
   * A relationship of brothers and sisters, also when the viewer may not see the other one.
   *
   * @throws NotFound when there is none that the viewer knows of
   */
  public Relative sibling(Viewer viewer, PersonId person, UUID tie) {
    return kin.of(viewer, person).stream()
        .filter(one -> tie.equals(one.tie()) && one.struck() == null)
        .filter(one -> one.kind().siblings())
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Says how often from a day on; what held before, holds until the day before.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID state(
      Viewer viewer,
      PersonId person,
      UUID tie,
      Integer weeks,
      Decider decider,
      String reference,
      LocalDate since) {
    access.require(viewer, People.WRITE, Subject.of(person));
    sibling(viewer, person, tie);
    if (weeks == null || weeks < 1 || weeks > A_YEAR) {
      throw Refusals.refused("weeks", "rhythm.refused.weeks", A_YEAR);
    }
    if (decider == null) {
      throw Refusals.refused("decider", "refused.required");
    }
    String decision = Refusals.optional("reference", reference, LINE);
    LocalDate day = Refusals.day("since", since);
    return tx.required(
        em -> {
          UUID key = null;
          for (KinTie row : held(em, tie)) {
            List<KinRhythm> before = new KinQueries(em).rhythms(List.of(row.id()));
            if (before.stream().anyMatch(one -> !one.since().isBefore(day))) {
              throw Refusals.refused("since", "rhythm.refused.later", before.get(0).since());
            }
            before.stream()
                .filter(one -> one.until() == null || !one.until().isBefore(day))
                .forEach(one -> one.givesWay(day.minusDays(1)));
            KinRhythm added =
                new KinRhythm(
                    Ids.next(),
                    row.id(),
                    weeks,
                    decider,
                    decision,
                    day,
                    viewer.staff(),
                    viewer.today());
            em.persist(added);
            wrote(viewer, "kin.rhythm", row);
            key = row.id().equals(tie) ? added.id() : key;
          }
          return key;
        });
  }

  /** The relationship and the same one of other entries of the two, held in one order. */
  private List<KinTie> held(EntityManager em, UUID tie) {
    KinTie asked = Held.load(em, KinTie.class, tie);
    Set<PersonId> one = aliases.idsOf(asked.first());
    Set<PersonId> other = aliases.idsOf(asked.other());
    List<UUID> same =
        new KinQueries(em)
            .ties(Chunks.values(one)).stream()
                .filter(row -> row.struck() == null && row.kind() == asked.kind())
                .filter(
                    row ->
                        one.contains(row.first()) && other.contains(row.other())
                            || other.contains(row.first()) && one.contains(row.other()))
                .map(KinTie::id)
                .sorted()
                .toList();
    return same.stream().map(key -> Held.hold(em, KinTie.class, key)).toList();
  }

  /** The latest one of each of these relationships that was said together with this one. */
  private static Map<KinTie, List<KinRhythm>> together(
      EntityManager em, List<KinTie> ties, KinRhythm said) {
    Map<KinTie, List<KinRhythm>> together = new LinkedHashMap<>();
    for (KinTie row : ties) {
      List<KinRhythm> all = new KinQueries(em).rhythms(List.of(row.id()));
      if (!all.isEmpty() && What.of(all.get(0)).equals(What.of(said))) {
        together.put(row, all);
      }
    }
    return together;
  }

  /**
   * The latest one, as far as the viewer may end it.
   *
   * @throws NotFound when none was ever stated
   */
  public Rhythm latest(Viewer viewer, PersonId person, UUID tie) {
    return of(List.of(sibling(viewer, person, tie))).getOrDefault(tie, List.of()).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Says until when the latest one holds, with no other one after it.
   *
   * @param lastDay null when it goes on after all
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void end(
      Viewer viewer, PersonId person, UUID tie, UUID rhythm, long version, LocalDate lastDay) {
    access.require(viewer, People.WRITE, Subject.of(person));
    sibling(viewer, person, tie);
    tx.run(
        em -> {
          List<KinTie> ties = held(em, tie);
          KinRhythm last = last(new KinQueries(em).rhythms(List.of(tie)), rhythm, version);
          if (lastDay == null && last.until() == null) {
            throw Refusals.refused("until", "refused.required");
          }
          if (lastDay != null && lastDay.isBefore(last.since())) {
            throw Refusals.refused("until", "rhythm.refused.before", last.since());
          }
          together(em, ties, last)
              .forEach(
                  (row, all) -> {
                    all.get(0).ends(lastDay);
                    wrote(viewer, "kin.rhythm-ended", row);
                  });
        });
  }

  private static KinRhythm last(List<KinRhythm> all, UUID rhythm, long version) {
    KinRhythm last =
        all.stream().findFirst().filter(one -> one.id().equals(rhythm)).orElseThrow(NotFound::new);
    Refusals.fresh(last.version(), version);
    return last;
  }

  /**
   * A mistake: what held before, goes on until the day that was stated. Only the latest one is
   * taken back.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void withdraw(Viewer viewer, PersonId person, UUID tie, UUID rhythm, long version) {
    access.require(viewer, People.WRITE, Subject.of(person));
    sibling(viewer, person, tie);
    tx.run(
        em -> {
          List<KinTie> ties = held(em, tie);
          KinRhythm last = last(new KinQueries(em).rhythms(List.of(tie)), rhythm, version);
          together(em, ties, last)
              .forEach(
                  (row, all) -> {
                    all.get(0).strike(viewer.staff(), viewer.today());
                    all.stream().skip(1).findFirst().ifPresent(KinRhythm::goesOn);
                    wrote(viewer, "kin.rhythm-withdrawn", row);
                  });
        });
  }

  private void wrote(Viewer viewer, String action, KinTie row) {
    audit.wrote(viewer, action, Stream.of(row.first(), row.other()).map(Subject::of).toList());
  }

  /** With the relationships, when somebody is erased. */
  static void erase(EntityManager em, List<UUID> ties) {
    for (UUID tie : ties) {
      em.createQuery("DELETE FROM KinRhythm r WHERE r.tie = :tie")
          .setParameter("tie", tie)
          .executeUpdate();
    }
  }
}
