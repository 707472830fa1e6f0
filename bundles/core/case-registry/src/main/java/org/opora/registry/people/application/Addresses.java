package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.registry.people.domain.AddressKind;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonAddress;
import org.opora.registry.shared.application.Refusals;

/**
 * Addresses of a person over time. Where they live now stands in the row of the person; whoever
 * moves leaves the former address here. A former address may be where a former family of a child
 * lives: it is shown only to those who may see whereabouts and that family's file.
 */
public final class Addresses {
  private static final int LINE = 200;
  private static final int CODE = 20;
  private static final String UNTIL = "until";
  private static final String MOVED_WHEN = "address.moved-when";
  private static final Comparator<Address> NOW_FIRST =
      Comparator.comparing(Address::former)
          .thenComparing(
              one -> one.period().until(), Comparator.nullsFirst(Comparator.reverseOrder()))
          .thenComparing(one -> one.kind())
          .thenComparing(one -> one.id() != null);
  private final PersonDoor door;
  private final Reaching ways;
  private final PersonSeals own;
  private final RecordSeals seals;
  private final Whereabouts whereabouts;

  Addresses(PersonDoor door, PersonSeals own, RecordSeals seals, Reaching ways) {
    this.ways = ways;
    this.door = door;
    this.own = own;
    this.seals = seals;
    this.whereabouts = new Whereabouts(door.access());
  }

  /**
   * @param mayBeTold although the whereabouts of the person are not to be told, such as a post
   *     office box
   */
  public record NewAddress(
      AddressKind kind, NewPerson.Address lines, Period period, boolean mayBeTold) {
    NewAddress during(Period another) {
      return new NewAddress(kind, lines, another, mayBeTold);
    }
  }

  /**
   * An address as the viewer may see it.
   *
   * @param id null for where the person lives now, which stands in the row of the person
   * @param version of its row
   * @param lines null when it is withheld from the viewer
   * @param kept whether it is not to be told
   * @param former whether it holds no more
   */
  public record Address(
      UUID id,
      long version,
      PersonId person,
      AddressKind kind,
      NewPerson.Address lines,
      Period period,
      boolean mayBeTold,
      boolean kept,
      boolean former) {}

  /**
   * An address from now on. Somebody who lives elsewhere from some day has moved: the address until
   * then is kept as a former one.
   *
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  public void add(Viewer viewer, PersonId person, NewAddress address) {
    NewAddress checked = check(address);
    List<UUID> known = door.known(person);
    boolean livesNow = checked.kind() == AddressKind.LIVES && checked.period().until() == null;
    door.write(
        viewer,
        person,
        livesNow ? "person.moved" : "person.address-added",
        (em, owner) -> {
          whereabouts.require(em, viewer, person, known);
          if (livesNow) {
            move(em, viewer, owner, checked, known);
          } else {
            lived(checked, viewer.today());
            Period period =
                whereabouts.dated(em, viewer, person, known, checked.period(), viewer.today());
            write(em, new PersonAddress(Ids.next(), person), checked.during(period));
          }
          return null;
        });
  }

  /**
   * Of somebody with several keys it is the home under all of them that ends, as far as the viewer
   * reaches them: another one may be of somebody else, should they be parted again. When the child
   * comes from another family, its phone and e-mail stay there with the home.
   */
  private void move(
      EntityManager em, Viewer viewer, Person owner, NewAddress now, List<UUID> known) {
    LocalDate from = now.period().from();
    if (from != null && from.isAfter(viewer.today())) {
      throw Refusals.refused("from", "refused.future", from);
    }
    Sight sight = whereabouts.sight(em, viewer, known);
    if (from == null && sight.leftBehind(owner.id(), null)) {
      throw Refusals.refused("from", MOVED_WHEN);
    }
    Whereabouts.seen(sight, owner.id(), from);
    Stays stays = Whereabouts.stays(em, known, from == null ? viewer.today() : from);
    for (Person row : door.rows(em, viewer, Person.class, "id", known)) {
      boolean own = row.id().equals(owner.id());
      if (!sight.reaches(row.id()) || !own && !sight.home(row) && !mayEnd(row, from)) {
        continue;
      }
      boolean changed = row.address() != null;
      if (changed) {
        leave(em, row, from, sight, stays, own ? null : owner.id());
      } else if (from != null && stays.leftBehind(row.id(), null)) {
        changed = ways.leave(em, row, new Period(null, from.minusDays(1)), own ? null : owner.id());
      }
      if (changed && !own) {
        door.wrote(viewer, "person.moved", row.id());
      }
    }
    owner.livesAt(own.address(owner, now.lines()), from);
  }

  /** Of a home the viewer does not see, nothing is said: not even since when. */
  private static boolean mayEnd(Person row, LocalDate from) {
    return from != null && (row.addressSince() == null || from.isAfter(row.addressSince()));
  }

  /**
   * @param by entry of the same person on which the move is written; null when it is this one
   */
  private void leave(
      EntityManager em, Person row, LocalDate from, Sight sight, Stays stays, PersonId by) {
    LocalDate since = row.addressSince();
    if (from == null) {
      throw Refusals.refused("from", MOVED_WHEN);
    }
    if (since != null && !from.isAfter(since)) {
      throw sight.home(row)
          ? Refusals.refused("from", "address.moved-before", since)
          : Refusals.refused("from", MOVED_WHEN);
    }
    Period until = new Period(since, from.minusDays(1));
    if (stays.leftBehind(row.id(), since) || !sight.home(row)) {
      ways.leave(em, row, until, by);
    }
    PersonAddress former = new PersonAddress(Ids.next(), row.id());
    write(em, former, new NewAddress(AddressKind.LIVES, own.address(row), until, false));
    if (by != null) {
      former.endedBy(by);
    }
    row.livesAt(null, null);
  }

  /** Corrects where the person lives now. */
  public void correct(
      Viewer viewer, PersonId person, long version, NewPerson.Address lines, LocalDate from) {
    lines(lines);
    if (from != null && from.isAfter(viewer.today())) {
      throw Refusals.refused("from", "refused.future", from);
    }
    List<UUID> known = door.known(person);
    door.write(
        viewer,
        person,
        "person.address-amended",
        (em, owner) -> {
          Refusals.fresh(owner.version(), version);
          whereabouts.require(em, viewer, person, known);
          Sight sight = whereabouts.sight(em, viewer, known);
          if (!sight.home(owner)) {
            throw new NotFound();
          }
          Whereabouts.seen(sight, owner.id(), from);
          owner.livesAt(own.address(owner, lines), from);
          return null;
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID id, long version, NewAddress now) {
    NewAddress checked = check(now);
    lived(checked, viewer.today());
    PersonId person = one(viewer, id).person();
    List<UUID> known = door.known(person);
    door.change(
        viewer,
        PersonAddress.class,
        id,
        version,
        "person.address-amended",
        held -> {
          LocalDate stands = held.row().period().from();
          Period period =
              whereabouts.dated(held.em(), viewer, person, known, checked.period(), stands);
          write(held.em(), held.row(), checked.during(period));
        });
  }

  /** Takes away what was written down by mistake. */
  public void remove(Viewer viewer, UUID id, long version) {
    one(viewer, id);
    door.change(
        viewer,
        PersonAddress.class,
        id,
        version,
        "person.address-removed",
        held -> held.em().remove(held.row()));
  }

  private void write(EntityManager em, PersonAddress row, NewAddress address) {
    row.says(
        address.kind(),
        seals.address(row, address.lines()),
        address.period(),
        address.mayBeTold() && address.kind() != AddressKind.LIVES);
    em.persist(row);
  }

  /** Those that hold first, then the former ones. */
  public List<Address> of(Viewer viewer, PersonId person) {
    door.access().require(viewer, People.READ, Subject.of(person));
    return door.read(em -> all(em, viewer, person)).stream().sorted(NOW_FIRST).toList();
  }

  /**
   * @throws NotFound also when it is withheld from the viewer
   */
  public Address one(Viewer viewer, UUID id) {
    PersonId person = door.personOf(viewer, People.READ, PersonAddress.class, id);
    return door.read(em -> all(em, viewer, person)).stream()
        .filter(one -> id.equals(one.id()) && one.lines() != null)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private List<Address> all(EntityManager em, Viewer viewer, PersonId person) {
    List<UUID> known = door.known(person);
    Sight sight = whereabouts.sight(em, viewer, known);
    List<Address> all = new ArrayList<>();
    for (Person row : door.rows(em, viewer, Person.class, "id", known)) {
      // Under a key that is none of the viewer's it is the home of another family.
      if (row.address() != null && sight.reaches(row.id())) {
        all.add(
            new Address(
                null,
                row.version(),
                row.id(),
                AddressKind.LIVES,
                sight.home(row) ? own.address(row) : null,
                new Period(row.addressSince(), null),
                false,
                sight.kept(),
                false));
      }
    }
    for (PersonAddress row : door.rows(em, viewer, PersonAddress.class, known)) {
      boolean former = row.period().over(viewer.today());
      boolean secret = sight.kept() && !row.mayBeTold();
      boolean shown =
          former
              ? sight.former(row.person(), row.period())
              : sight.reaches(row.person())
                  && !sight.leftBehind(row.person(), row.period().from())
                  && (sight.may() || !secret);
      all.add(
          new Address(
              row.id(),
              row.version(),
              row.person(),
              row.kind(),
              shown ? seals.address(row) : null,
              row.period(),
              row.mayBeTold(),
              secret,
              former));
    }
    return all;
  }

  private static NewAddress check(NewAddress address) {
    if (address.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    lines(address.lines());
    if (address.period().from() != null) {
      Refusals.inOrder(UNTIL, address.period().from(), address.period().until());
    }
    return address;
  }

  private static void lines(NewPerson.Address lines) {
    if (lines == null || (lines.street() + lines.town()).isBlank()) {
      throw Refusals.refused("town", "address.empty");
    }
    Refusals.optional("street", lines.street(), LINE);
    Refusals.optional("town", lines.town(), LINE);
    Refusals.optional("postalCode", lines.postalCode(), CODE);
  }

  /** Where the person lives now is one address only, and it does not stand here. */
  private static void lived(NewAddress address, LocalDate today) {
    if (address.kind() == AddressKind.LIVES && !address.period().over(today)) {
      throw Refusals.refused(UNTIL, "address.lives-until");
    }
  }
}
