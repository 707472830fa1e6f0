package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonReach;
import org.opora.registry.people.domain.ReachKind;
import org.opora.registry.people.domain.Whose;
import org.opora.registry.shared.application.Refusals;

/**
 * Phones, e-mails and data boxes of a person over time. The first phone and the first e-mail stand
 * in the row of the person; further ones, former ones and those of which more is to be said stand
 * here.
 */
public final class Reaching {
  private static final int LONGEST = 200;
  private static final int LONGEST_BOX = 60;
  private static final List<ReachKind> FIRST = List.of(ReachKind.PHONE, ReachKind.EMAIL);
  private static final Comparator<Way> FIRST_FIRST =
      Comparator.comparing(Way::former)
          .thenComparing(one -> !one.preferred())
          .thenComparing(Way::notToBeUsed)
          .thenComparing(one -> one.id() != null)
          .thenComparing(Way::kind)
          .thenComparing(
              one -> one.period().until(), Comparator.nullsFirst(Comparator.reverseOrder()));
  private final PersonDoor door;
  private final PersonSeals own;
  private final RecordSeals seals;
  private final Whereabouts whereabouts;

  Reaching(PersonDoor door, PersonSeals own, RecordSeals seals) {
    this.door = door;
    this.own = own;
    this.seals = seals;
    this.whereabouts = new Whereabouts(door.access());
  }

  /**
   * @param note who answers, when to call; or null
   * @param preferred tried first; of a person only one is
   * @param notToBeUsed kept so that nobody calls there by mistake
   */
  public record NewWay(
      ReachKind kind,
      Whose whose,
      String detail,
      String note,
      boolean preferred,
      boolean notToBeUsed,
      Period period) {
    NewWay during(Period another) {
      return new NewWay(kind, whose, detail, note, preferred, notToBeUsed, another);
    }
  }

  /**
   * A way to reach the person.
   *
   * @param id null for the first phone and e-mail, which stand in the row of the person
   * @param version of its row
   * @param former whether it holds no more
   */
  public record Way(
      UUID id,
      long version,
      PersonId person,
      ReachKind kind,
      Whose whose,
      String detail,
      String note,
      boolean preferred,
      boolean notToBeUsed,
      Period period,
      boolean former) {}

  /**
   * @param withheld whether there may be some that the viewer may not see; then there are none here
   * @param partly whether there are some more that the viewer may not see
   */
  public record Ways(boolean withheld, boolean partly, List<Way> all) {
    public Ways {
      all = List.copyOf(all);
    }
  }

  /**
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  public UUID add(Viewer viewer, PersonId person, NewWay way) {
    NewWay checked = check(way, viewer.today());
    List<UUID> known = door.known(person);
    return door.write(
        viewer,
        person,
        "person.reach-added",
        (em, owner) -> {
          whereabouts.require(em, viewer, person, known);
          PersonReach row = new PersonReach(Ids.next(), person);
          write(em, row, dated(em, viewer, person, known, checked, viewer.today()), known);
          em.persist(row);
          found(em, owner, viewer.today());
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID id, long version, NewWay now) {
    NewWay checked = check(now, viewer.today());
    PersonId person = one(viewer, id).person();
    List<UUID> known = door.known(person);
    door.change(
        viewer,
        PersonReach.class,
        id,
        version,
        "person.reach-amended",
        held -> {
          LocalDate stands = held.row().period().from();
          NewWay way = dated(held.em(), viewer, person, known, checked, stands);
          write(held.em(), held.row(), way, known);
          found(held.em(), held.person(), viewer.today());
        });
  }

  /** What is the child's own needs no day: it goes with the child. */
  private NewWay dated(
      EntityManager em,
      Viewer viewer,
      PersonId person,
      List<UUID> known,
      NewWay way,
      LocalDate stands) {
    return way.whose() == Whose.OWN
        ? way
        : way.during(whereabouts.dated(em, viewer, person, known, way.period(), stands));
  }

  /** Takes away what was written down by mistake. */
  public void remove(Viewer viewer, UUID id, long version) {
    one(viewer, id);
    door.change(
        viewer,
        PersonReach.class,
        id,
        version,
        "person.reach-removed",
        held -> {
          held.em().remove(held.row());
          found(held.em(), held.person(), viewer.today());
        });
  }

  /**
   * Takes the first phone or e-mail out of the row of the person, so that more can be said of it:
   * whose it is, that it is not to be used, until when it held.
   *
   * @param version of the person
   * @throws NotFound when there is none
   */
  public UUID setAside(Viewer viewer, PersonId person, long version, ReachKind kind) {
    List<UUID> known = door.known(person);
    return door.write(
        viewer,
        person,
        "person.reach-amended",
        (em, owner) -> {
          Refusals.fresh(owner.version(), version);
          whereabouts.require(em, viewer, person, known);
          if (first(owner, kind) == null || !whereabouts.sight(em, viewer, known).home(owner)) {
            throw new NotFound();
          }
          return aside(em, owner, kind, new Period(null, null)).id();
        });
  }

  private PersonReach aside(EntityManager em, Person owner, ReachKind kind, Period period) {
    PersonReach row = new PersonReach(Ids.next(), owner.id());
    row.says(kind, Whose.OWN, seals.detail(row, first(owner, kind)), null, period);
    em.persist(row);
    if (kind == ReachKind.PHONE) {
      owner.phoneSetAside();
    } else {
      owner.emailSetAside();
    }
    return row;
  }

  /**
   * With the home of a former family its phone and e-mail become former ones.
   *
   * @param by another entry of the same person whose move ends them; null when it is this one's
   * @return whether there were some
   */
  boolean leave(EntityManager em, Person owner, Period period, PersonId by) {
    boolean some = false;
    for (ReachKind kind : FIRST) {
      if (first(owner, kind) != null) {
        PersonReach row = aside(em, owner, kind, period);
        if (by != null) {
          row.endedBy(by);
        }
        some = true;
      }
    }
    if (some) {
      found(em, owner, period.until().plusDays(1));
    }
    return some;
  }

  /** A person without a first phone is found by their own one that holds. */
  private void found(EntityManager em, Person owner, LocalDate today) {
    if (owner.phone() == null) {
      owner.foundByPhone(
          em
              .createQuery(
                  "SELECT t FROM PersonReach t WHERE t.person = :person ORDER BY t.id",
                  PersonReach.class)
              .setParameter("person", owner.id().value())
              .getResultList()
              .stream()
              .filter(row -> row.kind() == ReachKind.PHONE && row.whose() == Whose.OWN)
              .filter(row -> !row.period().over(today))
              .map(row -> own.phoneMark(seals.detail(row)))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null));
    }
  }

  private String first(Person row, ReachKind kind) {
    return switch (kind) {
      case PHONE -> own.phone(row);
      case EMAIL -> own.email(row);
      case DATA_BOX -> null;
    };
  }

  private void write(EntityManager em, PersonReach row, NewWay way, List<UUID> known) {
    row.says(
        way.kind(),
        way.whose(),
        seals.detail(row, way.detail()),
        seals.note(row, way.note()),
        way.period());
    if (way.preferred()) {
      em.createQuery(
              "SELECT t FROM PersonReach t WHERE t.person IN :known AND t.preferred = TRUE",
              PersonReach.class)
          .setParameter("known", known)
          .getResultList()
          .forEach(other -> other.use(false, other.notToBeUsed()));
    }
    row.use(way.preferred(), way.notToBeUsed());
  }

  /** The one that is tried first leads; former ones stand last. */
  public Ways of(Viewer viewer, PersonId person) {
    door.access().require(viewer, People.READ, Subject.of(person));
    return door.read(em -> all(em, viewer, person));
  }

  /**
   * @throws NotFound also when it is withheld from the viewer
   */
  public Way one(Viewer viewer, UUID id) {
    PersonId person = door.personOf(viewer, People.READ, PersonReach.class, id);
    return door.read(em -> all(em, viewer, person)).all().stream()
        .filter(one -> id.equals(one.id()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Ways all(EntityManager em, Viewer viewer, PersonId person) {
    List<UUID> known = door.known(person);
    Sight sight = whereabouts.sight(em, viewer, known);
    if (!sight.open()) {
      return new Ways(true, false, List.of());
    }
    boolean partly = false;
    List<Way> all = new ArrayList<>();
    for (Person row : door.rows(em, viewer, Person.class, "id", known)) {
      boolean home = sight.home(row);
      for (ReachKind kind : FIRST) {
        String detail = home ? first(row, kind) : null;
        partly |= !home && sight.reaches(row.id()) && written(row, kind) != null;
        if (detail != null) {
          all.add(
              new Way(
                  null,
                  row.version(),
                  row.id(),
                  kind,
                  Whose.OWN,
                  detail,
                  null,
                  false,
                  false,
                  new Period(null, null),
                  false));
        }
      }
    }
    for (PersonReach row : door.rows(em, viewer, PersonReach.class, known)) {
      boolean former = row.period().over(viewer.today());
      if (!seen(sight, row, former)) {
        partly = true;
        continue;
      }
      all.add(
          new Way(
              row.id(),
              row.version(),
              row.person(),
              row.kind(),
              row.whose(),
              seals.detail(row),
              seals.note(row),
              row.preferred() && !former,
              row.notToBeUsed(),
              row.period(),
              former));
    }
    return new Ways(false, partly, all.stream().sorted(FIRST_FIRST).toList());
  }

  /** What is the child's own goes with the child; what is somebody else's stays with the family. */
  private static boolean seen(Sight sight, PersonReach row, boolean former) {
    if (former) {
      return sight.former(row.person(), row.period());
    }
    return sight.reaches(row.person())
        && (row.whose() == Whose.OWN || !sight.leftBehind(row.person(), row.period().from()));
  }

  private static byte[] written(Person row, ReachKind kind) {
    return kind == ReachKind.PHONE ? row.phone() : row.email();
  }

  private static NewWay check(NewWay way, LocalDate today) {
    if (way.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    if (way.whose() == null) {
      throw Refusals.refused("whose", "refused.required");
    }
    String detail =
        Refusals.line(
            "detail", way.detail(), way.kind() == ReachKind.DATA_BOX ? LONGEST_BOX : LONGEST);
    if (way.kind() == ReachKind.EMAIL && detail.indexOf('@') < 1) {
      throw Refusals.refused("detail", "refused.email", detail);
    }
    if (way.kind() == ReachKind.PHONE && detail.chars().filter(Character::isDigit).count() < 3) {
      throw Refusals.refused("detail", "reach.no-phone", detail);
    }
    if (way.preferred() && way.notToBeUsed()) {
      throw Refusals.refused("preferred", "reach.first-or-never");
    }
    Period period = way.period();
    if (way.preferred() && period.over(today)) {
      throw Refusals.refused("preferred", "reach.former-first");
    }
    if (period.from() != null) {
      Refusals.inOrder("until", period.from(), period.until());
    }
    return new NewWay(
        way.kind(),
        way.whose(),
        detail,
        Refusals.optional("note", way.note(), LONGEST),
        way.preferred(),
        way.notToBeUsed(),
        period);
  }
}
